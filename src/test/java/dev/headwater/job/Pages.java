package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of src/docs, which are written from the contract and compared with it. */
final class Pages {
  static final Path FOLDER = Path.of("src", "docs");

  private static final String RECORD = "headwater.record";

  private Pages() {}

  /** Compares pages with their files below a folder of src/docs, or writes them anew. */
  static void check(String below, Map<String, String> pages) throws IOException {
    Path folder = FOLDER.resolve(below);
    if (Boolean.getBoolean(RECORD)) {
      Files.createDirectories(folder);
      for (Map.Entry<String, String> page : pages.entrySet()) {
        Files.writeString(folder.resolve(page.getKey() + ".md"), page.getValue());
      }
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Path file = folder.resolve(page.getKey() + ".md");
      assertThat(file).as("write it with -D%s=true", RECORD).exists();
      assertThat(Files.readString(file))
          .as("%s is stale; write it anew with -D%s=true and read it", file, RECORD)
          .isEqualTo(page.getValue());
    }
  }

  /** The names of the pages below a folder. */
  static List<String> names(String below) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(below))) {
      return files.map(file -> file.getFileName().toString().replace(".md", "")).sorted().toList();
    }
  }

  /** A table of Markdown. */
  static String table(List<String> head, List<List<String>> rows) {
    StringBuilder table = new StringBuilder();
    table.append(line(head)).append(line(Collections.nCopies(head.size(), "---")));
    rows.forEach(row -> table.append(line(row)));
    return table.toString();
  }

  private static String line(List<String> cells) {
    return "| "
        + String.join(" | ", cells.stream().map(cell -> cell.replace("|", "\\|")).toList())
        + " |\n";
  }

  /** The questions of the catalogue that read a table, as a list of links. */
  static String questions(String table) {
    Pattern name = Pattern.compile("\\b(FROM|JOIN)\\s+" + table + "\\b");
    List<String> links = new ArrayList<>();
    for (SqlCatalogue.Question question : SqlCatalogue.questions()) {
      if (name.matcher(question.sql()).find()) {
        links.add(
            "- [%1$s](../../../jobs/sql/%1$s.sql): %2$s\n"
                .formatted(question.name(), question.question()));
      }
    }
    return links.isEmpty() ? "" : "\n## Questions that read it\n" + String.join("", links);
  }

  /** The text of a source file. */
  static String source(Class<?> type) {
    try {
      return Files.readString(
          Path.of("src", "main", "java", type.getName().replace('.', '/') + ".java"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
