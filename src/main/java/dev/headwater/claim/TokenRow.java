package dev.headwater.claim;

import java.util.List;
import java.util.Locale;

/**
 * The tokens of a sentence as the rules look at them: lower-cased once, and safe to ask beyond both
 * ends, where every word is empty.
 */
final class TokenRow {
  private final TaggedSentence sentence;
  private final List<Token> tokens;
  private final String[] lower;

  TokenRow(TaggedSentence sentence) {
    this.sentence = sentence;
    this.tokens = sentence.tokens();
    this.lower = new String[tokens.size()];
    for (int i = 0; i < lower.length; i++) {
      lower[i] = visible(tokens.get(i).text()).toLowerCase(Locale.ROOT);
    }
  }

  /** The form without soft hyphens and zero-width characters. */
  private static String visible(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (isInvisible(form.charAt(i))) {
        StringBuilder kept = new StringBuilder(form.length());
        form.chars().filter(c -> !isInvisible(c)).forEach(c -> kept.append((char) c));
        return kept.toString();
      }
    }
    return form;
  }

  private static boolean isInvisible(int c) {
    return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060;
  }

  TaggedSentence sentence() {
    return sentence;
  }

  int size() {
    return lower.length;
  }

  Token token(int i) {
    return tokens.get(i);
  }

  /** The form as printed, "" beyond the ends. */
  String text(int i) {
    return has(i) ? visible(tokens.get(i).text()) : "";
  }

  /** The lower-cased form, "" beyond the ends. */
  String lower(int i) {
    return has(i) ? lower[i] : "";
  }

  /** The part of speech, "" beyond the ends. */
  String tag(int i) {
    return has(i) ? tokens.get(i).tag() : "";
  }

  /** The lemma, "" beyond the ends. */
  String lemma(int i) {
    return has(i) ? tokens.get(i).lemma() : "";
  }

  private boolean has(int i) {
    return i >= 0 && i < lower.length;
  }

  /** Whether nothing stands between a token and the one before it. */
  boolean glued(int i) {
    return has(i) && has(i - 1) && tokens.get(i).begin() == tokens.get(i - 1).end();
  }

  boolean is(int i, String word) {
    return lower(i).equals(word);
  }

  /** Whether a token is one of several words separated by bars. */
  boolean isAny(int i, String words) {
    String word = lower(i);
    int at = word.isEmpty() ? -1 : words.indexOf(word);
    while (at >= 0) {
      int end = at + word.length();
      if ((at == 0 || words.charAt(at - 1) == '|')
          && (end == words.length() || words.charAt(end) == '|')) {
        return true;
      }
      at = words.indexOf(word, at + 1);
    }
    return false;
  }

  boolean isNoun(int i) {
    return tag(i).startsWith("NN");
  }

  boolean isPlural(int i) {
    return tag(i).equals("NNS") || tag(i).equals("NNPS");
  }

  boolean isProper(int i) {
    return tag(i).startsWith("NNP");
  }

  boolean isVerb(int i) {
    return tag(i).startsWith("VB") || tag(i).equals("MD");
  }

  boolean isDigits(int i) {
    String word = lower(i);
    return !word.isEmpty()
        && (Tokenizer.isDigit(word.charAt(0))
            || (word.charAt(0) == '.' && word.length() > 1 && Tokenizer.isDigit(word.charAt(1))));
  }

  /** Whether a token is one more group of three digits of the number that begins at another. */
  boolean isDigitGroup(int first, int next) {
    return isGroupOfThree(first, next) && (gapBefore(next) != ' ' || is(next, "000"));
  }

  /** Whether a token has the form of one more group of three digits, behind any single space. */
  boolean isGroupOfThree(int first, int next) {
    if (!isDigits(next) || lower(next).length() != 3 || glued(next)) {
      return false;
    }
    String head = lower(first);
    if (head.length() > 3 || head.charAt(0) == '0' || !head.chars().allMatch(Tokenizer::isDigit)) {
      return false;
    }
    boolean single = token(next).begin() - token(next - 1).end() == 1;
    char space = gapBefore(next);
    return single && Tokenizer.isSpace(space) && space != '\n';
  }

  /** The character before a token; x at the begin of the sentence. */
  char gapBefore(int i) {
    String text = sentence.text();
    int gap = text.offsetByCodePoints(0, token(i).begin() - sentence.begin()) - 1;
    return gap < 0 ? 'x' : text.charAt(gap);
  }

  boolean isCapital(int i) {
    String word = text(i);
    return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
  }

  /** Forms from a token to before another, with a blank where white space stands between them. */
  String join(int from, int to) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to && has(i); i++) {
      if (i > from && !glued(i)) {
        joined.append(' ');
      }
      joined.append(text(i));
    }
    return joined.toString();
  }
}
