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
      Frame frame = null;
      if (verb != null && (!word.isCapital() || headline)) {
        frame = verbFrame(s, i, verb);
      } else if (word.is("placing") && !word.isCapital()) {
        frame = Valuations.at(s, i);
      }
      if (frame != null) {
        frames.add(frame);
      }
    }
    PhraseFrames.add(s, frames);
    frames.sort((a, b) -> Integer.compare(a.cueFrom(), b.cueFrom()));
    return FrameBounds.bounded(s, frames);
  }

  /** A line in title case: nearly every long word has a capital. */
  static boolean isHeadline(Lexemes s) {
    int longer = 0;
    int capital = 0;
    for (Lexeme word : s.words()) {
      if (word.isWord() && word.text().length() >= 4) {
        longer++;
        capital += word.isCapital() ? 1 : 0;
      }
    }
    return longer >= 3 && capital > 0.8 * longer;
  }

  private static Frame verbFrame(Lexemes s, int i, ReportingVerb verb) {
    if (i > 0 && VerbUse.isNoun(s, i, verb)) {
      return null;
    }
    if (VerbUse.isPassive(s, i, verb)) {
      return passive(s, i, verb);
    }
    if (VerbUse.isReduced(s, i)) {
      return null;
    }
    if (verb.isParticiple() && !VerbUse.isProgressive(s, i)) {
      return participle(s, i, verb);
    }
    Frame inverted = inverted(s, i, verb);
    if (inverted != null) {
      return inverted;
    }
    Range source = SourceSubjects.subject(s, i, verb);
    boolean you = source != null && s.at(source.to() - 1).lower().equals("you");
    if (source == null || you || !NounPhrases.canSpeak(s, source.from(), source.to())) {
      return null;
    }
    if (verb.bare() && !VerbUse.agreesWithBare(s, source, i)) {
      return null;
    }
    Frame counted = counted(s, source, i, verb);
    return counted != null ? counted : Placement.placed(s, source, i, verb);
  }

  /** "The 20 million crowns Calder asked for": who speaks stands right behind what is counted. */
  private static Frame counted(Lexemes s, Range source, int i, ReportingVerb verb) {
    int name = source.to();
    while (name > source.from() && s.at(name - 1).isCapital()) {
      name--;
    }
    if (name == source.from() || name == source.to()) {
      return null;
    }
    String before = s.at(name - 1).lower();
    boolean tied =
        !s.at(name - 1).isWord()
            || SourceWords.is(before, "preposition")
            || SourceWords.is(before, "article")
            || SourceWords.is(before, "title");
    boolean number = false;
    for (int k = source.from(); k < name; k++) {
      number |= s.at(k).kind() == Lexeme.Kind.NUMBER;
      tied |= s.at(k).lower().equals("by");
    }
    if (!number || tied) {
      return null;
    }
    List<Range> content = List.of(new Range(source.from(), name));
    return new Frame(name, source.to(), i, i + verb.length(), content, verb, Place.AFTER);
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
    int clause = Placement.clauseBegin(s, i);
    List<Range> content = List.of(new Range(clause, i));
    return new Frame(i + 2, end, i, i + 2, content, verb, Place.AFTER);
  }

  /** ", adding that …": what follows is said by the sentence's subject. */
  private static Frame participle(Lexemes s, int i, ReportingVerb verb) {
    if (verb.group() != Group.SAY && verb.group() != Group.QUOTE || i + 1 >= s.size()) {
      return null;
    }
    boolean attached =
        i > 0
            && (s.at(i - 1).isMark(",")
                || s.at(i - 1).is("preposition")
                || s.at(i - 1).isQuote()
                || s.at(i - 1).lower().equals("while")
                || s.at(i - 1).lower().equals("and"));
    Range source = SourceSubjects.leadingNoun(s, i);
    if (!attached || source == null || s.at(source.from()).lower().equals("you")) {
      return null;
    }
    List<Range> content = List.of(new Range(i + 1, s.size()));
    return new Frame(source.from(), source.to(), i, i + 1, content, verb, Place.BEFORE);
  }

  /** "…," said X. */
  private static Frame inverted(Lexemes s, int i, ReportingVerb verb) {
    boolean group = verb.group() == Group.SAY || verb.group() == Group.QUOTE;
    boolean listener = verb.lemma().equals("tell");
    if (!group || listener || i < 2 || i + 1 >= s.size()) {
      return null;
    }
    Lexeme before = s.at(i - 1);
    boolean quoteBefore = before.isQuote();
    if (!quoteBefore && !before.isMark(",") && !before.isDash()) {
      return null;
    }
    Lexeme next = s.at(i + 1);
    boolean determined = next.is("determiner");
    boolean named =
        next.isCapital() && !next.is("time") || quoteBefore && next.kind() == Lexeme.Kind.NUMBER;
    boolean pronoun = next.is("pronoun");
    if (!named
        && !determined
        && !pronoun
        && !(quoteBefore
            && next.isWord()
            && !next.is("preposition")
            && !next.lower().equals("that"))) {
      return null;
    }
    int end = NounPhrases.endOf(s, i + 1);
    if (!quoteBefore && (!Placement.endsClause(s, end) || Appositions.closesAt(s, i - 1))) {
      return null;
    }
    List<Range> content = new ArrayList<>();
    content.add(new Range(Placement.clauseBegin(s, i), i));
    int more = Placement.nextQuote(s, end);
    if (more >= 0) {
      content.add(new Range(more, s.size()));
    }
    return new Frame(i + 1, end, i, i + 1, List.copyOf(content), verb, Place.AFTER);
  }
}
