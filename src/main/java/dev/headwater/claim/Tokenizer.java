package dev.headwater.claim;

import dev.headwater.text.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts a sentence into tokens so that every number, unit, sign and currency mark stands alone.
 *
 * <p>{@code $25bn} is three tokens, {@code USD34.6} two, {@code five-year} three, {@code XC40} one.
 * Hyphenated words without a number stay whole, contractions are cut as in the Penn Treebank. One
 * pass, linear; every character but white space belongs to exactly one token.
 */
final class Tokenizer {
  private static final Set<String> PREFIXES = WordTable.words("en/prefixes.tsv", "prefix");

  private static final int LONGEST_RAND = 30;

  private static final Pattern RAND =
      Pattern.compile(
          "R\\d{1,3}(?:(?:[ ,]\\d{3}){1,4}\\b|(?:\\.\\d{1,2})?["
              + " -]?(?:[mb]illion|trillion|[mb]n|m)\\b|\\.\\d\\d\\b)");

  private final String text;
  private final int limit;
  private final CodePoints points;
  private final List<Token> tokens = new ArrayList<>();

  private Tokenizer(String text, CodePoints points, int limit) {
    this.text = text;
    this.points = points;
    this.limit = limit;
  }

  /** Tokens, without tags, of the sentence at [begin, end), in code points. */
  static TaggedSentence read(String text, CodePoints points, int begin, int end) {
    int from = points.toUnit(begin);
    int to = points.toUnit(end);
    Tokenizer tokenizer = new Tokenizer(text, points, to);
    int unit = from;
    while (unit < to) {
      unit = tokenizer.next(unit);
    }
    return new TaggedSentence(begin, end, text.substring(from, to), List.copyOf(tokenizer.tokens));
  }

  private int next(int unit) {
    int c = text.codePointAt(unit);
    if (isSpace(c) || isInvisible(c)) {
      return unit + Character.charCount(c);
    }
    if (isDigit(c) || ((c == '.') && isDigit(at(unit + 1)) && !wordBefore(unit))) {
      return digits(unit);
    }
    if (isLetter(c)) {
      return word(unit);
    }
    int end = unit + Character.charCount(c);
    boolean quote = c == '\'' || c == '’';
    if (quote && (at(end) == 's' || at(end) == 'S') && wordBefore(unit) && !isLetter(at(end + 1))) {
      return add(unit, end + 1);
    }
    if (c == '.' || c == '-') {
      while (end < limit && text.charAt(end) == c) {
        end++;
      }
    }
    return add(unit, end);
  }

  /** A number with its grouping and decimal marks; letters glued behind it are cut off. */
  private int digits(int begin) {
    int unit = begin;
    while (unit < limit) {
      int c = at(unit);
      if (isDigit(c) || isInvisible(c)) {
        unit++;
      } else if ((c == '.' || c == ',' || c == ':') && isDigit(at(unit + 1))
          || (c == '\'' || c == '’') && isGroup(unit + 1)) {
        unit++;
      } else {
        break;
      }
    }
    int end = unit;
    while (end < limit && (isLetter(at(end)) || isDigit(at(end)))) {
      end++;
    }
    for (int k = unit; k < end; k++) {
      // A digit behind letters behind digits, as in 24703L202, makes one name; m2 and cm3 do not.
      if (isDigit(at(k)) && !(k == end - 1 && k - unit <= 2)) {
        return add(begin, end);
      }
    }
    return add(begin, unit);
  }

  /** Three digits: an apostrophe groups them, while 5'11 is a height. */
  private boolean isGroup(int unit) {
    return isDigit(at(unit)) && isDigit(at(unit + 1)) && isDigit(at(unit + 2));
  }

  private int word(int begin) {
    int end = begin;
    while (end < limit) {
      int c = text.codePointAt(end);
      boolean inside = isLetter(c) || isDigit(c) || isInvisible(c);
      if (!inside && (c == '-' || c == '‑' || c == '\'' || c == '’' || c == '&' || c == '.')) {
        inside = end > begin && (isLetter(at(end + 1)) || (c == '-' && isDigit(at(end + 1))));
        if (c == '.') {
          inside = inside && isAbbreviation(begin, end);
        }
      }
      if (!inside) {
        break;
      }
      end += Character.charCount(c);
    }
    boolean dot = end < limit && at(end) == '.';
    boolean goesOn = isSpace(at(end + 1)) && Character.isLowerCase(at(end + 2)) && end - begin > 1;
    if (dot && (goesOn || (isAbbreviation(begin, end) && end - begin <= 5))) {
      end++;
    }
    return cut(begin, Math.min(end, limit));
  }

  /** Whether a dot at this place belongs to letters such as a.m. or U.S. */
  private boolean isAbbreviation(int begin, int dot) {
    if (dot - begin == 1) {
      return dot + 1 < limit && isLetter(at(dot + 1)) && !isLetter(at(dot + 2));
    }
    return dot >= 2 && text.charAt(dot - 2) == '.' && isLetter(at(dot - 1));
  }

  /** Cuts a word at a number word, a currency code or a contraction inside it. */
  private int cut(int begin, int end) {
    String word = text.substring(begin, end);
    int digit = firstDigit(word);
    if (digit > 0) {
      String letters = word.substring(0, digit);
      boolean afterSign = begin > 0 && Currencies.ofMark(text.charAt(begin - 1) + letters) != null;
      if (afterSign || Currencies.isMark(letters) || isRand(begin)) {
        return add(begin, begin + digit);
      }
      int hyphen = word.indexOf('-');
      if (hyphen == digit - 1
          && PREFIXES.contains(word.substring(0, hyphen).toLowerCase(Locale.ROOT))) {
        return add(begin, begin + hyphen);
      }
    }
    int hyphen = word.indexOf('-');
    if (digit < 0 && hyphen > 0 && hasNumberWord(word)) {
      return add(begin, begin + hyphen);
    }
    int apostrophe = Math.max(word.lastIndexOf('\''), word.lastIndexOf('’'));
    if (apostrophe > 0 && word.length() - apostrophe <= 3) {
      boolean not = word.substring(apostrophe + 1).equalsIgnoreCase("t") && apostrophe > 1;
      return add(begin, begin + (not ? apostrophe - 1 : apostrophe), end);
    }
    return add(begin, end);
  }

  /** R250 million, R1.2bn, R99.50: money, while R99 is a name. */
  private boolean isRand(int begin) {
    return text.charAt(begin) == 'R'
        && RAND.matcher(text).region(begin, Math.min(limit, begin + LONGEST_RAND)).lookingAt();
  }

  private static boolean hasNumberWord(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    String first = lower.substring(0, lower.indexOf('-'));
    if (PREFIXES.contains(first) || first.equals("a") || first.equals("and")) {
      String rest = lower.substring(first.length() + 1);
      int end = rest.indexOf('-');
      return NumberWords.isNumberWord(end < 0 ? rest : rest.substring(0, end))
          || rest.startsWith("a-");
    }
    return NumberWords.isNumberWord(first);
  }

  private static int firstDigit(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (isDigit(word.charAt(i))) {
        return i;
      }
    }
    return -1;
  }

  private int add(int begin, int middle, int end) {
    if (middle > begin) {
      add(begin, middle);
    }
    return add(middle, end);
  }

  private int add(int begin, int end) {
    String form = text.substring(begin, end);
    tokens.add(new Token(points.fromUnit(begin), points.fromUnit(end), form, "", form));
    return end;
  }

  private int at(int unit) {
    return unit >= 0 && unit < limit ? text.charAt(unit) : 0;
  }

  private boolean wordBefore(int unit) {
    return unit > 0 && Character.isLetterOrDigit(text.charAt(unit - 1));
  }

  /** Whether a character separates tokens: any space, no-break and thin ones included. */
  static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0xFEFF || c == 0;
  }

  /** ASCII digits only: other scripts' digits belong to languages that are not read. */
  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isInvisible(int c) {
    return c == 0xAD || c == 0x200B || c == 0x200C || c == 0x200D || c == 0x2060;
  }

  private static boolean isLetter(int c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }
}
