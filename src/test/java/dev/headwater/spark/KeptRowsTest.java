package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptRowsTest {
  private static final String BROADCAST = "spark.sql.autoBroadcastJoinThreshold";

  @TempDir Path folder;

  private final List<String> said = new ArrayList<>();
  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void makeTables() {
    spark = LocalSpark.on(folder.resolve("warehouse"));
    warehouse = Warehouse.write(spark);
  }

  @AfterEach
  void keepRowsOnThisDiskAgain() {
    spark.sparkContext().setCheckpointDir(null);
    spark.conf().unset(BROADCAST);
  }

  @Test
  void inLocalModeNothingIsWrittenToTheStore() {
    KeptRows.begin(warehouse, said::add);
    assertThat(KeptRows.keep(spark.range(10).toDF()).count()).isEqualTo(10);
    assertThat(spark.sparkContext().getCheckpointDir().isDefined()).isFalse();
    assertThat(said).isEmpty();
  }

  @Test
  void rowsInTheStoreAreRemovedAtTheEndOfTheRun() {
    spark.sparkContext().setCheckpointDir(folder.resolve("kept").toString());
    Dataset<Row> kept = KeptRows.keep(spark.range(10).toDF());
    assertThat(folder.resolve("kept")).isDirectoryRecursivelyContaining("glob:**/part-00000");
    assertThat(kept.count()).isEqualTo(10);
    KeptRows.end(warehouse);
    assertThat(folder.resolve("kept")).isEmptyDirectory();
  }

  @Test
  void aFewKeptRowsAreSentToTheRowsTheyMeetAndNoneOfThoseAreShuffled() {
    spark.conf().set(BROADCAST, "2000");
    Dataset<Row> many = spark.range(1_000).toDF("id");
    // By Spark's own estimate, the product of both sides, these five are the larger rows.
    Dataset<Row> few = many.join(many, "id").where("id % 200 = 7");
    assertThat(shuffles(many, few)).isTrue();
    assertThat(shuffles(many, KeptRows.keep(few))).isFalse();
    assertThat(many.join(KeptRows.keep(few), "id").count()).isEqualTo(5);
    assertThat(shuffles(many, KeptRows.keep(spark.range(1_000).toDF("id")))).isTrue();
    spark.sparkContext().setCheckpointDir(folder.resolve("kept").toString());
    assertThat(shuffles(many, KeptRows.keep(few))).isFalse();
    assertThat(shuffles(many, KeptRows.keep(spark.range(1_000).toDF("id")))).isTrue();
  }

  private static boolean shuffles(Dataset<Row> many, Dataset<Row> few) {
    return many.join(few, "id")
        .queryExecution()
        .executedPlan()
        .toString()
        .contains("SortMergeJoin");
  }

  @Test
  void theNextRunRemovesWhatAKilledOneLeft() throws IOException {
    Path left = Path.of(URI.create(warehouse.table(Tables.RELEASES).location() + "/_kept/a/rdd-1"));
    Files.createDirectories(left);
    Files.writeString(left.resolve("part-00000"), "rows");
    KeptRows.begin(warehouse, said::add);
    assertThat(left.getParent().getParent()).doesNotExist();
  }
}
