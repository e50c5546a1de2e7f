package dev.headwater.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of numbers with their values: units, tens, scales, vague plurals, fractions. */
final class NumberWords {
  private static final Map<String, Map<String, BigDecimal>> CLASSES = new HashMap<>();

  static {
    for (List<String> row : WordTable.rows("en/numbers.tsv")) {
      CLASSES.computeIfAbsent(row.get(0), k -> new HashMap<>()).put(row.get(1), value(row.get(2)));
    }
  }

  private NumberWords() {}

  private static BigDecimal value(String text) {
    int slash = text.indexOf('/');
    return slash < 0
        ? new BigDecimal(text)
        : ratio(text.substring(0, slash), text.substring(slash + 1));
  }

  private static BigDecimal ratio(String above, String below) {
    return new BigDecimal(above).divide(new BigDecimal(below), MathContext.DECIMAL64);
  }

  /** The value of a word in a class of numbers.tsv; null where it is not in that class. */
  static BigDecimal of(String kind, String word) {
    return CLASSES.get(kind).get(word);
  }

  /** zero to nineteen, or null. */
  static BigDecimal unit(Token token) {
    return of("unit", lower(token));
  }

  /** twenty to ninety, or null. */
  static BigDecimal tens(Token token) {
    return of("tens", lower(token));
  }

  /** hundred, thousand, million and so on, or null. */
  static BigDecimal scale(Token token) {
    return of("scale", lower(token));
  }

  /** dozens, hundreds, millions and so on, or null. */
  static BigDecimal plural(Token token) {
    return of("plural", lower(token));
  }

  /** half, third, quarters and so on, or null. */
  static BigDecimal fraction(Token token) {
    return of("fraction", lower(token));
  }

  /** Whether a lower-case word can begin or make a number. */
  static boolean isNumberWord(String word) {
    return of("unit", word) != null
        || of("tens", word) != null
        || of("scale", word) != null
        || of("plural", word) != null
        || of("couple", word) != null
        || of("fraction", word) != null
        || fold(word) != null;
  }

  /** The factor in tenfold and the like, or null. */
  static BigDecimal fold(String word) {
    if (!word.endsWith("fold") || word.length() < 7) {
      return null;
    }
    String stem = word.substring(0, word.length() - 4);
    BigDecimal unit = of("unit", stem);
    BigDecimal tens = of("tens", stem);
    return unit != null ? unit : tens != null ? tens : of("scale", stem);
  }

  static String lower(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }
}
