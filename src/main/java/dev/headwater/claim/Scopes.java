package dev.headwater.claim;

import java.util.Locale;
import java.util.Map;

/** Whether a quantity holds for all together, for each, or per unit of something. */
final class Scopes {
  private static final Map<String, String> PERIODS =
      Map.of(
          "annual",
          "year",
          "yearly",
          "year",
          "monthly",
          "month",
          "weekly",
          "week",
          "daily",
          "day",
          "hourly",
          "hour",
          "quarterly",
          "quarter");

  private Scopes() {}

  /** What one unit of the rate is: said behind the number, by "each of the", or by "annual". */
  static String per(TokenRow row, Amount amount, UnitSpan unit, Frames.Frame frame) {
    if (unit.per() != null) {
      return unit.per();
    }
    if (row.isAny(0, "each|every") && amount.first() > 1) {
      int at = row.is(1, "of") ? 2 : 1;
      while (row.isAny(at, "the|these|those|its|their|his|her|our")
          || at > 1 && isNumber(row, at)) {
        at++;
      }
      NounPhrase.Phrase phrase = NounPhrase.at(row, at);
      return phrase == null || phrase.last() > amount.first() ? null : phrase.head();
    }
    if (unit.unit() != null && !unit.kind().equals("age") && !unit.kind().equals("duration")) {
      for (String word : frame.concept()) {
        String period = PERIODS.get(word.toLowerCase(Locale.ROOT));
        if (period != null && !unit.kind().equals("percent")) {
          return period;
        }
      }
    }
    return null;
  }

  /** "Each of the 12 wagons" */
  private static boolean isNumber(TokenRow row, int i) {
    return row.isDigits(i) || i < row.size() && NumberWords.unit(row.token(i)) != null;
  }

  /** each, all or per where the sentence says so, else null. */
  static String of(TokenRow row, Amount amount, UnitSpan unit) {
    if (unit.per() != null) {
      return "per";
    }
    boolean counted = row.is(1, "of") && amount.first() < 4;
    if (row.isAny(0, "each|every") && !counted
        || row.is(amount.last(), "each")
        || row.is(amount.last(), "apiece")) {
      return "each";
    }
    boolean all =
        row.isAny(amount.first() - 1, "all|total")
            || (row.is(amount.first() - 1, "of") && row.is(amount.first() - 2, "total"))
            || (row.is(amount.last(), "in") && row.isAny(amount.last() + 1, "all|total"));
    return all ? "all" : null;
  }
}
