package dev.headwater.job;

import java.time.Duration;
import java.time.LocalDate;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every job that writes tables. */
public final class RunOptions {
  @Mixin private WarehouseOptions warehouse;

  @Mixin private GateOptions gates;

  @Mixin private LockOptions lock;

  @Option(
      names = "--day",
      paramLabel = "YYYY-MM-DD",
      description = "Day of the run, part of its id (default: today, UTC).")
  private LocalDate day;

  /** The warehouse as a full path. */
  String warehouse() {
    return warehouse.warehouse();
  }

  /** How long to wait for another job. */
  Duration waiting() {
    return lock.waiting();
  }

  /** The gates. */
  GateOptions gates() {
    return gates;
  }

  /** The day of the run; null for today. */
  LocalDate day() {
    return day;
  }
}
