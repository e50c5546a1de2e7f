package dev.headwater.claim;

import dev.headwater.claim.Frame.Place;
import dev.headwater.claim.Frame.Range;
import dev.headwater.claim.ReportingVerb.Group;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the attributions of a sentence: a source, a reporting verb and what it governs.
 *
 * <p>Rules over the verb list, after the lexical patterns of Krestel, Bergler and Witte (LREC
 * 2008): source before the verb, source after it, source behind the content, passive with "by".
 * Phrases and labels are in {@link PhraseFrames}. Every verb looks at a bounded number of lexemes,
 * so the cost is linear in the sentence.
 */
final class FrameFinder {
  private static final int LONGEST_TAIL = 14;

  /** More words than any sentence has: a table or a text without stops, which nobody said. */
  private static final int LONGEST_SENTENCE = 1000;

  private FrameFinder() {}

  /** All attributions of a sentence, in order of their cues; content cut where the next begins. */
  static List<Frame> find(Lexemes s) {
    if (s.size() > LONGEST_SENTENCE) {
      return List.of();
    }
    List<Frame> frames = new ArrayList<>();
    boolean headline = isHeadline(s);
    for (int i = 0; i < s.size(); i++) {
      Lexeme word = s.at(i);
      if (!word.isWord()) {
        continue;
      }
      ReportingVerb verb = ReportingVerb.at(s, i);
      if (verb != null && (!word.isCapital() || headline)) {
        Frame frame = verbFrame(s, i, verb);
        if (frame != null) {
          frames.add(frame);
        }
      }
    }
    PhraseFrames.add(s, frames);
    frames.sort((a, b) -> Integer.compare(a.cueFrom(), b.cueFrom()));
    return bounded(s, frames);
  }

  /** A line in title case: nearly every long word has a capital. */
  static boolean isHeadline(Lexemes s) {
    int long4 = 0;
    int capital = 0;
    for (Lexeme word : s.words()) {
      if (word.isWord() && word.text().length() > 4) {
        long4++;
        capital += word.isCapital() ? 1 : 0;
      }
    }
    return long4 >= 3 && capital >= 0.8 * long4;
  }

  private static Frame verbFrame(Lexemes s, int i, ReportingVerb verb) {
    if (i > 0 && isNoun(s, i, verb)) {
      return null;
    }
    if (isPassive(s, i, verb)) {
      return passive(s, i, verb);
    }
    if (verb.isParticiple() && !isProgressive(s, i)) {
      return participle(s, i, verb);
    }
    Frame inverted = inverted(s, i, verb);
    if (inverted != null) {
      return inverted;
    }
    Range source = subject(s, i, verb);
    boolean you = source != null && s.at(source.to() - 1).lower().equals("you");
    if (source == null || you || !NounPhrases.canSpeak(s, source.from(), source.to())) {
      return null;
    }
    if (verb.bare() && !agreesWithBare(s, source, i)) {
      return null;
    }
    return placed(s, source, i, verb);
  }

  private static boolean isNoun(Lexemes s, int i, ReportingVerb verb) {
    Lexeme before = s.at(i - 1);
    if (before.kind() == Lexeme.Kind.POSSESSIVE || before.lower().equals("to")) {
      return true;
    }
    if (SourceWords.is(before.lower(), "article")) {
      return true;
    }
    boolean nounLike = verb.bare() || verb.form().equals(verb.lemma() + "s");
    return nounLike
        && (SourceWords.is(before.lower(), "determiner")
            || SourceWords.is(before.lower(), "preposition")
            || before.kind() == Lexeme.Kind.NUMBER);
  }

  private static boolean agreesWithBare(Lexemes s, Range source, int i) {
    for (int k = source.to(); k < i; k++) {
      if (SourceWords.is(s.at(k).lower(), "finite")) {
        return true;
      }
    }
    for (int k = source.from(); k < source.to(); k++) {
      String lower = s.at(k).lower();
      boolean plural = lower.endsWith("s") && !lower.endsWith("ss") || lower.equals("people");
      if (plural
          || lower.equals("and")
          || lower.equals("they")
          || lower.equals("we")
          || lower.equals("i")
          || lower.equals("you")
          || lower.equals("police")
          || lower.equals("data")
          || lower.equals("many")
          || lower.equals("some")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPassive(Lexemes s, int i, ReportingVerb verb) {
    if (!verb.form().endsWith("d") && !verb.form().endsWith("n") && !verb.form().endsWith("t")) {
      return false;
    }
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      String lower = s.at(k).lower();
      switch (lower) {
        case "is", "are", "was", "were", "be", "been", "being", "'s", "get", "got", "as":
          return true;
        case "not", "also", "widely", "reportedly", "now", "still", "officially", "then":
          break;
        default:
          return i + 1 < s.size()
              && s.at(i + 1).lower().equals("by")
              && k == i - 1
              && !SourceWords.is(lower, "pronoun");
      }
    }
    return false;
  }

  private static Frame passive(Lexemes s, int i, ReportingVerb verb) {
    if (i + 2 >= s.size() || !s.at(i + 1).lower().equals("by")) {
      return null;
    }
    int end = NounPhrases.endOf(s, i + 2);
    boolean empty = end == i + 2;
    if (empty || verb.group() == Group.RATE || verb.group() == Group.WANT) {
      return null;
    }
    int clause = clauseBegin(s, i);
    List<Range> content = List.of(new Range(clause, i));
    return new Frame(i + 2, end, i, i + 2, content, verb, Place.AFTER);
  }

  private static boolean isProgressive(Lexemes s, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      switch (s.at(k).lower()) {
        case "is", "are", "was", "were", "been", "'s", "am":
          return true;
        case "not", "also", "now", "still", "then":
          break;
        default:
          return false;
      }
    }
    return false;
  }

  /** ", adding that …": what follows is said by the sentence's subject. */
  private static Frame participle(Lexemes s, int i, ReportingVerb verb) {
    if (verb.group() != Group.SAY && verb.group() != Group.QUOTE || i + 1 >= s.size()) {
      return null;
    }
    boolean attached =
        i > 0
            && (s.at(i - 1).isMark(",")
                || SourceWords.is(s.at(i - 1).lower(), "preposition")
                || s.at(i - 1).isQuote()
                || s.at(i - 1).lower().equals("while")
                || s.at(i - 1).lower().equals("and"));
    Range source = leadingNoun(s, i);
    if (!attached || source == null || s.at(source.from()).lower().equals("you")) {
      return null;
    }
    List<Range> content = List.of(new Range(i + 1, s.size()));
    return new Frame(source.from(), source.to(), i, i + 1, content, verb, Place.BEFORE);
  }

  /** The first noun phrase of a sentence before an index: past adverbials and opening words. */
  static Range leadingNoun(Lexemes s, int before) {
    int from = 0;
    while (from < before) {
      Lexeme word = s.at(from);
      boolean skipped = word.isQuote() || word.isMark() || SourceWords.is(word.lower(), "opening");
      if (skipped) {
        from++;
      } else if (!word.isCapital() || !word.isWord()) {
        break;
      } else if (SourceWords.is(word.lower(), "preposition")
          || SourceWords.is(word.lower(), "clause")) {
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
    boolean nameDone = afterName && !SourceWords.is(s.at(from).lower(), "determiner");
    return nameDone
        || to > from && SourceWords.is(s.at(from).lower(), "pronoun")
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

  /** "…," said X. */
  private static Frame inverted(Lexemes s, int i, ReportingVerb verb) {
    boolean group = verb.group() == Group.SAY || verb.group() == Group.QUOTE;
    if (!group || i < 2 || i + 1 >= s.size()) {
      return null;
    }
    Lexeme before = s.at(i - 1);
    boolean quoteBefore = before.isQuote();
    if (!quoteBefore && !before.isMark(",") && !before.isDash()) {
      return null;
    }
    Lexeme next = s.at(i + 1);
    boolean determined = SourceWords.is(next.lower(), "determiner");
    boolean named =
        next.isCapital() && !SourceWords.is(next.lower(), "time")
            || quoteBefore && next.kind() == Lexeme.Kind.NUMBER;
    boolean pronoun = SourceWords.is(next.lower(), "pronoun");
    if (!named
        && !determined
        && !pronoun
        && !(quoteBefore
            && next.isWord()
            && !SourceWords.is(next.lower(), "preposition")
            && !next.lower().equals("that"))) {
      return null;
    }
    int end = NounPhrases.endOf(s, i + 1);
    if (!quoteBefore && (!endsClause(s, end) || Appositions.closesAt(s, i - 1))) {
      return null;
    }
    List<Range> content = new ArrayList<>();
    content.add(new Range(clauseBegin(s, i), i));
    int more = nextQuote(s, end);
    if (more >= 0) {
      content.add(new Range(more, s.size()));
    }
    return new Frame(i + 1, end, i, i + 1, List.copyOf(content), verb, Place.AFTER);
  }

  private static boolean endsClause(Lexemes s, int end) {
    if (end >= s.size()) {
      return true;
    }
    Lexeme word = s.at(end);
    return word.isStop()
        || word.isMark(",")
        || word.isDash()
        || word.isMark(";")
        || SourceWords.is(word.lower(), "preposition")
        || SourceWords.is(word.lower(), "clause");
  }

  private static int nextQuote(Lexemes s, int from) {
    for (int i = from; i < s.size(); i++) {
      if (s.at(i).quoted()) {
        return i;
      }
    }
    return -1;
  }

  /** The subject of the verb at an index: just before it, past adverbs, appositions and "who". */
  private static Range subject(Lexemes s, int verb, ReportingVerb reporting) {
    int end = verb;
    while (end > 0 && isFiller(s.at(end - 1))) {
      end--;
    }
    if (end == 0) {
      return null;
    }
    Lexeme last = s.at(end - 1);
    if (last.isMark(",") || last.isDash()) {
      return Appositions.subject(s, end - 1);
    }
    String lower = last.lower();
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
    return from >= end ? null : new Range(from, end);
  }

  private static boolean isFiller(Lexeme word) {
    String lower = word.lower();
    return word.isWord()
        && !word.isCapital()
        && (SourceWords.is(lower, "filler") && !SourceWords.is(lower, "determiner")
            || lower.endsWith("ly") && lower.length() > 4
            || lower.endsWith("n't"));
  }

  private static Frame placed(Lexemes s, Range source, int verb, ReportingVerb reporting) {
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
    List<Range> content = List.of(new Range(after, s.size()));
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
    return from >= 4
        && !SourceWords.is(first.lower(), "preposition")
        && !SourceWords.is(first.lower(), "time");
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

  /** Content ends at a semicolon, and where a later attribution on the same level begins. */
  private static List<Frame> bounded(Lexemes s, List<Frame> frames) {
    List<Frame> bounded = new ArrayList<>();
    for (Frame frame : frames) {
      Frame cut = frame;
      if (frame.place() == Place.BEFORE) {
        int end = s.size();
        for (int i = frame.cueTo(); i < s.size(); i++) {
          if (s.at(i).isMark(";") && !s.at(i).quoted() && hasLater(frames, i)) {
            end = i;
            break;
          }
        }
        for (Frame other : frames) {
          boolean later = other.cueFrom() > frame.cueFrom();
          if (later && endsContent(s, frame, other)) {
            end = Math.min(end, Math.min(other.sourceFrom(), other.cueFrom()));
          }
        }
        cut = frame.until(Math.min(end, subordinateEnd(s, frame)));
      }
      bounded.add(cut);
    }
    return List.copyOf(bounded);
  }

  private static boolean hasLater(List<Frame> frames, int index) {
    return frames.get(frames.size() - 1).cueFrom() > index;
  }

  /** "While X denies it, …": the comma after a leading clause ends what is said in it. */
  private static int subordinateEnd(Lexemes s, Frame frame) {
    int first = 0;
    while (first < s.size()
        && (s.at(first).isQuote()
            || s.at(first).lower().equals("and")
            || s.at(first).lower().equals("but"))) {
      first++;
    }
    boolean leading =
        first < frame.sourceFrom() && SourceWords.is(s.at(first).lower(), "subordinator");
    if (!leading) {
      return s.size();
    }
    for (int i = first; i < s.size(); i++) {
      boolean comma = s.at(i).isMark(",") && !s.at(i).quoted();
      if (comma) {
        return i < frame.cueFrom() ? s.size() : i;
      }
    }
    return s.size();
  }

  private static boolean endsContent(Lexemes s, Frame frame, Frame other) {
    int from = Math.min(other.sourceFrom(), other.cueFrom());
    if (from <= frame.cueTo() || s.at(from).quoted() && !s.at(frame.cueFrom()).quoted()) {
      return false;
    }
    if (other.place() == Place.AFTER || other.place() == Place.PHRASE) {
      return true;
    }
    String before = s.at(from - 1).lower();
    return (before.equals("and") || before.equals("but") || before.equals("while"))
        && from >= 2
        && s.at(from - 2).isMark(",");
  }
}
