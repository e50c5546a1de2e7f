package dev.headwater.claim;

/** Whose a piece of evidence is: "the union's figures", "a post by the ferry line". Linear. */
final class EvidenceNames {
  private EvidenceNames() {}

  /** The possessive ending inside a range, -1 if there is none: "the union's figures". */
  static int owner(Lexemes s, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (s.at(i).kind() == Lexeme.Kind.POSSESSIVE) {
        return i;
      }
    }
    return -1;
  }

  /** "estimates from X", "a post by X": the first lexeme of X, -1 if there is none. */
  static int source(Lexemes s, int from, int to) {
    boolean evidence = false;
    for (int i = from; i + 1 < to; i++) {
      String lower = s.at(i).lower();
      evidence |= SourceWords.is(lower, "evidence") && (i == 0 || !s.at(i).isCapital());
      boolean link =
          lower.equals("from")
              || lower.equals("by")
              || lower.equals("of") && i > from && s.at(i - 1).is("evidence");
      if (evidence && link) {
        for (int k = i + 1; k < to; k++) {
          if (s.at(k).isCapital() || k == i + 1 && isBodyPhrase(s, k, to)) {
            return i + 1;
          }
        }
      }
    }
    return -1;
  }

  /** "The bank" in "estimates from the bank", but not "the past" in "data from the past year". */
  private static boolean isBodyPhrase(Lexemes s, int from, int to) {
    return s.at(from).lower().equals("the")
        && from + 1 < to
        && !s.at(from + 1).is("time")
        && s.at(to - 1).is("organisation");
  }
}
