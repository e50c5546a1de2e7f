package dev.headwater.reuse;

/**
 * Tells the notice that two articles end with from a story that they share.
 *
 * <p>A copy keeps the beginning of a story and is cut from below (the inverted pyramid), so a few
 * words at the very end of both texts, with nothing shared before them, are a notice: who may
 * reprint, how to subscribe, who paid. One look at the ends of a segment.
 */
final class Endings {
  private static final int PARAGRAPH_WORDS = 100;
  private static final double PARAGRAPH_SHARE = 0.7;
  private static final int MOST_WORDS = 60;
  private static final double MOST_SHARE = 0.5;
  private static final int AFTER = 3;
  private static final int BEFORE = 8;
  private static final int STRAYS = 15;
  private static final double NEARLY_SAME = 0.8;

  private Endings() {}

  /** Whether a segment, the only one of its pair, is such an ending; never on a page of print. */
  static boolean isOnlyEnding(
      TextIndex left, TextIndex right, Segment segment, ReuseSettings settings) {
    int longer = Math.max(left.words().size(), right.words().size());
    if (longer > settings.rewriteMaxWords()
        || segment.identity() < NEARLY_SAME
        || left.storyWords(segment.leftTo(), left.words().size()) > AFTER
        || right.storyWords(segment.rightTo(), right.words().size()) > AFTER
        || left.storyWords(0, segment.leftFrom()) < BEFORE
        || right.storyWords(0, segment.rightFrom()) < BEFORE) {
      return false;
    }
    double share =
        Math.max(
            left.share(segment.leftFrom(), segment.leftTo()),
            right.share(segment.rightFrom(), segment.rightTo()));
    boolean paragraph =
        isParagraph(left, segment.leftFrom(), segment.leftTo())
            && isParagraph(right, segment.rightFrom(), segment.rightTo());
    return paragraph
        ? segment.matched() <= PARAGRAPH_WORDS && share < PARAGRAPH_SHARE
        : segment.matched() <= MOST_WORDS && share < MOST_SHARE;
  }

  /** Whether a range is one paragraph but for a few stray words before it. */
  private static boolean isParagraph(TextIndex index, int from, int to) {
    int last = -1;
    for (int w = Math.max(1, from); w < to; w++) {
      if (index.isParagraphEnd(w - 1)) {
        last = w;
      }
    }
    return last >= 0 && last - from <= STRAYS;
  }
}
