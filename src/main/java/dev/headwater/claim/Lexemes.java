package dev.headwater.claim;

import dev.headwater.model.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words and marks of one sentence, with its paragraph. Tokens are cut by character class alone:
 * inner apostrophes, hyphens and full stops of abbreviations stay inside, a possessive ending
 * stands apart. One pass, linear.
 */
record Lexemes(int begin, int end, int paragraph, List<Lexeme> words) {
  int size() {
    return words.size();
  }

  Lexeme at(int index) {
    return words.get(index);
  }

  /** Index of the first lexeme that ends after a code point; {@link #size()} if none. */
  int indexAt(int point) {
    int low = 0;
    int high = words.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (words.get(middle).end() <= point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The printed words of a range, joined as they stood. */
  String phrase(int from, int to) {
    StringBuilder phrase = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (i > from && words.get(i).begin() > words.get(i - 1).end()) {
        phrase.append(' ');
      }
      phrase.append(words.get(i).text());
    }
    return phrase.toString();
  }

  /** Reads a sentence; {@code quotes} are the quotations of the article, in order. */
  static Lexemes of(String sentence, int begin, int paragraph, List<TextSpan> quotes) {
    List<Lexeme> words = new ArrayList<>();
    int units = sentence.length();
    int point = begin;
    int unit = 0;
    QuoteWalk walk = new QuoteWalk(quotes, begin);
    while (unit < units) {
      int c = sentence.codePointAt(unit);
      int next = unit + Character.charCount(c);
      int width = 1;
      Lexeme.Kind kind = null;
      if (Character.isLetter(c) || c == '&') {
        next = wordEnd(sentence, unit);
        kind = Lexeme.Kind.WORD;
      } else if (Character.isDigit(c)) {
        next = numberEnd(sentence, unit);
        kind = Lexeme.Kind.NUMBER;
      } else if (isPossessive(sentence, unit)) {
        next = Math.min(units, unit + (isS(sentence, unit + 1) ? 2 : 1));
        kind = Lexeme.Kind.POSSESSIVE;
      } else if (c == '"' || c == '\u201C' || c == '\u201D' || c == '\u00AB' || c == '\u00BB') {
        kind = Lexeme.Kind.QUOTE;
      } else if (isDoubled(sentence, unit, '\'') || isDoubled(sentence, unit, '\u2019')) {
        next = unit + 2;
        kind = Lexeme.Kind.QUOTE;
      } else if (isDoubled(sentence, unit, '-')) {
        next = unit + 2;
        kind = Lexeme.Kind.MARK;
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        kind = Lexeme.Kind.MARK;
      }
      width = sentence.codePointCount(unit, next);
      if (kind != null) {
        String text = sentence.substring(unit, next);
        String lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        boolean quoted = walk.covers(point, point + width);
        Set<String> classes = kind == Lexeme.Kind.WORD ? SourceWords.classes(lower) : Set.of();
        words.add(new Lexeme(point, point + width, text, lower, kind, quoted, classes));
      }
      unit = next;
      point += width;
    }
    return new Lexemes(begin, point, paragraph, List.copyOf(words));
  }

  private static boolean isDoubled(String text, int at, char mark) {
    return text.charAt(at) == mark && at + 1 < text.length() && text.charAt(at + 1) == mark;
  }

  private static boolean isS(String text, int at) {
    return at < text.length()
        && (text.charAt(at) == 's' || text.charAt(at) == 'S')
        && (at + 1 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean isPossessive(String text, int at) {
    if (!isApostrophe(text.charAt(at)) || at == 0) {
      return false;
    }
    char before = text.charAt(at - 1);
    boolean doubled = at + 1 < text.length() && isApostrophe(text.charAt(at + 1));
    return Character.isLetter(before) && !doubled && (isS(text, at + 1) || before == 's');
  }

  private static int wordEnd(String text, int begin) {
    int end = begin;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean letterAfter = end + 1 < text.length() && isWordPart(text.charAt(end + 1));
      if (isWordPart(c)) {
        end++;
      } else if (c == '-' && letterAfter) {
        end++;
      } else if (isApostrophe(c) && letterAfter && !isS(text, end + 1)) {
        end++;
      } else if (c == '.' && isAbbreviation(text, begin, end, letterAfter)) {
        end++;
      } else {
        break;
      }
    }
    return Math.max(end, begin + 1);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c)
        || Character.isSurrogate(c)
        || c == '&'
        || Character.getType(c) == Character.NON_SPACING_MARK
        || c == '\u00AD';
  }

  /** A full stop inside or after single letters (U.S., J.), or after a title before a name. */
  private static boolean isAbbreviation(String text, int begin, int stop, boolean letterAfter) {
    boolean single = stop == begin + 1 || text.charAt(stop - 2) == '.';
    if (single && Character.isUpperCase(text.charAt(stop - 1))) {
      return letterAfter || stop + 1 < text.length() || stop > begin + 1;
    }
    if (single) {
      return letterAfter || stop > begin + 1;
    }
    String word = text.substring(begin, stop).toLowerCase(Locale.ROOT);
    return stop + 1 < text.length() && SourceWords.is(word, "title");
  }

  private static int numberEnd(String text, int begin) {
    int end = begin;
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean inner =
          (c == '.' || c == ',')
              && end + 1 < text.length()
              && Character.isDigit(text.charAt(end + 1));
      // "34-year-old" and "52-count" describe; "15-20" is a range of two numbers.
      boolean compound =
          c == '-' && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
      if (!Character.isLetterOrDigit(c) && !inner && !compound) {
        break;
      }
      end++;
    }
    return Math.max(end, begin + 1);
  }

  /** Walks the quotations of the article beside the words of one sentence. */
  private static final class QuoteWalk {
    private final List<TextSpan> quotes;
    private int next;

    QuoteWalk(List<TextSpan> quotes, int begin) {
      this.quotes = quotes;
      int low = 0;
      int high = quotes.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (quotes.get(middle).end() <= begin) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      this.next = low;
    }

    boolean covers(int begin, int end) {
      while (next < quotes.size() && quotes.get(next).end() <= begin) {
        next++;
      }
      return next < quotes.size()
          && quotes.get(next).begin() <= begin
          && end <= quotes.get(next).end();
    }
  }
}
