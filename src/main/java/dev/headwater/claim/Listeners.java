package dev.headwater.claim;

/** Finds where what was said begins behind those who were told, where they are counted. */
final class Listeners {
  private static final int LONGEST = 24;
  private static final int LONGEST_HEDGE = 4;

  private Listeners() {}

  /**
   * First lexeme of what was said: behind "200 workers" in "told 200 workers they would go", else
   * right behind the verb.
   */
  static int contentFrom(Lexemes s, int after, ReportingVerb verb) {
    int count = SourceWords.is(verb.lemma(), "addressing") ? count(s, after) : -1;
    for (int i = count + 1; count >= 0 && i < Math.min(s.size(), after + LONGEST); i++) {
      Lexeme word = s.at(i);
      boolean speech =
          word.isQuote()
              || word.isMark(":")
              || word.isMark(",")
              || word.is("clause")
              || word.is("pronoun")
              || word.lower().equals("to");
      if (speech) {
        return i;
      }
    }
    return after;
  }

  /** Index of the number of listeners, -1 if they are not counted. */
  private static int count(Lexemes s, int after) {
    for (int i = after; i < Math.min(s.size(), after + LONGEST_HEDGE); i++) {
      if (s.at(i).kind() == Lexeme.Kind.NUMBER) {
        boolean noun = i + 1 < s.size() && s.at(i + 1).isWord() && !s.at(i + 1).is("share");
        return noun ? i : -1;
      }
      if (!s.at(i).is("approximating")) {
        return -1;
      }
    }
    return -1;
  }
}
