package dev.headwater.claim;

import dev.headwater.claim.Frame.Place;
import dev.headwater.claim.Frame.Range;
import java.util.List;

/**
 * Attributions without a reporting verb: "according to X", "X's claim that …", a label before a
 * colon, a credit behind a dash. Linear in the sentence.
 */
final class PhraseFrames {
  private static final int LONGEST_LABEL = 5;

  private PhraseFrames() {}

  static void add(Lexemes s, List<Frame> frames) {
    for (int i = 0; i < s.size(); i++) {
      Lexeme word = s.at(i);
      if (word.lower().equals("according") && i + 2 < s.size()) {
        boolean to = s.at(i + 1).lower().equals("to");
        add(frames, accordingTo(s, i, to ? i + 2 : i + 1));
      } else if (word.lower().equals("per") && (i == 0 || s.at(i - 1).isMark(","))) {
        add(frames, accordingTo(s, i, i + 1));
      } else if (i > 0 && word.is("statement")) {
        add(frames, statement(s, i));
        add(frames, statementBy(s, i));
      }
      if (word.is("handed")) {
        add(frames, handedOn(s, i));
      }
      if (i > 0 && (word.is("statement") || word.is("evidence"))) {
        add(frames, byEstimate(s, i));
      }
    }
    if (frames.isEmpty()) {
      add(frames, measured(s));
    }
    if (frames.isEmpty()) {
      add(frames, introduction(s));
    }
    add(frames, label(s));
    add(frames, credit(s));
  }

  private static void add(List<Frame> frames, Frame frame) {
    if (frame != null) {
      frames.add(frame);
    }
  }

  private static Frame accordingTo(Lexemes s, int cue, int source) {
    if (source >= s.size()) {
      return null;
    }
    int end = NounPhrases.endOf(s, source);
    if (end == source) {
      return null;
    }
    boolean leads = leads(s, cue);
    int comma = end;
    while (comma < s.size() && !s.at(comma).isMark(",")) {
      comma++;
    }
    Range content =
        leads && comma < s.size()
            ? new Range(comma + 1, s.size())
            : leads ? new Range(end, s.size()) : new Range(Placement.clauseBegin(s, cue), cue);
    return new Frame(source, end, cue, source, List.of(content), null, Place.PHRASE);
  }

  /** Whether a phrase opens its sentence or clause, so that what it covers comes after it. */
  private static boolean leads(Lexemes s, int cue) {
    int before = cue - 1;
    while (before >= 0 && (s.at(before).isQuote() || s.at(before).is("opening"))) {
      before--;
    }
    boolean that =
        before >= 1 && s.at(before).isMark(",") && s.at(before - 1).lower().equals("that");
    return before < 0 || that || s.at(before).isMark(";") || s.at(before).lower().equals("that");
  }

  /** "X's claim that …", "a report by X that …". */
  private static Frame statement(Lexemes s, int noun) {
    int owner = noun - 1;
    while (owner > 0
        && owner > noun - 4
        && s.at(owner).isWord()
        && !s.at(owner).isCapital()
        && !isOwner(s.at(owner))) {
      owner--;
    }
    boolean possessive = s.at(owner).kind() == Lexeme.Kind.POSSESSIVE;
    boolean pronoun = isOwner(s.at(owner));
    int next = noun + 1;
    if (next >= s.size() || !possessive && !pronoun) {
      return null;
    }
    String follow = s.at(next).lower();
    boolean modal = follow.equals("would") || follow.equals("will") || follow.equals("could");
    boolean under =
        next < s.size() && s.at(next).isMark(",") && owner < 8 && s.at(0).lower().equals("under");
    if (!modal
        && !under
        && !follow.equals("that")
        && !follow.equals("about")
        && !follow.equals("of")
        && !follow.equals("to")
        && !s.at(next).isMark(":")) {
      return null;
    }
    int from = possessive ? NounPhrases.nameBegin(s, owner) : owner;
    int to = possessive ? owner : owner + 1;
    if (from >= to) {
      return null;
    }
    Range content = new Range(next, s.size());
    return new Frame(from, to, noun, noun + 1, List.of(content), null, Place.BEFORE);
  }

  /** "The finding by X that …". */
  private static Frame statementBy(Lexemes s, int noun) {
    boolean by = noun + 2 < s.size() && s.at(noun + 1).lower().equals("by");
    int end = by ? NounPhrases.endOf(s, noun + 2) : noun;
    boolean that = by && end < s.size() && end > noun + 2 && s.at(end).lower().equals("that");
    if (!that) {
      return null;
    }
    Range content = new Range(end, s.size());
    return new Frame(noun + 2, end, noun, noun + 1, List.of(content), null, Place.BEFORE);
  }

  /** "Records obtained by X": X passes on what the records say. */
  private static Frame handedOn(Lexemes s, int word) {
    boolean by = word > 0 && word + 2 < s.size() && s.at(word + 1).lower().equals("by");
    boolean evidence = false;
    for (int i = word - 1; by && i >= Math.max(0, word - 3); i--) {
      evidence |= s.at(i).is("evidence");
    }
    int end = evidence ? NounPhrases.endOf(s, word + 2) : word + 2;
    if (end == word + 2) {
      return null;
    }
    List<Range> content = List.of(new Range(0, word), new Range(end, s.size()));
    return new Frame(word + 2, end, word, word + 2, content, null, Place.ASIDE);
  }

  /** ", by one estimate", "By the port's own account, …". */
  private static Frame byEstimate(Lexemes s, int noun) {
    int by = noun - 1;
    while (by > 0 && by > noun - 6 && !s.at(by).lower().equals("by")) {
      by--;
    }
    boolean found = s.at(by).lower().equals("by") && by + 1 < noun;
    boolean closed = noun + 1 == s.size() || s.at(noun + 1).isMark();
    if (!found || !closed || by > 0 && !s.at(by - 1).isMark(",")) {
      return null;
    }
    Range content =
        by == 0
            ? new Range(Math.min(s.size(), noun + 2), s.size())
            : new Range(Placement.clauseBegin(s, by), by);
    return new Frame(by + 1, noun + 1, by, by + 1, List.of(content), null, Place.PHRASE);
  }

  /** "In the poll, 46 percent …". */
  private static Frame measured(Lexemes s) {
    boolean in = s.size() > 3 && s.at(0).lower().equals("in");
    for (int i = 1; in && i < Math.min(s.size() - 1, 10); i++) {
      boolean evidence = s.at(i).is("measured");
      if (s.at(i).isMark() && !evidence) {
        return null;
      }
      if (evidence && s.at(i + 1).isMark(",")) {
        return new Frame(1, i + 1, 0, 1, List.of(new Range(i + 2, s.size())), null, Place.PHRASE);
      }
    }
    return null;
  }

  private static boolean isOwner(Lexeme word) {
    String lower = word.lower();
    return lower.equals("his")
        || lower.equals("her")
        || lower.equals("their")
        || lower.equals("its");
  }

  /** "Harbour board: 400 jobs at risk", "OKAFOR: We lost 40 boats". */
  private static Frame label(Lexemes s) {
    int from = 0;
    while (from < s.size() && s.at(from).isQuote()) {
      from++;
    }
    int colon = from;
    while (colon < s.size() && colon <= from + LONGEST_LABEL && !s.at(colon).isMark(":")) {
      Lexeme word = s.at(colon);
      if (!word.isWord() && word.kind() != Lexeme.Kind.POSSESSIVE
          || !word.isCapital() && !word.is("preposition")) {
        return null;
      }
      colon++;
    }
    boolean found = colon > from && colon + 1 < s.size() && s.at(colon).isMark(":");
    if (!found || !speaks(s, from, colon)) {
      return null;
    }
    Range content = new Range(colon + 1, s.size());
    return new Frame(from, colon, colon, colon + 1, List.of(content), null, Place.LABEL);
  }

  /** "She made this point:" at the end of a sentence; what is said follows in the next. */
  private static Frame introduction(Lexemes s) {
    int colon = s.size() - 1;
    Range source =
        colon < 2 || !s.at(colon).isMark(":") ? null : SourceSubjects.leadingNoun(s, colon);
    if (source == null) {
      return null;
    }
    boolean pronoun = s.at(source.from()).is("pronoun");
    boolean determined = s.at(source.from()).is("article");
    boolean name = source.to() - source.from() >= 2 && s.at(source.from() + 1).isCapital();
    if (!pronoun && !determined && !name && source.from() == 0) {
      return null;
    }
    return new Frame(source.from(), source.to(), colon, colon + 1, List.of(), null, Place.BEFORE);
  }

  /** A label of capitals speaks; one in mixed case only when it is a name of some length. */
  private static boolean speaks(Lexemes s, int from, int to) {
    boolean upper = true;
    for (int i = from; i < to; i++) {
      upper &= s.at(i).isUpperCase();
      if (s.at(i).is("nolabel")) {
        return false;
      }
    }
    boolean document = s.at(to - 1).is("evidence");
    boolean name = (to - from >= 2 || FrameFinder.isHeadline(s)) && !s.at(from).is("determiner");
    return upper || document || name;
  }

  /** "Port reopens to 40 ships – Harbour Wire." */
  private static Frame credit(Lexemes s) {
    int end = s.size();
    while (end > 0 && s.at(end - 1).isStop()) {
      end--;
    }
    int from = end;
    while (from > 0 && from > end - LONGEST_LABEL && s.at(from - 1).isCapital()) {
      from--;
    }
    boolean credited = from > 3 && from < end && s.at(from - 1).isDash();
    if (!credited || s.at(from - 1).begin() == s.at(from - 2).end()) {
      return null;
    }
    Range content = new Range(0, from - 1);
    return new Frame(from, end, from - 1, from, List.of(content), null, Place.AFTER);
  }
}
