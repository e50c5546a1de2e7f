package dev.headwater.job;

import dev.headwater.spark.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Keeps the record of each outlet.
 *
 * <p>Input: all of these that this job has not seen yet. Output: {@code source_days}, {@code
 * copy_edges}, {@code outlet_ranks}. Example: {@code jobs/submit sources --warehouse W}.
 */
@Command(
    name = SourcesStage.NAME,
    mixinStandardHelpOptions = true,
    description = "Keeps the record of each outlet.")
public final class SourcesCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    return JobRunner.run(
        Sessions.start(SourcesStage.NAME, options.warehouse()),
        SourcesStage.NAME,
        options,
        null,
        List.of(new SourcesStage()));
  }
}
