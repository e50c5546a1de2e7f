package dev.headwater.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists that stand beside this package as resources: tab-separated, # comments. */
final class WordLists {
  private WordLists() {}

  /** The rows of a list, each a list of its cells. */
  static List<List<String>> rows(String name) {
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = WordLists.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks the word list " + name);
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.split("\t")));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }

  /** The first cells of a list. */
  static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (List<String> row : rows(name)) {
      words.add(row.get(0));
    }
    return words;
  }

  /** The first cells of the rows whose second cell is the given kind. */
  static List<String> words(String name, String kind) {
    List<String> words = new ArrayList<>();
    for (List<String> row : rows(name)) {
      if (row.size() > 1 && row.get(1).equals(kind)) {
        words.add(row.get(0));
      }
    }
    return words;
  }
}
