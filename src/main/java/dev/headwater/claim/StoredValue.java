package dev.headwater.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Values as the tables store them: 20 digits before the point, 18 behind it, and in base units. */
final class StoredValue {
  /** Issue of a claim whose value fits the tables but not in its base unit. */
  static final String BASE_TOO_LARGE = "base_too_large";

  private static final int DIGITS_BEHIND = 18;
  private static final int EXACT_FACTOR = 16;

  private StoredValue() {}

  /** A value in the base unit of a unit; shares of a noun become percent. */
  static BigDecimal base(BigDecimal value, Unit unit, boolean share) {
    if (share) {
      return value.multiply(new BigDecimal(100));
    }
    if (unit == null) {
      return value;
    }
    BigDecimal moved = value.add(unit.offset());
    BigDecimal exact = moved.multiply(unit.factor());
    return unit.factor().precision() >= EXACT_FACTOR
        ? exact.round(new MathContext(12)).stripTrailingZeros()
        : exact;
  }

  /** The unit of a difference: 2.7 degrees Fahrenheit more are 1.5 Celsius more, not -16. */
  static Unit ofDifference(Unit unit) {
    return new Unit(
        unit.code(), unit.kind(), unit.base(), unit.factor(), BigDecimal.ZERO, unit.english());
  }

  /** Whether an amount fits the tables as printed but not in its base unit. */
  static boolean isBaseTooLarge(Amount amount) {
    Unit unit = amount.unit().unit();
    return unit != null
        && (plain(base(amount.low(), unit, false)) == null
            || plain(base(amount.high(), unit, false)) == null);
  }

  /**
   * Without the zeros that multiplying by a scale word leaves behind the point, and within the
   * digits that the tables store; null beyond that.
   */
  static BigDecimal plain(BigDecimal value) {
    if (value == null || value.abs().compareTo(NumberSpan.LIMIT) >= 0) {
      return null;
    }
    BigDecimal kept =
        value.scale() > DIGITS_BEHIND
            ? value.setScale(DIGITS_BEHIND, RoundingMode.HALF_EVEN)
            : value;
    BigDecimal stripped = kept.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
