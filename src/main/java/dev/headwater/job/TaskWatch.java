package dev.headwater.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerEvent;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.execution.ui.SparkListenerSQLExecutionStart;

/** Adds up what Spark's stages cost: where a job's time, shuffle and spill go. */
final class TaskWatch extends SparkListener {
  private static final double MIB = 1 << 20;

  /** What the stages of one line of code cost together. */
  private record Cost(
      int stages, int tasks, long wallMillis, long taskMillis, long cpuMillis, Bytes bytes) {
    Cost and(Cost other) {
      return new Cost(
          stages + other.stages,
          tasks + other.tasks,
          wallMillis + other.wallMillis,
          taskMillis + other.taskMillis,
          cpuMillis + other.cpuMillis,
          bytes.and(other.bytes));
    }
  }

  private record Bytes(long input, long read, long written, long spilled) {
    Bytes and(Bytes other) {
      return new Bytes(
          input + other.input, read + other.read, written + other.written, spilled + other.spilled);
    }
  }

  private final Map<String, Cost> costs = new TreeMap<>();
  private final Map<String, String> queries = new HashMap<>();
  private final Map<Integer, String> queryOfStage = new HashMap<>();

  @Override
  public synchronized void onOtherEvent(SparkListenerEvent event) {
    if (event instanceof SparkListenerSQLExecutionStart start) {
      queries.put(Long.toString(start.executionId()), ownLine(start));
    }
  }

  /** The stages of an adaptive query are submitted from a pool; its own line is the query's. */
  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
    String query =
        submitted.properties() == null
            ? null
            : queries.get(submitted.properties().getProperty("spark.sql.execution.id", ""));
    queryOfStage.put(
        submitted.stageInfo().stageId(), query == null ? submitted.stageInfo().name() : query);
  }

  /** The line of the product's own code that asked for the query. */
  private static String ownLine(SparkListenerSQLExecutionStart start) {
    return start
        .details()
        .lines()
        .filter(frame -> frame.startsWith("dev.headwater.job."))
        .map(frame -> "query of " + frame.replaceAll(".*\\((.*)\\).*", "$1"))
        .findFirst()
        .orElse(start.description());
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
    StageInfo stage = completed.stageInfo();
    TaskMetrics metrics = stage.taskMetrics();
    long wall =
        stage.submissionTime().isDefined() && stage.completionTime().isDefined()
            ? (Long) stage.completionTime().get() - (Long) stage.submissionTime().get()
            : 0;
    Cost cost =
        new Cost(
            1,
            stage.numTasks(),
            wall,
            metrics.executorRunTime(),
            metrics.executorCpuTime() / 1_000_000,
            new Bytes(
                metrics.inputMetrics().bytesRead(),
                metrics.shuffleReadMetrics().totalBytesRead(),
                metrics.shuffleWriteMetrics().bytesWritten(),
                metrics.diskBytesSpilled()));
    costs.merge(queryOfStage.getOrDefault(stage.stageId(), stage.name()), cost, Cost::and);
  }

  /** Bytes that did not fit in memory and were sorted on disk. */
  synchronized long spilledBytes() {
    return costs.values().stream().mapToLong(cost -> cost.bytes().spilled()).sum();
  }

  /** Bytes written for shuffles. */
  synchronized long shuffledBytes() {
    return costs.values().stream().mapToLong(cost -> cost.bytes().written()).sum();
  }

  /** The lines of code whose stages took longest, one a line. */
  synchronized List<String> longest(int most) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-44s %6s %6s %8s %8s %8s %8s %8s %8s %8s",
            "stages of",
            "stages",
            "tasks",
            "wall s",
            "task s",
            "cpu s",
            "in MiB",
            "read MiB",
            "wrote",
            "spilled"));
    costs.entrySet().stream()
        .sorted(Comparator.comparing(entry -> -entry.getValue().wallMillis()))
        .limit(most)
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .forEach(lines::add);
    return lines;
  }

  private static String line(String name, Cost cost) {
    return String.format(
        Locale.ROOT,
        "%-44s %6d %6d %8.1f %8.1f %8.1f %8.0f %8.0f %8.0f %8.0f",
        name,
        cost.stages(),
        cost.tasks(),
        cost.wallMillis() / 1e3,
        cost.taskMillis() / 1e3,
        cost.cpuMillis() / 1e3,
        cost.bytes().input() / MIB,
        cost.bytes().read() / MIB,
        cost.bytes().written() / MIB,
        cost.bytes().spilled() / MIB);
  }
}
