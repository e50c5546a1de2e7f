package dev.headwater.explain;

import dev.headwater.model.Claim;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Values as a person reads them on a terminal. */
public final class Printed {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final long MINUTES_OF_HOURS = 120;
  private static final long MINUTES_OF_DAYS = 2880;

  private Printed() {}

  /**
   * A text that cannot command the terminal: control characters and marks that turn the writing
   * round are blanks. Its length in code points stays, so that offsets hold.
   */
  public static String plain(String text) {
    return text.replaceAll(
        "[\\p{Cc}&&[^\\n\\t]]|[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", " ");
  }

  /** An instant to the minute, or to the day where it is a midnight. */
  static String time(Instant instant) {
    if (instant == null) {
      return "date unknown";
    }
    boolean midnight = instant.getEpochSecond() % Duration.ofDays(1).toSeconds() == 0;
    return (midnight ? DAY : MINUTE).format(instant);
  }

  /** A share as percent. */
  static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f%%", 100 * share);
  }

  /** A lag in the unit that suits it; null where none is known. */
  static String lag(Long minutes) {
    if (minutes == null) {
      return null;
    } else if (minutes < MINUTES_OF_HOURS) {
      return minutes + " minutes";
    } else if (minutes < MINUTES_OF_DAYS) {
      return String.format(Locale.ROOT, "%.1f hours", minutes / 60.0);
    }
    return String.format(Locale.ROOT, "%.1f days", minutes / 1440.0);
  }

  /** A number with its thousands parted. */
  static String number(BigDecimal value) {
    if (value == null) {
      return "?";
    }
    BigDecimal plain = value.stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, plain.scale()) + "f", plain);
  }

  /** A range, or one number where both ends are the same. */
  static String range(BigDecimal low, BigDecimal high) {
    boolean one = low == null || high == null || low.compareTo(high) == 0;
    return one ? number(low == null ? high : low) : number(low) + " to " + number(high);
  }

  /** What a claim states: its value and unit. */
  static String amount(Claim claim) {
    String unit = claim.unit() == null ? "" : " " + claim.unit();
    return range(claim.valueLow(), claim.valueHigh()) + unit;
  }

  /** Whether a text stands in any words; null otherwise. */
  static String orNull(String text) {
    return text == null || text.isBlank() ? null : text;
  }
}
