package dev.headwater.claim;

import dev.headwater.text.WordList;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A verb that attributes: its class (say, show, think, want, quote, rate) and the modality it gives
 * to what it reports, null for none. {@code bare} is the form of infinitive and present plural.
 */
record ReportingVerb(String lemma, String form, Group group, String modality, boolean bare) {
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

  /** First words of the forms of two words. */
  private static final Set<String> FIRST_OF_TWO =
      FORMS.keySet().stream()
          .filter(form -> form.indexOf('_') > 0)
          .map(form -> form.substring(0, form.indexOf('_')))
          .collect(Collectors.toUnmodifiableSet());

  private static Map<String, ReportingVerb> read() {
    Map<String, ReportingVerb> forms = new HashMap<>();
    for (String line : WordList.lines("claim/en/reporting-verbs.tsv")) {
      String[] cells = line.split("\t");
      String[] words = cells[0].split(" ");
      Group group = Group.valueOf(cells[1].toUpperCase(Locale.ROOT));
      String modality = cells[2].equals("-") ? null : cells[2];
      for (String word : words) {
        boolean bare = word.equals(words[0]) && hasPast(words);
        forms.putIfAbsent(word, new ReportingVerb(words[0], word, group, modality, bare));
      }
    }
    return Map.copyOf(forms);
  }

  /** The verb of a lower-case form, or null. */
  static ReportingVerb of(String lower) {
    return FORMS.get(lower);
  }

  /** Whether a token is a verb of saying. */
  static boolean isSaying(TokenRow row, int i) {
    ReportingVerb verb = row.isVerb(i) ? of(row.lower(i)) : null;
    return verb != null && verb.group() == Group.SAY;
  }

  /** The verb that begins at a lexeme, one of two words before one of one; null if none. */
  static ReportingVerb at(Lexemes s, int index) {
    if (index + 1 < s.size() && FIRST_OF_TWO.contains(s.at(index).lower())) {
      ReportingVerb two = FORMS.get(s.at(index).lower() + "_" + s.at(index + 1).lower());
      if (two != null) {
        return two;
      }
    }
    return FORMS.get(s.at(index).lower());
  }

  /** Number of words. */
  int length() {
    return form.indexOf('_') < 0 ? 1 : 2;
  }

  boolean isParticiple() {
    return form.endsWith("ing");
  }

  /** Whether a verb has a past form of its own: "read" has none. */
  private static boolean hasPast(String[] forms) {
    for (String form : forms) {
      if (!form.equals(forms[0]) && !form.startsWith(forms[0] + "s") && !form.endsWith("ing")) {
        return true;
      }
    }
    return false;
  }
}
