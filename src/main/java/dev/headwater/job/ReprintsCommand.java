package dev.headwater.job;

import dev.headwater.spark.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Finds shared text between articles
 *
 * <p>Input: passages and clusters. that this job has not seen yet. Output: {@code articles}:{@code
 * passages}, {@code clusters}, {@code postings}. Example: {@code jobs/submit reprints --warehouse
 * W}.
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
