package dev.headwater.reuse;

import dev.headwater.model.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * One story that two articles share: passages of a pair that follow each other on both sides,
 * joined. Links, not passages, make stretches and clusters, so that a rewrite of twenty sentences
 * is one stretch.
 *
 * @param leftBegin first code point in the left article
 * @param leftEnd one past the last
 * @param rightBegin first code point in the right article
 * @param rightEnd one past the last
 * @param words matched words of the passages joined
 * @param leftShare share of the left article that they cover
 * @param rightShare share of the right article that they cover
 */
public record Link(
    int leftBegin,
    int leftEnd,
    int rightBegin,
    int rightEnd,
    int words,
    double leftShare,
    double rightShare) {

  private static final int LETTERS_A_WORD = 6;
  private static final double MOST = 0.5;

  private static final Comparator<Passage> BY_LEFT =
      Comparator.comparingInt(Passage::leftBegin).thenComparingInt(Passage::rightBegin);
  private static final Comparator<Passage> BY_RIGHT =
      Comparator.comparingInt(Passage::rightBegin).thenComparingInt(Passage::leftBegin);

  /** Kinds of passages that links are made of. */
  public static final List<String> KINDS =
      List.of(
          ReuseKinds.VERBATIM,
          ReuseKinds.CUT,
          ReuseKinds.EDITED,
          ReuseKinds.REWRITTEN,
          ReuseKinds.PARTIAL);

  /**
   * The links of one pair that join stretches: large enough, and never of templates, boilerplate or
   * quotations alone. Passages may come in any order; links come in that of the left text.
   *
   * <p>Passages are joined in the order of that text in which they stand further ahead, whichever
   * side it is: where they stand in another order in the other text, the order decides what is
   * joined, and the ids, which decide the side, must not.
   */
  public static List<Link> of(List<Passage> passages, ReuseSettings settings) {
    List<Passage> joinable =
        passages.stream().filter(p -> KINDS.contains(p.reuseKind())).sorted(BY_LEFT).toList();
    int ahead =
        Arrays.compare(
            joinable.stream().mapToInt(Passage::leftBegin).toArray(),
            joinable.stream().mapToInt(Passage::rightBegin).sorted().toArray());
    List<Passage> ordered = ahead <= 0 ? joinable : joinable.stream().sorted(BY_RIGHT).toList();
    List<Link> links = new ArrayList<>();
    Link open = null;
    boolean wasRewritten = false;
    for (Passage passage : ordered) {
      boolean rewritten = ReuseKinds.REWRITTEN.equals(passage.reuseKind());
      int reach = LETTERS_A_WORD * (rewritten && wasRewritten ? settings.cutGap() : settings.gap());
      if (open != null && open.isFollowedBy(passage, reach)) {
        open = open.with(passage);
      } else {
        keep(open, settings, links);
        open = of(passage);
      }
      wasRewritten = rewritten;
    }
    keep(open, settings, links);
    links.sort(Comparator.comparingInt(Link::leftBegin).thenComparingInt(Link::rightBegin));
    return links;
  }

  /** Share of the article that it covers most of, 0..1. */
  public double share() {
    return Math.min(1, Math.max(leftShare, rightShare));
  }

  /**
   * Whether it joins two stretches into one story. A small part of two articles of one outlet does
   * not: it is what the outlet says every time, or the background of a running story.
   */
  public static boolean joins(String source, String otherSource, double share) {
    return share >= MOST || !source.equals(otherSource);
  }

  private static void keep(Link link, ReuseSettings settings, List<Link> links) {
    if (link != null
        && (link.words >= settings.edgeWords()
            || link.words >= settings.minWords()
                && Math.max(link.leftShare, link.rightShare) >= MOST)) {
      links.add(link);
    }
  }

  private static Link of(Passage passage) {
    return new Link(
        passage.leftBegin(),
        passage.leftEnd(),
        passage.rightBegin(),
        passage.rightEnd(),
        passage.words(),
        passage.leftShare(),
        passage.rightShare());
  }

  private boolean isFollowedBy(Passage passage, int reach) {
    int left = passage.leftBegin() - leftEnd;
    int right = passage.rightBegin() - rightEnd;
    return left >= 0 && right >= 0 && left <= reach && right <= reach;
  }

  private Link with(Passage passage) {
    return new Link(
        leftBegin,
        passage.leftEnd(),
        rightBegin,
        passage.rightEnd(),
        words + passage.words(),
        leftShare + passage.leftShare(),
        rightShare + passage.rightShare());
  }
}
