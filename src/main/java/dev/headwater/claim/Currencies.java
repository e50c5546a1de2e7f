package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Money: the marks that stand before an amount and the words that stand behind it (ISO 4217). */
final class Currencies {
  private static final int CODE = 3;
  private static final Map<String, Unit> MARKS = new HashMap<>();
  private static final Map<String, Unit> WORDS = new HashMap<>();
  private static final Map<String, Unit> CODES = new HashMap<>();
  private static final Set<String> PREFIXES = new HashSet<>();

  static {
    for (List<String> row : WordTable.rows("currencies.tsv")) {
      boolean cents = row.get(0).equals("USX") || row.get(0).equals("GBX");
      BigDecimal factor = cents ? new BigDecimal("0.01") : BigDecimal.ONE;
      String base =
          row.get(0).equals("USX") ? "USD" : row.get(0).equals("GBX") ? "GBP" : row.get(0);
      Unit unit = new Unit(row.get(0), "currency", base, factor, BigDecimal.ZERO, row.get(1));
      CODES.put(row.get(0), unit);
      for (String mark : row.get(2).split("\\|")) {
        MARKS.put(mark, unit);
        PREFIXES.add(mark);
      }
      for (String word : row.get(3).split("\\|")) {
        WORDS.put(word, unit);
      }
    }
    MARKS.remove("");
    PREFIXES.remove("");
  }

  private Currencies() {}

  /**
   * Whether these letters, directly before a digit, are a currency mark of at least two letters.
   */
  static boolean isMark(String letters) {
    return letters.length() >= 2 && PREFIXES.contains(letters);
  }

  /** The currency of a mark before the amount, null where there is none. */
  static Unit ofMark(String mark) {
    return MARKS.get(mark);
  }

  /** The currency of a lower-case word behind the amount, null where there is none. */
  static Unit ofWord(String word) {
    return WORDS.get(word);
  }

  /**
   * The currency of a sign or of a code in capitals behind the amount; null where there is none.
   */
  static Unit ofMarkBehind(String form) {
    boolean letters = form.chars().allMatch(Character::isLetter);
    boolean code = letters && form.length() == CODE && form.equals(form.toUpperCase(Locale.ROOT));
    return code ? CODES.get(form) : letters ? null : MARKS.get(form);
  }

  /** The currency of an ISO 4217 code. */
  static Unit ofCode(String code) {
    return CODES.get(code);
  }
}
