package dev.headwater.trace;

import dev.headwater.model.Column;

/**
 * The values that a claim's own may agree with, by rounding, as a bound or as a range, a little too
 * wide rather than too narrow: what lies out of the reach of both has no {@link ValueAgreement} but
 * that of a slip of scale.
 */
public record Reach(
    @Column("Whether the values are in the base unit") boolean based,
    @Column("Least value stated") double low,
    @Column("Greatest value stated") double high,
    @Column("Least value it may agree with") double least,
    @Column("Greatest value it may agree with") double most) {
  /** Room for what arithmetic of doubles may lose. */
  static final double SLIP = 1e-9;

  /** Whether the values may agree; two that are not in like units always may. */
  boolean meets(Reach other) {
    return based != other.based || covers(other) || other.covers(this);
  }

  private boolean covers(Reach other) {
    double slip = SLIP * Math.max(Math.abs(least), Math.abs(most));
    return other.low <= most + slip && other.high >= least - slip;
  }
}
