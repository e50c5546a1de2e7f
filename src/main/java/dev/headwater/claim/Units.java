package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The table of measures, percentages, durations and currency words, and the longest match of it at
 * a token. Symbols keep their case ({@code MW} is no {@code mW}); some only count when glued to the
 * number, as in {@code 5in}.
 */
final class Units {
  private static final int LONGEST = 5;
  private static final Map<String, Unit> WORDS = new HashMap<>();
  private static final Map<String, Unit> SYMBOLS = new HashMap<>();
  private static final Map<String, Unit> GLUED = new HashMap<>();
  private static final Map<String, Unit> CODES = new HashMap<>();
  private static final Set<String> FIRSTS = new HashSet<>();

  static {
    for (List<String> line : WordTable.rows("en/units.tsv")) {
      Unit unit =
          new Unit(
              line.get(0),
              line.get(1),
              line.get(2),
              new BigDecimal(line.get(3)),
              new BigDecimal(line.get(4)),
              line.get(5));
      CODES.putIfAbsent(unit.code(), unit);
      for (String word : line.get(6).split("\\|")) {
        WORDS.putIfAbsent(word, unit);
      }
      for (String symbol : line.size() > 7 ? line.get(7).split("\\|") : new String[0]) {
        if (symbol.endsWith("!")) {
          GLUED.putIfAbsent(symbol.substring(0, symbol.length() - 1), unit);
        } else {
          SYMBOLS.putIfAbsent(symbol, unit);
        }
      }
    }
    WORDS.remove("");
    SYMBOLS.remove("");
  }

  private Units() {}

  /** A unit and the token behind it. */
  record Match(Unit unit, int last) {}

  /** The unit with a code, null where there is none. */
  static Unit ofCode(String code) {
    return CODES.get(code);
  }

  /** The measure with a lower-case name or a symbol, null where there is none. */
  static Unit ofWord(String word) {
    return WORDS.get(word);
  }

  /** The longest unit of the tables that begins at a token; null where none does. */
  static Match at(TokenRow row, int i, boolean glued) {
    for (int n = Math.min(LONGEST, row.size() - i); n >= 1; n--) {
      String form = row.join(i, i + n);
      if (n > 1 && i + n == row.size() && form.endsWith(".")) {
        // The full stop of "4 lbs." ends the sentence.
        continue;
      }
      Unit unit = form.equals("F") ? farad(row, i, glued) : SYMBOLS.get(form);
      boolean measured =
          (form.equals("m") || form.equals("in"))
              && row.isAny(i + n, "long|high|tall|wide|deep|away|above|below|from|thick")
              && !(form.equals("in") && row.is(i + n, "from"));
      if (unit == null
          && (measured
              || endsClause(row, i, form)
              || glued
              || (row.is(i + n, "/") && row.glued(i + n) && row.glued(i + n + 1)))) {
        unit = GLUED.get(form);
      }
      if (unit == null) {
        String lower = form.toLowerCase(Locale.ROOT);
        unit = WORDS.get(lower);
        if (unit == null) {
          unit = Currencies.ofWord(lower);
        }
        if (unit != null && isName(row, i, n, glued)) {
          unit = null;
        }
      }
      if (unit == null && !row.isDigits(i + n)) {
        unit = Currencies.ofMarkBehind(form);
      }
      if (form.equals("\"") && isClosingQuote(row, i)) {
        return null;
      }
      if (unit != null && isAllowed(row, i, n, glued, form)) {
        return new Match(unit, i + n);
      }
    }
    return null;
  }

  /** The mark of inches also closes a quotation that another opens, or that ends in a year. */
  private static boolean isClosingQuote(TokenRow row, int i) {
    boolean open = false;
    for (int k = 0; k < i; k++) {
      open ^= row.is(k, "\"") && !row.isDigits(k - 1);
    }
    boolean year = row.lower(i - 1).matches("(?:1[5-9]|20)\\d\\d");
    return open || year;
  }

  /** "250 g." and "a 5 m, a 6 m and a 7 m pole": a short sign that nothing follows as a noun. */
  private static boolean endsClause(TokenRow row, int i, String form) {
    boolean sign = form.equals("g") || form.equals("l") || form.equals("m");
    boolean inches = form.equals("in") && row.is(i + 1, ".");
    boolean end =
        i + 1 >= row.size()
            || row.isAny(
                i + 1, ",|.|;|)|(|[|:|?|!|of|and|or|to|per|x|×|but|when|while|after|by|with")
            || row.is(i + 1, "in") && row.isDigits(i + 2);
    return row.isDigits(i - 1) && (sign && end || inches);
  }

  /** Weather is told in degrees of two digits or more, capacity in less. */
  private static Unit farad(TokenRow row, int i, boolean glued) {
    String number = row.lower(i - 1);
    int point = number.indexOf('.');
    boolean large = (point < 0 ? number.length() : point) >= 2;
    return CODES.get(glued || large ? "[degF]" : "F");
  }

  /** "Mark", "Won" or "Min" inside a name is no unit. */
  private static boolean isName(TokenRow row, int i, int n, boolean glued) {
    boolean ambiguous =
        row.isAny(
            i,
            "mark|marks|sen|won|real|p|cup|cups|stone|bar|sol|sec|min|rand|dong|ether|eth|ct|leu|lev|sterling|second|rs");
    return n == 1 && ambiguous && (row.isCapital(i) || row.isVerb(i)) && !glued;
  }

  /** Single letters behind a blank are units only where a clause could end. */
  private static boolean isAllowed(TokenRow row, int i, int n, boolean glued, String form) {
    if (form.equals("s") && glued) {
      // 7.2s is a time, but the 3s behind a name is a plural.
      return row.lower(i - 1).indexOf('.') > 0;
    }
    if (form.equals("bar") && !glued) {
      return !row.isNoun(i + n) && !row.isAny(i - 1, "one|a");
    }
    if (glued || form.equals("m") || form.length() > 1 || !Character.isLetter(form.charAt(0))) {
      return true;
    }
    String next = row.lower(i + n);
    boolean name =
        row.isCapital(i + n)
            && Character.isUpperCase(form.charAt(0))
            && next.length() > 3
            && !form.equals("W");
    return !name && !(next.equals(".") && i + n + 1 < row.size());
  }
}
