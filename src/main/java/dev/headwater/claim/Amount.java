package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.List;

/**
 * A number joined with its unit and, for an interval, with its other end: tokens [first, last).
 *
 * @param descending whether the text gives the higher end first, as in "from 208 to 193"
 */
record Amount(
    int first,
    int last,
    BigDecimal low,
    BigDecimal high,
    BigDecimal step,
    NumberSpan.Style style,
    UnitSpan unit,
    Join join,
    List<String> issues) {

  /** What an amount was made of. */
  enum Join {
    SINGLE,
    INTERVAL,
    DESCENDING,
    TRIVIAL
  }

  static Amount of(NumberSpan number, UnitSpan unit) {
    return new Amount(
        number.first(),
        Math.max(number.last(), unit.last()),
        number.low(),
        number.high(),
        number.step(),
        number.style(),
        unit,
        Join.SINGLE,
        number.issues());
  }

  Amount with(UnitSpan other) {
    return new Amount(
        first,
        Math.max(last, other.first() == last ? other.last() : last),
        low,
        high,
        step,
        style,
        other,
        join,
        issues);
  }

  /** The same below zero, with the words that say so. */
  Amount negated(int end) {
    return new Amount(first, end, high.negate(), low.negate(), step, style, unit, join, issues);
  }

  Amount as(Join kind) {
    return new Amount(first, last, low, high, step, style, unit, kind, issues);
  }

  boolean isPoint() {
    return low.compareTo(high) == 0;
  }
}
