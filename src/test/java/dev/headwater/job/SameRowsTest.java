package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * The same input gives the same rows: in one partition or 200, once or twice, by night or at once.
 */
class SameRowsTest {
  @Test
  void givesTheSameRowsIn1And200Partitions() {
    SampleRun many = SampleRun.partitioned(200);
    for (TableContract table : Tables.PUBLISHED) {
      if (table != Tables.RUNS) {
        assertThat(rows(many, table)).as(table.name()).isEqualTo(rows(SampleRun.whole(), table));
      }
    }
  }

  @Test
  void givesTheSameArticlesClaimsAndPassagesNightByNight() {
    SampleRun nightly = SampleRun.empty();
    for (String night : SampleRun.NIGHTS) {
      assertThat(nightly.nightly(List.of(night))).isZero();
    }
    // What an outlet repeats is known only once it has: boilerplate may differ.
    for (TableContract table : List.of(Tables.ARTICLES, Tables.CLAIMS, Tables.PASSAGES)) {
      assertThat(rows(nightly, table)).as(table.name()).isEqualTo(rows(SampleRun.whole(), table));
    }
    assertThat(nightly.spark().table("releases").count()).isEqualTo(SampleRun.NIGHTS.size());
    changesNothingTheSecondTime(nightly);
  }

  private static void changesNothingTheSecondTime(SampleRun run) {
    PrintStream usual = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThat(run.nightly(SampleRun.NIGHTS)).isZero();
    } finally {
      System.setErr(usual);
    }
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("nothing was published");
    assertThat(run.spark().table("releases").count()).isEqualTo(SampleRun.NIGHTS.size());
  }

  private static List<String> rows(SampleRun run, TableContract table) {
    // The run's own id and time are the only things that two runs may not share.
    Dataset<Row> rows =
        run.spark().table(table.name()).drop("ingested_at", "run_id", "boilerplate");
    return RowWriter.flat(rows).collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
