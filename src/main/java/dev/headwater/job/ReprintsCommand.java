package dev.headwater.job;

import dev.headwater.spark.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Finds shared text between articles: passages and clusters.
 *
 * <p>Input: {@code articles} that this job has not seen yet. Output: {@code postings}, {@code
 * passages}, {@code clusters}, {@code cluster_log}. Example: {@code jobs/submit reprints
 * --warehouse W}.
 */
@Command(
    name = ReprintsStage.NAME,
    mixinStandardHelpOptions = true,
    description = "Finds shared text between articles.")
public final class ReprintsCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private ReprintsOptions reprints;

  @Override
  public Integer call() {
    return JobRunner.run(
        Sessions.start(ReprintsStage.NAME, options.warehouse()),
        ReprintsStage.NAME,
        options,
        null,
        List.of(new ReprintsStage(reprints.settings())));
  }
}
