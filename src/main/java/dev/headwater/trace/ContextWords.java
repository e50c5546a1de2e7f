package dev.headwater.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a sentence into words for comparison. Names are compared by their first six letters, so
 * that {@code Korea} and {@code Korean}, or two spellings of one surname, meet; other words by
 * their stem. One pass.
 */
final class ContextWords {
  private static final int NAME_LETTERS = 6;

  private ContextWords() {}

  static List<ContextWord> of(String sentence) {
    List<ContextWord> words = new ArrayList<>();
    int length = sentence.length();
    int at = 0;
    while (at < length) {
      int c = sentence.codePointAt(at);
      if (!Character.isLetterOrDigit(c)) {
        at += Character.charCount(c);
        continue;
      }
      int end = Character.isDigit(c) ? numberEnd(sentence, at) : wordEnd(sentence, at);
      String text = sentence.substring(at, end);
      boolean opening = words.isEmpty() && !capitalFollows(sentence, end);
      words.add(Character.isDigit(c) ? number(text, at, end) : word(text, at, end, opening));
      at = end;
    }
    return words;
  }

  /** The words that stand at [begin, end), with so many on each side. */
  static List<ContextWord> around(List<ContextWord> words, int begin, int end, int reach) {
    int first = 0;
    while (first < words.size() && words.get(first).end() <= begin) {
      first++;
    }
    int last = first;
    while (last < words.size() && words.get(last).begin() < end) {
      last++;
    }
    return words.subList(Math.max(0, first - reach), Math.min(words.size(), last + reach));
  }

  /** A capital after the opening word shows that both belong to a name. */
  private static boolean capitalFollows(String sentence, int end) {
    return end + 1 < sentence.length()
        && sentence.charAt(end) == ' '
        && Character.isUpperCase(sentence.codePointAt(end + 1));
  }

  private static int wordEnd(String sentence, int begin) {
    int end = begin;
    while (end < sentence.length()) {
      int c = sentence.codePointAt(end);
      if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.NON_SPACING_MARK) {
        break;
      }
      end += Character.charCount(c);
    }
    return end;
  }

  private static int numberEnd(String sentence, int begin) {
    int end = begin + Character.charCount(sentence.codePointAt(begin));
    while (end < sentence.length()) {
      char c = sentence.charAt(end);
      boolean inner =
          (c == ',' || c == '.')
              && end + 1 < sentence.length()
              && Character.isDigit(sentence.charAt(end + 1));
      if (!Character.isLetterOrDigit(c) && !inner) {
        break;
      }
      end++;
    }
    return end;
  }

  private static ContextWord number(String text, int begin, int end) {
    return new ContextWord(text, begin, end, ContextWord.Kind.NUMBER, "#" + text.replace(",", ""));
  }

  private static ContextWord word(String text, int begin, int end, boolean opening) {
    String lower = text.toLowerCase(Locale.ROOT);
    boolean capital = Character.isUpperCase(text.codePointAt(0));
    if (lower.length() < 2 || Vocabulary.STOP.contains(lower)) {
      return new ContextWord(text, begin, end, ContextWord.Kind.STOP, lower);
    }
    if (Vocabulary.TITLES.contains(lower) || Vocabulary.MONTHS.contains(lower)) {
      return new ContextWord(text, begin, end, ContextWord.Kind.COMMON, Stems.of(lower));
    }
    if (capital && !opening) {
      return new ContextWord(text, begin, end, ContextWord.Kind.NAME, nameKey(lower));
    }
    // A capital that only opens the sentence may be a name or not: both keys would be guesses, so
    // short stems fall together with name keys and long ones are compared as words.
    String stem = Stems.of(lower);
    String key = Vocabulary.NOUNS.getOrDefault(stem, stem);
    return new ContextWord(
        text, begin, end, ContextWord.Kind.CONTENT, capital ? nameKey(lower) : key);
  }

  /** What names are compared by. */
  static String nameKey(String lower) {
    // A people is named after its country: Veldean after Veldea, Orlandian after Orlandia.
    boolean people = lower.length() >= NAME_LETTERS && endsAsPeople(lower);
    String name = people ? lower.substring(0, lower.length() - 1) : lower;
    int points = name.codePointCount(0, name.length());
    return points > NAME_LETTERS
        ? name.substring(0, name.offsetByCodePoints(0, NAME_LETTERS))
        : name;
  }

  private static boolean endsAsPeople(String lower) {
    return lower.endsWith("ean") || lower.endsWith("ian") || lower.endsWith("can");
  }
}
