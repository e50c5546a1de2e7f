package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Submitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NgramLengthTest {
  @TempDir Path folder;

  @Test
  void aWarehouseKeepsTheLengthOfItsNgrams() throws IOException {
    load("ferry", "The ferry to Gannet Point carried 312 passengers on Friday, the master said.");
    assertThat(reprints().status()).isZero();
    load("mill", "A fire in the old mill by the river was put out by forty men before dawn.");

    Submitted other = reprints("--ngram", "4");

    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err().lines())
        .hasSize(2)
        .endsWith(
            "headwater reprints: --ngram is 4; the articles of this warehouse were compared by 5"
                + " words. Keep that, or load them into a new warehouse.");
    Submitted again = reprints();
    assertThat(again.status()).as(again.err()).isZero();
  }

  private void load(String name, String text) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name + ".jsonl"),
            "{\"url\": \"https://lowtide.example/" + name + "\", \"text\": \"" + text + "\"}\n");
    Submitted ingest =
        Submitted.job("ingest", "--input", file.toString(), "--warehouse", warehouse());
    assertThat(ingest.status()).as(ingest.err()).isZero();
  }

  private Submitted reprints(String... options) {
    String[] command = new String[options.length + 3];
    command[0] = "reprints";
    command[1] = "--warehouse";
    command[2] = warehouse();
    System.arraycopy(options, 0, command, 3, options.length);
    return Submitted.job(command);
  }

  private String warehouse() {
    return folder.resolve("warehouse").toString();
  }
}
