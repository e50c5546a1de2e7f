package dev.headwater.text;

import dev.headwater.model.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Splits an article's text into sentences, in code points, in order and without overlap; together
 * they hold all that is not blank.
 *
 * <p>Rules over lists, after the period disambiguation of Grefenstette and Tapanainen (1994): a
 * full stop ends a sentence unless its word is an abbreviation, an initial or a number, or what
 * follows goes on in lower case. Closing quotes belong to the sentence before them. Lines are cut
 * first, see {@link Lines}. One pass with bounded look-back and look-ahead, linear in the text.
 */
public final class Sentences {
  private static final Map<String, String> ABBREVIATIONS = WordList.table("text/abbreviations.tsv");
  private static final Set<String> STARTERS = WordList.words("text/sentence-starters.txt");
  private static final int LONGEST_WORD = 24;
  private static final String KIND = "sentence";

  private Sentences() {}

  /** The sentences of a text. */
  public static List<TextSpan> of(String text, CodePoints points) {
    List<TextSpan> sentences = new ArrayList<>();
    for (Lines.Segment segment : Lines.segments(text)) {
      int begin = segment.begin();
      int at = begin;
      while (at < segment.end()) {
        if (!isStop(text.charAt(at))) {
          at++;
          continue;
        }
        int stops = at;
        while (stops < segment.end() && isStop(text.charAt(stops))) {
          stops++;
        }
        int closed = stops;
        while (closed < segment.end() && isCloser(text.charAt(closed))) {
          closed++;
        }
        if (ends(text, segment, begin, at, stops, closed)) {
          add(text, points, begin, closed, sentences);
          begin = closed;
        }
        at = Math.max(stops, closed);
      }
      add(text, points, begin, segment.end(), sentences);
    }
    return List.copyOf(sentences);
  }

  private static void add(
      String text, CodePoints points, int begin, int end, List<TextSpan> sentences) {
    int from = begin;
    int to = end;
    while (from < to && Lines.isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && Lines.isBlank(text.charAt(to - 1))) {
      to--;
    }
    if (from < to) {
      sentences.add(new TextSpan(points.fromUnit(from), points.fromUnit(to), KIND));
    }
  }

  private static boolean ends(
      String text, Lines.Segment segment, int begin, int stop, int stops, int closed) {
    int next = closed;
    while (next < segment.end() && Lines.isBlank(text.charAt(next))) {
      next++;
    }
    if (next == segment.end()) {
      return true;
    }
    if (next == closed) {
      return isGlued(text, segment, begin, stop, closed);
    }
    int letter = next;
    while (letter < segment.end() && isOpener(text.charAt(letter))) {
      letter++;
    }
    if (letter < segment.end() && Character.isLowerCase(text.charAt(letter))) {
      return false;
    }
    boolean single = text.charAt(stop) == '.' && stops == stop + 1;
    return !single || endsAfterWord(text, segment, begin, stop, closed, letter);
  }

  /** A full stop with no space after it: the next sentence was glued on by a scraper. */
  private static boolean isGlued(
      String text, Lines.Segment segment, int begin, int stop, int closed) {
    if (closed + 1 >= segment.end() || stop - begin < 2) {
      return false;
    }
    boolean sentenceBefore =
        Character.isLowerCase(text.charAt(stop - 1))
            && Character.isLowerCase(text.charAt(stop - 2));
    int letter = closed;
    while (letter < segment.end() && isOpener(text.charAt(letter))) {
      letter++;
    }
    boolean sentenceAfter =
        letter + 1 < segment.end()
            && Character.isUpperCase(text.charAt(letter))
            && (Character.isLowerCase(text.charAt(letter + 1))
                || Lines.isBlank(text.charAt(letter + 1)))
            && !hasInnerStop(text, letter, segment.end());
    String word = wordBefore(text, begin, stop);
    return sentenceBefore
        && sentenceAfter
        && word.indexOf('.') < 0
        && word.indexOf('@') < 0
        && word.indexOf('/') < 0;
  }

  private static boolean hasInnerStop(String text, int begin, int end) {
    int to = begin;
    while (to + 1 < end && to - begin < LONGEST_WORD && isWordPart(text.charAt(to))) {
      if (text.charAt(to) == '.' && Character.isLetter(text.charAt(to + 1))) {
        return true;
      }
      to++;
    }
    return false;
  }

  private static boolean endsAfterWord(
      String text, Lines.Segment segment, int begin, int stop, int closed, int next) {
    if (closed > stop + 1) {
      return true;
    }
    String word = wordBefore(text, begin, stop);
    if (word.isEmpty()) {
      return true;
    }
    if (isListMarker(word) && stop - word.length() <= begin + 1) {
      return false;
    }
    boolean digit = next < segment.end() && Character.isDigit(text.charAt(next));
    boolean starter = STARTERS.contains(wordAfter(text, next, segment.end()));
    String lower = word.toLowerCase(Locale.ROOT);
    String kind = ABBREVIATIONS.get(lower);
    boolean upper = Character.isUpperCase(word.charAt(0));
    if (kind == null) {
      boolean initial = word.length() == 1 && upper;
      boolean initials = word.length() > 2 && word.charAt(1) == '.' && upper;
      return (!initial && !initials) || starter;
    }
    switch (kind) {
      case "title":
        return false;
      case "number":
        return !digit && (!upper || starter);
      default:
        // "He is in the mass. Then": a word that is also an abbreviation, in lower case.
        return starter || (!upper && lower.indexOf('.') < 0 && !digit);
    }
  }

  private static boolean isListMarker(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isDigit(word.charAt(i))) {
        return false;
      }
    }
    return word.length() <= 2;
  }

  private static String wordBefore(String text, int begin, int stop) {
    int from = stop;
    while (from > begin && stop - from < LONGEST_WORD && isWordPart(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, stop);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '@' || c == '/';
  }

  private static String wordAfter(String text, int begin, int end) {
    int to = begin;
    while (to < end && to - begin < LONGEST_WORD && Character.isLetter(text.charAt(to))) {
      to++;
    }
    boolean capital = to > begin && Character.isUpperCase(text.charAt(begin));
    return capital ? text.substring(begin, to).toLowerCase(Locale.ROOT) : "";
  }

  private static boolean isStop(char c) {
    return c == '.' || c == '!' || c == '?' || c == '\u2026';
  }

  private static boolean isCloser(char c) {
    return c == '"'
        || c == '\''
        || c == '\u201D'
        || c == '\u2019'
        || c == ')'
        || c == ']'
        || c == '\u00BB';
  }

  private static boolean isOpener(char c) {
    return c == '"'
        || c == '\''
        || c == '\u201C'
        || c == '\u2018'
        || c == '('
        || c == '['
        || c == '\u00AB';
  }
}
