package dev.headwater.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Tells the person at the terminal what goes on, one line a step, on standard error. */
final class Progress {
  private Progress() {}

  /** Prints a line of a job. */
  static void say(String job, String message, Object... values) {
    System.err.printf(Locale.ROOT, "[%s] %s%n", job, message.formatted(values));
  }

  /** Seconds since an instant. */
  static double secondsSince(Instant start) {
    return Duration.between(start, Instant.now()).toMillis() / 1000.0;
  }
}
