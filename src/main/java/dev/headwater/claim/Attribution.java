package dev.headwater.claim;

import dev.headwater.model.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * On whose word every stretch of an article stands: attributions inside sentences, speakers of
 * quotations that run over several sentences or paragraphs, and labels and introductions with a
 * colon.
 *
 * <p>Read once per article in order, linear in the text; a lookup looks at the attributions of one
 * sentence. Immutable.
 */
final class Attribution {
  private final Statements statements;

  /** The speaker of each sentence from outside it, null for none. */
  private final Source[] carried;

  /** Sources of whole paragraphs, outermost first, by sentence. */
  private final List<List<Source>> credits;

  private Attribution(Statements statements, Source[] carried, List<List<Source>> credits) {
    this.statements = statements;
    this.carried = carried;
    this.credits = credits;
  }

  /** Reads an article. */
  static Attribution of(List<Lexemes> sentences, List<TextSpan> quotes) {
    Statements statements = Statements.of(sentences);
    Source[] carried = new Source[sentences.size()];
    Introductions.carryLabels(statements, carried);
    QuotedSpeech.carry(statements, quotes, carried);
    Introductions.carryColons(statements, carried);
    Introductions.carryEstimates(statements, carried);
    return new Attribution(statements, carried, Introductions.credits(statements));
  }

  /** The sources of the lexeme at an index of a sentence, outermost first. */
  List<Source> sourcesAt(int sentence, int index) {
    List<Frame> all = statements.frames().get(sentence);
    List<Integer> covering = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).covers(index)) {
        covering.add(i);
      }
    }
    covering.sort((a, b) -> Integer.compare(depth(all, covering, a), depth(all, covering, b)));
    if (isAside(statements.sentences().get(sentence), index)) {
      return List.of();
    }
    List<Source> chain = new ArrayList<>(credits.get(sentence));
    Source outer = carried[sentence];
    boolean outside = covering.stream().anyMatch(i -> !statements.isQuoted(sentence, all.get(i)));
    boolean speech =
        outer != null && (!outside || !statements.sentences().get(sentence).at(index).quoted());
    if (speech) {
      chain.add(outer);
    }
    for (int i : covering) {
      Source source = statements.sources().get(sentence).get(i);
      boolean self =
          !chain.isEmpty() && SourceWords.is(source.name().toLowerCase(Locale.ROOT), "self");
      if (!self && chain.stream().noneMatch(known -> known.name().equals(source.name()))) {
        chain.add(source);
      }
    }
    return List.copyOf(chain);
  }

  /** Whether a lexeme stands in what a share of those asked answered. */
  boolean isAnswer(int sentence, int index) {
    return statements.answers().get(sentence).stream().anyMatch(frame -> frame.covers(index));
  }

  private static int depth(List<Frame> all, List<Integer> covering, int frame) {
    int depth = 0;
    for (int other : covering) {
      boolean mutual = all.get(frame).holds(all.get(other));
      if (all.get(other).holds(all.get(frame)) && !mutual) {
        depth++;
      }
    }
    return depth;
  }

  /** ", a port 40 miles north of the border": geography that the article adds itself. */
  private static boolean isAside(Lexemes s, int index) {
    int unit = index + 1;
    if (unit >= s.size() || s.at(index).quoted() || !s.at(unit).is("distance")) {
      return false;
    }
    boolean bearing = false;
    for (int i = unit + 1; i < Math.min(s.size(), unit + 7); i++) {
      bearing |= s.at(i).is("bearing");
    }
    for (int i = index - 1; bearing && i >= Math.max(0, index - 12); i--) {
      Lexeme word = s.at(i);
      if (word.isMark(",")) {
        return true;
      }
      if (word.is("finite") || ReportingVerb.of(word.lower()) != null) {
        return false;
      }
    }
    return false;
  }
}
