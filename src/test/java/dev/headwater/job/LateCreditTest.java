package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A later night shows that what two outlets printed came from an agency: their number then stands
 * on one root, and their days are days of wire copy, as if all had been loaded at once.
 */
class LateCreditTest {
  private static final String STORY =
      "Engineers of the Tessin water board counted 4,318 leaking joints along the old pipeline"
          + " between Marlow and the coast last week. The board said repairs would begin before the"
          + " first frost, and that villages east of the river should expect low pressure on some"
          + " mornings. Two pumping stations were closed for a day while divers looked at the"
          + " foundations of the bridge that carries the main.";

  /** What a credit reaches: nothing here tells one run from another. */
  private static final List<String> TABLES =
      List.of(
          "SELECT t.article_id, t.relation, t.root, t.parent_claim_id, t.origin_claim_id,"
              + " s.claims, s.roots, s.independent_roots, s.articles_without_wire"
              + " FROM traces t JOIN trace_summary s ON s.trace_id = t.trace_id",
          "SELECT article_id, agency, agency_basis, role, parent FROM clusters",
          "SELECT * FROM source_days",
          "SELECT * FROM copy_edges");

  @TempDir Path folder;

  @Test
  void reachesTheNumbersAndDaysOfTheNightBefore() throws IOException {
    Path first =
        file(
            "first.jsonl",
            article("herald.example", "2026-03-02T06:00:00Z", STORY),
            article("courier.example", "2026-03-02T09:00:00Z", STORY));
    Path second =
        file("second.jsonl", article("beacon.example", "2026-03-03T06:00:00Z", "(AP) - " + STORY));
    SampleRun batch = SampleRun.empty();
    assertThat(batch.run(List.of("nightly", "--input", first.toString(), second.toString())))
        .isZero();
    SampleRun nights = SampleRun.empty();
    for (Path night : List.of(first, second)) {
      assertThat(nights.run(List.of("nightly", "--input", night.toString()))).isZero();
    }
    assertThat(rows(batch, "SELECT * FROM trace_summary")).isNotEmpty();
    for (String table : TABLES) {
      assertThat(rows(nights, table)).as(table).isEqualTo(rows(batch, table));
    }
  }

  private static List<String> rows(SampleRun run, String sql) {
    return run.spark().sql(sql).collectAsList().stream().map(Row::json).sorted().toList();
  }

  private static String article(String outlet, String date, String text) {
    return "{\"url\":\"https://%1$s/joints\",\"source\":\"%1$s\",\"title\":\"Joints\",\"date\":\"%2$s\",\"text\":\"%3$s\"}"
        .formatted(outlet, date, text);
  }

  private Path file(String name, String... articles) throws IOException {
    return Files.write(folder.resolve(name), new ArrayList<>(List.of(articles)));
  }
}
