package dev.headwater.claim;

import dev.headwater.text.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Word classes used to find and name the source of a statement, from the word lists. */
final class SourceWords {
  private static final Map<String, Set<String>> CLASSES = read();
  private static final Map<String, String> STATES = WordList.table("claim/en/demonyms.tsv");

  private SourceWords() {}

  private static Map<String, Set<String>> read() {
    Map<String, Set<String>> classes = new HashMap<>();
    for (String line : WordList.lines("claim/en/source-words.tsv")) {
      String[] cells = line.split("\t", 2);
      classes.computeIfAbsent(cells[0], word -> new HashSet<>()).add(cells[1]);
    }
    Map<String, Set<String>> fixed = new HashMap<>();
    classes.forEach((word, kinds) -> fixed.put(word, Set.copyOf(kinds)));
    return Map.copyOf(fixed);
  }

  /** The classes of a lower-case word; a full stop at its end does not count. */
  static Set<String> classes(String lower) {
    boolean dotted = lower.length() > 2 && lower.endsWith(".");
    return CLASSES.getOrDefault(dotted ? lower.substring(0, lower.length() - 1) : lower, Set.of());
  }

  /** Whether a lower-case word is of a class. */
  static boolean is(String lower, String kind) {
    return classes(lower).contains(kind);
  }

  /** The state of an adjective such as Ukrainian, or null. */
  static String state(String adjective) {
    return STATES.get(adjective);
  }
}
