package dev.headwater.job;

import dev.headwater.model.Release;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Sessions;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Time and size of a report of generated tables.
 *
 * <p>Input: none. The tables are generated into Parquet files first, with 2 to 107 articles a
 * cluster, two numbers an article and 600 outlets; only the writing of the report is timed. Output:
 * one line on standard output, and the site. Example: {@code jobs/bench report --clusters 100000
 * --output SITE}.
 */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = "Time and size of a report of generated tables.")
public final class ReportBench implements Callable<Integer> {
  private static final String QUERIES = "/dev/headwater/bench/report/";

  @Option(
      names = "--clusters",
      paramLabel = "N",
      defaultValue = "100000",
      description = "Clusters (default: ${DEFAULT-VALUE}).")
  private long clusters;

  @Option(names = "--output", required = true, paramLabel = "SITE", description = "The site.")
  private String output;

  @Option(
      names = "--folder",
      paramLabel = "PATH",
      description = "Where the tables are made (default: the system's temporary folder).")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    ReportFolder site = ReportFolder.check(output, Sessions.hadoop());
    Path tables =
        folder == null
            ? Files.createTempDirectory("headwater-report")
            : Files.createTempDirectory(Files.createDirectories(folder), "report");
    SparkSession spark = Sessions.start("bench", tables.resolve("none").toUri().toString());
    Sessions.sized(spark, clusters * 4096);
    generate(spark, tables);
    Instant began = Instant.now();
    ReportWork work = new ReportWork(spark, site);
    work.write();
    site.finish();
    System.out.printf(
        "%,d clusters, %,d articles: report in %.1f s, %s%n",
        clusters, spark.table("articles").count(), Progress.secondsSince(began), work.summary());
    return 0;
  }

  private void generate(SparkSession spark, Path tables) throws IOException {
    for (TableContract table : Tables.PUBLISHED) {
      empty(spark, table.row()).createOrReplaceTempView(table.name());
    }
    for (String name : text("tables.txt").lines().toList()) {
      String files = tables.resolve(name).toUri().toString();
      spark.sql(text(name + ".sql"), Map.of("clusters", clusters)).write().parquet(files);
      spark.read().parquet(files).createOrReplaceTempView(name);
      Progress.say("bench", "%s: %,d rows", name, spark.table(name).count());
    }
    RowCodec.of(Release.class)
        .dataset(spark, List.of(new Release(1, "generated", Instant.EPOCH, null, 1)))
        .createOrReplaceTempView("release");
  }

  private static <T extends Record> Dataset<Row> empty(SparkSession spark, Class<T> row) {
    return RowCodec.of(row).dataset(spark, List.of());
  }

  private static String text(String name) throws IOException {
    try (InputStream in = ReportBench.class.getResourceAsStream(QUERIES + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
