package dev.headwater.reuse;

/**
 * Whether two words are the same but for a reading error, and whether one word was split in two.
 *
 * <p>Edit distance after Levenshtein (1966) within a bound: one edit up to six letters, two beyond.
 * Numbers never match but exactly: a digit misread is a different number. Holds a scratch row, so
 * one instance serves one alignment.
 */
final class WordMatch {
  private static final int LEAST = 4;
  private static final int MOST = 30;
  private static final int SHORT = 6;

  private final TextIndex left;
  private final TextIndex right;
  private final char[] one = new char[2 * MOST];
  private final char[] two = new char[2 * MOST];
  private final int[] row = new int[2 * MOST + 1];

  WordMatch(TextIndex left, TextIndex right) {
    this.left = left;
    this.right = right;
  }

  /** Whether two different words of such shapes can be one word misread: never false where so. */
  static boolean mayBeMisread(long one, long other) {
    int letters = WordShapes.length(one);
    int lettersOther = WordShapes.length(other);
    int longer = Math.max(letters, lettersOther);
    return Math.min(letters, lettersOther) >= LEAST
        && longer <= MOST
        && Math.abs(letters - lettersOther) <= 2
        && areNearSets(WordShapes.set(one), WordShapes.set(other), longer)
        && (WordShapes.isSameFirst(one, other) || WordShapes.isSameLast(one, other));
  }

  /** Whether two different words whose shapes allow it are one word misread. */
  boolean isMisread(int l, int r) {
    return !left.words().isNumeric(l)
        && !right.words().isNumeric(r)
        && isNear(left.letters(l, one, 0), right.letters(r, two, 0))
        && !areSlots(l, r);
  }

  /** Whether both are days, months or written numbers: Monday is not a misread Sunday. */
  private boolean areSlots(int l, int r) {
    return HashedWords.SLOTS.contains(left.words().hash(l))
        && HashedWords.SLOTS.contains(right.words().hash(r));
  }

  /** Whether two words of such shapes can be one word, split: never false where so. */
  static boolean mayBeSplit(long first, long second, long whole) {
    int letters = WordShapes.length(whole);
    int parts = WordShapes.length(first) + WordShapes.length(second);
    int set = WordShapes.set(first) | WordShapes.set(second);
    return letters >= LEAST
        && Math.abs(parts - letters) <= 1
        && parts <= MOST
        && WordShapes.isSameFirst(first, whole)
        && areNearSets(set, WordShapes.set(whole), Math.max(parts, letters));
  }

  /** Whether two words of the left text whose shapes allow it are one word of the right, split. */
  boolean isSplitLeft(int l, int r) {
    return isSplit(left, l, right, r);
  }

  /** Whether two words of the right text whose shapes allow it are one word of the left, split. */
  boolean isSplitRight(int l, int r) {
    return isSplit(right, r, left, l);
  }

  private boolean isSplit(TextIndex split, int first, TextIndex whole, int word) {
    return !whole.words().isNumeric(word)
        && !split.words().isNumeric(first)
        && !split.words().isNumeric(first + 1)
        && isNear(
            split.letters(first + 1, one, split.letters(first, one, 0)),
            whole.letters(word, two, 0));
  }

  /** Whether two sets of letters may belong to words so near: an edit changes two at most. */
  private static boolean areNearSets(int one, int other, int letters) {
    return Integer.bitCount(one ^ other) <= 2 * edits(letters);
  }

  /** Edits allowed for a word of so many letters. */
  private static int edits(int letters) {
    return letters <= SHORT ? 1 : 2;
  }

  private boolean isNear(int lengthOne, int lengthTwo) {
    int bound = edits(Math.max(lengthOne, lengthTwo));
    for (int k = 0; k <= lengthTwo; k++) {
      row[k] = k;
    }
    for (int i = 1; i <= lengthOne; i++) {
      int diagonal = row[0];
      row[0] = i;
      int least = i;
      for (int k = 1; k <= lengthTwo; k++) {
        int above = row[k];
        int changed = diagonal + (one[i - 1] == two[k - 1] ? 0 : 1);
        row[k] = Math.min(changed, Math.min(above, row[k - 1]) + 1);
        least = Math.min(least, row[k]);
        diagonal = above;
      }
      if (least > bound) {
        return false;
      }
    }
    return row[lengthTwo] <= bound;
  }
}
