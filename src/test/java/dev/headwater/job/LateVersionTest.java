package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two versions of an article come in two nights: the day of the first tells of the second and that
 * of the second does not count it, as if both had been loaded at once, whichever came first.
 */
class LateVersionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theDaysOfBothVersionsAreCountedAgain(boolean inOrder) throws IOException {
    Path second =
        file("second", "2026-03-05", "The harbour board approved a new quay on Thursday evening.");
    Path first =
        file("first", "2026-03-02", "A vote on the quay was put off because of the storm tide.");
    SampleRun batch = SampleRun.empty();
    assertThat(batch.run(List.of("nightly", "--input", first.toString(), second.toString())))
        .isZero();
    SampleRun nights = SampleRun.empty();
    for (Path night : inOrder ? List.of(first, second) : List.of(second, first)) {
      assertThat(nights.run(List.of("nightly", "--input", night.toString()))).isZero();
    }
    assertThat(days(nights)).isEqualTo(days(batch));
    assertThat(days(batch)).singleElement().asString().contains("2026-03-02");
  }

  private static List<String> days(SampleRun run) {
    return run.spark().sql("SELECT * FROM source_days").collectAsList().stream()
        .map(Row::json)
        .sorted()
        .toList();
  }

  private Path file(String name, String day, String text) throws IOException {
    return Files.writeString(
        folder.resolve(name + ".jsonl"),
        "{\"url\":\"https://herald.example/quay\",\"title\":\"Quay\",\"date\":\"%s\",\"text\":\"%s\"}"
            .formatted(day, text));
  }
}
