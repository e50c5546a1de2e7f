package dev.headwater;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The notebooks as committed; .ci/run executes them. */
class NotebooksTest {
  private static final int LARGEST = 300_000;

  private static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("notebooks"))) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Test
  void everyNotebookWasRunWholeAndShowsAChart() throws IOException {
    assertThat(notebooks()).hasSize(3);
    for (Path file : notebooks()) {
      JsonNode cells = new ObjectMapper().readTree(file.toFile()).required("cells");
      int run = 0;
      for (JsonNode cell : cells) {
        if (cell.required("cell_type").asText().equals("code")) {
          run++;
          assertThat(cell.required("execution_count").asInt())
              .as("a cell of %s", file)
              .isEqualTo(run);
        }
      }
      assertThat(cells.findValues("image/png")).as("charts of %s", file).isNotEmpty();
      assertThat(cells.findValues("ename")).as("errors of %s", file).isEmpty();
    }
  }

  @Test
  void notebooksAreSmallAndTellNothingOfTheMachine() throws IOException {
    for (Path file : notebooks()) {
      assertThat(Files.size(file)).as("bytes of %s", file).isLessThan(LARGEST);
      assertThat(Files.readString(file)).doesNotContain("/home/", "/root/", "/tmp/", "\"iopub.");
    }
  }

  @Test
  void aNumberIsTracedInFiveCells() throws IOException {
    JsonNode cells =
        new ObjectMapper()
            .readTree(Path.of("notebooks", "trace-a-number.ipynb").toFile())
            .required("cells");
    assertThat(cells.findValuesAsText("cell_type").stream().filter("code"::equals)).hasSize(5);
  }
}
