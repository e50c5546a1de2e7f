package dev.headwater.job;

import dev.headwater.spark.Run;

/**
 * One step of a run: reads tables of the run, calls kernels, writes tables of the run.
 *
 * <p>What a stage uses more than once it keeps with {@link dev.headwater.spark.KeptRows}.
 */
interface Stage {
  /** Name of the job, as in the command line and in {@code runs}. */
  String name();

  /** Settings that change its rows, in a stable text form; part of the run's identity. */
  String settings();

  /** Does the work; counters go to {@link Run#count}. */
  void run(Run run);
}
