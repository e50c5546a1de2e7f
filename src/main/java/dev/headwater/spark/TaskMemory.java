package dev.headwater.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;

/** What a task may hold in memory: its share of the heap of the process it runs in. */
public final class TaskMemory {
  private static final String EXECUTOR_MEMORY = "spark.executor.memory";
  private static final String EXECUTOR_CORES = "spark.executor.cores";

  private TaskMemory() {}

  /**
   * Bytes of heap for each task that may run at a time: in local mode of this process, else of an
   * executor as submitted. Where the cores of an executor were not submitted, executors are taken
   * to have even shares of the cluster's.
   */
  public static long bytes(SparkContext spark) {
    int cores = spark.defaultParallelism();
    if (spark.isLocal()) {
      return Runtime.getRuntime().maxMemory() / cores;
    }
    SparkConf conf = spark.conf();
    // The driver is listed among them.
    int executors = Math.max(1, spark.statusTracker().getExecutorInfos().length - 1);
    int even = Math.max(1, (cores + executors - 1) / executors);
    return (conf.getSizeAsMb(EXECUTOR_MEMORY, "1g") << 20) / conf.getInt(EXECUTOR_CORES, even);
  }
}
