package dev.headwater.job;

import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Forgets withdrawn articles, in all their versions, with all that was read from them.
 *
 * <p>Input and output: every table, through one publish. The articles are not loaded again,
 * whatever input holds them. Older releases still hold their text until the next {@code maintain},
 * which lets those go and removes their files. Example: {@code jobs/submit forget --article
 * 0123456789abcdef --warehouse W}.
 */
@Command(
    name = ForgetStage.NAME,
    mixinStandardHelpOptions = true,
    description = {
      "Forgets withdrawn articles: they leave every table and are not loaded again.",
      "Their text is on disk, in older releases, until the next maintain."
    },
    footer = {"", "Example: jobs/submit forget --article 0123456789abcdef --warehouse warehouse"})
public final class ForgetCommand implements Callable<Integer> {
  @Mixin private RunOptions options;
  @Mixin private ReprintsOptions reprints;

  @Option(
      names = "--article",
      required = true,
      paramLabel = "ID",
      description = "article_id of any version; all versions are forgotten. May be given again.")
  private List<String> articles = new ArrayList<>();

  @Override
  public Integer call() {
    SparkSession spark = Sessions.start(ForgetStage.NAME, options.warehouse());
    Warehouse.read(spark);
    return JobRunner.run(
        spark,
        ForgetStage.NAME,
        options,
        null,
        List.of(new ForgetStage(articles, reprints.settings())));
  }
}
