package dev.headwater.spark;

import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.List;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.RewriteDataFiles;
import org.apache.iceberg.spark.actions.SparkActions;

/**
 * Writes the small files of a run's tables together, and again every file of which rows were
 * deleted, with Iceberg's own action. The rows stay the same; deleted ones stand in no file of the
 * run any more.
 */
public final class Compaction {
  /** Files of a partition from which on they are written together. */
  private static final String LEAST_FILES = "5";

  /**
   * What was written.
   *
   * @param before data files taken together
   * @param after data files made of them
   */
  public record Rewritten(long before, long after) {
    private Rewritten and(RewriteDataFiles.Result result) {
      return new Rewritten(
          before + result.rewrittenDataFilesCount(), after + result.addedDataFilesCount());
    }
  }

  private Compaction() {}

  /** Compacts tables on the branch of a run. */
  public static Rewritten compact(Run run, List<TableContract> tables) {
    Rewritten all = new Rewritten(0, 0);
    for (TableContract contract : tables) {
      Table table = run.warehouse().table(contract);
      if (table
          .snapshot(table.refs().get(run.branch()).snapshotId())
          .allManifests(table.io())
          .isEmpty()) {
        continue;
      }
      all =
          all.and(
              SparkActions.get(run.spark())
                  .rewriteDataFiles(table)
                  .toBranch(run.branch())
                  .option("min-input-files", LEAST_FILES)
                  .option("delete-file-threshold", "1")
                  .execute());
    }
    return all;
  }

  /** Compacts {@code releases}, which has a file a publish, in place. */
  static void compactReleases(Warehouse warehouse) {
    SparkActions.get(warehouse.spark())
        .rewriteDataFiles(warehouse.table(Tables.RELEASES))
        .option("min-input-files", LEAST_FILES)
        .execute();
  }
}
