package dev.headwater.claim;

import dev.headwater.claim.Frame.Range;

/** Finds the subject before an apposition: "Adaeze Okafor, who runs the port, said …". */
final class Appositions {
  private static final int LONGEST = 40;

  private Appositions() {}

  /**
   * The subject of a verb that a comma or dash stands before, null if none: the noun phrase at the
   * start of the clause when one more comma or dash follows it.
   */
  static Range subject(Lexemes s, int mark) {
    Range role = RoleNames.before(s, mark);
    if (role != null) {
      return role;
    }
    int clause = clauseBegin(s, mark);
    for (int i = clause; i < mark; i++) {
      Lexeme word = s.at(i);
      if (word.isMark(",") || word.isDash()) {
        int from = NounPhrases.beginOf(s, i);
        boolean named = from < i && from >= clause && isSubject(s, from, i);
        if (named) {
          return new Range(from, i);
        }
      }
    }
    return null;
  }

  /** Whether the comma at an index closes "X, who …", "X, 59, …" or "X, a …". */
  static boolean closesAt(Lexemes s, int mark) {
    if (RoleNames.before(s, mark) != null) {
      return true;
    }
    Range subject = subject(s, mark);
    if (subject == null || subject.to() + 1 >= mark) {
      return false;
    }
    Lexeme next = s.at(subject.to() + 1);
    return next.lower().equals("who")
        || next.lower().equals("which")
        || next.lower().equals("whose")
        || next.kind() == Lexeme.Kind.NUMBER && s.at(subject.to() + 2).isMark(",")
        || next.lower().equals("a")
        || next.lower().equals("an");
  }

  private static boolean isSubject(Lexemes s, int from, int to) {
    boolean capital = false;
    for (int i = from; i < to; i++) {
      boolean time = s.at(i).is("time");
      capital |= s.at(i).isCapital() && !time && !s.at(i).is("pronoun");
    }
    boolean determined = s.at(from).is("determiner");
    boolean introduced = from > 0 && s.at(from - 1).is("preposition");
    return (capital || determined) && !introduced;
  }

  private static int clauseBegin(Lexemes s, int mark) {
    for (int i = mark - 1; i >= Math.max(0, mark - LONGEST); i--) {
      Lexeme word = s.at(i);
      boolean breaks = word.isQuote() || word.isMark(";") || word.isMark(":");
      if (breaks) {
        return i + 1;
      }
    }
    return Math.max(0, mark - LONGEST);
  }
}
