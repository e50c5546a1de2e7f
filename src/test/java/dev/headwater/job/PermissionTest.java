package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PermissionTest {
  private static final String STORY =
      "{\"text\": \"The ferry to Gannet Point carried 312 passengers on Friday.\"}\n";

  @TempDir static Path folder;

  @BeforeAll
  static void registerTheFileSystem() {
    LocalSpark.cleanSession()
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.locked.impl", LockedFileSystem.class.getName());
  }

  @Test
  void aFileThatMayNotBeReadIsAReject() throws IOException {
    Path feed = Files.createDirectories(folder.resolve("feed"));
    Files.writeString(feed.resolve("open.jsonl"), STORY);
    Files.writeString(feed.resolve("private.jsonl"), STORY);
    Files.writeString(feed.resolve("private.parquet"), "PAR1");
    Path warehouse = folder.resolve("warehouse");

    Submitted given = ingest("locked:" + feed, warehouse);

    assertThat(given.status()).as(given.err()).isZero();
    SparkSession spark = LocalSpark.on(warehouse);
    ReleaseViews.create(Warehouse.read(spark), null);
    assertThat(spark.table("articles").count()).isOne();
    assertThat(spark.sql("SELECT reason, detail FROM rejects ORDER BY input").collectAsList())
        .extracting(row -> row.getString(0) + ": " + row.getString(1))
        .containsExactly(
            "no_permission: Permission denied: user=reader, access=READ, inode=private.jsonl",
            "no_permission: Permission denied: user=reader, access=READ, inode=private.parquet");
  }

  @Test
  void aFolderThatMayNotBeListedIsAMistake() throws IOException {
    Path locked = Files.createDirectories(folder.resolve("private-feed"));
    Files.writeString(locked.resolve("open.jsonl"), STORY);

    Submitted given = ingest("locked:" + locked, folder.resolve("none"));

    assertThat(given.status()).isEqualTo(2);
    assertThat(given.complaints())
        .containsExactly(
            "headwater ingest: Cannot read --input locked:"
                + locked
                + ": Permission denied: user=reader, access=READ, inode=private-feed");
  }

  private static Submitted ingest(String input, Path warehouse) {
    return Submitted.job("ingest", "--input", input, "--warehouse", warehouse.toString());
  }
}
