package dev.headwater.claim;

import java.util.Set;

/** Tells a year from a count of four digits by the words around it. Constant time for a number. */
final class Years {
  private static final Set<String> YEARLY = WordTable.words("en/labels.tsv", "yearly");

  /**
   * Years of which news tell: "key 2016 states", while "2000 tonnes" and "1850 men" are counted.
   */
  private static final int RECENT = 1990;

  private static final int RECENT_END = 2035;

  /** A count as often as a year. */
  private static final int ROUND = 2000;

  private final TokenRow row;

  Years(TokenRow row) {
    this.row = row;
  }

  /** Whether a number is so plainly a year that no part of speech is needed. */
  boolean isDated(int i) {
    if (row.lower(i).length() != 4 || !isPlainInteger(i) || !isYear(i)) {
      return false;
    }
    boolean range = row.isAny(i + 1, "to|-|–|—") || row.isAny(i - 1, "to|-|–|—");
    boolean recent = isRecent(Integer.parseInt(row.lower(i)));
    return row.isAny(i - 1, "in|since|until|by|during")
        || recent && !range && !row.isAny(i + 1, "people|persons");
  }

  private static boolean isRecent(int value) {
    return value >= RECENT && value <= RECENT_END && value != ROUND;
  }

  /** At most five digits without marks. */
  boolean isPlainInteger(int i) {
    return row.lower(i).length() <= 5 && row.lower(i).chars().allMatch(Tokenizer::isDigit);
  }

  /** Whether a number is a year. */
  boolean isYear(int i) {
    if (row.lower(i).length() != 4 || !isPlainInteger(i) || hasMark(i) || isMeasured(i + 1)) {
      return false;
    }
    int value = Integer.parseInt(row.lower(i));
    boolean dated =
        row.isAny(
            i - 1,
            "in|since|until|till|by|from|during|before|after|of|early|late|mid|year|circa|autumn|spring|summer|fall|winter|for|between|through|and|the|to|-|–");
    if (value < 1500 || value > 2100) {
      return value >= 1000
          && value < 1500
          && row.isAny(i - 1, "in|since|year|circa")
          && !row.isNoun(i + 1);
    }
    if (row.isAny(
            i - 1,
            "about|nearly|roughly|approximately|over|than|least|almost|some|up|another|only|just|=|exactly")
        || (row.is(i - 2, "average") && row.is(i - 1, "of"))) {
      return false;
    }
    boolean size =
        row.isAny(i + 1, "x|×") && row.isDigits(i + 2)
            || row.isAny(i - 1, "x|×") && row.isDigits(i - 2);
    if (size) {
      return false;
    }
    boolean from = row.is(i + 1, "to") && row.isDigits(i + 2) && row.tag(i + 3).equals("NNS");
    boolean to = row.is(i - 1, "to") && row.isDigits(i - 2) && row.tag(i + 1).equals("NNS");
    if (from || to) {
      return false;
    }
    return dated
        || isRecent(value) && !row.isAny(i + 1, "people|persons")
        || !row.tag(i + 1).equals("NNS")
        || YEARLY.contains(row.lower(i + 1));
  }

  /** Whether a currency mark stands before a number. */
  boolean hasMark(int i) {
    return Currencies.ofMark(row.text(i - 1)) != null
        && (row.glued(i) || row.text(i - 1).length() > 1);
  }

  /** Whether a percent sign, unit, currency or scale word stands here. */
  boolean isMeasured(int next) {
    int i = row.is(next, "-") && row.glued(next) ? next + 1 : next;
    if (i >= row.size()) {
      return false;
    }
    boolean range = row.isAny(i, "-|–|—") && row.isDigits(i + 1);
    return NumberWords.scale(row.token(i)) != null
        || (row.glued(i) && NumberWords.of("short", row.text(i)) != null)
        || Units.at(row, i, row.glued(i)) != null
        || (range && isMeasuredRange(i + 1));
  }

  private boolean isMeasuredRange(int i) {
    return Units.at(row, i + 1, row.glued(i + 1)) != null || row.isPlural(i + 1);
  }
}
