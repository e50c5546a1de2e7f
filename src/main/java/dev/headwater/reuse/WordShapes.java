package dev.headwater.reuse;

/**
 * The letters of each word of a text in short, in one long: enough to see at once that two words
 * cannot be nearly the same.
 *
 * <p>The set of letters as 26 bits (every letter outside a to z falls on one of them), the number
 * of letters, and the first and last letter. An edit changes two bits of the set at most, so words
 * whose sets differ in more bits than twice the edits allowed need no comparison. A word is read at
 * its first use; 8 bytes a word.
 */
final class WordShapes {
  private static final int LETTERS = 26;
  private static final int SET = (1 << LETTERS) - 1;
  private static final int LENGTH_BITS = 6;
  private static final int MOST_LENGTH = (1 << LENGTH_BITS) - 1;

  private final TextIndex index;
  private final long[] shapes;
  private char[] buffer = new char[64];

  WordShapes(TextIndex index) {
    this.index = index;
    this.shapes = new long[index.words().size()];
  }

  /** The shape of a word; never 0. */
  long of(int word) {
    long shape = shapes[word];
    if (shape == 0) {
      shape = read(word);
      shapes[word] = shape;
    }
    return shape;
  }

  private long read(int word) {
    int letters = index.letters(word);
    if (letters > buffer.length) {
      buffer = new char[letters];
    }
    index.letters(word, buffer, 0);
    int set = 0;
    for (int k = 0; k < letters; k++) {
      int place = buffer[k] - 'a';
      set |= 1 << (place >= 0 && place < LETTERS ? place : Math.floorMod(place, LETTERS));
    }
    long length = Math.min(MOST_LENGTH, letters);
    long edges = (long) buffer[0] << 16 | buffer[letters - 1];
    return edges << (LETTERS + LENGTH_BITS) | length << LETTERS | set;
  }

  /** Letters of a word; 63 for more. */
  static int length(long shape) {
    return (int) (shape >>> LETTERS) & MOST_LENGTH;
  }

  /** The letters of a word as a set of bits. */
  static int set(long shape) {
    return (int) shape & SET;
  }

  static boolean isSameFirst(long one, long other) {
    return (one ^ other) >>> (LETTERS + LENGTH_BITS + 16) == 0;
  }

  static boolean isSameLast(long one, long other) {
    return ((one ^ other) >>> (LETTERS + LENGTH_BITS) & 0xFFFF) == 0;
  }
}
