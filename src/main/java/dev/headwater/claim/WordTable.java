package dev.headwater.claim;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the word lists that the rules use: tab-separated lines below {@code
 * /dev/headwater/claim/<language>/}, with {@code #} for comments.
 */
final class WordTable {
  private WordTable() {}

  /** All rows of a table; each has as many fields as its line has. */
  static List<List<String>> rows(String name) {
    String path = "/dev/headwater/claim/" + name;
    List<List<String>> rows = new ArrayList<>();
    try (InputStream in = WordTable.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Word list " + path + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          rows.add(List.of(line.split("\t", -1)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read word list " + path, e);
    }
    return rows;
  }

  /** The pairs of one class in a table of rows {@code class<TAB>key=value|key=value|…}. */
  static Map<String, String> pairs(String name, String kind) {
    Map<String, String> pairs = new HashMap<>();
    for (String pair : words(name, kind)) {
      int equals = pair.indexOf('=');
      if (equals < 0) {
        throw new IllegalStateException(
            "Word list " + name + " has \"" + pair + "\" in " + kind + "; want key=value");
      }
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return Map.copyOf(pairs);
  }

  /** The words of one class in a table of rows {@code class<TAB>word|word|…}. */
  static Set<String> words(String name, String kind) {
    Set<String> words = new HashSet<>();
    for (List<String> row : rows(name)) {
      if (row.get(0).equals(kind)) {
        words.addAll(List.of(row.get(1).split("\\|")));
      }
    }
    if (words.isEmpty()) {
      throw new IllegalStateException("Word list " + name + " has no class " + kind);
    }
    return Set.copyOf(words);
  }
}
