package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.time.Duration;

/**
 * Related but different measures: 1.5 million shells transferred and 1.6 million moved, told of the
 * same things at one time. Neither a contradiction nor the same number, so such a link joins no
 * families; it says that a reader should look at both. Constant cost beside the shared words.
 */
final class Related {
  /** A small count is near too many others. */
  static final double LEAST = 100;

  /** How far two measures of one thing lie apart. */
  static final double MOST_APART = 1.25;

  private Related() {}

  /** Whether two claims of one unit, whose verbs are of two families, are related measures. */
  static boolean hold(ClaimProfile a, ClaimProfile b) {
    Claim one = a.claim();
    Claim other = b.claim();
    return areOfTwoMeasures(a, b)
        && one.publishedAt() != null
        && other.publishedAt() != null
        && Duration.between(one.publishedAt(), other.publishedAt())
                .abs()
                .compareTo(QuantityLinks.WINDOW)
            <= 0
        && !one.articleId().equals(other.articleId())
        && one.value() != null
        && other.value() != null
        && areNear(one.value().doubleValue(), other.value().doubleValue())
        && !TimeSpans.areApart(one, other)
        && QuantityLinks.aboutTheSame(a, b);
  }

  /** The same things are counted, in the same direction, and something else is done with them. */
  private static boolean areOfTwoMeasures(ClaimProfile a, ClaimProfile b) {
    return a.family() != null
        && b.family() != null
        && !a.family().equals(b.family())
        && a.noun() != null
        && a.noun().equals(b.noun())
        && QuantityLinks.pointTheSameWay(a.claim(), b.claim());
  }

  static boolean areNear(double x, double y) {
    double least = Math.min(x, y);
    return least >= LEAST && Math.max(x, y) <= least * MOST_APART;
  }
}
