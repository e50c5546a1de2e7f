package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.time.Duration;
import java.time.Instant;

/** Compares the times two claims speak of. */
final class TimeSpans {
  /** Days are told across time zones and deadlines; months and years are not. */
  private static final Duration SLACK = Duration.ofDays(1);

  private static final Duration DAYS = Duration.ofDays(3);

  private TimeSpans() {}

  static boolean isKnown(Claim claim) {
    return claim.timeBegin() != null && claim.timeEnd() != null;
  }

  /** Whether both times are known and have nothing in common. */
  static boolean areApart(Claim a, Claim b) {
    if (!isKnown(a) || !isKnown(b)) {
      return false;
    }
    Instant begin = a.timeBegin().isAfter(b.timeBegin()) ? a.timeBegin() : b.timeBegin();
    Instant end = a.timeEnd().isBefore(b.timeEnd()) ? a.timeEnd() : b.timeEnd();
    boolean days = length(a).compareTo(DAYS) <= 0 && length(b).compareTo(DAYS) <= 0;
    return days ? begin.isAfter(end.plus(SLACK)) : !begin.isBefore(end);
  }

  private static Duration length(Claim claim) {
    return Duration.between(claim.timeBegin(), claim.timeEnd());
  }
}
