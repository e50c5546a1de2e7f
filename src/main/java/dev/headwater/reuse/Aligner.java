package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.model.Block;
import dev.headwater.model.Passage;
import dev.headwater.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Aligns two articles: the passages they share, to the character, with how the text was reused.
 *
 * <p>The same call serves a verbatim copy, a page of many stories and a rewrite. The article with
 * the smaller id is always the left one, so the order of the arguments does not matter. Ties
 * between the two texts are broken by what they say, never by their ids: with the ids exchanged the
 * passages are the same, left for right.
 */
public final class Aligner {
  private static final double MOST = 0.8;
  private static final int ANOTHER_EDITION = 12;

  /**
   * A segment with its kind; loose where its words were changed so much that it may be a rewrite,
   * filled where another filling of the same frame explains the changes.
   */
  private record Judged(Segment segment, String kind, boolean loose, boolean filled) {}

  private static final Comparator<Judged> BY_PLACE =
      Comparator.<Judged>comparingInt(j -> j.segment().leftFrom())
          .thenComparingInt(j -> j.segment().rightFrom());

  private Aligner() {}

  /** The passages of two different articles, in order of the left text; empty when none. */
  public static List<Passage> align(TextIndex one, TextIndex other, ReuseSettings settings) {
    boolean ordered = one.article().articleId().compareTo(other.article().articleId()) <= 0;
    TextIndex left = ordered ? one : other;
    TextIndex right = ordered ? other : one;
    List<Judged> judged = judged(left, right, settings);
    if (judged.isEmpty()) {
      return List.of();
    }
    if (isOwnFormula(left.article(), right.article())) {
      judged = asTemplates(judged);
    }
    String credits = OriginClass.credits(left, right);
    String origin = OriginClass.ofPair(left, right, credits);
    List<Passage> passages = new ArrayList<>();
    for (Judged j : judged) {
      String ofPassage = OriginClass.of(origin, j.kind());
      passages.add(passage(left, right, j.segment(), j.kind(), ofPassage, credits));
    }
    return passages;
  }

  /** The segments in order of the left text, whichever of the two texts was looked at first. */
  private static List<Judged> judged(TextIndex left, TextIndex right, ReuseSettings settings) {
    // runs are the same from either side, and the left text's n-grams serve all of its pairs
    Runs runs = Runs.of(left, right, settings.seed(left.isMisread() || right.isMisread()));
    if (left.compareContent(right) <= 0) {
      return judged(left, right, runs, settings);
    }
    return judged(right, left, runs.mirrored(), settings).stream()
        .map(j -> new Judged(j.segment().mirrored(), j.kind(), j.loose(), j.filled()))
        .sorted(BY_PLACE)
        .toList();
  }

  private static List<Judged> judged(
      TextIndex left, TextIndex right, Runs runs, ReuseSettings settings) {
    List<Judged> judged = literal(left, right, runs, settings);
    double settled =
        judged.stream()
            .filter(j -> !j.loose())
            .mapToDouble(j -> larger(left, right, j.segment()))
            .sum();
    return settled < MOST
        ? withRewrites(judged, RewriteAlignment.of(left, right, settings))
        : judged;
  }

  private static List<Judged> literal(
      TextIndex left, TextIndex right, Runs runs, ReuseSettings settings) {
    List<Segment> segments = LiteralAlignment.of(left, right, runs, settings);
    double cover = cover(left, right, segments);
    List<Judged> judged = new ArrayList<>();
    for (Segment segment : segments) {
      ReuseProfile profile = ReuseProfile.of(left, right, segment, cover);
      String kind = ReuseKinds.of(profile, left.words().size(), right.words().size(), settings);
      boolean quote = ReuseKinds.QUOTE.equals(kind);
      if (segments.size() == 1 && !quote && Endings.isOnlyEnding(left, right, segment, settings)) {
        kind = ReuseKinds.BOILERPLATE;
      }
      judged.add(
          new Judged(
              segment,
              kind,
              ReuseKinds.isLoose(profile, kind),
              ReuseKinds.isFilled(profile, kind)));
    }
    return judged;
  }

  /**
   * Whether two articles are of one outlet and half a day apart or more: what they then say in
   * nearly the same words is the outlet's formula for such news, since no outlet rewords its own
   * story.
   */
  private static boolean isOwnFormula(Article one, Article other) {
    return one.source().equals(other.source())
        && one.publishedAt() != null
        && other.publishedAt() != null
        && Duration.between(one.publishedAt(), other.publishedAt()).abs().toHours()
            >= ANOTHER_EDITION;
  }

  private static List<Judged> asTemplates(List<Judged> judged) {
    return judged.stream()
        .map(j -> j.filled() ? new Judged(j.segment(), ReuseKinds.TEMPLATE, j.loose(), true) : j)
        .toList();
  }

  /** Sentence pairs take the place of loose segments that they overlap, and yield to firm ones. */
  private static List<Judged> withRewrites(List<Judged> judged, List<Segment> rewrites) {
    if (rewrites.isEmpty()) {
      return judged;
    }
    List<Judged> merged = new ArrayList<>();
    for (Judged j : judged) {
      boolean replaced = j.loose() && rewrites.stream().anyMatch(r -> r.overlaps(j.segment()));
      if (!replaced) {
        merged.add(j);
      }
    }
    List<Judged> kept = List.copyOf(merged);
    for (Segment rewrite : rewrites) {
      if (kept.stream().noneMatch(j -> j.segment().overlaps(rewrite))) {
        merged.add(new Judged(rewrite, ReuseKinds.REWRITTEN, true, true));
      }
    }
    merged.sort(BY_PLACE);
    return merged;
  }

  private static double larger(TextIndex left, TextIndex right, Segment segment) {
    return Math.max(
        left.share(segment.leftFrom(), segment.leftTo()),
        right.share(segment.rightFrom(), segment.rightTo()));
  }

  private static double cover(TextIndex left, TextIndex right, List<Segment> segments) {
    double ofLeft = 0;
    double ofRight = 0;
    for (Segment segment : segments) {
      ofLeft += left.share(segment.leftFrom(), segment.leftTo());
      ofRight += right.share(segment.rightFrom(), segment.rightTo());
    }
    return Math.max(ofLeft, ofRight);
  }

  private static Passage passage(
      TextIndex left,
      TextIndex right,
      Segment segment,
      String kind,
      String origin,
      String credits) {
    return new Passage(
        left.article().articleId(),
        right.article().articleId(),
        left.words().begin(segment.leftFrom()),
        left.words().end(segment.leftTo() - 1),
        right.words().begin(segment.rightFrom()),
        right.words().end(segment.rightTo() - 1),
        segment.matched(),
        segment.identity(),
        left.share(segment.leftFrom(), segment.leftTo()),
        right.share(segment.rightFrom(), segment.rightTo()),
        kind,
        origin,
        blocks(left.words(), right.words(), segment.matches()),
        credits);
  }

  private static List<Block> blocks(Words left, Words right, Matches matches) {
    List<Block> blocks = new ArrayList<>();
    int m = 0;
    while (m < matches.size()) {
      if (matches.kind(m) != Matches.SAME) {
        m++;
        continue;
      }
      int end = m + 1;
      while (matches.follows(end) && matches.kind(end) == Matches.SAME) {
        end++;
      }
      blocks.add(
          new Block(
              left.begin(matches.left(m)),
              left.end(matches.left(end - 1)),
              right.begin(matches.right(m)),
              right.end(matches.right(end - 1))));
      m = end;
    }
    return blocks;
  }
}
