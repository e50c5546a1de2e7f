package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.math.BigDecimal;
import java.math.MathContext;

/** How the values of two claims agree, compared in the base unit where both have one. */
enum ValueAgreement {
  EQUAL,
  /** One is what rounding the other, to the digits it states, may give. */
  ROUNDED,
  /** One is a bound that the other keeps to: not far from it, or cut to the digits it states. */
  BOUNDED,
  /** One is a vague range, such as millions, that holds the other. */
  VAGUE,
  /** One is the other times a thousand, a million or a billion. */
  SCALE,
  NONE;

  private static final double SLACK_EXACT = 0.10;
  private static final double SLACK_HEDGED = 0.25;
  private static final double HEDGE_WIDTH = 0.03;
  private static final double MOST_DIGITS = 100;
  private static final double BOUND_REACH = 1.15;
  private static final double CUT_REACH = 1.5;
  private static final double VAGUE_SPREAD = 3;
  private static final double ORDER_OF_MAGNITUDE = 10;

  static ValueAgreement of(Claim a, Claim b) {
    if (low(a) == null || low(b) == null) {
      return NONE;
    }
    boolean based = a.baseLow() != null && b.baseLow() != null;
    Stated x = Stated.of(a, based);
    Stated y = Stated.of(b, based);
    if (x.exactLow.compareTo(y.exactLow) == 0 && x.exactHigh.compareTo(y.exactHigh) == 0) {
      return EQUAL;
    }
    if (x.isRange() || y.isRange()) {
      return ranges(x, y);
    }
    if (x.rounds(y) || y.rounds(x)) {
      return ROUNDED;
    }
    if (x.bounds(y) || y.bounds(x)) {
      return BOUNDED;
    }
    return isScaleSlip(x.exactLow, y.exactLow) ? SCALE : NONE;
  }

  /** The values that a claim may agree with, all but a slip of scale. */
  static Reach reach(Claim claim) {
    boolean based = claim.baseLow() != null;
    Stated stated = Stated.of(claim, based);
    if (stated.isRange()) {
      return new Reach(based, stated.low, stated.high, stated.low, stated.high);
    }
    double least = stated.low - stated.halfWidth;
    double most = stated.low + stated.halfWidth;
    return new Reach(
        based,
        stated.low,
        stated.high,
        "<".equals(stated.bound) ? Math.min(least, stated.lowerBound()) : least,
        ">".equals(stated.bound) ? Math.max(most, stated.upperBound()) : most);
  }

  /** Whether a claim states no more than an order of magnitude: millions, not several million. */
  static boolean isOnlyASize(Claim claim) {
    Stated stated = Stated.of(claim, false);
    return stated.isRange() && stated.high >= stated.low * ORDER_OF_MAGNITUDE;
  }

  /** Whether the first claim is a bound, such as "more than 2 million", for the second's 2.4. */
  static boolean bounds(Claim bound, Claim other) {
    boolean based = bound.baseLow() != null && other.baseLow() != null;
    return Stated.of(bound, based).bounds(Stated.of(other, based));
  }

  private static ValueAgreement ranges(Stated x, Stated y) {
    boolean overlap = x.low <= y.high && y.low <= x.high;
    if (!overlap) {
      return NONE;
    }
    if (x.isVague() || y.isVague()) {
      return VAGUE;
    }
    double common = Math.min(x.high, y.high) - Math.max(x.low, y.low);
    double all = Math.max(x.high, y.high) - Math.min(x.low, y.low);
    return common * 2 >= all ? ROUNDED : NONE;
  }

  private static boolean isScaleSlip(BigDecimal x, BigDecimal y) {
    if (x.signum() <= 0 || y.signum() <= 0) {
      return false;
    }
    BigDecimal greater = x.max(y);
    BigDecimal smaller = x.min(y);
    for (int zeros = 3; zeros <= 9; zeros += 3) {
      if (smaller.scaleByPowerOfTen(zeros).compareTo(greater) == 0) {
        return true;
      }
    }
    return false;
  }

  private static BigDecimal low(Claim claim) {
    return claim.valueLow() == null ? claim.value() : claim.valueLow();
  }

  private static BigDecimal high(Claim claim) {
    BigDecimal high = claim.valueHigh() == null ? claim.value() : claim.valueHigh();
    return high == null ? low(claim) : high;
  }

  /** A value with the width its digits and its hedge leave open. */
  private record Stated(
      BigDecimal exactLow,
      BigDecimal exactHigh,
      double low,
      double high,
      double halfWidth,
      double digit,
      String bound) {

    static Stated of(Claim claim, boolean based) {
      BigDecimal printed = ValueAgreement.low(claim);
      BigDecimal low = based ? claim.baseLow() : printed;
      BigDecimal high = based ? claim.baseHigh() : ValueAgreement.high(claim);
      high = high == null ? low : high;
      double size = Math.abs(low.doubleValue());
      double scale =
          printed.signum() == 0 ? 1 : Math.abs(low.doubleValue() / printed.doubleValue());
      double digit =
          claim.precision() == null
              ? lastDigit(printed) * scale
              : claim.precision().doubleValue() * scale;
      boolean hedged = "~".equals(claim.bound());
      double width = Math.min(digit / 2, size * (hedged ? SLACK_HEDGED : SLACK_EXACT));
      // "About 34,567" is as exact as its digits; "about 180" leaves room.
      boolean round = digit * MOST_DIGITS >= size;
      width = hedged && round ? Math.max(width, size * HEDGE_WIDTH) : width;
      return new Stated(
          low, high, low.doubleValue(), high.doubleValue(), width, digit, claim.bound());
    }

    private static double lastDigit(BigDecimal value) {
      BigDecimal plain = value.round(MathContext.DECIMAL64).stripTrailingZeros();
      return plain.signum() == 0 ? 1 : Math.pow(10, -plain.scale());
    }

    boolean isRange() {
      return exactLow.compareTo(exactHigh) != 0;
    }

    boolean isVague() {
      return isRange() && high >= low * VAGUE_SPREAD;
    }

    boolean rounds(Stated finer) {
      return finer.halfWidth <= halfWidth * 1.5 && Math.abs(low - finer.low) < halfWidth;
    }

    boolean bounds(Stated other) {
      if (">".equals(bound)) {
        return other.low >= low && other.low <= upperBound();
      }
      return "<".equals(bound) && other.low <= low && other.low >= lowerBound();
    }

    /** The most that "more than" this still speaks of. */
    double upperBound() {
      return Math.max(Math.min(low + digit * 0.999, low * CUT_REACH), low * BOUND_REACH);
    }

    /** The least that "less than" this still speaks of. */
    double lowerBound() {
      return Math.min(Math.max(low - digit * 0.999, low / CUT_REACH), low / BOUND_REACH);
    }
  }
}
