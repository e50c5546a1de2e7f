package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stretches that are told by their form alone to be no quantity: dates, clock times, phone numbers.
 * Regular expressions from a language's {@code nonclaims.tsv}, each with bounded repetition, so
 * that a sentence is searched in linear time.
 */
record FixedForms(List<Form> forms) {
  /**
   * A kind of non-claim and the expression that finds it.
   *
   * @param digit whether only a sentence with a digit can match
   * @param hints words one of which must be in the sentence, in lower case; empty for no condition
   */
  record Form(String kind, Pattern pattern, boolean digit, List<String> hints) {
    /** Most expressions are spared by looking for a word first: three quarters of their time. */
    private boolean canMatch(String lower, boolean hasDigit) {
      return (hasDigit || !digit) && (hints.isEmpty() || hints.stream().anyMatch(lower::contains));
    }
  }

  /**
   * Reads the forms of a language.
   *
   * @param lists word lists that an expression names in braces, such as {month}
   */
  static FixedForms of(String language, Map<String, Set<String>> lists) {
    List<Form> forms = new ArrayList<>();
    for (List<String> line : WordTable.rows(language + "/nonclaims.tsv")) {
      String expression = line.get(1);
      for (Map.Entry<String, Set<String>> list : lists.entrySet()) {
        String any = "(?:" + String.join("|", list.getValue().stream().sorted().toList()) + ")";
        expression = expression.replace("{" + list.getKey() + "}", any);
      }
      String needs = line.size() > 2 ? line.get(2) : "";
      boolean digit = needs.startsWith("#");
      String words = digit ? needs.substring(1) : needs;
      List<String> hints = words.isEmpty() ? List.of() : List.of(words.split("\\|"));
      forms.add(new Form(line.get(0), Pattern.compile(expression), digit, hints));
    }
    return new FixedForms(List.copyOf(forms));
  }

  /** All stretches of a sentence that have one of the forms, in code points, form by form. */
  List<NonClaim> in(TaggedSentence sentence) {
    String text = sentence.text();
    String lower = text.toLowerCase(Locale.ROOT);
    boolean digit = text.chars().anyMatch(c -> c >= '0' && c <= '9');
    List<NonClaim> found = new ArrayList<>();
    for (Form form : forms) {
      if (!form.canMatch(lower, digit)) {
        continue;
      }
      Matcher matcher = form.pattern().matcher(text);
      while (matcher.find()) {
        int begin = sentence.begin() + text.codePointCount(0, matcher.start());
        int end = begin + text.codePointCount(matcher.start(), matcher.end());
        found.add(new NonClaim(form.kind(), begin, end));
      }
    }
    return found;
  }
}
