package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.LocalSpark;
import dev.headwater.model.Overtaken;
import dev.headwater.model.Reject;
import dev.headwater.model.UserMistake;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.catalog.Namespace;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same lock, runs and publishes with the tables in a catalog instead of a folder. */
class CatalogsTest {
  private static final String PREFIX = "spark.sql.catalog.headwater.";

  @TempDir Path folder;

  @AfterEach
  void takeSettingsBack() {
    for (String setting : List.of("type", "uri", "jdbc.schema-version")) {
      System.clearProperty(PREFIX + setting);
    }
  }

  @Test
  void jdbcLocksPublishesAndRefusesTheSecondOfTwoRuns() {
    assertTwoRuns(
        Map.of(
            "type", "jdbc",
            "uri", "jdbc:h2:" + folder.resolve("catalog"),
            "jdbc.schema-version", "V1"));
  }

  @Test
  void restLocksPublishesAndRefusesTheSecondOfTwoRuns() throws IOException {
    try (JdbcCatalog served = new JdbcCatalog();
        RestCatalogServer server = new RestCatalogServer(served)) {
      served.initialize(
          "served",
          Map.of(
              "uri",
              "jdbc:h2:" + folder.resolve("served"),
              "jdbc.schema-version",
              "V1",
              "warehouse",
              folder.resolve("data").toUri().toString()));
      assertTwoRuns(Map.of("type", "rest", "uri", server.uri()));
      assertThat(served.listTables(Namespace.of("news"))).hasSizeGreaterThan(10);
    }
  }

  private void assertTwoRuns(Map<String, String> catalog) {
    catalog.forEach((name, value) -> System.setProperty(PREFIX + name, value));
    SparkSession spark = LocalSpark.on(folder.resolve("data"));
    Warehouse warehouse = Warehouse.write(spark);
    try (WarehouseLock lock = WarehouseLock.take(warehouse, "one", Duration.ZERO, said -> {})) {
      assertThatThrownBy(() -> WarehouseLock.take(warehouse, "two", Duration.ZERO, said -> {}))
          .isInstanceOf(UserMistake.class)
          .hasMessageContaining(" is in use: one in process ");
      Run first = TestRun.open(warehouse, "first");
      Run second = TestRun.open(warehouse, "second");
      for (Run run : List.of(first, second)) {
        run.append(
            Tables.REJECTS,
            RowCodec.of(Reject.class)
                .dataset(spark, List.of(new Reject(run.id(), "a", 1L, "test", null, null))));
        run.finish("ingest");
      }
      lock.check();
      Publisher.publish(first);
      assertThatThrownBy(() -> Publisher.publish(second))
          .isInstanceOf(Overtaken.class)
          .hasMessageContaining(first.id() + " has been published since");
      second.abandon();
      ReleaseViews.create(warehouse, null);
      assertThat(spark.sql("select run_id from rejects").collectAsList())
          .singleElement()
          .extracting(row -> row.getString(0))
          .isEqualTo(first.id());
      assertThat(folder.resolve("data/news/rejects/metadata/version-hint.text")).doesNotExist();
    }
    assertThat(spark.table(Warehouse.name(Tables.LOCKS)).count()).isZero();
  }
}
