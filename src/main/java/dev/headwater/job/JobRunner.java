package dev.headwater.job;

import dev.headwater.model.Ids;
import dev.headwater.model.Overtaken;
import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.Publisher;
import dev.headwater.spark.Run;
import dev.headwater.spark.RunKey;
import dev.headwater.spark.Warehouse;
import dev.headwater.spark.WarehouseLock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * Runs stages in order on one branch, checks the gates, and publishes all tables together. A stage
 * that an earlier try of the same run had finished is not done again.
 */
final class JobRunner {
  private static final String LINE = "%-9s %7.1f s   %s%n";

  /** The counters that the last lines show; all of them stand in {@code runs}. */
  private static final Set<String> HEADLINES =
      Set.of(
          "records_read",
          "rejected",
          "files_rejected",
          "known_before",
          "duplicates_in_batch",
          "articles",
          "candidate_pairs",
          "passages",
          "clusters",
          "claims",
          "links",
          "traces",
          "source_days",
          "copy_edges");

  private JobRunner() {}

  /**
   * Runs stages and publishes.
   *
   * @param job name of the submitted job
   * @param inputHash hash of the input files' names, sizes and times, null for jobs without input
   * @return exit status
   */
  static int run(
      SparkSession spark, String job, RunOptions options, String inputHash, List<Stage> stages) {
    options.gates().check();
    Warehouse warehouse = Warehouse.write(spark);
    try (WarehouseLock lock =
        WarehouseLock.take(
            warehouse, job, options.waiting(), line -> Progress.say(job, "%s", line))) {
      return locked(warehouse, job, options, inputHash, stages, lock);
    }
  }

  private static int locked(
      Warehouse warehouse,
      String job,
      RunOptions options,
      String inputHash,
      List<Stage> stages,
      WarehouseLock lock) {
    Instant began = Instant.now();
    Publisher.rollForward(warehouse);
    KeptRows.begin(warehouse, line -> Progress.say(job, "%s", line));
    RunKey key =
        new RunKey(
            options.day() == null ? LocalDate.ofInstant(began, ZoneOffset.UTC) : options.day(),
            stages.stream().map(Stage::name).collect(Collectors.joining(",")),
            Ids.of(stages.stream().map(Stage::settings).toArray()),
            CodeVersion.version(),
            inputHash);
    Run run = Run.open(warehouse, key, began);
    StepProgress progress = new StepProgress(() -> System.nanoTime() / 1_000_000_000L);
    SparkContext spark = warehouse.spark().sparkContext();
    spark.addSparkListener(progress);
    Progress.say(
        job, "run %s on %s", run.id(), run.base().map(Release::runId).orElse("an empty warehouse"));
    try {
      return finished(job, options, stages, run, began, lock, progress);
    } catch (UserMistake | Overtaken ended) {
      // Unlike a bug or a failed gate, these leave nothing that a second try could build on.
      // But where the lock was lost, another job may be at work on these very branches.
      if (lock.isHeld()) {
        run.abandon();
      }
      throw ended;
    } finally {
      spark.removeSparkListener(progress);
      KeptRows.end(warehouse);
    }
  }

  private static int finished(
      String job,
      RunOptions options,
      List<Stage> stages,
      Run run,
      Instant began,
      WarehouseLock lock,
      StepProgress progress) {
    for (Stage stage : stages) {
      lock.check();
      progress.of(stage.name());
      runStage(run, stage);
    }
    if (stages.stream().allMatch(stage -> run.counter(stage.name(), "rows_written") == 0)) {
      options.gates().checkNews(run);
      run.abandon();
      Progress.say(job, "nothing new: every table is as it was, nothing was published");
      return 0;
    }
    Instant checking = Instant.now();
    progress.of("gates");
    StepClock.describe(run, "gates");
    options.gates().check(run);
    Progress.say("gates", "passed in %.1f s", Progress.secondsSince(checking));
    run.count("publish", "seconds_total", Progress.secondsSince(began));
    run.flush();
    lock.check();
    Instant publishing = Instant.now();
    StepClock.describe(run, "publish");
    Release release = Publisher.publish(run);
    Progress.say(
        "publish",
        "release %d, %s, in %.1f s",
        release.sequence(),
        release.runId(),
        Progress.secondsSince(publishing));
    System.out.print(summary(run, stages));
    System.out.printf(Locale.ROOT, LINE, "in all", Progress.secondsSince(began), "");
    return 0;
  }

  private static void runStage(Run run, Stage stage) {
    if (run.isFinished(stage.name())) {
      Progress.say(stage.name(), "finished by an earlier try of this run");
      return;
    }
    Instant began = Instant.now();
    StepClock.describe(run, stage.name());
    stage.run(run);
    run.count(stage.name(), "seconds", Progress.secondsSince(began));
    run.finish(stage.name());
    Progress.say(stage.name(), "done in %.1f s", Progress.secondsSince(began));
  }

  private static String summary(Run run, List<Stage> stages) {
    StringBuilder table = new StringBuilder();
    for (Stage stage : stages) {
      String counts =
          run.shown(stage.name()).entrySet().stream()
              .filter(entry -> HEADLINES.contains(entry.getKey()))
              .map(entry -> entry.getKey() + " " + number(entry.getValue()))
              .collect(Collectors.joining(", "));
      table.append(
          String.format(
              Locale.ROOT, LINE, stage.name(), run.counter(stage.name(), "seconds"), counts));
    }
    return table.toString();
  }

  private static String number(double value) {
    return value == Math.rint(value)
        ? String.format(Locale.ROOT, "%,d", (long) value)
        : String.format(Locale.ROOT, "%.3f", value);
  }
}
