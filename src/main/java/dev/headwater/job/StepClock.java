package dev.headwater.job;

import dev.headwater.spark.Run;
import java.time.Instant;

/**
 * Names the steps of a job, for who looks at Spark's own pages, and notes how long each took, as
 * the counter {@code seconds_STEP}.
 */
final class StepClock {
  private final Run run;
  private final String job;
  private String step;
  private Instant since;

  StepClock(Run run, String job) {
    this.run = run;
    this.job = job;
  }

  /** Begins a step; the one before, if any, ends. */
  void begin(String name) {
    end();
    step = name;
    since = Instant.now();
    describe(run, job + ": " + name.replace('_', ' '));
  }

  /** Ends the last step. */
  void end() {
    if (step != null) {
      run.count(job, "seconds_" + step, Progress.secondsSince(since));
      step = null;
      describe(run, job);
    }
  }

  /** Names the Spark jobs that this thread starts from here on. */
  static void describe(Run run, String what) {
    run.spark().sparkContext().setJobDescription("headwater " + what);
  }
}
