package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
  private static final Map<String, Map<String, BigDecimal>> SHARES = new HashMap<>();
  private static final Set<String> PREFIXES = new HashSet<>();
  private static final Set<String> NAMES_BEFORE = WordTable.words("en/nouns.tsv", "before");

  static {
    for (List<String> row : WordTable.rows("currencies.tsv")) {
      Map<String, BigDecimal> wholes = wholes(row.size() > 4 ? row.get(4) : "");
      String base = wholes.isEmpty() ? row.get(0) : wholes.keySet().iterator().next();
      BigDecimal factor = wholes.getOrDefault(base, BigDecimal.ONE);
      Unit unit = new Unit(row.get(0), "currency", base, factor, BigDecimal.ZERO, row.get(1));
      SHARES.put(row.get(0), wholes);
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

  /** What a coin is of: "GBP 0.01|EGP 0.01"; the first is assumed where it stands alone. */
  private static Map<String, BigDecimal> wholes(String cell) {
    Map<String, BigDecimal> wholes = new LinkedHashMap<>();
    for (String whole : cell.isEmpty() ? new String[0] : cell.split("\\|")) {
      String[] parts = whole.split(" ");
      wholes.put(parts[0], new BigDecimal(parts[1]));
    }
    return wholes;
  }

  /** Which part of a currency one coin is; null where it is no coin of it. */
  static BigDecimal share(String coin, String currency) {
    return SHARES.getOrDefault(coin, Map.of()).get(currency);
  }

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

  /** The currency of a name that stands before an amount: "Rupees 300"; null for another word. */
  static Unit ofNameBefore(TokenRow row, int i) {
    boolean name =
        row.isCapital(i)
            && NAMES_BEFORE.contains(row.lower(i))
            && row.isDigits(i + 1)
            && !row.glued(i + 1);
    boolean scaled = i + 2 < row.size() && NumberWords.scale(row.token(i + 2)) != null;
    String digits = row.lower(i + 1);
    boolean marked = digits.indexOf(',') > 0 || digits.indexOf('.') > 0;
    // "Euro 7" and "Euro 2024" are a rule and a tournament.
    boolean singular = row.is(i, "euro") && !scaled && !marked;
    boolean other = row.isAny(i + 2, "%|percent|per|pct") || row.is(i + 2, "-");
    return name && !singular && !other ? WORDS.get(row.lower(i)) : null;
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
    // "500,000 U.S. employees" are no dollars, though "U.S. $5" are some.
    boolean sign = form.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL);
    return code ? CODES.get(form) : sign ? MARKS.get(form) : null;
  }

  /** The currency of an ISO 4217 code. */
  static Unit ofCode(String code) {
    return CODES.get(code);
  }
}
