package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * The attributions that stand inside each sentence of an article, with their sources named: what
 * the rules that look across sentences start from, and apart from them what a share of those asked
 * answered. Linear in the text.
 */
record Statements(
    List<Lexemes> sentences,
    List<List<Frame>> frames,
    List<List<Source>> sources,
    List<List<Frame>> answers) {

  /** Reads the sentences in order, so that a short name finds the full one before it. */
  static Statements of(List<Lexemes> sentences) {
    List<List<Frame>> frames = new ArrayList<>();
    List<List<Source>> sources = new ArrayList<>();
    List<List<Frame>> answers = new ArrayList<>();
    Speakers speakers = new Speakers();
    for (Lexemes s : sentences) {
      speakers.read(s);
      List<Frame> all = FrameFinder.find(s);
      List<Frame> found = all.stream().filter(frame -> !frame.isAnswer(s)).toList();
      answers.add(all.stream().filter(frame -> frame.isAnswer(s)).toList());
      List<Source> named = new ArrayList<>();
      for (Frame frame : found) {
        named.add(source(s, frame, speakers));
      }
      frames.add(found);
      sources.add(List.copyOf(named));
    }
    return new Statements(
        sentences, List.copyOf(frames), List.copyOf(sources), List.copyOf(answers));
  }

  private static Source source(Lexemes s, Frame frame, Speakers speakers) {
    String name = speakers.name(s, frame.sourceFrom(), frame.sourceTo());
    String mention = mention(s, frame);
    int cueBegin = s.at(frame.cueFrom()).begin();
    int cueEnd = s.at(frame.cueTo() - 1).end();
    String modality = frame.verb() == null ? phraseModality(s, frame) : frame.verb().modality();
    return new Source(
        name, mention, s.phrase(frame.cueFrom(), frame.cueTo()), cueBegin, cueEnd, modality);
  }

  /** The source as printed at the cue: "which" for "the board, which reported". */
  private static String mention(Lexemes s, Frame frame) {
    for (int i = frame.sourceTo(); i < Math.min(frame.cueFrom(), frame.sourceTo() + 2); i++) {
      String lower = s.at(i).lower();
      if (lower.equals("who") || lower.equals("which") || lower.equals("that")) {
        return s.at(i).text();
      }
    }
    return s.phrase(frame.sourceFrom(), frame.sourceTo());
  }

  private static String phraseModality(Lexemes s, Frame frame) {
    for (int i = frame.cueFrom(); i < Math.max(frame.cueTo(), frame.sourceTo()); i++) {
      if (s.at(i).is("estimating")) {
        return "estimated";
      }
    }
    return null;
  }

  boolean isQuoted(int sentence, Frame frame) {
    return sentences.get(sentence).at(frame.cueFrom()).quoted();
  }

  /** The source of an attribution in a sentence that itself is not inside a quotation. */
  Source ownSpeaker(int sentence) {
    List<Frame> all = frames.get(sentence);
    for (int i = 0; i < all.size(); i++) {
      Frame frame = all.get(i);
      boolean speech = frame.verb() != null && frame.verb().group() != ReportingVerb.Group.WANT;
      if (speech && !isQuoted(sentence, frame)) {
        return sources.get(sentence).get(i);
      }
    }
    return null;
  }

  Source label(int sentence) {
    List<Frame> all = frames.get(sentence);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).place() == Frame.Place.LABEL) {
        return sources.get(sentence).get(i);
      }
    }
    return null;
  }
}
