package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Sources that speak for more than their own sentence: a label in capitals and an introduction with
 * a colon for a paragraph, a credit behind a dash for the paragraph it stands in. Linear in the
 * text.
 */
final class Introductions {
  private Introductions() {}

  /** "OKAFOR: …" reaches to the end of its paragraph. */
  static void carryLabels(Statements statements, Source[] carried) {
    for (int i = 0; i < statements.sentences().size(); i++) {
      Source label = statements.label(i);
      if (label != null) {
        carryParagraph(
            statements, carried, label, i + 1, statements.sentences().get(i).paragraph());
      }
    }
  }

  /** "He made this statement:" reaches over the paragraph that follows. */
  static void carryColons(Statements statements, Source[] carried) {
    int done = -1;
    for (int i = 0; i + 1 < statements.sentences().size(); i++) {
      Lexemes s = statements.sentences().get(i);
      int next = statements.sentences().get(i + 1).paragraph();
      boolean colon = next != done && s.size() > 1 && s.at(s.size() - 1).isMark(":");
      Source own = colon && statements.label(i) == null ? introducer(statements, i) : null;
      if (own != null) {
        carryParagraph(statements, carried, own, i + 1, next);
        done = next;
      }
    }
  }

  /**
   * "According to their reports, … . An estimated 300 …": an estimate without an author, right
   * behind a sentence that names one, is that author's.
   */
  static void carryEstimates(Statements statements, Source[] carried) {
    for (int i = 0; i + 1 < statements.sentences().size(); i++) {
      Source own = opening(statements, i);
      int next = i + 1;
      boolean same =
          statements.sentences().get(i).paragraph() == statements.sentences().get(next).paragraph();
      boolean free = carried[next] == null && statements.frames().get(next).isEmpty();
      if (own != null && same && free && isHearsay(statements.sentences().get(next))) {
        carried[next] = own;
      }
    }
  }

  /** The source of "According to X," at the begin of a sentence; null where it has none. */
  private static Source opening(Statements statements, int sentence) {
    List<Frame> all = statements.frames().get(sentence);
    boolean leads =
        !all.isEmpty() && all.get(0).place() == Frame.Place.PHRASE && all.get(0).cueFrom() <= 1;
    return leads ? statements.sources().get(sentence).get(0) : null;
  }

  private static boolean isHearsay(Lexemes s) {
    return s.words().stream().anyMatch(word -> word.is("hearsay"));
  }

  private static void carryParagraph(
      Statements statements, Source[] carried, Source own, int from, int paragraph) {
    for (int k = from; k < statements.sentences().size(); k++) {
      if (statements.sentences().get(k).paragraph() != paragraph || statements.label(k) != null) {
        return;
      }
      if (carried[k] == null && statements.ownSpeaker(k) == null) {
        carried[k] = own;
      }
    }
  }

  /** Who introduces, with a colon, what follows a sentence; null if nobody does. */
  static Source introducer(Statements statements, int sentence) {
    List<Source> named = statements.sources().get(sentence);
    return named.isEmpty() ? null : named.get(named.size() - 1);
  }

  /**
   * A dash and "according to" at the end of a paragraph speaks for all of it, a dash and a name at
   * the end of its first sentence for the rest of it.
   */
  static List<List<Source>> credits(Statements statements) {
    List<Lexemes> sentences = statements.sentences();
    List<List<Source>> credits = new ArrayList<>();
    sentences.forEach(s -> credits.add(List.of()));
    int first = 0;
    for (int i = 0; i < sentences.size(); i++) {
      boolean ends =
          i + 1 == sentences.size()
              || sentences.get(i + 1).paragraph() != sentences.get(i).paragraph();
      if (ends) {
        credit(statements, credits, first, i);
        first = i + 1;
      }
    }
    return List.copyOf(credits);
  }

  private static void credit(
      Statements statements, List<List<Source>> credits, int first, int last) {
    if (first == last) {
      return;
    }
    List<Source> credit = new ArrayList<>();
    Source closing = dashed(statements, last, Frame.Place.PHRASE);
    Source opening = dashed(statements, first, Frame.Place.AFTER);
    if (closing != null) {
      credit.add(closing);
    }
    for (int i = first; i < last; i++) {
      credits.set(i, List.copyOf(credit));
      if (i == first && opening != null) {
        credit.add(opening);
      }
    }
    if (closing == null) {
      credits.set(last, List.copyOf(credit));
    }
  }

  /** The source of an attribution that a dash stands before, null if there is none. */
  private static Source dashed(Statements statements, int sentence, Frame.Place place) {
    List<Frame> all = statements.frames().get(sentence);
    Lexemes s = statements.sentences().get(sentence);
    for (int i = 0; i < all.size(); i++) {
      Frame frame = all.get(i);
      int cue = frame.cueFrom();
      boolean dash = s.at(cue).isDash() || cue > 0 && s.at(cue - 1).isDash();
      if (frame.place() == place && dash && cue > 3) {
        return statements.sources().get(sentence).get(i);
      }
    }
    return null;
  }
}
