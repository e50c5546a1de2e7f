package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A line that an outlet prints again and again is told from those of all nights together. */
class RecurringLineTest {
  private static final String FOOTER = "Write to the editor of the Herald at the old quay";
  private static final List<String> STORIES =
      List.of(
          "The ferry to the islands will sail twice a day from April on.",
          "A late frost has cost the growers of the valley half of their plums.",
          "Nobody was hurt when a crane fell on an empty shed this morning.",
          "The choir of the mill has won the county prize for the third time.",
          "Rates for parking at the station go up by a crown in the summer.");

  @TempDir Path folder;

  @Test
  void isCountedOverNightsAndForgottenWithItsArticles() throws IOException {
    SampleRun run = SampleRun.empty();
    load(run, night("one", 0, 3));
    assertThat(marked(run)).isZero();
    load(run, night("two", 3, 5));
    assertThat(marked(run)).isEqualTo(2);
    // a row a night, none written again
    assertThat(footerRows(run)).containsExactly(2, 3);
    List<String> first = ids(run, "the islands");
    assertThat(run.run(List.of("forget", "--article", first.get(0)))).isZero();
    assertThat(footerRows(run)).containsExactly(4);
    assertThat(number(run, "SELECT count(*) FROM outlet_lines WHERE articles < 1")).isZero();
  }

  private static void load(SampleRun run, Path file) {
    assertThat(run.run(List.of("ingest", "--input", file.toString(), "--recurring-line", "4")))
        .isZero();
  }

  private static long marked(SampleRun run) {
    return number(
        run, "SELECT count(*) FROM articles WHERE exists(boilerplate, b -> b.kind = 'repeated')");
  }

  private static List<Integer> footerRows(SampleRun run) {
    return run
        .spark()
        .sql("SELECT articles FROM outlet_lines WHERE articles > 1 ORDER BY articles")
        .collectAsList()
        .stream()
        .map(row -> row.getInt(0))
        .toList();
  }

  private static List<String> ids(SampleRun run, String words) {
    return run
        .spark()
        .sql("SELECT article_id FROM articles WHERE text LIKE '%" + words + "%'")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private static long number(SampleRun run, String query) {
    return run.spark().sql(query).first().getLong(0);
  }

  private Path night(String name, int from, int to) throws IOException {
    List<String> lines = new ArrayList<>();
    for (int s = from; s < to; s++) {
      lines.add(
          "{\"url\":\"https://herald.example/%1$d\",\"title\":\"Story %1$d\",\"date\":\"2026-03-02\",\"text\":\"%2$s\\n\\n%3$s\"}"
              .formatted(s, STORIES.get(s), FOOTER));
    }
    return Files.write(folder.resolve(name + ".jsonl"), lines);
  }
}
