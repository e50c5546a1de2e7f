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
  void givesTheSameArticlesClaimsAndPairsNightByNight() {
    SampleRun nightly = SampleRun.empty();
    for (String night : SampleRun.NIGHTS) {
      assertThat(nightly.nightly(List.of(night))).isZero();
    }
    assertThat(rows(nightly, Tables.ARTICLES)).isEqualTo(rows(SampleRun.whole(), Tables.ARTICLES));
    assertThat(textsInCommon(nightly)).isNotEmpty().isEqualTo(textsInCommon(SampleRun.whole()));
    // What an outlet repeats is known only once it has: the numbers in such lines may differ.
    List<Row> repeated =
        SampleRun.whole()
            .spark()
            .table("articles")
            .selectExpr("article_id", "explode(boilerplate) AS span")
            .where("span.kind = 'repeated'")
            .selectExpr("article_id", "span.begin", "span.end")
            .collectAsList();
    assertThat(repeated).isNotEmpty();
    assertThat(claimsOutside(nightly, repeated))
        .isEqualTo(claimsOutside(SampleRun.whole(), repeated));
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

  /**
   * The pairs of texts of two outlets that share a passage; within one outlet a line that it comes
   * to repeat later is a passage of the first nights. Of exact copies the one that was loaded first
   * stands for all, so by night another article of the same text may be in the row.
   */
  private static List<String> textsInCommon(SampleRun run) {
    return run
        .spark()
        .sql(
            """
            SELECT DISTINCT concat(least(l.text_hash, r.text_hash), ' ',
                                   greatest(l.text_hash, r.text_hash)) AS texts
            FROM passages p JOIN articles l ON p.left_id = l.article_id
                            JOIN articles r ON p.right_id = r.article_id
            WHERE l.source <> r.source
            """)
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  private static List<String> claimsOutside(SampleRun run, List<Row> spans) {
    return run.spark().table("claims").collectAsList().stream()
        .filter(
            claim ->
                spans.stream()
                    .noneMatch(
                        span ->
                            span.getString(0).equals(claim.getAs("article_id"))
                                && span.getInt(1) <= claim.<Integer>getAs("begin")
                                && claim.<Integer>getAs("begin") < span.getInt(2)))
        .map(Row::toString)
        .sorted()
        .toList();
  }

  private static List<String> rows(SampleRun run, TableContract table) {
    // The run's own id and time are the only things that two runs may not share.
    Dataset<Row> rows =
        run.spark().table(table.name()).drop("ingested_at", "run_id", "boilerplate");
    return RowWriter.flat(rows).collectAsList().stream().map(Row::toString).sorted().toList();
  }
}
