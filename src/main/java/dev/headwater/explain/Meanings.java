package dev.headwater.explain;

import dev.headwater.text.WordList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the codes of the tables mean, in words. */
final class Meanings {
  private static final Map<String, String> MEANINGS = read();

  private Meanings() {}

  private static Map<String, String> read() {
    Map<String, String> meanings = new HashMap<>();
    for (List<String> row : WordList.rows("explain/meanings.tsv")) {
      meanings.put(row.get(0) + ' ' + row.get(1), row.get(2));
    }
    return Map.copyOf(meanings);
  }

  /** A code with its meaning behind it: {@code cut (one article is …)}; the bare code without. */
  static String of(String group, String code) {
    String meaning = MEANINGS.get(group + ' ' + code);
    return meaning == null ? code : code + " (" + meaning + ")";
  }

  /** The codes of a list with their meanings, one after the other; null for an empty list. */
  static String all(String group, List<String> codes) {
    return codes.isEmpty()
        ? null
        : String.join("; ", codes.stream().map(code -> of(group, code)).toList());
  }
}
