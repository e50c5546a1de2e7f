package dev.headwater.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the word lists and tables that rules work from: one entry a line, {@code #} for comments.
 */
public final class WordList {
  private WordList() {}

  /** The lines of a resource below {@code dev/headwater}, without comments and blank lines. */
  public static List<String> lines(String resource) {
    return printed(resource).stream().map(String::strip).toList();
  }

  /** The tab-separated cells of each line, empty ones too. */
  public static List<List<String>> rows(String resource) {
    return printed(resource).stream().map(line -> List.of(line.split("\t", -1))).toList();
  }

  private static List<String> printed(String resource) {
    String path = "/dev/headwater/" + resource;
    List<String> lines = new ArrayList<>();
    try (InputStream in = WordList.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + path + " is missing from the jar");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (!line.isBlank() && !line.startsWith("#")) {
          lines.add(line);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read resource " + path, e);
    }
    return List.copyOf(lines);
  }

  /** The entries of a one-column list. */
  public static Set<String> words(String resource) {
    return Set.copyOf(lines(resource));
  }

  /** A two-column table as a map, first column to second; the last line of a key wins. */
  public static Map<String, String> table(String resource) {
    Map<String, String> table = new LinkedHashMap<>();
    for (String line : lines(resource)) {
      int tab = line.indexOf('\t');
      if (tab < 0) {
        throw new IllegalStateException("Line without a tab in " + resource + ": " + line);
      }
      table.put(line.substring(0, tab).strip(), line.substring(tab + 1).strip());
    }
    return Map.copyOf(table);
  }
}
