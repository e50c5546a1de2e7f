package dev.headwater.job;

import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Shows why: why two articles are joined, how a claim was read, how roots were counted.
 *
 * <p>Input: the tables as of the last release, or of {@code --release}. Output: a page of text on
 * standard output, wrapped to the terminal. Example: {@code jobs/submit explain --claim
 * 0123456789abcdef --warehouse W}.
 */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Shows why two articles are joined, how a claim was read, how roots were counted.",
    footer = {
      "",
      "Ids: jobs/submit query \"select article_id, source, title from articles\", and likewise",
      "claim_id from claims and trace_id from trace_summary."
    })
public final class ExplainCommand implements Callable<Integer> {
  /** Two columns of text and the rule between them need so much. */
  private static final int LEAST_WIDTH = 60;

  @Mixin private WarehouseOptions options;

  @ArgGroup(multiplicity = "1")
  private Subject subject;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "Characters a line (default: the terminal's, else 100).")
  private Integer width;

  @Option(
      names = "--release",
      paramLabel = "RUN",
      description = "Read the tables as this run published them.")
  private String release;

  /** What to explain. */
  private static final class Subject {
    @Option(
        names = "--pair",
        arity = "2",
        paramLabel = "ID",
        description = "Two articles: why they are joined.")
    private List<String> pair;

    @Option(names = "--claim", paramLabel = "ID", description = "A claim: how it was read.")
    private String claim;

    @Option(
        names = "--trace",
        paramLabel = "ID",
        description = "A family of one number: its tree and how its roots were counted.")
    private String trace;
  }

  @Override
  public Integer call() {
    int wide = width == null ? Math.max(LEAST_WIDTH, Screen.columns()) : width;
    if (wide < LEAST_WIDTH) {
      throw new UserMistake("--width is " + wide + "; give " + LEAST_WIDTH + " or more.");
    }
    if (subject.pair != null && subject.pair.get(0).equals(subject.pair.get(1))) {
      throw new UserMistake(
          "Both ids of --pair are " + subject.pair.get(0) + "; give two articles.");
    }
    SparkSession spark = Sessions.start("explain", options.warehouse());
    Release read = ReleaseViews.create(Warehouse.read(spark), release);
    Evidence evidence = new Evidence(spark, read.runId());
    System.out.print(page(evidence, wide));
    return 0;
  }

  private String page(Evidence evidence, int wide) {
    if (subject.claim != null) {
      return evidence.claim(subject.claim).text(wide);
    } else if (subject.trace != null) {
      return evidence.trace(subject.trace).text(wide);
    }
    return evidence.pair(subject.pair.get(0), subject.pair.get(1)).text(wide);
  }
}
