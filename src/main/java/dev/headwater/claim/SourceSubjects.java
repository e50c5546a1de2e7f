package dev.headwater.claim;

import dev.headwater.claim.Frame.Range;
import dev.headwater.claim.ReportingVerb.Group;
import java.util.Set;

/** Finds whom a reporting verb belongs to: the subject before it, or the sentence's first noun. */
final class SourceSubjects {
  private static final int LONGEST_RELATIVE = 12;

  private static final Set<String> TIMES = WordTable.words("en/frame.tsv", "time");

  private static final Set<String> TIME_OPENERS =
      Set.of("this", "last", "earlier", "later", "late", "early");

  private SourceSubjects() {}

  /** The first noun phrase of a sentence before an index: past adverbials and opening words. */
  static Range leadingNoun(Lexemes s, int before) {
    int from = 0;
    while (from < before) {
      Lexeme word = s.at(from);
      boolean skipped = word.isQuote() || word.isMark() || word.is("opening");
      if (skipped) {
        from++;
      } else if (!word.isCapital() || !word.isWord()) {
        break;
      } else if (word.is("preposition") || word.is("clause")) {
        int comma = nextMark(s, from, before);
        if (comma < 0) {
          return null;
        }
        // "On July 6, 2015, Okafor": the year has a comma of its own.
        boolean year =
            comma + 2 < before
                && s.at(comma + 1).kind() == Lexeme.Kind.NUMBER
                && s.at(comma + 2).isMark(",");
        from = year ? comma + 3 : comma + 1;
      } else {
        break;
      }
    }
    int to = from;
    while (to < before && to < from + 6 && s.at(to).isWord() && !endsLeading(s, from, to)) {
      to++;
    }
    return to == from ? null : new Range(from, to);
  }

  private static boolean endsLeading(Lexemes s, int from, int to) {
    String lower = s.at(to).lower();
    boolean afterName = to > from && s.at(to - 1).isCapital() && !s.at(to).isCapital();
    boolean speaks = afterName && ReportingVerb.of(lower) != null;
    boolean nameDone = afterName && !s.at(from).is("determiner");
    return nameDone
        || speaks
        || to > from && s.at(from).is("pronoun")
        || SourceWords.is(lower, "finite")
        || SourceWords.is(lower, "clause")
        || SourceWords.is(lower, "preposition");
  }

  private static int nextMark(Lexemes s, int from, int before) {
    for (int i = from; i < before; i++) {
      if (s.at(i).isMark(",")) {
        return i;
      }
    }
    return -1;
  }

  /** The subject of the verb at an index: just before it, past adverbs, appositions and "who". */
  static Range subject(Lexemes s, int verb, ReportingVerb reporting) {
    int end = verb;
    while (end > 0 && (isFiller(s.at(end - 1)) || isContraction(s, end - 1))) {
      end--;
    }
    end = beforeTime(s, end);
    if (end == 0) {
      return null;
    }
    Lexeme last = s.at(end - 1);
    if (last.isMark(",") || last.isDash()) {
      return Appositions.subject(s, end - 1);
    }
    String lower = last.lower();
    boolean said = reporting.group() == Group.SAY && !reporting.bare();
    if (lower.equals("and") && said) {
      return leadingNoun(s, end - 1);
    }
    if (lower.equals("who") || lower.equals("which") || lower.equals("that")) {
      if (reporting.group() == Group.RATE || reporting.group() == Group.WANT) {
        return null;
      }
      int before = end - 1;
      if (before > 0 && (s.at(before - 1).isMark(",") || s.at(before - 1).isDash())) {
        before--;
      }
      int from = NounPhrases.beginOf(s, before);
      return from == before ? null : new Range(from, before);
    }
    int from = NounPhrases.beginOf(s, end);
    Range antecedent = antecedent(s, from);
    if (antecedent != null) {
      return antecedent;
    }
    int whole = relativeBegin(s, from, end);
    return whole >= end ? null : new Range(whole, end);
  }

  /** "A poll earlier this year showed": what stands before the time. */
  private static int beforeTime(Lexemes s, int end) {
    int begin = end - 1;
    if (begin < 2 || !TIMES.contains(s.at(begin).lower())) {
      return end;
    }
    while (begin > 1 && TIME_OPENERS.contains(s.at(begin - 1).lower())) {
      begin--;
    }
    return begin == end - 1 || s.at(begin - 1).is("preposition") ? end : begin;
  }

  /** "The firm that runs the ferries says": the subject begins before its relative clause. */
  private static int relativeBegin(Lexemes s, int from, int end) {
    int verb = from;
    while (verb >= 2 && end - verb < LONGEST_RELATIVE && !isRelative(s.at(verb - 1))) {
      Lexeme word = s.at(verb - 1);
      ReportingVerb other = ReportingVerb.of(word.lower());
      boolean speaks = other != null && other.group() != Group.QUOTE;
      if (!word.isWord() || word.is("clause") || speaks) {
        return from;
      }
      verb--;
    }
    if (verb < 2 || verb >= end - 1 || !isRelative(s.at(verb - 1)) || !isClause(s, verb)) {
      return from;
    }
    int begin = NounPhrases.beginOf(s, verb - 1);
    return begin < verb - 1 && s.at(begin).is("determiner") ? begin : from;
  }

  private static boolean isRelative(Lexeme word) {
    return word.lower().equals("who") || word.lower().equals("that");
  }

  /** Whether a verb stands behind "who" or "that", and no noun that only says what is so. */
  private static boolean isClause(Lexemes s, int verb) {
    Lexeme first = s.at(verb);
    Lexeme noun = s.at(verb - 2);
    String lower = first.lower();
    boolean plain =
        first.isWord() && !first.isCapital() && !first.is("pronoun") && !first.is("determiner");
    boolean finite = first.is("finite") || isThirdPerson(lower) || lower.endsWith("ed");
    boolean factual =
        !noun.isWord() || noun.is("factual") || noun.is("statement") || noun.is("evidence");
    return plain && (finite || s.at(verb - 1).lower().equals("who")) && !factual;
  }

  private static boolean isThirdPerson(String lower) {
    if (!lower.endsWith("s")) {
      return false;
    }
    String noun = lower.substring(0, lower.length() - 1);
    return !SourceWords.is(noun, "title")
        && !SourceWords.is(noun, "person")
        && !SourceWords.is(noun, "organisation")
        && !SourceWords.is(noun, "evidence")
        && !SourceWords.is(noun, "statement");
  }

  /** "A poll that was published in July shows": the noun phrase before the relative clause. */
  private static Range antecedent(Lexemes s, int from) {
    boolean finite = from >= 3 && s.at(from - 1).is("finite");
    String relative = finite ? s.at(from - 2).lower() : "";
    if (!relative.equals("that") && !relative.equals("which") && !relative.equals("who")) {
      return null;
    }
    int begin = NounPhrases.beginOf(s, from - 2);
    boolean clause = begin > 0 && ReportingVerb.of(s.at(begin - 1).lower()) != null;
    return begin >= from - 2 || clause ? null : new Range(begin, from - 2);
  }

  private static boolean isContraction(Lexemes s, int i) {
    return i > 0 && s.at(i).kind() == Lexeme.Kind.POSSESSIVE && s.at(i - 1).is("pronoun");
  }

  private static boolean isFiller(Lexeme word) {
    String lower = word.lower();
    return word.isWord()
        && !word.isCapital()
        && (SourceWords.is(lower, "filler") && !SourceWords.is(lower, "determiner")
            || lower.endsWith("ly") && lower.length() > 4
            || lower.endsWith("n't"));
  }
}
