package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What a later night changes of an earlier one's stories, as if all had been loaded at once. */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class LaterNightTest {
  private static final String STORY =
      "Engineers of the Tessin water board counted 4,318 leaking joints along the old pipeline"
          + " between Marlow and the coast last week. The board said repairs would begin before the"
          + " first frost, and that villages east of the river should expect low pressure on some"
          + " mornings. Two pumping stations were closed for a day while divers looked at the"
          + " foundations of the bridge that carries the main.";

  private static final String LINKS =
      "SELECT f.source AS of, t.source AS to, l.relation, l.reason FROM claim_links l"
          + " JOIN claims f ON l.from_claim_id = f.claim_id"
          + " JOIN claims t ON l.to_claim_id = t.claim_id WHERE l.via = 'quantity'";

  /** What a credit reaches: nothing here tells one run from another. */
  private static final List<String> TABLES =
      List.of(
          "SELECT t.article_id, t.relation, t.root, t.parent_claim_id, t.origin_claim_id,"
              + " s.claims, s.roots, s.independent_roots, s.articles_without_wire"
              + " FROM traces t JOIN trace_summary s ON s.trace_id = t.trace_id",
          "SELECT article_id, agency, agency_basis, role, parent FROM clusters",
          "SELECT * FROM source_days",
          "SELECT * FROM copy_edges");

  @TempDir static Path folder;

  private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

  private SampleRun batch;
  private SampleRun nights;

  @BeforeAll
  void loadTwoNightsAndABatch() throws IOException {
    Path first =
        file(
            "first.jsonl",
            article("herald.example", "2026-03-02T06:00:00Z", STORY),
            article("courier.example", "2026-03-02T09:00:00Z", STORY),
            quay(
                "harbour.example",
                null,
                "The harbour board of Eastmere said that 6,742 containers had been left on the"
                    + " northern quay since the storm, and that nobody had come for them."));
    Path second =
        file(
            "second.jsonl",
            article("beacon.example", "2026-03-03T06:00:00Z", "MARLOW (AP) - " + STORY),
            quay(
                "quay.example",
                today.minusDays(3),
                "Since the storm 6,742 containers stand on the northern quay of Eastmere, according"
                    + " to a count by its harbour board which the mayor made public on Monday."));
    batch = SampleRun.empty();
    assertThat(batch.run(List.of("nightly", "--input", first.toString(), second.toString())))
        .isZero();
    nights = SampleRun.empty();
    for (Path night : List.of(first, second)) {
      assertThat(nights.run(List.of("nightly", "--input", night.toString()))).isZero();
    }
  }

  /**
   * That what two outlets printed came from an agency: their number then stands on one root, and
   * their days are days of wire copy.
   */
  @Test
  @Order(1)
  void aLateCreditReachesTheNumbersAndDaysOfTheNightBefore() {
    assertThat(rows(batch, "SELECT * FROM trace_summary")).isNotEmpty();
    assertThat(rows(batch, "SELECT * FROM clusters WHERE agency IS NOT NULL")).hasSize(3);
    for (String table : TABLES) {
      assertThat(rows(nights, table)).as(table).isEqualTo(rows(batch, table));
    }
  }

  @Test
  @Order(2)
  void aNumberOfAnArticleWithoutADateIsMetByTheNextNight() throws IOException {
    List<String> links = rows(batch, LINKS);
    assertThat(links).isNotEmpty();
    assertThat(rows(nights, LINKS)).isEqualTo(links);
    Path old =
        file(
            "old.jsonl",
            quay(
                "mole.example",
                today.minusDays(900),
                "At the time 6,742 containers stood on the northern quay of Eastmere after the"
                    + " storm, its harbour board had said in a letter to the mayor."));
    assertThat(nights.run(List.of("nightly", "--input", old.toString()))).isZero();
    // What was published years before is not compared with tonight's.
    assertThat(rows(nights, LINKS)).isEqualTo(links);
  }

  private static List<String> rows(SampleRun run, String sql) {
    return run.spark().sql(sql).collectAsList().stream().map(Row::json).sorted().toList();
  }

  private static String article(String outlet, String date, String text) {
    return "{\"url\":\"https://%1$s/joints\",\"source\":\"%1$s\",\"title\":\"Joints\",\"date\":\"%2$s\",\"text\":\"%3$s\"}"
        .formatted(outlet, date, text);
  }

  private static String quay(String outlet, LocalDate day, String text) {
    String date = day == null ? "" : "\"date\":\"%s\",".formatted(day);
    return "{\"source\":\"%1$s\",\"title\":\"Quay\",%2$s\"text\":\"%3$s\"}"
        .formatted(outlet, date, text);
  }

  private Path file(String name, String... articles) throws IOException {
    return Files.write(folder.resolve(name), new ArrayList<>(List.of(articles)));
  }
}
