package dev.headwater.job;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Tells how far a long step is, at most one line in {@link #SILENCE_SECONDS}: how many of its tasks
 * are done.
 */
final class StepProgress extends SparkListener {
  static final long SILENCE_SECONDS = 15;

  /** A step of fewer tasks is over before a share of it says anything. */
  static final int FEWEST_TASKS = 8;

  private final LongSupplier seconds;
  private final Map<Integer, Integer> tasks = new HashMap<>();
  private final Map<Integer, Integer> done = new HashMap<>();
  private volatile String job = "";
  private long saidAt;

  /**
   * Listens from now on.
   *
   * @param seconds a clock, in seconds
   */
  StepProgress(LongSupplier seconds) {
    this.seconds = seconds;
    this.saidAt = seconds.getAsLong();
  }

  /** Names the job whose steps come now. */
  void of(String name) {
    job = name;
  }

  @Override
  public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    tasks.put(submitted.stageInfo().stageId(), submitted.stageInfo().numTasks());
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd ended) {
    int stage = ended.stageId();
    int finished = done.merge(stage, 1, Integer::sum);
    int all = tasks.getOrDefault(stage, finished);
    long now = seconds.getAsLong();
    if (now - saidAt >= SILENCE_SECONDS && all >= FEWEST_TASKS) {
      saidAt = now;
      Progress.say(job, "%,d of %,d tasks of this step", finished, all);
    }
  }

  @Override
  public void onStageCompleted(SparkListenerStageCompleted completed) {
    tasks.remove(completed.stageInfo().stageId());
    done.remove(completed.stageInfo().stageId());
  }
}
