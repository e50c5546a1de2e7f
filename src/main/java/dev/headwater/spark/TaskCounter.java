package dev.headwater.spark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.util.AccumulatorV2;

/**
 * Counts what the tasks of one step meet, each partition once: Spark's own accumulators count a
 * partition again when its task is run again, as after the loss of an executor. A task that is run
 * again counts the same, so the larger of two counts of a partition is the count. Holds a number
 * for each partition of the step.
 */
public final class TaskCounter extends AccumulatorV2<Long, Long> {
  private static final long serialVersionUID = 1;

  /** Read by the heartbeat of an executor while the task adds. */
  private final Map<Integer, Long> byPartition = new ConcurrentHashMap<>();

  /** A counter for one step of a run. */
  public static TaskCounter of(SparkContext spark, String name) {
    TaskCounter counter = new TaskCounter();
    spark.register(counter, name);
    return counter;
  }

  /** Adds to the count of the partition that this task works on. */
  @Override
  public void add(Long more) {
    if (more != 0) {
      byPartition.merge(TaskContext.getPartitionId(), more, Long::sum);
    }
  }

  @Override
  public void merge(AccumulatorV2<Long, Long> other) {
    ((TaskCounter) other)
        .byPartition.forEach((partition, count) -> byPartition.merge(partition, count, Math::max));
  }

  @Override
  public Long value() {
    return byPartition.values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public boolean isZero() {
    return byPartition.isEmpty();
  }

  @Override
  public TaskCounter copy() {
    TaskCounter copy = new TaskCounter();
    copy.byPartition.putAll(byPartition);
    return copy;
  }

  @Override
  public void reset() {
    byPartition.clear();
  }
}
