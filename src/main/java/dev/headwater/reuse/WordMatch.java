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

  private final TextIndex left;
  private final TextIndex right;
  private final char[] one = new char[2 * MOST];
  private final char[] two = new char[2 * MOST];
  private final int[] row = new int[2 * MOST + 1];

  WordMatch(TextIndex left, TextIndex right) {
    this.left = left;
    this.right = right;
  }

  boolean isSame(int l, int r) {
    return left.words().hash(l) == right.words().hash(r);
  }

  /** Whether two different words are alike enough to be one word misread. */
  boolean isMisread(int l, int r) {
    int lettersLeft = left.letters(l);
    int lettersRight = right.letters(r);
    if (Math.min(lettersLeft, lettersRight) < LEAST
        || Math.max(lettersLeft, lettersRight) > MOST
        || Math.abs(lettersLeft - lettersRight) > 2
        || left.words().isNumeric(l)
        || right.words().isNumeric(r)) {
      return false;
    }
    boolean ends =
        left.letter(l, 0) == right.letter(r, 0)
            || left.letter(l, lettersLeft - 1) == right.letter(r, lettersRight - 1);
    return ends && isNear(fill(left, l, 1, one), fill(right, r, 1, two)) && !areSlots(l, r);
  }

  /** Whether both are days, months or written numbers: Monday is not a misread Sunday. */
  private boolean areSlots(int l, int r) {
    return HashedWords.SLOTS.contains(left.words().hash(l))
        && HashedWords.SLOTS.contains(right.words().hash(r));
  }

  /** Whether two words of the left text are one word of the right text, split. */
  boolean isSplitLeft(int l, int r) {
    return isSplit(left, l, right, r);
  }

  /** Whether two words of the right text are one word of the left text, split. */
  boolean isSplitRight(int l, int r) {
    return isSplit(right, r, left, l);
  }

  private boolean isSplit(TextIndex split, int first, TextIndex whole, int word) {
    int letters = whole.letters(word);
    int parts = split.letters(first) + split.letters(first + 1);
    if (letters < LEAST
        || Math.abs(parts - letters) > 1
        || parts > MOST
        || split.letter(first, 0) != whole.letter(word, 0)
        || whole.words().isNumeric(word)
        || split.words().isNumeric(first)
        || split.words().isNumeric(first + 1)) {
      return false;
    }
    return isNear(fill(split, first, 2, one), fill(whole, word, 1, two));
  }

  private static int fill(TextIndex index, int word, int words, char[] into) {
    int length = 0;
    for (int w = word; w < word + words; w++) {
      for (int k = 0; k < index.letters(w); k++) {
        into[length++] = index.letter(w, k);
      }
    }
    return length;
  }

  private boolean isNear(int lengthOne, int lengthTwo) {
    int bound = Math.max(lengthOne, lengthTwo) <= 6 ? 1 : 2;
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
