package dev.headwater.claim;

/**
 * Tells a duration that only says over which time something else is counted: "in the past 24
 * hours", "over the course of six months", "in the first nine months of the year".
 */
final class TimeWindows {
  private static final String PREPOSITION = "in|over|during|within|for|through|throughout|across";

  private static final String DETERMINER = "the|a|an|its|their|his|her|our|this|these";

  private TimeWindows() {}

  /** Whether a duration whose hedge begins at a token is such a window. */
  static boolean holds(TokenRow row, Amount amount, int begin) {
    int i = begin - 1;
    if (row.is(i, "of") && row.isAny(i - 1, "course|space|span|period")) {
      return isWithin(row, i - 2);
    }
    if (row.isAny(i, "past|last|next|coming|previous|preceding|first|following|final|latest")) {
      return isWithin(row, i - 1);
    }
    int behind = row.is(amount.last(), "-") ? amount.last() + 1 : amount.last();
    return row.isAny(behind, "period|span|stretch|window|timeframe") && isWithin(row, i);
  }

  private static boolean isWithin(TokenRow row, int at) {
    int i = row.isAny(at, DETERMINER) ? at - 1 : at;
    return row.isAny(i, PREPOSITION);
  }
}
