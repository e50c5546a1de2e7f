package dev.headwater.job;

import dev.headwater.model.Release;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes a static web site to look at the published tables with.
 *
 * <p>Input: the tables as of the last release, or of {@code --release}. Output: a folder whose
 * {@code index.html} opens in any browser, from a disk or a web server, without a network. A report
 * that is there already is replaced when the new one is whole. Example: {@code jobs/submit report
 * --warehouse W --output SITE}.
 */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Writes a static web site to look at the published tables with.")
public final class ReportCommand implements Callable<Integer> {
  @Mixin private WarehouseOptions options;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "SITE",
      description = "Folder of the site; a report that is there is replaced.")
  private String output;

  @Option(names = "--release", paramLabel = "RUN", description = "Read this run's release.")
  private String run;

  @Override
  public Integer call() throws IOException {
    Instant began = Instant.now();
    ReportFolder folder = ReportFolder.check(output, Sessions.hadoop());
    SparkSession spark = Sessions.start("report", options.warehouse());
    Warehouse warehouse = Warehouse.read(spark);
    Release release = ReleaseViews.create(warehouse, run);
    RowCodec.of(Release.class).dataset(spark, List.of(release)).createOrReplaceTempView("release");
    ReportWork work = new ReportWork(spark, folder);
    work.write();
    folder.finish();
    Progress.say(
        "report",
        "release %s in %.1f s: %s; open %s/index.html",
        release.runId(),
        Progress.secondsSince(began),
        work.summary(),
        output);
    return 0;
  }
}
