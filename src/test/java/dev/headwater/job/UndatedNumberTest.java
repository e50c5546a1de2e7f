package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A number of an article without a date is met by those of later nights, as in one batch. */
class UndatedNumberTest {
  private static final String LINKS =
      "SELECT f.source AS of, t.source AS to, l.relation, l.reason FROM claim_links l"
          + " JOIN claims f ON l.from_claim_id = f.claim_id"
          + " JOIN claims t ON l.to_claim_id = t.claim_id WHERE l.via = 'quantity'";

  @TempDir Path folder;

  @Test
  void isMetByTheNextNight() throws IOException {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    Path undated =
        article(
            "undated.jsonl",
            "herald.example",
            null,
            "The harbour board of Eastmere said that 6,742 containers had been left on the northern"
                + " quay since the storm, and that nobody had come for them.");
    Path dated =
        article(
            "dated.jsonl",
            "courier.example",
            today.minusDays(3),
            "Since the storm 6,742 containers stand on the northern quay of Eastmere, according to"
                + " a count by its harbour board which the mayor made public on Monday.");
    Path old =
        article(
            "old.jsonl",
            "beacon.example",
            today.minusDays(900),
            "At the time 6,742 containers stood on the northern quay of Eastmere after the storm,"
                + " its harbour board had said in a letter to the mayor.");
    SampleRun batch = SampleRun.empty();
    assertThat(batch.run(List.of("nightly", "--input", undated + "", dated + ""))).isZero();
    SampleRun nights = SampleRun.empty();
    for (Path night : List.of(undated, dated, old)) {
      assertThat(nights.run(List.of("nightly", "--input", night.toString()))).isZero();
    }
    assertThat(links(batch)).isNotEmpty();
    // What was published years before is not compared with tonight's.
    assertThat(links(nights)).isEqualTo(links(batch));
  }

  private static List<String> links(SampleRun run) {
    return run.spark().sql(LINKS).collectAsList().stream().map(Row::json).sorted().toList();
  }

  private Path article(String name, String outlet, LocalDate day, String text) throws IOException {
    String date = day == null ? "" : "\"date\":\"%s\",".formatted(day);
    return Files.writeString(
        folder.resolve(name),
        "{\"source\":\"%1$s\",\"title\":\"Quay\",%2$s\"text\":\"%3$s\"}%n"
            .formatted(outlet, date, text));
  }
}
