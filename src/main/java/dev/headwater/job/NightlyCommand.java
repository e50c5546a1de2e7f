package dev.headwater.job;

import dev.headwater.spark.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Runs every job in order for new input and publishes all tables together; the main job.
 *
 * <p>Input: {@code --input} files. Output: every table. The same command again changes nothing and
 * says so; a run that died goes on at the job it died in. Example: {@code jobs/submit nightly
 * --input data/sample/2026-03-0* --owners data/sample/owners.csv --warehouse W}.
 */
@Command(
    name = "nightly",
    mixinStandardHelpOptions = true,
    description = "Runs every job in order for new input, with one publish at its end.")
public final class NightlyCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private IngestOptions ingest;
  @Mixin private ReprintsOptions reprints;

  @Override
  public Integer call() {
    SparkSession spark = Sessions.start("nightly", options.warehouse());
    InputFiles input = InputFiles.find(ingest.inputs(), spark.sparkContext().hadoopConfiguration());
    ingest.check(spark.sparkContext().hadoopConfiguration());
    return JobRunner.run(
        spark,
        "nightly",
        options,
        input.hash(),
        List.of(
            new IngestStage(ingest, input),
            new ReprintsStage(reprints.settings()),
            new ClaimsStage(),
            new TracesStage(),
            new SourcesStage()));
  }
}
