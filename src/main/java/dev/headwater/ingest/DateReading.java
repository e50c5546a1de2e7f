package dev.headwater.ingest;

import java.time.Instant;
import java.util.List;

/**
 * A date found in a text.
 *
 * @param begin UTF-16 index of its first character, with the time that belongs to it
 * @param end one past its last
 * @param instant in UTC; null where the date cannot be, such as the year 0001
 * @param precision day, minute or second; null with the instant
 * @param issues {@code date_order_assumed}, {@code zone_assumed} or {@code date_impossible}
 */
record DateReading(int begin, int end, Instant instant, String precision, List<String> issues) {
  DateReading {
    issues = List.copyOf(issues);
  }

  boolean isUsable() {
    return instant != null;
  }
}
