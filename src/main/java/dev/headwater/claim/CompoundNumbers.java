package dev.headwater.claim;

import java.math.BigDecimal;

/**
 * Cardinals written as one word, ones before tens, as in German: {@code dreiundzwanzigtausend}.
 * Thousands, then hundreds, then "ones and tens" are cut off from the left; linear in the word.
 */
final class CompoundNumbers {
  private static final int LONGEST = 60;
  private static final String HALF = "einhalb";

  private final Lexicon lexicon;

  CompoundNumbers(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** The value of a lower-case word; null where it is no cardinal. */
  BigDecimal value(String word) {
    if (word.length() > LONGEST || word.length() < 2) {
      return null;
    }
    BigDecimal mixed = lexicon.number("mixed", word);
    if (mixed != null) {
      return mixed;
    }
    if (word.endsWith(HALF) && word.length() > HALF.length()) {
      BigDecimal whole = belowHundred(word.substring(0, word.length() - HALF.length()));
      return whole == null ? null : whole.add(new BigDecimal("0.5"));
    }
    return scaled(word, "thousand");
  }

  /** left SCALE right, where left may be missing; both sides of the next smaller scale. */
  private BigDecimal scaled(String word, String kind) {
    for (String scale : lexicon.numbers().get(kind).keySet()) {
      int at = word.indexOf(scale);
      if (at >= 0) {
        BigDecimal left = at == 0 ? BigDecimal.ONE : smaller(word.substring(0, at), kind);
        String rest = withoutAnd(word.substring(at + scale.length()));
        BigDecimal right = rest.isEmpty() ? BigDecimal.ZERO : smaller(rest, kind);
        boolean whole = left != null && right != null && left.signum() > 0;
        return whole ? left.multiply(lexicon.number(kind, scale)).add(right) : null;
      }
    }
    return smaller(word, kind);
  }

  private BigDecimal smaller(String word, String kind) {
    return kind.equals("thousand") ? scaled(word, "hundred") : belowHundred(word);
  }

  private String withoutAnd(String word) {
    for (String and : lexicon.words().get("and")) {
      if (word.startsWith(and)) {
        return word.substring(and.length());
      }
    }
    return word;
  }

  private BigDecimal belowHundred(String word) {
    BigDecimal unit = lexicon.number("unit", word);
    if (unit != null) {
      return unit;
    }
    BigDecimal tens = lexicon.number("tens", word);
    if (tens != null) {
      return tens;
    }
    for (String and : lexicon.words().get("and")) {
      int at = word.indexOf(and);
      BigDecimal ones = at <= 0 ? null : lexicon.number("unit", word.substring(0, at));
      BigDecimal ten =
          ones == null ? null : lexicon.number("tens", word.substring(at + and.length()));
      if (ten != null && ones.signum() > 0 && ones.compareTo(BigDecimal.TEN) < 0) {
        return ones.add(ten);
      }
    }
    return null;
  }
}
