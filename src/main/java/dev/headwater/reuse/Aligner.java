package dev.headwater.reuse;

import dev.headwater.model.Block;
import dev.headwater.model.Passage;
import dev.headwater.text.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * Aligns two articles: the passages they share, to the character, with how the text was reused.
 *
 * <p>The same call serves a verbatim copy, a page of many stories and a rewrite. The article with
 * the smaller id is always the left one, so the order of the arguments does not matter.
 */
public final class Aligner {
  private Aligner() {}

  /** The passages of two different articles, in order of the left text; empty when none. */
  public static List<Passage> align(TextIndex one, TextIndex other, ReuseSettings settings) {
    boolean ordered = one.article().articleId().compareTo(other.article().articleId()) <= 0;
    TextIndex left = ordered ? one : other;
    TextIndex right = ordered ? other : one;
    List<Segment> segments = LiteralAlignment.of(left, right, settings);
    if (segments.isEmpty()) {
      return List.of();
    }
    String origin = OriginClass.of(left, right);
    String credits = OriginClass.credits(left, right);
    double cover = cover(left, right, segments);
    List<Passage> passages = new ArrayList<>();
    for (Segment segment : segments) {
      ReuseProfile profile = ReuseProfile.of(left, right, segment, cover);
      String kind = ReuseKinds.of(profile, left.words().size(), right.words().size(), settings);
      passages.add(
          passage(left, right, segment, kind, OriginClass.of(origin, kind), credits));
    }
    return passages;
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
