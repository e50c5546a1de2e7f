package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Two statements of one measure at one time that cannot both be true: two outlets, the same things
 * named, another value, and either two named sources or the same day told by both. Neither is a
 * copy of the other, nor a newer reading. Constant cost beside the shared words.
 */
final class Contradictions {
  private static final Duration WINDOW = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);
  private static final int DAY_NAMES = 2;
  private static final double DAY_RATIO = 0.6;

  /** Small counts are of other things more often than disputed. */
  static final BigDecimal LEAST = BigDecimal.TEN;

  static final BigDecimal MOST_APART = BigDecimal.valueOf(20);

  private Contradictions() {}

  /** Whether two claims, whose values are known not to agree, dispute one another. */
  static boolean hold(ClaimProfile a, ClaimProfile b) {
    Claim one = a.claim();
    Claim other = b.claim();
    return one.value() != null
        && other.value() != null
        && one.publishedAt() != null
        && other.publishedAt() != null
        && Duration.between(one.publishedAt(), other.publishedAt()).abs().compareTo(WINDOW) <= 0
        && !one.source().equals(other.source())
        && a.noun() != null
        && a.noun().equals(b.noun())
        && a.family() != null
        && a.family().equals(b.family())
        && isPlausible(one.value(), other.value())
        && (haveOtherSources(one, other) || tellTheSameDay(a, b))
        && !Revisions.presentsAsNewer(one, other)
        && !Revisions.presentsAsNewer(other, one)
        && QuantityLinks.aboutTheSame(a, b);
  }

  private static boolean isPlausible(BigDecimal x, BigDecimal y) {
    BigDecimal least = x.min(y);
    return least.compareTo(LEAST) >= 0 && x.max(y).compareTo(least.multiply(MOST_APART)) <= 0;
  }

  /** Both tell the same day, and more than enough speaks for one and the same thing. */
  private static boolean tellTheSameDay(ClaimProfile a, ClaimProfile b) {
    Claim one = a.claim();
    Claim other = b.claim();
    return TimeSpans.isKnown(one)
        && TimeSpans.isKnown(other)
        && one.timeBegin().equals(other.timeBegin())
        && one.timeEnd().equals(other.timeEnd())
        && Duration.between(one.timeBegin(), one.timeEnd()).compareTo(DAY) <= 0
        && a.sharedNames(b) >= DAY_NAMES
        && a.sharedRatio(b) >= DAY_RATIO;
  }

  /** Both say on whose word, and it is not the same word. */
  static boolean haveOtherSources(Claim one, Claim other) {
    Origin here = Origin.of(one);
    Origin there = Origin.of(other);
    return !one.attributedTo().isEmpty()
        && !other.attributedTo().isEmpty()
        && !here.isSameAs(there)
        && !here.isWordedLike(there);
  }
}
