package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.spark.Sessions;
import java.io.IOException;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Option;

/** Options of every job that touches the tables. */
public final class WarehouseOptions {
  @Option(
      names = "--warehouse",
      paramLabel = "PATH",
      description =
          "Folder of the tables, on any Hadoop file system (default: ${DEFAULT-VALUE}). For another"
              + " Iceberg catalog set spark.sql.catalog.headwater.* with --conf.",
      defaultValue = "warehouse")
  private String warehouse;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Properties file with options, such as max-occurrence=200; the command line wins.")
  private String config;

  /** The warehouse as a full path. */
  public String warehouse() {
    try {
      Path path = new Path(warehouse);
      return path.getFileSystem(Sessions.hadoop()).makeQualified(path).toString();
    } catch (IOException | IllegalArgumentException e) {
      throw new UserMistake("Cannot use --warehouse " + warehouse + ": " + e.getMessage());
    }
  }
}
