package dev.headwater.claim;

import dev.headwater.claim.Frame.Range;

/**
 * Names that stand beside what a person is: "its secretary, Hanna Lund, said", "engineer Pia Lund".
 * Looks at a bounded number of lexemes.
 */
final class RoleNames {
  private static final int LONGEST_ROLE = 8;
  private static final int LONGEST_NAME = 6;

  private RoleNames() {}

  /**
   * The name between commas behind a role that ends before a lexeme, null if none: the role begins
   * with a determiner and ends with a common noun.
   */
  static PrintedName behind(Lexemes s, int from, int to) {
    boolean role =
        to > from
            && to + 1 < s.size()
            && s.at(to).isMark(",")
            && s.at(from).is("determiner")
            && isCommon(s.at(to - 1));
    if (!role) {
      return null;
    }
    int end = to + 1;
    while (end < s.size() && end <= to + LONGEST_NAME && s.at(end).isCapital()) {
      end++;
    }
    boolean closed = end == s.size() || s.at(end).isMark() || s.at(end).isQuote();
    PrintedName name = PrintedName.of(s, to + 1, end);
    boolean person = name.length() >= 2 || name.length() == 1 && name.titled();
    return closed && person && !name.isBody(s) ? name : null;
  }

  private static boolean isCommon(Lexeme word) {
    return word.isWord() && !word.isCapital() && !word.is("evidence") && !word.is("time");
  }

  /** The role whose name, and perhaps age, a comma closes right before a verb; null if none. */
  static Range before(Lexemes s, int mark) {
    int end = mark;
    if (end >= 2 && s.at(end - 1).kind() == Lexeme.Kind.NUMBER && s.at(end - 2).isMark(",")) {
      end -= 2;
    }
    int name = end;
    while (name > 0 && end - name < LONGEST_NAME && s.at(name - 1).isCapital()) {
      name--;
    }
    int comma = name - 1;
    if (name == end || comma < 1 || !s.at(comma).isMark(",")) {
      return null;
    }
    int from = comma;
    while (from > 0 && comma - from < LONGEST_ROLE && s.at(from - 1).isWord()) {
      from--;
      if (s.at(from).is("determiner")) {
        return behind(s, from, comma) == null ? null : new Range(from, comma);
      }
      if (s.at(from).is("finite") || s.at(from).is("clause")) {
        return null;
      }
    }
    return null;
  }

  /** "Engineer Pia Lund": where a name of two words or more begins behind a plain noun. */
  static int afterRole(Lexemes s, int begin, int end) {
    int from = end;
    while (from > begin && s.at(from - 1).isCapital()) {
      from--;
    }
    boolean name = end - from >= 2 && from > begin && s.at(from - 1).isWord();
    if (!name) {
      return begin;
    }
    String before = s.at(from - 1).lower();
    boolean linked =
        SourceWords.is(before, "preposition")
            || SourceWords.is(before, "article")
            || before.equals("and")
            || before.equals("or");
    return linked ? begin : from;
  }
}
