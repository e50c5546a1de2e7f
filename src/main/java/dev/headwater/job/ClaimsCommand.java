package dev.headwater.job;

import dev.headwater.spark.Sessions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Reads the numeric claims of articles.
 *
 * <p>Input: {@code articles} that this job has not seen yet. Output: {@code claims}. Example:
 * {@code jobs/submit claims --warehouse W}.
 */
@Command(
    name = ClaimsStage.NAME,
    mixinStandardHelpOptions = true,
    description = "Reads the numeric claims of articles.")
public final class ClaimsCommand implements Callable<Integer> {
  @Mixin private RunOptions options;

  @Override
  public Integer call() {
    return JobRunner.run(
        Sessions.start(ClaimsStage.NAME, options.warehouse()),
        ClaimsStage.NAME,
        options,
        null,
        List.of(new ClaimsStage()));
  }
}
