package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.Reject;
import dev.headwater.model.Release;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.iceberg.FileScanTask;
import org.apache.iceberg.Table;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompactionTest {
  @TempDir Path folder;

  @Test
  void deletedRowsStandInNoFileOfTheRun() throws Exception {
    SparkSession spark = LocalSpark.on(folder);
    Warehouse warehouse = Warehouse.write(spark);
    Run first = TestRun.open(warehouse, "first");
    first.append(
        Tables.REJECTS,
        RowCodec.of(Reject.class)
            .dataset(spark, List.of(reject(first, "stays"), reject(first, "goes")))
            .coalesce(1));
    first.flush();
    Publisher.publish(first);
    Run second = TestRun.open(warehouse, "second");
    second.delete(Tables.REJECTS, spark.sql("SELECT 'goes' AS input"));
    assertThat(deletes(warehouse, second)).isOne();

    Compaction.Rewritten rewritten = Compaction.compact(second, List.of(Tables.REJECTS));

    assertThat(rewritten).isEqualTo(new Compaction.Rewritten(1, 1));
    assertThat(deletes(warehouse, second)).isZero();
    assertThat(second.read(Tables.REJECTS).select("input").collectAsList())
        .singleElement()
        .extracting(row -> row.getString(0))
        .isEqualTo("stays");
    assertThat(Compaction.compact(second, List.of(Tables.REJECTS)).before()).isZero();

    second.flush();
    Release published = Publisher.publish(second);
    assertThat(rowsOnDisk(spark)).as("the first release holds them").isEqualTo(3);
    Expiry.dropTags(warehouse, Set.of(published.runId()));
    Expiry.expireSnapshots(warehouse);
    assertThat(rowsOnDisk(spark)).isOne();
  }

  private long rowsOnDisk(SparkSession spark) {
    return spark
        .read()
        // The others are marks of deleted rows.
        .option("pathGlobFilter", "*[0-9].parquet")
        .parquet(folder.resolve("news/rejects/data").toString())
        .count();
  }

  /** Marks of deletion that a reader of the run has to apply. */
  private static long deletes(Warehouse warehouse, Run run) throws Exception {
    Table table = warehouse.table(Tables.REJECTS);
    long deletes = 0;
    try (CloseableIterable<FileScanTask> files = table.newScan().useRef(run.branch()).planFiles()) {
      for (FileScanTask file : files) {
        deletes += file.deletes().size();
      }
    }
    return deletes;
  }

  private static Reject reject(Run run, String input) {
    return new Reject(run.id(), input, 1L, "test", null, null);
  }
}
