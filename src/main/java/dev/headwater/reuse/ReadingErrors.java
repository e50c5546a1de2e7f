package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;

/**
 * Tells texts full of reading errors, as optical character recognition leaves them.
 *
 * <p>What no writer writes is counted: digits or a mark between small letters ({@code cos3table,
 * maga*zine}), capitals behind small letters ({@code lU, BENcH}), five small consonants and no
 * vowel. Each such word counts once, as an abbreviation or a name of the Web may recur. Of texts
 * that were typed less than one in a hundred has so many, mostly by shortened addresses. One pass,
 * a few operations a character.
 */
public final class ReadingErrors {
  /** Different words misread that make a text one that was read by a machine. */
  private static final int LEAST = 3;

  /** And one in so many of its words. */
  private static final int WORDS_AN_ERROR = 500;

  private static final int CONSONANTS = 5;

  private static final byte SMALL = 1;
  private static final byte CAPITAL = 2;
  private static final byte DIGIT = 3;
  private static final byte MARK = 4;

  /** A letter of which nothing is said. */
  private static final byte OTHER = 5;

  private static final byte[] KINDS = kinds();
  private static final boolean[] VOWELS = vowels();

  private ReadingErrors() {}

  /** Whether a text has many, for so many words. */
  public static boolean areMany(String text, int words) {
    int enough = Math.max(LEAST, (words + WORDS_AN_ERROR - 1) / WORDS_AN_ERROR);
    IntOpenHashSet misread = null;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean doubtful = false;
      boolean vowel = false;
      for (byte kind; end < text.length() && (kind = kind(text.charAt(end))) != 0; end++) {
        doubtful |= kind != SMALL && kind != OTHER && end > at;
        vowel |= kind == OTHER || VOWELS[text.charAt(end)];
      }
      if (end > at
          && (doubtful && isMisread(text, at, end)
              || !vowel && !doubtful && end - at >= CONSONANTS)) {
        if (misread == null) {
          misread = new IntOpenHashSet();
        }
        misread.add(text.substring(at, end).hashCode());
        if (misread.size() >= enough) {
          return true;
        }
      }
      at = end + 1;
    }
    return false;
  }

  private static byte kind(char c) {
    if (c < KINDS.length) {
      return KINDS[c];
    }
    return Character.isLetter(c) ? OTHER : 0;
  }

  /** Whether something stands in a run of characters that no writer puts there. */
  private static boolean isMisread(String text, int from, int to) {
    for (int i = from + 1; i < to; i++) {
      byte kind = kind(text.charAt(i));
      boolean behindSmall = kind(text.charAt(i - 1)) == SMALL;
      if (kind == MARK && behindSmall && isSmall(text, i + 1, to)
          || kind == DIGIT && behindSmall && isSmall(text, behind(text, i, to, DIGIT), to)
          || kind == CAPITAL && behindSmall && areOutOfPlace(text, from, i, to)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSmall(String text, int at, int to) {
    return at < to && kind(text.charAt(at)) == SMALL;
  }

  private static int behind(String text, int at, int to, byte kind) {
    int end = at;
    while (end < to && kind(text.charAt(end)) == kind) {
      end++;
    }
    return end;
  }

  /**
   * Whether capitals behind a small letter are none of a name such as McCarthy or iPhone: several,
   * the last letter, or in a word of capitals.
   */
  private static boolean areOutOfPlace(String text, int from, int at, int to) {
    int end = behind(text, at, to, CAPITAL);
    boolean single = end - at == 1;
    boolean isEnd = end == to || kind(text.charAt(end)) == MARK;
    return !single || isEnd || isAmongCapitals(text, from, at);
  }

  /** Whether one or two small letters stand behind two capitals or more. */
  private static boolean isAmongCapitals(String text, int from, int at) {
    int begin = at;
    while (begin > from && kind(text.charAt(begin - 1)) == SMALL) {
      begin--;
    }
    return at - begin <= 2
        && begin - 2 >= from
        && kind(text.charAt(begin - 1)) == CAPITAL
        && kind(text.charAt(begin - 2)) == CAPITAL;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c = 'a'; c <= 'z'; c++) {
      kinds[c] = SMALL;
      kinds[Character.toUpperCase(c)] = CAPITAL;
    }
    for (char c = '0'; c <= '9'; c++) {
      kinds[c] = DIGIT;
    }
    for (char c : "*^~|<>{}\\$!?;:".toCharArray()) {
      kinds[c] = MARK;
    }
    return kinds;
  }

  private static boolean[] vowels() {
    boolean[] vowels = new boolean[KINDS.length];
    for (char c : "aeiouyAEIOUY".toCharArray()) {
      vowels[c] = true;
    }
    return vowels;
  }
}
