package dev.headwater.job;

import dev.headwater.spark.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Follows each number from article to article.
 *
 * <p>Input: {@code claims}, {@code passages}, {@code clusters} that this job has not seen yet.
 * Output: {@code claim_keys}, {@code claim_links}, {@code traces}, {@code trace_summary}. Example:
 * {@code jobs/submit traces --warehouse W}.
 */
@Command(
    name = TracesStage.NAME,
    mixinStandardHelpOptions = true,
    description = "Follows each number from article to article.")
public final class TracesCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    return JobRunner.run(
        Sessions.start(TracesStage.NAME, options.warehouse()),
        TracesStage.NAME,
        options,
        null,
        List.of(new TracesStage()));
  }
}
