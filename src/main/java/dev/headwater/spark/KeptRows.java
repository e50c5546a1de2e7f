package dev.headwater.spark;

import dev.headwater.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkEnv;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.plans.logical.Statistics;
import org.apache.spark.sql.execution.LogicalRDD;
import org.apache.spark.storage.BlockStatus;
import org.apache.spark.storage.RDDBlockId;
import org.apache.spark.storage.StorageLevel;
import scala.Option;
import scala.math.BigInt;

/**
 * Rows that a job uses more than once, computed once.
 *
 * <p>In local mode they lie on this process's disk. On a cluster the disk of an executor is lost
 * with it, and the run with the disk: there the rows go to the store of the warehouse, in a folder
 * that is removed at the run's end, and to {@code spark.checkpoint.dir} where a person set that.
 *
 * <p>Never {@code persist}: after each write Spark makes its cached plans again from the tables as
 * they are then, so a cached row could change under the stage that is about to write it.
 */
public final class KeptRows {
  /** Under the folder of {@code releases}; the underscore keeps it out of every table. */
  private static final String FOLDER = "_kept";

  /** Checkpoints are compressed, some three to eight times. */
  private static final long COMPRESSION = 8;

  private KeptRows() {}

  /** Computes rows now and keeps them for the rest of the run. */
  public static Dataset<Row> keep(Dataset<Row> rows) {
    Dataset<Row> kept =
        rows.sparkSession().sparkContext().getCheckpointDir().isDefined()
            ? rows.checkpoint(true)
            : rows.localCheckpoint(true, StorageLevel.DISK_ONLY());
    return measured(kept);
  }

  /**
   * Tells Spark how large the kept rows are. Its own estimate multiplies the sizes of all that was
   * joined to get them, so that it would shuffle the whole history to meet a handful of rows. Of a
   * projection it takes the part that its columns have by type, 20 bytes a string: select narrow
   * columns before rows are kept, not long texts after it.
   */
  private static Dataset<Row> measured(Dataset<Row> kept) {
    if (!(kept instanceof org.apache.spark.sql.classic.Dataset<Row> classic
        && classic.logicalPlan() instanceof LogicalRDD plan)) {
      return kept;
    }
    OptionalLong bytes = bytes(plan.rdd());
    if (bytes.isEmpty()) {
      return kept;
    }
    BigInt size = BigInt.apply(Math.max(1, bytes.getAsLong()));
    Statistics statistics =
        new Statistics(
            size, Option.empty(), Statistics.apply$default$3(), Statistics.apply$default$4());
    return org.apache.spark.sql.classic.Dataset.ofRows(
        classic.sparkSession(),
        new LogicalRDD(
            plan.output(),
            plan.rdd(),
            plan.outputPartitioning(),
            plan.outputOrdering(),
            plan.isStreaming(),
            plan.stream(),
            classic.sparkSession(),
            Option.apply(statistics),
            Option.empty()));
  }

  /** What kept rows take as Spark holds them; empty where it cannot be told. */
  private static OptionalLong bytes(RDD<?> rdd) {
    Option<String> folder = rdd.getCheckpointFile();
    if (folder.isDefined()) {
      Path path = new Path(folder.get());
      try {
        FileSystem store = path.getFileSystem(rdd.sparkContext().hadoopConfiguration());
        return OptionalLong.of(COMPRESSION * store.getContentSummary(path).getLength());
      } catch (IOException e) {
        return OptionalLong.empty();
      }
    }
    long bytes = 0;
    for (int p = 0; p < rdd.getNumPartitions(); p++) {
      Option<BlockStatus> block =
          SparkEnv.get().blockManager().getStatus(new RDDBlockId(rdd.id(), p));
      if (block.isEmpty()) {
        return OptionalLong.empty();
      }
      bytes += block.get().diskSize();
    }
    boolean compressed = rdd.sparkContext().getConf().getBoolean("spark.rdd.compress", false);
    return OptionalLong.of(compressed ? COMPRESSION * bytes : bytes);
  }

  /**
   * Begins a run's rows, for who holds the warehouse: on a cluster they outlive their executors
   * from here on, and what runs that died have left is removed.
   *
   * @param say hears of it where the store can keep no rows
   */
  public static void begin(Warehouse warehouse, Consumer<String> say) {
    SparkContext spark = warehouse.spark().sparkContext();
    Path folder = folder(warehouse);
    try {
      folder.getFileSystem(spark.hadoopConfiguration()).delete(folder, true);
      if (!spark.isLocal() && spark.getCheckpointDir().isEmpty()) {
        spark.setCheckpointDir(folder.toString());
      }
    } catch (UnsupportedFileSystemException e) {
      if (!spark.isLocal() && spark.getCheckpointDir().isEmpty()) {
        say.accept(
            "Hadoop cannot write to "
                + folder
                + ": with an executor go the rows it keeps, and the run. Name another folder with"
                + " --conf spark.checkpoint.dir=…");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove what died runs kept in " + folder, e);
    }
  }

  /** Removes what this process kept, at the end of its run. */
  public static void end(Warehouse warehouse) {
    SparkContext spark = warehouse.spark().sparkContext();
    if (spark.getCheckpointDir().isDefined()) {
      Path folder = new Path(spark.getCheckpointDir().get());
      try {
        folder.getFileSystem(spark.hadoopConfiguration()).delete(folder, true);
      } catch (IOException ignored) {
        // The run is what it is; the next one removes them.
      }
    }
  }

  private static Path folder(Warehouse warehouse) {
    return new Path(warehouse.table(Tables.RELEASES).location(), FOLDER);
  }
}
