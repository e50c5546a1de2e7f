package dev.headwater.job;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Options of every job that holds the warehouse while it works. */
public final class LockOptions {
  @Option(
      names = "--wait",
      paramLabel = "TIME",
      defaultValue = "0s",
      description =
          "How long to wait while another job holds the warehouse, such as 90s, 30m or 2h"
              + " (default: ${DEFAULT-VALUE}: say who holds it and since when, exit 2).")
  private Duration waiting;

  /** How long to wait. */
  Duration waiting() {
    return waiting;
  }
}
