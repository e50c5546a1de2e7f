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
 * Two versions of an article come in two nights: the day of the first tells of the second and that
 * of the second does not count it, as if both had been loaded at once, whichever came first.
 */
class LateVersionTest {
  private static final String FIRST = "A storm tide put off the vote over the rebuilding";
  private static final String SECOND =
      "The harbour board approved on Thursday evening the rebuilding";

  @TempDir Path folder;

  @Test
  void theDaysOfBothVersionsAreCountedAgain() throws IOException {
    Path one =
        file("one", article("quay", "2026-03-02", FIRST), article("mole", "2026-03-05", SECOND));
    Path other =
        file("other", article("quay", "2026-03-05", SECOND), article("mole", "2026-03-02", FIRST));
    List<String> batch = days(List.of(List.of(one, other)));
    assertThat(batch).singleElement().asString().contains("2026-03-02");
    assertThat(days(List.of(List.of(one), List.of(other)))).isEqualTo(batch);
  }

  /** The days of outlets after nights of these files. */
  private static List<String> days(List<List<Path>> nights) {
    SampleRun run = SampleRun.empty();
    for (List<Path> files : nights) {
      List<String> ingest = new ArrayList<>(List.of("ingest", "--input"));
      files.forEach(file -> ingest.add(file.toString()));
      assertThat(run.run(ingest)).isZero();
      assertThat(run.run(List.of("sources"))).isZero();
    }
    return days(run);
  }

  private static List<String> days(SampleRun run) {
    return run.spark().sql("SELECT * FROM source_days").collectAsList().stream()
        .map(Row::json)
        .sorted()
        .toList();
  }

  private Path file(String name, String... articles) throws IOException {
    return Files.write(folder.resolve(name + ".jsonl"), List.of(articles));
  }

  private static String article(String name, String day, String text) {
    return "{\"url\":\"https://herald.example/%1$s\",\"title\":\"%1$s\",\"date\":\"%2$s\",\"text\":\"%3$s of the %1$s.\"}"
        .formatted(name, day, text);
  }
}
