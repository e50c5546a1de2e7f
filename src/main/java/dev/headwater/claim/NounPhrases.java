package dev.headwater.claim;

/**
 * Finds how far the noun phrase reaches that ends or begins at a lexeme, by word classes alone:
 * names, determiners and prepositions are kept, clause words, verbs of the lists and marks stop it.
 * At most {@value #LONGEST} lexemes are looked at.
 */
final class NounPhrases {
  private static final int LONGEST = 16;

  private NounPhrases() {}

  /** First lexeme of the noun phrase that ends before {@code end}; {@code end} if there is none. */
  static int beginOf(Lexemes s, int end) {
    int begin = end;
    int stop = Math.max(0, end - LONGEST);
    for (int i = end - 1; i >= stop; i--) {
      Lexeme word = s.at(i);
      if (word.isMark(")")) {
        int open = openingBracket(s, i, stop);
        if (open < 0) {
          break;
        }
        i = open;
        continue;
      }
      if (stops(s, i, end)) {
        break;
      }
      begin = i;
      if (word.is("pronoun") && word.isWord() || isStart(s, i)) {
        break;
      }
    }
    return skipOpening(s, begin, end);
  }

  /** An article starts its phrase, unless a preposition ties it to a noun before. */
  private static boolean isStart(Lexemes s, int i) {
    return s.at(i).is("article")
        && i > 0
        && !s.at(i - 1).is("preposition")
        && !s.at(i - 1).lower().equals("and");
  }

  /** First lexeme of the name that ends before {@code end}: capitals and what links them. */
  static int nameBegin(Lexemes s, int end) {
    int begin = beginOf(s, end);
    if (begin >= end || !s.at(end - 1).isCapital()) {
      return begin;
    }
    int from = end;
    while (from > begin && (s.at(from - 1).isCapital() || links(s.at(from - 1)))) {
      from--;
    }
    while (from < end && !s.at(from).isCapital()) {
      from++;
    }
    return from;
  }

  private static boolean links(Lexeme word) {
    return word.lower().equals("of")
        || word.lower().equals("the")
        || word.lower().equals("for")
        || word.lower().equals("and");
  }

  private static int openingBracket(Lexemes s, int close, int stop) {
    for (int i = close - 1; i >= stop; i--) {
      if (s.at(i).isMark("(")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean stops(Lexemes s, int i, int end) {
    Lexeme word = s.at(i);
    if (word.isMark() && !isInside(word)) {
      return true;
    }
    if (word.isQuote()) {
      return true;
    }
    if (!word.isWord()) {
      return false;
    }
    String lower = word.lower();
    if (lower.equals("and") || lower.equals("or") || lower.equals("&")) {
      return !joins(s, i, end);
    }
    if (word.isCapital() && i > 0 && !SourceWords.is(lower, "clause")) {
      return false;
    }
    return SourceWords.is(lower, "clause")
        || SourceWords.is(lower, "finite")
        || (!word.isCapital() && isVerb(s, i));
  }

  private static boolean isInside(Lexeme word) {
    return word.isMark("#")
        || word.isMark("@")
        || word.isMark("/")
        || word.isMark("%")
        || word.isMark("$")
        || word.isMark("'")
        || word.isMark("\u2019");
  }

  /** A word of the verb list that is no noun here. */
  private static boolean isVerb(Lexemes s, int i) {
    ReportingVerb verb = ReportingVerb.of(s.at(i).lower());
    if (verb == null) {
      return false;
    }
    String lower = s.at(i).lower();
    return !SourceWords.is(lower, "evidence") && !SourceWords.is(lower, "statement");
  }

  /** Whether "and" joins two nouns of the same kind rather than two clauses. */
  private static boolean joins(Lexemes s, int i, int end) {
    if (i == 0 || i + 1 >= end) {
      return false;
    }
    Lexeme left = s.at(i - 1);
    Lexeme right = s.at(i + 1);
    if (left.isMark(")")) {
      return right.isCapital();
    }
    if (!left.isWord() || !right.isWord() || right.is("pronoun")) {
      return false;
    }
    boolean determined = right.is("determiner") && !left.is("determiner");
    return left.isCapital() == right.isCapital() && !determined;
  }

  private static int skipOpening(Lexemes s, int begin, int end) {
    int from = begin;
    while (from < end && from < s.size()) {
      Lexeme word = s.at(from);
      String lower = word.lower();
      boolean opening =
          word.isMark()
              || word.kind() == Lexeme.Kind.POSSESSIVE
              || SourceWords.is(lower, "opening")
              || SourceWords.is(lower, "filler") && !SourceWords.is(lower, "determiner");
      if (opening) {
        from++;
      } else if (SourceWords.is(lower, "preposition")) {
        from = afterPreposition(s, from, end);
      } else {
        break;
      }
    }
    return from;
  }

  /** "In 2013 the agency", "On Tuesday Okafor": past the adverbial, to what can be a subject. */
  private static int afterPreposition(Lexemes s, int from, int end) {
    for (int i = from + 2; i < end; i++) {
      Lexeme word = s.at(i);
      Lexeme before = s.at(i - 1);
      boolean starts =
          word.is("determiner")
              || word.is("pronoun")
              || word.isCapital() && (!before.isCapital() || before.is("time"));
      if (starts && !before.is("preposition")) {
        return i;
      }
    }
    return from + 1;
  }

  /** One past the noun phrase that begins at a lexeme, as after "according to". */
  static int endOf(Lexemes s, int begin) {
    int stop = Math.min(s.size(), begin + LONGEST);
    int i = begin;
    while (i < stop) {
      Lexeme word = s.at(i);
      if (word.isMark("(")) {
        break;
      }
      if (word.isMark() && !isInside(word) || word.isQuote()) {
        break;
      }
      if (i > begin && word.isWord() && !word.isCapital() && breaksAfter(s, i, begin)) {
        break;
      }
      i++;
    }
    return i;
  }

  private static boolean breaksAfter(Lexemes s, int i, int begin) {
    String lower = s.at(i).lower();
    if (lower.equals("and") || lower.equals("or")) {
      return !joins(s, i, s.size());
    }
    return SourceWords.is(lower, "clause")
        || SourceWords.is(lower, "finite")
        || SourceWords.is(lower, "pronoun")
        || isVerb(s, i)
        || lower.equals("in") && i > begin + 1 && s.at(i - 1).isCapital();
  }

  /** Whether a range can name a source: a name, a pronoun or a noun with a determiner or plural. */
  static boolean canSpeak(Lexemes s, int from, int to) {
    boolean word = false;
    for (int i = from; i < to; i++) {
      Lexeme lexeme = s.at(i);
      if (lexeme.isWord()) {
        boolean time = lexeme.is("time");
        word |= !time && !lexeme.is("preposition");
      }
    }
    return word;
  }
}
