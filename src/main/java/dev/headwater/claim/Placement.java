package dev.headwater.claim;

import dev.headwater.claim.Frame.Place;
import dev.headwater.claim.Frame.Range;
import dev.headwater.claim.ReportingVerb.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides whether a source with its verb stands before what it reports or behind it, and where that
 * begins and ends. Looks at one sentence, linear in it.
 */
final class Placement {
  private Placement() {}

  private static final int LONGEST_TAIL = 14;

  static Frame placed(Lexemes s, Range source, int verb, ReportingVerb reporting) {
    int after = verb + reporting.length();
    int from = source.from();
    boolean fronted =
        from >= 3
            && (s.at(from - 1).isMark(",") || s.at(from - 1).isQuote() || s.at(from - 1).isDash());
    int tail = tailEnd(s, after);
    boolean speech = fronted && s.at(from - 1).isQuote();
    if (fronted && (tail >= 0 && frontHolds(s, from) || speech && !opensClause(s, after))) {
      List<Range> content = new ArrayList<>();
      content.add(new Range(clauseBegin(s, from), from));
      int more = speech ? nextQuote(s, after) : tail;
      if (more >= 0 && more < s.size()) {
        content.add(new Range(more, s.size()));
      }
      return new Frame(
          from, source.to(), verb, after, List.copyOf(content), reporting, Place.AFTER);
    }
    if (after >= s.size() || s.at(after).isStop()) {
      return null;
    }
    if (reporting.group() == Group.QUOTE && !opensClause(s, after)) {
      return null;
    }
    int begin = Listeners.contentFrom(s, after, reporting);
    List<Range> content = List.of(new Range(begin, s.size()));
    return new Frame(from, source.to(), verb, after, content, reporting, Place.BEFORE);
  }

  private static boolean opensClause(Lexemes s, int at) {
    Lexeme word = s.at(at);
    return word.isQuote() || word.isMark(":") || word.isMark(",") || word.lower().equals("that");
  }

  /** What stands before ", X said" must be more than an adverbial. */
  private static boolean frontHolds(Lexemes s, int from) {
    Lexeme first = s.at(0);
    if (s.at(from - 1).isQuote() || first.isQuote() || from > 12) {
      return true;
    }
    return from >= 4 && !first.is("preposition") && !first.is("time");
  }

  /**
   * One past the words that only say when, where or to whom it was said, -1 if what follows the
   * verb is what was said.
   */
  private static int tailEnd(Lexemes s, int after) {
    if (after >= s.size()
        || s.at(after).isStop()
        || s.at(after).isMark(",")
        || s.at(after).isDash()
        || s.at(after).isMark(";")) {
      return Math.min(after, s.size());
    }
    Lexeme first = s.at(after);
    String lower = first.lower();
    boolean adverbial =
        SourceWords.is(lower, "time")
            || SourceWords.is(lower, "preposition")
            || lower.equals("to")
            || lower.equals("when")
            || lower.equals("as")
            || lower.equals("after")
            || lower.equals("reporters")
            || lower.equals("me")
            || lower.equals("them");
    boolean listener = s.at(after - 1).lower().equals("told");
    if (!adverbial && !listener) {
      return -1;
    }
    for (int i = after; i < Math.min(s.size(), after + LONGEST_TAIL); i++) {
      Lexeme word = s.at(i);
      if (word.isStop() || word.isMark(",") || word.isMark(";") || word.isDash()) {
        return i;
      }
      if (word.lower().equals("that") || word.isQuote() || word.isMark(":")) {
        return -1;
      }
    }
    return after + LONGEST_TAIL >= s.size() ? s.size() : -1;
  }

  /** Start of the part of the sentence that an attribution behind it covers. */
  static int clauseBegin(Lexemes s, int before) {
    for (int i = before - 1; i >= 0; i--) {
      if (s.at(i).isMark(";") && !s.at(i).quoted()) {
        return i + 1;
      }
    }
    return 0;
  }

  static int nextQuote(Lexemes s, int from) {
    for (int i = from; i < s.size(); i++) {
      if (s.at(i).quoted()) {
        return i;
      }
    }
    return -1;
  }

  static boolean endsClause(Lexemes s, int end) {
    if (end >= s.size()) {
      return true;
    }
    Lexeme word = s.at(end);
    return word.isStop()
        || word.isMark(",")
        || word.isDash()
        || word.isMark(";")
        || word.is("preposition")
        || word.is("clause");
  }
}
