package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Headwater;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** The main job over the sample corpus, in this JVM; all nights together are run once for all. */
final class SampleRun {
  static final Path SAMPLE = Path.of("data", "sample");
  static final List<String> NIGHTS =
      List.of("2026-03-01", "2026-03-02", "2026-03-03", "2026-03-04");

  private static final String PARTITIONS = "spark.sql.shuffle.partitions";

  private static SampleRun whole;

  static {
    System.setProperty("spark.master", "local[2]");
    System.setProperty(PARTITIONS, "1");
    // Pages are sized by the heap; most of these tasks hold a few rows.
    System.setProperty("spark.buffer.pageSize", "1m");
  }

  private final Path warehouse;

  private SampleRun(Path warehouse) {
    this.warehouse = warehouse;
  }

  /** All four nights in one run, with one shuffle partition. */
  static synchronized SampleRun whole() {
    if (whole == null) {
      SampleRun run = empty();
      assertThat(run.nightly(NIGHTS)).isZero();
      whole = run;
    }
    return whole;
  }

  /** All four nights in one run, with this many shuffle partitions. */
  static SampleRun partitioned(int partitions) {
    System.setProperty(PARTITIONS, Integer.toString(partitions));
    try {
      SampleRun run = empty();
      assertThat(run.nightly(NIGHTS)).isZero();
      return run;
    } finally {
      System.setProperty(PARTITIONS, "1");
    }
  }

  /** A warehouse in which nothing has been run. */
  static SampleRun empty() {
    try {
      Files.createDirectories(Path.of("target"));
      return new SampleRun(Files.createTempDirectory(Path.of("target"), "sample-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of its tables. */
  Path warehouse() {
    return warehouse.toAbsolutePath();
  }

  /** Runs {@code nightly} for some nights and gives its exit status. */
  int nightly(List<String> nights) {
    List<String> arguments = new ArrayList<>(List.of("nightly", "--input"));
    nights.forEach(night -> arguments.add(SAMPLE.resolve(night).toString()));
    arguments.addAll(List.of("--owners", SAMPLE.resolve("owners.csv").toString()));
    return run(arguments);
  }

  /** Runs a job on this warehouse and gives its exit status. */
  int run(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    all.addAll(List.of("--warehouse", warehouse.toString()));
    return Headwater.run(all.toArray(String[]::new));
  }

  /** A session that sees the published tables of this warehouse under their names. */
  SparkSession spark() {
    SparkSession spark = Sessions.start("test", new org.apache.hadoop.fs.Path(uri()).toString());
    ReleaseViews.create(Warehouse.read(spark), null);
    return spark;
  }

  private String uri() {
    // As WarehouseOptions writes it: file:/… with one slash.
    return "file:" + warehouse.toAbsolutePath();
  }
}
