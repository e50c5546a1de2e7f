package dev.headwater.spark;

import java.time.Instant;
import java.time.LocalDate;

/** Runs of tests that look below the jobs: by their names, and else alike. */
public final class TestRun {
  private TestRun() {}

  /** Opens a run on the last release. */
  public static Run open(Warehouse warehouse, String name) {
    RunKey key = new RunKey(LocalDate.of(2026, 3, 20), "ingest", "settings", "test", name);
    return Run.open(warehouse, key, Instant.now());
  }
}
