package dev.headwater.job;

import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Writes the published tables as plain files for people without a catalog.
 *
 * <p>Input: the tables as of the last release, or of {@code --release}. Output: a folder a table
 * under {@code --output}, as Parquet (zstd) or CSV with lists as JSON; the folder appears whole or
 * not at all. Example: {@code jobs/submit export --warehouse W --output E}.
 */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes the published tables as plain Parquet or CSV.")
public final class ExportCommand implements Callable<Integer> {
  /** File formats of an export: names as on the command line. */
  enum FileKind {
    parquet,
    csv
  }

  @Mixin private WarehouseOptions options;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "PATH",
      description = "Folder to make; it must not exist.")
  private String output;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "parquet",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private FileKind format;

  @Option(
      names = "--tables",
      split = ",",
      paramLabel = "NAME",
      description = "Only these tables (default: all but postings, claim_keys and outlet_lines).")
  private List<String> names = new ArrayList<>();

  @Option(names = "--release", paramLabel = "RUN", description = "Export this run's release.")
  private String run;

  @Override
  public Integer call() throws IOException {
    List<TableContract> tables = tables();
    SparkSession spark = Sessions.start("export", options.warehouse());
    Path target = new Path(output);
    FileSystem files = target.getFileSystem(spark.sparkContext().hadoopConfiguration());
    if (files.exists(target)) {
      throw new UserMistake(
          "Cannot export to " + output + ": it exists already. Name another folder.");
    }
    Release release = ReleaseViews.create(Warehouse.read(spark), run);
    Path part = target.suffix(".part");
    files.delete(part, true);
    makeFolder(files, part);
    for (TableContract table : tables) {
      Dataset<Row> rows = spark.table(table.name());
      String folder = new Path(part, table.name()).toString();
      if (format == FileKind.parquet) {
        rows.write().option("compression", "zstd").parquet(folder);
      } else {
        RowWriter.inert(RowWriter.flat(rows))
            .write()
            .option("header", "true")
            .option("escape", "\"")
            .csv(folder);
      }
      Progress.say("export", "%s: %,d rows", table.name(), rows.count());
    }
    if (!files.rename(part, target)) {
      throw new UserMistake(
          "Cannot export to " + output + ": it cannot be made from " + part + ".");
    }
    Progress.say("export", "release %s is in %s", release.runId(), output);
    return 0;
  }

  private void makeFolder(FileSystem files, Path folder) {
    try {
      files.mkdirs(folder);
    } catch (IOException e) {
      throw new UserMistake("Cannot export to " + output + ": " + e.getMessage());
    }
  }

  private List<TableContract> tables() {
    List<TableContract> known = new ArrayList<>(Tables.PUBLISHED);
    known.add(Tables.RELEASES);
    if (names.isEmpty()) {
      known.removeAll(List.of(Tables.POSTINGS, Tables.CLAIM_KEYS, Tables.OUTLET_LINES));
      return known;
    }
    return TableNames.find(known, names);
  }
}
