package dev.headwater.ingest;

import dev.headwater.text.WordList;
import java.util.ArrayList;
import java.util.List;

/** Reads the word lists that stand beside this package as resources: tab-separated, # comments. */
final class WordLists {
  private WordLists() {}

  /** The rows of a list, each a list of its cells. */
  static List<List<String>> rows(String name) {
    return WordList.rows("ingest/" + name);
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
