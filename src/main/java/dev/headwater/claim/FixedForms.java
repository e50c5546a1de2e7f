package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;
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
  /** A kind of non-claim and the expression that finds it. */
  record Form(String kind, Pattern pattern) {}

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
        String words = "(?:" + String.join("|", list.getValue().stream().sorted().toList()) + ")";
        expression = expression.replace("{" + list.getKey() + "}", words);
      }
      forms.add(new Form(line.get(0), Pattern.compile(expression)));
    }
    return new FixedForms(List.copyOf(forms));
  }

  /** All stretches of a sentence that have one of the forms, in code points, form by form. */
  List<NonClaim> in(TaggedSentence sentence) {
    String text = sentence.text();
    List<NonClaim> found = new ArrayList<>();
    for (Form form : forms) {
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
