package dev.headwater.claim;

import dev.headwater.text.WordList;
import java.util.HashMap;
import java.util.Map;

/**
 * A verb that attributes: its class (say, show, think, want, quote, rate) and the modality it gives
 * to what it reports, null for none.
 */
record ReportingVerb(String lemma, String form, Group group, String modality) {
  /** How much a verb alone proves that what follows is somebody's statement. */
  enum Group {
    SAY,
    SHOW,
    THINK,
    WANT,
    QUOTE,
    RATE
  }

  private static final Map<String, ReportingVerb> FORMS = read();

  private static Map<String, ReportingVerb> read() {
    Map<String, ReportingVerb> forms = new HashMap<>();
    for (String line : WordList.lines("claim/reporting-verbs.tsv")) {
      String[] cells = line.split("\t");
      String[] words = cells[0].split(" ");
      Group group = Group.valueOf(cells[1].toUpperCase(java.util.Locale.ROOT));
      String modality = cells[2].equals("-") ? null : cells[2];
      for (String word : words) {
        forms.putIfAbsent(word, new ReportingVerb(words[0], word, group, modality));
      }
    }
    return Map.copyOf(forms);
  }

  /** The verb of a lower-case form, or null. */
  static ReportingVerb of(String lower) {
    return FORMS.get(lower);
  }

  boolean isParticiple() {
    return form.endsWith("ing");
  }

  /** Present plural and infinitive look the same, and may be a noun's plural. */
  boolean isBare() {
    return form.equals(lemma);
  }
}
