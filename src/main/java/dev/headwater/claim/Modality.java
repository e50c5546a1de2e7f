package dev.headwater.claim;

import dev.headwater.text.WordList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a number is asserted, from the words that govern its clause, and whether it is denied.
 *
 * <p>The nearest listed expression before the number wins, as long as no border of a clause stands
 * between; then the nearest behind it in the same clause. Scope by clause borders follows the hedge
 * scope rules of Velldal, Øvrelid, Read and Oepen (2012), without their parser. Bounded
 * look-around, so constant cost for a number.
 */
final class Modality {
  private static final int FARTHEST = 30;
  private static final int BESIDE = 3;
  private static final int LONGEST = 3;
  private static final Map<String, String[]> EXPRESSIONS = expressions();
  private static final Map<String, String> NEGATIONS = WordList.table("claim/en/negation.tsv");

  /** What was found: the modality, the words of doubt, and the polarity. */
  record Reading(String modality, List<String> hedges, String polarity) {}

  private record Hit(int from, int to, String modality) {}

  private Modality() {}

  private static Map<String, String[]> expressions() {
    Map<String, String[]> expressions = new HashMap<>();
    for (String line : WordList.lines("claim/en/modality.tsv")) {
      String[] cells = line.split("\t");
      expressions.put(cells[0], new String[] {cells[1], cells[2]});
    }
    return Map.copyOf(expressions);
  }

  /**
   * Reads the clause of the number in lexemes [from, to).
   *
   * @param floor first lexeme that may govern it: the end of the innermost attribution's cue, say
   */
  static Reading read(Lexemes s, int from, int to, int floor, Source source) {
    int left = clauseBegin(s, from, floor);
    List<Hit> before = hits(s, left, from);
    List<Hit> after = hits(s, to, clauseEnd(s, to));
    String modality = null;
    List<String> hedges = new ArrayList<>();
    for (Hit hit : before) {
      boolean beside = reach(s, hit).equals("beside") && from - hit.to() > BESIDE - 1;
      if (!beside) {
        modality = stronger(s, modality, hit);
        hedges.add(s.phrase(hit.from(), hit.to()));
      }
    }
    for (Hit hit : after) {
      String reach = reach(s, hit);
      boolean near = reach.equals("both") || isClaimedAfter(s, hit, to);
      if (near && isPredicate(s, hit)) {
        modality = modality == null ? hit.modality() : modality;
        hedges.add(s.phrase(hit.from(), hit.to()));
      }
    }
    if (modality == null && source != null) {
      modality = source.modality();
    }
    boolean denied = isDenied(s, left, from) || source != null && denies(source);
    String polarity = denied ? "negative" : "positive";
    return new Reading(modality == null ? "asserted" : modality, List.copyOf(hedges), polarity);
  }

  /** Approximators such as "an estimated" give way to the verb's own modality. */
  private static String stronger(Lexemes s, String so, Hit hit) {
    boolean approximator =
        reach(s, hit).equals("beside") && hit.modality().equals("estimated") && so != null;
    return approximator ? so : hit.modality();
  }

  private static String reach(Lexemes s, Hit hit) {
    return EXPRESSIONS.get(lower(s, hit.from(), hit.to()))[1];
  }

  /** "1 million shells it pledged": the verb behind the counted noun governs it. */
  private static boolean isClaimedAfter(Lexemes s, Hit hit, int number) {
    for (int i = number; i < Math.min(hit.from(), number + 5); i++) {
      if (ReportingVerb.of(s.at(i).lower()) != null) {
        return false;
      }
    }
    return hit.from() > number && hit.from() <= number + 5 && s.at(hit.from() - 1).is("pronoun");
  }

  /** A verb expression behind the number belongs to it unless another subject comes between. */
  private static boolean isPredicate(Lexemes s, Hit hit) {
    String before = s.at(hit.from() - 1).lower();
    if (s.at(hit.from()).lower().equals("likely")) {
      // "1,000 likely voters" is no doubt about the number.
      return s.at(hit.from() - 1).is("finite");
    }
    return !before.equals("to") && !before.equals("which") && !before.equals("who");
  }

  private static List<Hit> hits(Lexemes s, int from, int to) {
    List<Hit> hits = new ArrayList<>();
    int i = from;
    while (i < to) {
      int length = 0;
      for (int n = Math.min(LONGEST, to - i); n >= 1 && length == 0; n--) {
        if (EXPRESSIONS.containsKey(lower(s, i, i + n))) {
          length = n;
        }
      }
      if (length > 0 && !isNominal(s, i, length)) {
        hits.add(new Hit(i, i + length, EXPRESSIONS.get(lower(s, i, i + length))[0]));
      }
      i += Math.max(1, length);
    }
    return hits;
  }

  /** "The suspect", "12 basis points to 4.5 percent": nouns that look like the verb. */
  private static boolean isNominal(Lexemes s, int i, int length) {
    boolean points = i > 0 && s.at(i).lower().startsWith("point");
    boolean counted =
        points
            && (s.at(i - 1).kind() == Lexeme.Kind.NUMBER
                || s.at(i - 1).lower().equals("basis")
                || s.at(i - 1).lower().equals("percentage")
                || NumberWords.isNumberWord(s.at(i - 1).lower()));
    return counted || length == 1 && VerbUse.isNounBefore(s, i);
  }

  private static String lower(Lexemes s, int from, int to) {
    if (to == from + 1) {
      // The month and the name are written with a capital, the verb is not.
      boolean name = s.at(from).isCapital() && from > 0;
      return name ? s.at(from).text() : s.at(from).lower();
    }
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      joined.append(i == from ? "" : " ").append(s.at(i).lower());
    }
    return joined.toString();
  }

  private static int clauseBegin(Lexemes s, int number, int floor) {
    int least = Math.max(Math.max(0, floor), number - FARTHEST);
    for (int i = number - 1; i >= least; i--) {
      Lexeme word = s.at(i);
      String lower = word.lower();
      boolean border =
          word.isMark(";")
              || word.isMark(":")
              || word.isMark("(")
              || lower.equals("since")
              || lower.equals("after")
              || lower.equals("when")
              || lower.equals("while")
              || lower.equals("although")
              || lower.equals("because")
              || lower.equals("but")
              || lower.equals("where")
              || isAway(s, i)
              || isComparison(s, i)
              || isNewClause(s, i);
      if (border) {
        return afterRelative(s, i, number);
      }
    }
    return least;
  }

  /** A dash with blanks around it, or a double one. */
  private static boolean isApart(Lexemes s, int i) {
    boolean apart = i > 0 && s.at(i - 1).end() < s.at(i).begin();
    return s.at(i).isDash() && (apart || s.at(i).text().length() > 1);
  }

  /** A relative clause that a comma closes before the number does not govern it. */
  private static int afterRelative(Lexemes s, int border, int number) {
    String lower = s.at(border).lower();
    if (lower.equals("which") || lower.equals("who")) {
      for (int i = border + 1; i < number; i++) {
        if (s.at(i).isMark(",")) {
          return i + 1;
        }
      }
    }
    return border + 1;
  }

  /** ", which …", ", who …" and ", and they …" begin a clause of their own. */
  private static boolean isNewClause(Lexemes s, int i) {
    String lower = s.at(i).lower();
    boolean relative = lower.equals("which") || lower.equals("who") || lower.equals("that");
    if (relative) {
      return i > 0 && (s.at(i - 1).isMark(",") || lower.equals("that") && isNoun(s, i - 1));
    }
    boolean and = lower.equals("and") && i > 0 && s.at(i - 1).isMark(",");
    return and && i + 1 < s.size() && (s.at(i + 1).is("pronoun") || s.at(i + 1).is("determiner"));
  }

  private static boolean isNoun(Lexemes s, int i) {
    Lexeme word = s.at(i);
    return word.isWord()
        && ReportingVerb.of(word.lower()) == null
        && !EXPRESSIONS.containsKey(word.lower());
  }

  /** A participle behind a comma: "situated about 180 kilometres away". */
  private static boolean isAway(Lexemes s, int i) {
    return s.at(i).isMark(",")
        && i + 1 < s.size()
        && s.at(i + 1).lower().endsWith("ed")
        && !EXPRESSIONS.containsKey(s.at(i + 1).lower());
  }

  /** ", up from …", ", compared with …": what was before is not as doubtful as what will be. */
  static boolean isComparison(Lexemes s, int i) {
    if (!s.at(i).isMark(",") || i + 2 >= s.size()) {
      return false;
    }
    String next = s.at(i + 1).lower();
    boolean from = s.at(i + 2).lower().equals("from");
    return next.equals("compared") || from && (next.equals("up") || next.equals("down"));
  }

  private static int clauseEnd(Lexemes s, int to) {
    int last = Math.min(s.size(), to + FARTHEST / 2);
    for (int i = to; i < last; i++) {
      Lexeme word = s.at(i);
      String lower = word.lower();
      boolean border =
          word.isMark(",")
              || word.isMark(";")
              || word.isStop()
              || word.isDash()
              || lower.equals("and")
              || lower.equals("but")
              || lower.equals("which")
              || lower.equals("who")
              || lower.equals("while")
              || lower.equals("because")
              || lower.equals("since")
              || lower.equals("so");
      if (border) {
        return i;
      }
    }
    return last;
  }

  private static boolean denies(Source source) {
    return "verb".equals(NEGATIONS.get(source.cue().toLowerCase(Locale.ROOT)));
  }

  private static boolean isDenied(Lexemes s, int left, int number) {
    int clause = number;
    while (clause > left && !s.at(clause - 1).isMark(",") && !isApart(s, clause - 1)) {
      clause--;
    }
    if (isUntrue(s, clause) || isUntrue(s, clause - 1)) {
      return true;
    }
    for (int i = clause; i < number; i++) {
      String pair = i + 1 < s.size() ? s.at(i).lower() + " " + s.at(i + 1).lower() : "";
      String kind = NEGATIONS.getOrDefault(pair, NEGATIONS.get(s.at(i).lower()));
      // "Fell short of 3 million" bounds the number, "fell short of making 3 million" denies it.
      boolean bound =
          "bound".equals(kind)
              || "that".equals(kind) && !s.at(i).lower().equals("not")
              || "short".equals(kind) && !(i + 3 < number && s.at(i + 3).lower().endsWith("ing"));
      if (kind == null || bound) {
        i += kind == null ? 0 : 1;
        continue;
      }
      return true;
    }
    return false;
  }

  /** "It is not true that …" */
  private static boolean isUntrue(Lexemes s, int that) {
    if (that < 2 || that >= s.size() || !s.at(that).lower().equals("that")) {
      return false;
    }
    String word = s.at(that - 1).lower();
    return "that".equals(NEGATIONS.get(s.at(that - 2).lower() + " " + word))
        || "that".equals(NEGATIONS.get(word)) && !s.at(that - 2).lower().equals("not");
  }
}
