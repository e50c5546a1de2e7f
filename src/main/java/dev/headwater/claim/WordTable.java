package dev.headwater.claim;

import dev.headwater.text.WordList;
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
    return WordList.rows("claim/" + name);
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
