package dev.headwater.claim;

/**
 * A run of capitalised words read as a name: the words of the name itself, behind titles and
 * adjectives of state.
 *
 * @param from first lexeme of the name itself
 * @param to one past its last lexeme
 * @param titled whether a title stood before it
 * @param office the last title in lower case, or null
 * @param state an adjective of state before the name, or null
 */
record PrintedName(int from, int to, boolean titled, String office, String state) {

  /** Reads the run of capitalised words in [from, to). */
  static PrintedName of(Lexemes s, int from, int to) {
    int name = from;
    boolean titled = from > 0 && s.at(from - 1).is("title");
    String office = null;
    String state = null;
    for (int i = from; i < to; i++) {
      String text = s.at(i).text();
      String pair = i + 1 < to ? text + " " + s.at(i + 1).text() : "";
      if (SourceWords.state(pair) != null) {
        state = pair;
      } else if (SourceWords.state(text) != null && state == null) {
        state = text;
      }
      if (s.at(i).is("title")) {
        name = i + 1;
        titled = true;
        office = s.at(i).lower();
      }
    }
    while (name < to && isOpening(s.at(name))) {
      name++;
    }
    return new PrintedName(name, to, titled, office, state);
  }

  int length() {
    return to - from;
  }

  /** Whether it names a body or a place rather than a person. */
  boolean isBody(Lexemes s) {
    for (int i = from; i < to; i++) {
      if (s.at(i).is("organisation") || SourceWords.state(s.at(i).text()) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOpening(Lexeme word) {
    return word.is("opening")
        || word.is("preposition")
        || word.is("determiner")
        || word.is("clause")
        || word.is("time");
  }
}
