package dev.headwater.claim;

/**
 * Tells what a scanner made of a picture, a rule or dirt from a sentence: marks and letters among
 * each other, such as {@code '.i.'.-' Hii'iiH i:i v;!}, in which a 1 is no number.
 *
 * <p>Parts between blanks are words, noise, or neither. A word is at least two letters, not all the
 * same and no three in a row, with a vowel or all capital, whole but for hyphens and apostrophes;
 * noise has a letter and is no word; figures and marks alone are neither. Linear in the sentence.
 */
final class ScanNoise {
  private static final int LEAST_NOISE = 3;

  private final int words;
  private final int noise;

  private ScanNoise(int words, int noise) {
    this.words = words;
    this.noise = noise;
  }

  /** Looks at a sentence. */
  static ScanNoise in(String sentence) {
    int words = 0;
    int noise = 0;
    int begin = 0;
    for (int i = 0; i <= sentence.length(); i++) {
      if (i == sentence.length() || Tokenizer.isSpace(sentence.charAt(i))) {
        if (isWord(sentence, begin, i)) {
          words++;
        } else if (hasLetter(sentence, begin, i) && !isUnit(sentence, begin, i)) {
          noise++;
        }
        begin = i + 1;
      }
    }
    return new ScanNoise(words, noise);
  }

  /** What a number of the sentence is where it says nothing: noise, or bare; null for a claim. */
  String kind(Quantity quantity) {
    if (noise >= LEAST_NOISE && noise > words) {
      return "scan_noise";
    }
    return words == 0 && quantity.unitKind().equals("none") ? "bare_figure" : null;
  }

  private static boolean hasLetter(String text, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** "5m" and "km": letters behind figures, and short forms of lower case, prove nothing. */
  private static boolean isUnit(String text, int begin, int end) {
    if (Tokenizer.isDigit(text.charAt(begin))) {
      return true;
    }
    int last = end;
    while (last > begin && !Character.isLetter(text.charAt(last - 1))) {
      last--;
    }
    int letters = 0;
    for (int i = begin; i < last; i++) {
      letters += Character.isLetter(text.charAt(i)) ? 1 : 0;
    }
    return letters == last - begin && letters > 1 && letters < 4 && !same(text, begin, last);
  }

  private static boolean same(String text, int begin, int end) {
    for (int i = begin + 1; i < end; i++) {
      if (text.charAt(i) != text.charAt(begin)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWord(String text, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && !Character.isLetter(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && !Character.isLetter(text.charAt(end - 1))) {
      end--;
    }
    if (end - begin < 2 || begin - from > 2 || to - end > 3 || same(text, begin, end)) {
      return false;
    }
    boolean vowel = false;
    boolean capitals = true;
    int run = 0;
    for (int i = begin; i < end; i++) {
      char c = text.charAt(i);
      boolean inner = c == '-' || c == '\'' || c == '’' || c == '.' || c == '/' || c == '&';
      boolean joins = inner && Character.isLetterOrDigit(text.charAt(i + 1));
      if (!Character.isLetter(c) && !joins && !Character.isSurrogate(c) && c != '\u00AD') {
        return false;
      }
      run =
          i > begin && Character.toLowerCase(c) == Character.toLowerCase(text.charAt(i - 1))
              ? run + 1
              : 1;
      if (run > 2) {
        return false;
      }
      capitals &= Character.isUpperCase(c) || inner;
      vowel |= c > 0x7F || "aeiouyAEIOUY".indexOf(c) >= 0;
    }
    return vowel || capitals;
  }
}
