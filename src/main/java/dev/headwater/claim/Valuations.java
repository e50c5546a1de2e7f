package dev.headwater.claim;

import dev.headwater.claim.Frame.Place;
import dev.headwater.claim.Frame.Range;
import java.util.List;

/**
 * Finds who puts a value on something: "officials put the toll at 40". Looks at a bounded number of
 * lexemes behind the verb.
 */
final class Valuations {
  private static final int LONGEST_OBJECT = 12;
  private static final int LONGEST_HEDGE = 5;
  private static final ReportingVerb ESTIMATED = ReportingVerb.of("estimated");

  private Valuations() {}

  /** The attribution of the verb at an index, null if it puts no value on anything. */
  static Frame at(Lexemes s, int verb) {
    if (verb == 0 || s.at(verb - 1).is("article") || s.at(verb - 1).lower().equals("to")) {
      return null;
    }
    int at = amountAt(s, verb + 1);
    if (at <= verb + 1) {
      return null;
    }
    Range source = SourceSubjects.subject(s, verb, ESTIMATED);
    if (source == null || !NounPhrases.canSpeak(s, source.from(), source.to())) {
      return null;
    }
    List<Range> content = List.of(new Range(verb + 1, clauseEnd(s, at)));
    return new Frame(source.from(), source.to(), verb, verb + 1, content, ESTIMATED, Place.BEFORE);
  }

  /** The "at" before an amount, -1 if another clause or mark comes first. */
  private static int amountAt(Lexemes s, int from) {
    for (int i = from; i < Math.min(s.size(), from + LONGEST_OBJECT); i++) {
      Lexeme word = s.at(i);
      if (word.isMark() || word.isQuote() || word.is("clause") || isVerb(word)) {
        return -1;
      }
      if (word.lower().equals("at") && isAmount(s, i + 1)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isVerb(Lexeme word) {
    return word.is("finite") && !word.lower().equals("to");
  }

  private static boolean isAmount(Lexemes s, int from) {
    for (int i = from; i < Math.min(s.size(), from + LONGEST_HEDGE); i++) {
      Lexeme word = s.at(i);
      if (word.kind() == Lexeme.Kind.NUMBER || word.is("possessing")) {
        return true;
      }
      boolean sign = word.kind() == Lexeme.Kind.MARK && !word.isMark(",") && !word.isStop();
      if (!sign && !word.is("approximating") && !word.is("article") && !word.is("preposition")) {
        return false;
      }
    }
    return false;
  }

  private static int clauseEnd(Lexemes s, int at) {
    for (int i = at; i + 1 < s.size(); i++) {
      boolean next = s.at(i + 1).is("clause") || s.at(i + 1).lower().equals("and");
      if (s.at(i).isMark(";") || s.at(i).isMark(",") && next) {
        return i;
      }
    }
    return s.size();
  }
}
