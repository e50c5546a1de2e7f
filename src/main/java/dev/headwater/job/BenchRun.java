package dev.headwater.job;

import dev.headwater.bench.MemoryWatch;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import picocli.CommandLine;

/**
 * A published run in a warehouse of its own that is removed when a bench is done with it.
 *
 * @param spark a session in which the published tables are views
 * @param counters the run's counters, as {@code job.name}
 * @param processorSeconds processor time of each job, by name
 * @param tasks what Spark's stages cost
 * @param peakBytes peak of the heap, garbage included
 * @param liveBytes most that a collection of the heap left behind
 */
record BenchRun(
    SparkSession spark,
    Map<String, Double> counters,
    Map<String, Double> processorSeconds,
    TaskWatch tasks,
    long peakBytes,
    long liveBytes) {
  /** The steps whose time a bench shows, as the jobs count them. */
  static final List<String> STEPS =
      List.of(
          "ingest",
          "reprints.exact_copies",
          "reprints.postings",
          "reprints.candidates",
          "reprints.alignment",
          "reprints.clusters",
          "reprints");

  /** What is done with the published tables. */
  interface Use {
    void of(BenchRun run) throws IOException;
  }

  /**
   * Ingests and runs stages in an empty warehouse, uses its tables, and removes them.
   *
   * @return exit status of the run
   */
  static int of(List<Stage> stages, List<String> inputs, Use use) throws IOException {
    return within(
        null,
        warehouse -> {
          SparkSession spark = Sessions.start("bench", warehouse.toUri().toString());
          return of(spark, stages, inputs, use);
        });
  }

  /** The same in the warehouse of a session, whatever it holds by now. */
  static int of(SparkSession spark, List<Stage> stages, List<String> inputs, Use use)
      throws IOException {
    InputFiles input = InputFiles.find(inputs, spark.sparkContext().hadoopConfiguration());
    String[] arguments =
        Stream.concat(Stream.of("--input"), inputs.stream()).toArray(String[]::new);
    List<Stage> all = new ArrayList<>();
    all.add(new IngestStage(options(new IngestOptions(), arguments), input));
    all.addAll(stages);
    return measured(spark, all, input.hash(), use);
  }

  /**
   * Runs stages of which the first makes its own articles, in an empty warehouse.
   *
   * @param bytes about what the first stage makes
   */
  static int ofGenerated(List<Stage> stages, long bytes, Path folder, Use use) throws IOException {
    return within(
        folder,
        warehouse -> {
          SparkSession spark = Sessions.start("bench", warehouse.toUri().toString());
          Sessions.sized(spark, bytes);
          return measured(spark, stages, null, use);
        });
  }

  private interface Work {
    int in(Path warehouse) throws IOException;
  }

  private static int within(Path folder, Work work) throws IOException {
    Path warehouse =
        folder == null
            ? Files.createTempDirectory("headwater-bench")
            : Files.createTempDirectory(Files.createDirectories(folder), "warehouse");
    try {
      return work.in(warehouse);
    } finally {
      remove(warehouse);
    }
  }

  private static int measured(SparkSession spark, List<Stage> stages, String inputHash, Use use)
      throws IOException {
    Map<String, Double> processor = new HashMap<>();
    List<Stage> metered = new ArrayList<>();
    stages.forEach(stage -> metered.add(new MeteredStage(stage, processor)));
    TaskWatch tasks = new TaskWatch();
    spark.sparkContext().addSparkListener(tasks);
    try (MemoryWatch memory = new MemoryWatch()) {
      int status = JobRunner.run(spark, "bench", options(new RunOptions()), inputHash, metered);
      if (status == 0) {
        ReleaseViews.create(Warehouse.read(spark), null);
        use.of(
            new BenchRun(
                spark, counters(spark), processor, tasks, memory.peakBytes(), memory.liveBytes()));
      }
      return status;
    } finally {
      spark.sparkContext().removeSparkListener(tasks);
    }
  }

  /** Options as the command line of the product reads them, with its own converters. */
  private static <T> T options(T options, String... arguments) {
    ExitCodes.handledBy(new CommandLine(options)).parseArgs(arguments);
    return options;
  }

  /** Seconds of a job or, where a step is given as {@code job.step}, of that step. */
  double seconds(String name) {
    int dot = name.indexOf('.');
    String key = dot < 0 ? name + ".seconds" : name.replace(".", ".seconds_");
    return counters.getOrDefault(key, 0.0);
  }

  /** A number that a query gives. */
  long number(String sql) {
    Row row = spark.sql(sql).takeAsList(1).get(0);
    return row.isNullAt(0) ? 0 : ((Number) row.get(0)).longValue();
  }

  /** Removes a folder and all in it. */
  static void remove(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Map<String, Double> counters(SparkSession spark) {
    Map<String, Double> counters = new HashMap<>();
    String run = Warehouse.read(spark).release().orElseThrow().runId();
    Dataset<Row> ofRun = spark.table("runs").where(functions.col("run_id").equalTo(run));
    for (Row row : ofRun.select("job", "name", "value").collectAsList()) {
      counters.put(row.getString(0) + "." + row.getString(1), row.getDouble(2));
    }
    return counters;
  }
}
