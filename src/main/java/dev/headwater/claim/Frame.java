package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * One attribution inside a sentence, in indexes of its lexemes: who (source), by what words (cue)
 * and what (one or two stretches of content). An implied source has an empty range.
 */
record Frame(
    int sourceFrom,
    int sourceTo,
    int cueFrom,
    int cueTo,
    List<Range> content,
    ReportingVerb verb,
    Place place) {

  /** Where the source stands: before what it says, after it, in a phrase, aside, before a colon. */
  enum Place {
    BEFORE,
    AFTER,
    PHRASE,
    ASIDE,
    LABEL
  }

  /** A half-open range of lexemes. */
  record Range(int from, int to) {
    boolean covers(int index) {
      return from <= index && index < to;
    }
  }

  boolean covers(int index) {
    for (Range range : content) {
      if (range.covers(index)) {
        return true;
      }
    }
    return false;
  }

  /** Whether those who answer are a share of those asked, such as "73 percent": no source. */
  boolean isAnswer(Lexemes s) {
    for (int i = sourceFrom; i < sourceTo; i++) {
      boolean evidence = s.at(i).is("evidence");
      boolean sign = s.at(i).isMark("%") || s.at(i).is("share");
      boolean ratio =
          i > sourceFrom
              && i + 1 < sourceTo
              && (s.at(i).lower().equals("of") || s.at(i).lower().equals("in"))
              && isCount(s.at(i - 1))
              && isCount(s.at(i + 1));
      if (evidence) {
        return false;
      }
      if (sign || ratio) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCount(Lexeme word) {
    return word.kind() == Lexeme.Kind.NUMBER || word.is("possessing") || word.lower().equals("one");
  }

  /** Whether another attribution stands inside what this one reports. */
  boolean holds(Frame other) {
    return other != this && covers(other.cueFrom());
  }

  /** The same attribution, with nothing reported from an index on. */
  Frame until(int index) {
    List<Range> cut = new ArrayList<>();
    for (Range range : content) {
      if (range.from() < index) {
        cut.add(new Range(range.from(), Math.min(range.to(), index)));
      }
    }
    return new Frame(sourceFrom, sourceTo, cueFrom, cueTo, List.copyOf(cut), verb, place);
  }
}
