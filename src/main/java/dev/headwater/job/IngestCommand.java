package dev.headwater.job;

import dev.headwater.spark.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Loads files of news.
 *
 * <p>Input: {@code --input} files. Output: {@code articles}, {@code rejects}. Example: {@code
 * jobs/submit ingest --input corpus/*.jsonl.gz --warehouse W}.
 */
@Command(
    name = IngestStage.NAME,
    mixinStandardHelpOptions = true,
    description = "Loads files of news into articles; what cannot be used goes to rejects.")
public final class IngestCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private IngestOptions ingest;

  @Override
  public Integer call() {
    SparkSession spark = Sessions.start(IngestStage.NAME, options.warehouse());
    InputFiles input = InputFiles.find(ingest.inputs(), spark.sparkContext().hadoopConfiguration());
    ingest.check(spark.sparkContext().hadoopConfiguration());
    return JobRunner.run(
        spark, IngestStage.NAME, options, input.hash(), List.of(new IngestStage(ingest, input)));
  }
}
