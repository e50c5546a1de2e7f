package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedGateTest {
  @TempDir Path folder;

  @Test
  void publishesNothingUntilTheGateIsAllowed() throws IOException {
    Path feed = folder.resolve("feed.jsonl");
    StringBuilder lines = new StringBuilder();
    for (int line = 0; line < 90; line++) {
      lines.append("{\"id\": ").append(line).append(", \"text\": \"cut off\n");
    }
    Files.writeString(feed, lines);
    String warehouse = folder.resolve("warehouse").toString();
    String[] words = {
      "ingest", "--input", feed.toString(), "--warehouse", warehouse, "--day", "2026-03-01"
    };

    Submitted refused = Submitted.job(words);
    assertThat(refused.status()).as(refused.err()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.complaints())
        .containsExactly(
            "headwater ingest: Nothing was published, as gate reject_share found 90 of 90"
                + " records; the reasons are in rejects."
                + " To publish all the same: --allow-gate reject_share");
    Submitted looked = Submitted.job("query", "select 1", "--warehouse", warehouse);
    assertThat(looked.status()).isEqualTo(2);
    assertThat(looked.err()).contains("Nothing has been published yet");
    Warehouse unpublished = Warehouse.read(LocalSpark.on(folder.resolve("warehouse")));
    String branch =
        unpublished.table(Tables.RUNS).refs().keySet().stream()
            .filter(name -> name.startsWith("work_"))
            .findFirst()
            .orElseThrow();
    assertThat(gateRows(unpublished, "headwater.news.runs.branch_" + branch)).containsExactly(1.0);

    String[] allowing = Arrays.copyOf(words, words.length + 2);
    allowing[words.length] = "--allow-gate";
    allowing[words.length + 1] = "reject_share";
    Submitted allowed = Submitted.job(allowing);
    assertThat(allowed.status()).as(allowed.err()).isZero();
    assertThat(allowed.err())
        .contains("finished by an earlier try of this run")
        .contains("[publish] release 1");
    Submitted rows =
        Submitted.job(
            "query",
            "select reason, count(*) as records from rejects group by reason",
            "--format",
            "csv",
            "--output",
            folder.resolve("reasons.csv").toString(),
            "--warehouse",
            warehouse);
    assertThat(rows.status()).as(rows.err()).isZero();
    assertThat(folder.resolve("reasons.csv")).hasContent("reason,records\nbroken_json,90");
    // The refused try had noted the same figure.
    assertThat(
            gateRows(
                Warehouse.read(LocalSpark.on(folder.resolve("warehouse"))), "headwater.news.runs"))
        .containsExactly(1.0);
  }

  private static List<Double> gateRows(Warehouse warehouse, String runs) {
    return warehouse
        .spark()
        .sql("select value from " + runs + " where name = 'gate_reject_share'")
        .collectAsList()
        .stream()
        .map(row -> row.getDouble(0))
        .toList();
  }
}
