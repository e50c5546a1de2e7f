package dev.headwater.job;

import dev.headwater.spark.Run;
import java.time.Instant;

/** Notes how long each step of a job took, as the counter {@code seconds_STEP}. */
final class StepClock {
  private final Run run;
  private final String job;
  private Instant since = Instant.now();

  StepClock(Run run, String job) {
    this.run = run;
    this.job = job;
  }

  /** Ends a step; the next one begins. */
  void done(String step) {
    run.count(job, "seconds_" + step, Progress.secondsSince(since));
    since = Instant.now();
  }
}
