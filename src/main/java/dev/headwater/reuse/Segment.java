package dev.headwater.reuse;

/**
 * A stretch of words that stands in both texts, before it is judged: word ranges, half-open, and
 * the matches inside.
 */
record Segment(int leftFrom, int leftTo, int rightFrom, int rightTo, int matched, Matches matches) {

  static Segment of(Matches matches) {
    int last = matches.size() - 1;
    return new Segment(
        matches.left(0),
        matches.leftEnd(last),
        matches.right(0),
        matches.rightEnd(last),
        matches.size(),
        matches);
  }

  /** The same segment with the sides exchanged. */
  Segment mirrored() {
    return new Segment(rightFrom, rightTo, leftFrom, leftTo, matched, matches.mirrored());
  }

  int leftWords() {
    return leftTo - leftFrom;
  }

  int rightWords() {
    return rightTo - rightFrom;
  }

  /** Matched words over the words of the longer side. */
  double identity() {
    return Math.min(1.0, (double) matched / Math.max(leftWords(), rightWords()));
  }

  /** Whether two segments have words in common on either side. */
  boolean overlaps(Segment other) {
    return leftFrom < other.leftTo && other.leftFrom < leftTo
        || rightFrom < other.rightTo && other.rightFrom < rightTo;
  }
}
