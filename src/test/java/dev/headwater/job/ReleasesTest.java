package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Submitted;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Two nights of one warehouse: compared, rolled back, loaded again, maintained. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ReleasesTest {
  private static final List<String> NIGHTS = Gazettes.NIGHTS.subList(0, 2);

  @TempDir static Path folder;

  private Gazettes gazettes;

  @BeforeAll
  void loadNights() throws IOException {
    gazettes = Gazettes.in(folder);
    for (String night : NIGHTS) {
      Submitted loaded = gazettes.night(night);
      assertThat(loaded.status()).as(loaded.err()).isZero();
    }
  }

  @Test
  @Order(1)
  void diffCountsWhatANightChanged() throws IOException {
    List<String> runs = gazettes.runs();
    Path out = folder.resolve("diff.csv");
    Submitted diff =
        gazettes.job(
            "diff", runs.get(0), runs.get(1), "--format", "csv", "--output", out.toString());
    assertThat(diff.status()).as(diff.err()).isZero();
    assertThat(out)
        .content()
        .startsWith("table,added,removed,changed\narticles,3,0,0\n")
        .contains("\nclusters,3,0,2\n")
        .contains("\nrejects,0,0,0\n")
        .doesNotContain("postings", "claim_keys");
  }

  @Test
  @Order(1)
  void diffShowsRowsOfEachKindOfChange() throws IOException {
    Path out = folder.resolve("diff.jsonl");
    Submitted diff =
        gazettes.job(
            "diff",
            gazettes.runs().get(0),
            gazettes.runs().get(1),
            "--tables",
            "clusters",
            "--rows",
            "1",
            "--format",
            "jsonl",
            "--output",
            out.toString());
    assertThat(diff.status()).as(diff.err()).isZero();
    List<String> rows = Files.readAllLines(out);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0)).contains("\"change\":\"added\"").contains("\"before\":null");
    assertThat(rows.get(1))
        .contains("\"change\":\"changed\"")
        .contains("\"before\":\"{\\\"size\\\":\\\"2\\\"")
        .contains("\"after\":\"{\\\"size\\\":\\\"3\\\"");
  }

  @Test
  @Order(1)
  void diffOfAnUnknownRunIsOneLine() {
    Submitted diff = gazettes.job("diff", "r20200101_00000000");
    assertThat(diff.status()).isEqualTo(2);
    assertThat(diff.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater diff: No release of run r20200101_00000000 in ");
  }

  @Test
  @Order(1)
  void aRunIsAVersionThatSqlCanName() throws IOException {
    String sql = "select count(*) from headwater.news.articles version as of '%s'";
    List<String> runs = gazettes.runs();
    assertThat(gazettes.query(sql.formatted(runs.get(0)))).containsExactly("2");
    assertThat(gazettes.query(sql.formatted(runs.get(1)))).containsExactly("5");
    assertThat(gazettes.query("select count(*) from articles", "--release", runs.get(1)))
        .containsExactly("5");
    assertThat(gazettes.query("select count(*) from headwater.news.articles")).containsExactly("5");
  }

  @Test
  @Order(2)
  void rollsBackToARunAndLoadsTheNightAfterItAgain() throws IOException {
    List<String> runs = gazettes.runs();
    Map<String, List<String>> last = Gazettes.findings(gazettes.spark(), "ingested_at", "run_id");
    Submitted back = gazettes.job("rollback", "--to", runs.get(0));
    assertThat(back.status()).as(back.err()).isZero();
    assertThat(back.err()).contains("every table is as in release 1, " + runs.get(0));
    assertThat(gazettes.query("select count(*) from articles")).containsExactly("2");
    assertThat(gazettes.query("select count(*) from headwater.news.articles")).containsExactly("2");
    assertThat(gazettes.query("select count(*) from articles", "--release", runs.get(1)))
        .containsExactly("5");
    assertThat(gazettes.query("select parent_run_id from releases where sequence = 3"))
        .containsExactly(runs.get(1));

    for (String night : NIGHTS) {
      Submitted again = gazettes.night(night);
      assertThat(again.status()).as(again.err()).isZero();
    }
    assertThat(Gazettes.findings(gazettes.spark(), "ingested_at", "run_id")).isEqualTo(last);
  }

  @Test
  @Order(2)
  void rollbackToTheLastReleaseChangesNothing() throws IOException {
    List<String> runs = gazettes.runs();
    Submitted back = gazettes.job("rollback", "--to", runs.get(runs.size() - 1));
    assertThat(back.status()).as(back.err()).isZero();
    assertThat(gazettes.runs()).isEqualTo(runs);
  }

  @Test
  @Order(3)
  void maintainKeepsEveryRowAndLetsGoOfTheRest() throws IOException {
    List<String> runs = gazettes.runs();
    Map<String, List<String>> before = Gazettes.findings(gazettes.spark());
    gazettes
        .warehouse()
        .table(Tables.CLAIMS)
        .manageSnapshots()
        .createBranch("work_r20260401_dead0000")
        .createTag("mine", gazettes.warehouse().table(Tables.CLAIMS).currentSnapshot().snapshotId())
        .commit();
    Path orphan = folder.resolve("warehouse/news/claims/data/orphan.parquet");
    Files.writeString(orphan, "left by a dead run");
    Files.setLastModifiedTime(orphan, FileTime.from(Instant.now().minus(Duration.ofDays(4))));
    Path young = folder.resolve("warehouse/news/claims/data/young.parquet");
    Files.writeString(young, "of a run that may be alive");

    Submitted maintained = gazettes.job("maintain", "--keep", "2");

    assertThat(maintained.status()).as(maintained.err()).isZero();
    assertThat(maintained.err()).contains("2 releases are kept").contains("and 1 that no table");
    assertThat(Gazettes.findings(gazettes.spark())).isEqualTo(before);
    assertThat(gazettes.query("select count(*) from headwater.news.articles")).containsExactly("5");
    assertThat(orphan).doesNotExist();
    assertThat(young).exists();
    List<String> now = gazettes.runs();
    assertThat(now).startsWith(runs.toArray(String[]::new)).hasSize(runs.size() + 1);
    for (TableContract contract : Tables.PUBLISHED) {
      Table table = gazettes.warehouse().table(contract);
      assertThat(table.refs().keySet())
          .as(contract.name())
          .contains(now.get(now.size() - 1))
          .doesNotContain(runs.get(0), "work_r20260401_dead0000");
    }
    assertThat(gazettes.warehouse().table(Tables.CLAIMS).refs()).containsKey("mine");
    Submitted old = gazettes.job("query", "select 1", "--release", runs.get(0));
    assertThat(old.status()).isEqualTo(2);
    assertThat(old.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater query: The rows of release " + runs.get(0) + " are no longer kept");
    assertThat(
            gazettes.query("select count(*) from articles", "--release", runs.get(runs.size() - 1)))
        .containsExactly("5");
  }

  @Test
  @Order(4)
  void maintainOfATidyWarehousePublishesNothing() throws IOException {
    List<String> runs = gazettes.runs();
    Submitted maintained = gazettes.job("maintain");
    assertThat(maintained.status()).as(maintained.err()).isZero();
    assertThat(maintained.err()).contains("no small files, nothing was published");
    assertThat(gazettes.runs()).isEqualTo(runs);
    assertThat(gazettes.night("2026-04-02").err()).contains("nothing new");
  }
}
