package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.OutletRank;
import dev.headwater.model.Reject;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys and required columns of a first run: nothing is there yet that it could build on. */
class RowGatesTest {
  @TempDir private Path folder;

  private SparkSession spark;
  private Warehouse warehouse;
  private Run run;

  @BeforeEach
  void openTheFirstRun() {
    spark = LocalSpark.on(folder);
    warehouse = Warehouse.write(spark);
    run = TestRun.open(warehouse, "first");
  }

  @Test
  void repeatedKeysAreCountedTableByTable() {
    run.append(
        Tables.REJECTS,
        rows(
            Reject.class,
            List.of(
                // The same reject twice, whose key has a null; the same file for other reasons.
                reject("a", null, "no_text"),
                reject("a", null, "no_text"),
                reject("a", 1L, "no_text"),
                reject("a", null, "truncated"))));
    run.append(
        Tables.CLAIM_LINKS,
        rows(
            ClaimLink.class,
            List.of(
                link("one"),
                link("one"),
                link("one"),
                link("other"),
                link("other"),
                link("third"))));
    // A run replaces rows of this table: here it has added the one beside the other.
    run.append(Tables.OUTLET_RANKS, rows(OutletRank.class, List.of(rank(), rank())));
    assertThat(broken())
        .isEqualTo(
            Map.of(
                "keys_unique_rejects", 1L,
                "keys_unique_claim_links", 2L,
                "keys_unique_outlet_ranks", 1L));
  }

  @Test
  void nullsAreFoundWhetherTheFilesCountThemOrNot() {
    // Iceberg refuses a null in a required column; the gate is there for tables made otherwise.
    letNullsIn(Tables.CLAIM_LINKS, "drift");
    letNullsIn(Tables.CLAIM_LINKS, "reason");
    letNullsIn(Tables.REJECTS, "reason");
    spark.sql(
        "ALTER TABLE "
            + Warehouse.name(Tables.REJECTS)
            + " SET TBLPROPERTIES ('write.metadata.metrics.default'='none')");
    run.append(
        Tables.CLAIM_LINKS,
        without("drift", without("reason", rows(ClaimLink.class, List.of(link("a"))))));
    run.append(Tables.CLAIM_LINKS, rows(ClaimLink.class, List.of(link("b"))));
    run.append(Tables.REJECTS, without("reason", rows(Reject.class, List.of(reject("a", 1L, "")))));
    assertThat(broken())
        .isEqualTo(Map.of("nothing_null_claim_links", 2L, "nothing_null_rejects", 1L));
  }

  private void letNullsIn(TableContract table, String column) {
    spark.sql("ALTER TABLE " + Warehouse.name(table) + " ALTER " + column + " DROP NOT NULL");
  }

  private static Dataset<Row> without(String column, Dataset<Row> rows) {
    return rows.withColumn(
        column, functions.lit(null).cast(rows.schema().apply(column).dataType()));
  }

  private Map<String, Long> broken() {
    return RowGates.check(run).stream()
        .filter(finding -> finding.broken() > 0)
        .collect(Collectors.toMap(Gates.Finding::gate, Gates.Finding::broken));
  }

  private <R extends Record> Dataset<Row> rows(Class<R> type, List<R> rows) {
    return RowCodec.of(type).dataset(spark, rows);
  }

  private Reject reject(String input, Long position, String reason) {
    return new Reject(run.id(), input, position, reason, "", "");
  }

  private static ClaimLink link(String from) {
    return new ClaimLink(from, "to", "passage", "made up", "same", List.of(), null);
  }

  private static OutletRank rank() {
    return new OutletRank("one.example", 0, 0, 1, "one.example", 1, 0, 0, null, null, null);
  }
}
