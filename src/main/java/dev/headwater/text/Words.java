package dev.headwater.text;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * The words of a text as parallel arrays: offsets in code points and a 64-bit hash each.
 *
 * <p>A word is a longest run of letters, combining marks and digits, lower-cased; everything else
 * separates. So {@code don't} is two words and {@code 6,700} is two. In scripts that put no blanks
 * between words (Han, kana, Thai, Lao, Burmese, Khmer; UAX #29 leaves these to dictionaries) each
 * letter with its marks is a word. Hashes are those of the lower-cased UTF-16 units, so they are
 * the same on every machine. One pass, linear in the text.
 */
public final class Words {
  private static final Hasher64 HASH = Hashing.wyhashFinal4();
  private static final byte[] LOWER = lower();
  private static final Set<Character.UnicodeScript> UNSPACED =
      EnumSet.of(
          Character.UnicodeScript.HAN,
          Character.UnicodeScript.HIRAGANA,
          Character.UnicodeScript.KATAKANA,
          Character.UnicodeScript.BOPOMOFO,
          Character.UnicodeScript.THAI,
          Character.UnicodeScript.LAO,
          Character.UnicodeScript.MYANMAR,
          Character.UnicodeScript.KHMER);
  private static final int FIRST_UNSPACED = 0x0E00;
  private static final int LAST_OF_KHMER = 0x17FF;
  private static final int FIRST_OF_HAN = 0x2E80;
  private static final int FIRST_OF_KANA = 0x3041;
  private static final int LAST_OF_KANA = 0x30FF;
  private static final int FIRST_HALF_KANA = 0xFF66;
  private static final int LAST_HALF_KANA = 0xFF9D;

  private final int[] begins;
  private final int[] ends;
  private final long[] hashes;
  private final boolean[] numeric;

  private Words(int[] begins, int[] ends, long[] hashes, boolean[] numeric) {
    this.begins = begins;
    this.ends = ends;
    this.hashes = hashes;
    this.numeric = numeric;
  }

  /** Reads all words of a text. */
  public static Words of(String text) {
    char[] chars = text.toCharArray();
    int units = chars.length;
    int capacity = Math.max(16, units / 5);
    int[] begins = new int[capacity];
    int[] ends = new int[capacity];
    long[] hashes = new long[capacity];
    boolean[] numeric = new boolean[capacity];
    byte[] word = new byte[128];
    int count = 0;
    int point = 0;
    int unit = 0;
    while (unit < units) {
      int c = point(chars, unit);
      if (!isWordPart(c)) {
        unit += Character.charCount(c);
        point++;
        continue;
      }
      int begin = point;
      int length = 0;
      boolean digit = false;
      boolean single = isWordAlone(c);
      while (unit < units && isPartOf(c = point(chars, unit), single, point > begin)) {
        if (length + 4 > word.length) {
          word = Arrays.copyOf(word, word.length * 2);
        }
        if (c < LOWER.length) {
          digit |= c <= '9';
          word[length++] = LOWER[c];
          word[length++] = 0;
        } else {
          digit |= Character.isDigit(c);
          length = write(Character.toLowerCase(c), word, length);
        }
        unit += Character.charCount(c);
        point++;
      }
      if (count == begins.length) {
        int grown = count * 2;
        begins = Arrays.copyOf(begins, grown);
        ends = Arrays.copyOf(ends, grown);
        hashes = Arrays.copyOf(hashes, grown);
        numeric = Arrays.copyOf(numeric, grown);
      }
      begins[count] = begin;
      ends[count] = point;
      hashes[count] = HASH.hashBytesToLong(word, 0, length);
      numeric[count] = digit;
      count++;
    }
    return new Words(
        Arrays.copyOf(begins, count),
        Arrays.copyOf(ends, count),
        Arrays.copyOf(hashes, count),
        Arrays.copyOf(numeric, count));
  }

  /** For each ASCII character its lower case if words are made of it, else 0. */
  private static byte[] lower() {
    byte[] lower = new byte[128];
    for (int c = 0; c < lower.length; c++) {
      lower[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0);
    }
    return lower;
  }

  /** Writes the UTF-16 units of a code point, the low byte first; gives the end. */
  private static int write(int point, byte[] into, int from) {
    int to = from;
    for (int k = 0; k < Character.charCount(point); k++) {
      char unit = Character.isBmpCodePoint(point) ? (char) point : surrogate(point, k);
      into[to++] = (byte) unit;
      into[to++] = (byte) (unit >>> 8);
    }
    return to;
  }

  private static char surrogate(int point, int k) {
    return k == 0 ? Character.highSurrogate(point) : Character.lowSurrogate(point);
  }

  private static int point(char[] chars, int unit) {
    char c = chars[unit];
    return Character.isSurrogate(c) ? Character.codePointAt(chars, unit) : c;
  }

  private static boolean isWordPart(int c) {
    if (c < LOWER.length) {
      return LOWER[c] != 0;
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether a word goes on: behind a letter that is a word alone only its marks belong to it. */
  private static boolean isPartOf(int c, boolean single, boolean inside) {
    if (c < LOWER.length) {
      return !single && LOWER[c] != 0;
    }
    return single && inside
        ? Character.getType(c) == Character.NON_SPACING_MARK
        : isWordPart(c) && single == isWordAlone(c);
  }

  /** Whether a letter is of a script without blanks; its digits make runs as all digits do. */
  private static boolean isWordAlone(int c) {
    boolean between = c > LAST_OF_KHMER && c < FIRST_OF_HAN;
    if (c < FIRST_UNSPACED || between || !Character.isLetter(c)) {
      return false;
    }
    if (c >= FIRST_OF_KANA && c <= LAST_OF_KANA || c >= FIRST_HALF_KANA && c <= LAST_HALF_KANA) {
      // The marks that lengthen a sound belong to no script of their own.
      return true;
    }
    return UNSPACED.contains(Character.UnicodeScript.of(c));
  }

  /** Number of words. */
  public int size() {
    return begins.length;
  }

  /** First code point of a word. */
  public int begin(int word) {
    return begins[word];
  }

  /** One past the last code point of a word. */
  public int end(int word) {
    return ends[word];
  }

  /** 64-bit hash of the lower-cased word. */
  public long hash(int word) {
    return hashes[word];
  }

  /** Whether the word holds a digit: templates differ in such words only. */
  public boolean isNumeric(int word) {
    return numeric[word];
  }

  /**
   * Index of the first word that begins at or after a code point offset; {@link #size()} if none.
   */
  public int firstAtOrAfter(int point) {
    int found = Arrays.binarySearch(begins, point);
    return found >= 0 ? found : -found - 1;
  }
}
