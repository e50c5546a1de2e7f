package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Submitted;
import dev.headwater.spark.ChangedGroups;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Articles are forgotten one after the other, the hard cases first. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ForgetTest {
  /** Ids follow from the oldest member, which may be the forgotten one; instants from the clock. */
  private static final String[] UP_TO = {
    "ingested_at", "input_position", "cluster_id", "trace_id", "series_id"
  };

  @TempDir static Path folder;

  private Gazettes gazettes;

  @BeforeAll
  void loadNights() throws IOException {
    gazettes = Gazettes.in(folder.resolve("all"));
    load(gazettes);
  }

  /**
   * The first two nights as one: a night behind the forgotten article's own is all that is needed.
   */
  private static void load(Gazettes gazettes, String... without) throws IOException {
    Submitted first =
        gazettes.job(
            "nightly",
            "--input",
            gazettes.input("2026-04-01", without).toString(),
            gazettes.input("2026-04-02", without).toString(),
            "--day",
            "2026-04-02");
    assertThat(first.status()).as(first.err()).isZero();
    Submitted second = gazettes.night("2026-04-03", without);
    assertThat(second.status()).as(second.err()).isZero();
  }

  /** valley stands for the text of courier and bugle: those have to be compared again. */
  @Test
  @Order(1)
  void theTablesAreAsIfTheArticleHadNeverBeen() throws IOException {
    String id = gazettes.id("valley");
    Submitted forgot = gazettes.job("forget", "--article", id);
    assertThat(forgot.status()).as(forgot.err()).isZero();

    Gazettes without = Gazettes.in(folder.resolve("without"));
    load(without, "valley");
    Map<String, List<String>> expected = paths(Gazettes.findings(without.spark(), UP_TO));
    Map<String, List<String>> found = paths(Gazettes.findings(gazettes.spark(), UP_TO));
    for (String table : expected.keySet()) {
      assertThat(found.get(table)).as(table).isEqualTo(expected.get(table));
    }
  }

  @Test
  @Order(2)
  void nothingOfItStandsInAnyTable() throws IOException {
    SparkSession spark = gazettes.spark();
    Gazettes.findings(spark)
        .forEach(
            (table, rows) ->
                assertThat(rows).as(table).noneMatch(row -> row.contains("valley.example")));
    assertThat(spark.table("forgotten").count()).isOne();
  }

  @Test
  @Order(2)
  void theSameInputDoesNotBringItBack() throws IOException {
    Submitted again = gazettes.night("2026-04-02");
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.err()).contains("nothing new");
  }

  @Test
  @Order(2)
  void anArticleThatIsNotThereIsAMistake() {
    Submitted forgot = gazettes.job("forget", "--article", "0000000000000000");
    assertThat(forgot.status()).isEqualTo(2);
    assertThat(forgot.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater forget: No article 0000000000000000 in ")
        .endsWith("Nothing was forgotten.");
  }

  @Test
  @Order(2)
  void aReleaseThatHoldsItsTextCannotComeBack() throws IOException {
    List<String> runs = gazettes.runs();
    Submitted back = gazettes.job("rollback", "--to", runs.get(1));
    assertThat(back.status()).isEqualTo(2);
    assertThat(back.complaints())
        .containsExactly(
            "headwater rollback: Cannot go back to "
                + runs.get(1)
                + ": it is older than "
                + runs.get(2)
                + ", which forgot an article, and its text would come back.");
  }

  @Test
  @Order(3)
  void maintainRemovesItsTextFromTheDisk() throws IOException {
    assertThat(filesHolding("valley.example")).as("older releases").isPositive();
    Submitted maintained = gazettes.job("maintain");
    assertThat(maintained.status()).as(maintained.err()).isZero();
    assertThat(filesHolding("valley.example")).as(maintained.err()).isZero();
    assertThat(gazettes.query("select count(*) from articles")).containsExactly("7");
  }

  /** What it changed it has made again itself: the next night need not look at all of history. */
  @Test
  @Order(4)
  void theNextNightFindsNothingChanged() {
    Run run = TestRun.open(Warehouse.write(gazettes.spark()), "next night");
    for (String job : List.of(TracesStage.NAME, SourcesStage.NAME)) {
      ChangedGroups changes = ChangedGroups.since(run, job);
      assertThat(changes.rows(Tables.CLUSTERS, "cluster_id", "article_id").isEmpty()).isTrue();
      assertThat(changes.rows(Tables.TRACES, "trace_id", "claim_id").isEmpty()).isTrue();
    }
    run.abandon();
  }

  /** The cluster keeps its id, as herald and the others are still in it. */
  @Test
  @Order(4)
  void theClusterOfAForgottenOriginalKeepsItsId() throws IOException {
    String sql = "select distinct cluster_id from clusters c join articles a using (article_id)";
    List<String> ids = gazettes.query(sql + " where native_id = 'herald'");
    String wire = gazettes.id("wire");
    Submitted forgot = gazettes.job("forget", "--article", wire);
    assertThat(forgot.status()).as(forgot.err()).isZero();
    assertThat(gazettes.query(sql + " where native_id = 'herald'")).isEqualTo(ids);
    assertThat(
            gazettes.query(
                "select size from clusters c join articles a using (article_id)"
                    + " where native_id = 'herald'"))
        .containsExactly("3");
    assertThat(
            gazettes.query(
                "select count(*) from passages where '" + wire + "' in (left_id, right_id)"))
        .containsExactly("0");
  }

  /** Paths of input differ between the two warehouses. */
  private static Map<String, List<String>> paths(Map<String, List<String>> findings) {
    findings.replaceAll(
        (table, rows) ->
            rows.stream()
                .map(
                    row ->
                        row.replaceAll("\"input_file\":\"[^\"]*\"", "")
                            .replaceAll("r2026\\d{4}_\\w{8}", "RUN"))
                .sorted()
                .toList());
    return findings;
  }

  /** Data files of the articles, of any release, in which a word stands. */
  private long filesHolding(String word) {
    SparkSession spark = gazettes.spark();
    return spark
        .read()
        .option("recursiveFileLookup", "true")
        // The others are marks of deleted rows.
        .option("pathGlobFilter", "*[0-9].parquet")
        .parquet(
            folder.resolve("all/warehouse/news/" + Tables.ARTICLES.name() + "/data").toString())
        .where("url like '%" + word + "%'")
        .count();
  }
}
