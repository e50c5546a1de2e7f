package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Matched words of two texts in ascending order on both sides. One match is one word on each side,
 * or two words against one where a word was split. Grows while an alignment is built.
 */
final class Matches {
  /** Equal words. */
  static final int SAME = 0;

  /** One word against one, with a reading error. */
  static final int MISREAD = 1;

  /** Two words on the left, one on the right. */
  static final int SPLIT_LEFT = 2;

  /** One word on the left, two on the right. */
  static final int SPLIT_RIGHT = 3;

  private final IntArrayList lefts = new IntArrayList();
  private final IntArrayList rights = new IntArrayList();
  private final IntArrayList kinds = new IntArrayList();

  void add(int left, int right, int kind) {
    lefts.add(left);
    rights.add(right);
    kinds.add(kind);
  }

  void addAll(Matches other) {
    lefts.addAll(other.lefts);
    rights.addAll(other.rights);
    kinds.addAll(other.kinds);
  }

  int size() {
    return lefts.size();
  }

  int left(int match) {
    return lefts.getInt(match);
  }

  int right(int match) {
    return rights.getInt(match);
  }

  int kind(int match) {
    return kinds.getInt(match);
  }

  int leftEnd(int match) {
    return left(match) + (kind(match) == SPLIT_LEFT ? 2 : 1);
  }

  int rightEnd(int match) {
    return right(match) + (kind(match) == SPLIT_RIGHT ? 2 : 1);
  }

  /** Words of the left text skipped before a match, counted from the match before it. */
  int leftSkipped(int match) {
    return left(match) - leftEnd(match - 1);
  }

  /** Words of the right text skipped before a match, counted from the match before it. */
  int rightSkipped(int match) {
    return right(match) - rightEnd(match - 1);
  }

  /** Whether a match follows the one before it without a skip on either side. */
  boolean follows(int match) {
    return match > 0 && match < size() && leftSkipped(match) == 0 && rightSkipped(match) == 0;
  }

  /** The same matches with the sides exchanged. */
  Matches mirrored() {
    Matches mirrored = new Matches();
    for (int m = 0; m < size(); m++) {
      int kind =
          switch (kind(m)) {
            case SPLIT_LEFT -> SPLIT_RIGHT;
            case SPLIT_RIGHT -> SPLIT_LEFT;
            default -> kind(m);
          };
      mirrored.add(right(m), left(m), kind);
    }
    return mirrored;
  }

  /** The matches of a half-open range. */
  Matches range(int from, int to) {
    Matches part = new Matches();
    for (int m = from; m < to; m++) {
      part.add(left(m), right(m), kind(m));
    }
    return part;
  }
}
