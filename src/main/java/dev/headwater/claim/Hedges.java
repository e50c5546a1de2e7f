package dev.headwater.claim;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Words around a number that make it approximate or a bound, from {@code en/hedges.tsv}. */
final class Hedges {
  private static final int LONGEST = 4;
  private static final Map<String, String> BEFORE = new HashMap<>();
  private static final Map<String, String> AFTER = new HashMap<>();

  static {
    for (List<String> line : WordTable.rows("en/hedges.tsv")) {
      String bound = line.get(0);
      boolean after = bound.startsWith("after ");
      for (String phrase : line.get(1).split("\\|")) {
        if (after) {
          AFTER.put(phrase, bound.substring(6));
        } else {
          BEFORE.put(phrase, bound);
        }
      }
    }
  }

  private Hedges() {}

  /** Hedging words at tokens [first, last) and the bound they set; "=" and no words where none. */
  record Hedge(int first, int last, String bound) {
    boolean isEmpty() {
      return first == last;
    }
  }

  /** The hedge that ends at a token, chains such as "up to an estimated" included. */
  static Hedge before(TokenRow row, int number) {
    int begin = number;
    String bound = "=";
    for (int rounds = 0; rounds < 3; rounds++) {
      int found = -1;
      int end = begin;
      if (row.is(end - 1, "-") && row.glued(end)) {
        end--;
      }
      for (int n = LONGEST; n >= 1 && found < 0; n--) {
        if (end - n >= 0 && BEFORE.containsKey(phrase(row, end - n, end))) {
          found = end - n;
        }
      }
      if (found < 0 || (row.is(end - 1, "some") && row.isAny(found - 1, "and|with"))) {
        break;
      }
      String next = BEFORE.get(phrase(row, found, end));
      bound = bound.equals("<") || bound.equals(">") ? bound : next;
      begin = found;
      while (row.isAny(begin - 1, "well|just|slightly")) {
        begin--;
      }
    }
    return new Hedge(begin, number, bound);
  }

  /** The hedge that begins at a token, such as "or more". */
  static Hedge after(TokenRow row, int number) {
    for (int n = 2; n >= 1; n--) {
      String bound = AFTER.get(phrase(row, number, number + n));
      if (bound != null && !isSum(row, number, n)) {
        return new Hedge(number, number + n, bound);
      }
    }
    return new Hedge(number, number, "=");
  }

  /** "$310,000 plus a bonus" adds something; "30 plus" does not. */
  private static boolean isSum(TokenRow row, int number, int length) {
    int next = number + length;
    boolean word = row.isAny(number, "plus|+") && !row.glued(number);
    boolean adds =
        row.isDigits(next)
            || row.tag(next).equals("DT")
            || row.tag(next).equals("PRP$")
            || row.tag(next).equals("CD")
            || row.tag(next).equals("NN")
            || row.tag(next).equals("$");
    return word && adds;
  }

  private static String phrase(TokenRow row, int from, int to) {
    if (to > row.size()) {
      return "";
    }
    StringBuilder phrase = new StringBuilder();
    for (int i = from; i < to; i++) {
      phrase.append(i > from ? " " : "").append(row.lower(i));
    }
    return phrase.toString().toLowerCase(Locale.ROOT);
  }
}
