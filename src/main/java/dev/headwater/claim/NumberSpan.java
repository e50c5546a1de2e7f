package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A number as read: tokens [first, last), its lowest and highest value, the size of its last stated
 * digit, the currency marked before it, how it is written and what is doubtful about it.
 */
record NumberSpan(
    int first,
    int last,
    BigDecimal low,
    BigDecimal high,
    BigDecimal step,
    BigDecimal scale,
    Unit currency,
    Style style,
    List<String> issues) {

  /** How a number is written. */
  enum Style {
    DIGITS,
    WORDS,
    VAGUE,
    FRACTION
  }

  /** Numbers from here on do not fit the tables and are not read. */
  static final BigDecimal LIMIT = BigDecimal.TEN.pow(20);

  boolean isStorable() {
    return low.abs().compareTo(LIMIT) < 0 && high.abs().compareTo(LIMIT) < 0;
  }

  boolean isRange() {
    return low.compareTo(high) != 0;
  }

  boolean isWhole() {
    return low.stripTrailingZeros().scale() <= 0;
  }

  NumberSpan times(BigDecimal factor) {
    return new NumberSpan(
        first,
        last,
        low.multiply(factor),
        high.multiply(factor),
        step == null ? null : step.multiply(factor),
        scale.multiply(factor),
        currency,
        style,
        issues);
  }

  NumberSpan with(String issue) {
    List<String> all = new ArrayList<>(issues);
    all.add(issue);
    return new NumberSpan(first, last, low, high, step, scale, currency, style, List.copyOf(all));
  }

  NumberSpan spanning(int from, int to, Unit money) {
    return new NumberSpan(from, to, low, high, step, scale, money, style, issues);
  }

  NumberSpan negated() {
    return new NumberSpan(
        first, last, high.negate(), low.negate(), step, scale, currency, style, issues);
  }
}
