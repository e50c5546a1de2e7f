package dev.headwater.claim;

import dev.headwater.model.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * On whose word every stretch of an article stands: attributions inside sentences, speakers of
 * quotations that run over several sentences or paragraphs, and labels and introductions with a
 * colon.
 *
 * <p>Read once per article in order, linear in the text; a lookup looks at the attributions of one
 * sentence.
 */
final class Attribution {
  private static final int SHORTEST_SPEECH = 5;

  private final List<Lexemes> sentences;
  private final List<List<Frame>> frames = new ArrayList<>();
  private final List<List<Source>> sources = new ArrayList<>();

  /** The speaker of each sentence from outside it, null for none. */
  private final List<Source> carried = new ArrayList<>();

  /** Sources of whole paragraphs, outermost first, by sentence. */
  private final List<List<Source>> credits = new ArrayList<>();

  private Attribution(List<Lexemes> sentences) {
    this.sentences = sentences;
  }

  /** Reads an article. */
  static Attribution of(List<Lexemes> sentences, List<TextSpan> quotes) {
    Attribution attribution = new Attribution(sentences);
    Speakers speakers = new Speakers();
    for (Lexemes s : sentences) {
      speakers.read(s);
      List<Frame> found = FrameFinder.find(s);
      List<Source> named = new ArrayList<>();
      for (Frame frame : found) {
        named.add(source(s, frame, speakers));
      }
      attribution.frames.add(found);
      attribution.sources.add(named);
      attribution.carried.add(null);
      attribution.credits.add(List.of());
    }
    attribution.carryLabels();
    attribution.carryQuotes(quotes);
    attribution.carryIntroductions();
    attribution.carryCredits();
    return attribution;
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
      if (SourceWords.is(s.at(i).lower(), "estimating")) {
        return "estimated";
      }
    }
    return null;
  }

  /** The sources of the lexeme at an index of a sentence, outermost first. */
  List<Source> sourcesAt(int sentence, int index) {
    List<Frame> all = frames.get(sentence);
    List<Integer> covering = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).covers(index)) {
        covering.add(i);
      }
    }
    covering.sort((a, b) -> Integer.compare(depth(all, covering, a), depth(all, covering, b)));
    if (isAside(sentences.get(sentence), index)) {
      return List.of();
    }
    List<Source> chain = new ArrayList<>(credits.get(sentence));
    Source outer = carried.get(sentence);
    boolean outside = covering.stream().anyMatch(i -> !isQuoted(sentence, all.get(i)));
    boolean speech = outer != null && (!outside || !sentences.get(sentence).at(index).quoted());
    if (speech) {
      chain.add(outer);
    }
    for (int i : covering) {
      Source source = sources.get(sentence).get(i);
      if (chain.stream().noneMatch(known -> known.name().equals(source.name()))) {
        chain.add(source);
      }
    }
    return List.copyOf(chain);
  }

  /** ", a port 40 miles north of the border": geography that the article adds itself. */
  private static boolean isAside(Lexemes s, int index) {
    int unit = index + 1;
    if (unit >= s.size()
        || s.at(index).quoted()
        || !SourceWords.is(s.at(unit).lower(), "distance")) {
      return false;
    }
    boolean bearing = false;
    for (int i = unit + 1; i < Math.min(s.size(), unit + 7); i++) {
      bearing |= SourceWords.is(s.at(i).lower(), "bearing");
    }
    for (int i = index - 1; bearing && i >= Math.max(0, index - 12); i--) {
      Lexeme word = s.at(i);
      if (word.isMark(",")) {
        return true;
      }
      if (SourceWords.is(word.lower(), "finite") || ReportingVerb.of(word.lower()) != null) {
        return false;
      }
    }
    return false;
  }

  private boolean isQuoted(int sentence, Frame frame) {
    return sentences.get(sentence).at(frame.cueFrom()).quoted();
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

  /**
   * Gives each quotation the speaker of a sentence it touches, of its paragraph or of the last one.
   */
  private void carryQuotes(List<TextSpan> quotes) {
    Source speaker = null;
    int speakerParagraph = -2;
    int sentence = 0;
    boolean open = false;
    for (TextSpan quote : quotes) {
      while (sentence < sentences.size() && sentences.get(sentence).end() <= quote.begin()) {
        sentence++;
      }
      if (sentence == sentences.size()) {
        return;
      }
      int last = sentence;
      while (last + 1 < sentences.size() && sentences.get(last + 1).begin() < quote.end()) {
        last++;
      }
      int paragraph = sentences.get(sentence).paragraph();
      Source own = speakerOf(quote, sentence, last);
      boolean leads = quote.begin() <= sentences.get(sentence).begin() + 1;
      if (own == null && isSpeech(quote, sentence, last)) {
        boolean same = speakerParagraph == paragraph;
        boolean next = speakerParagraph == paragraph - 1 && leads && (open || isWhole(sentence));
        own = introduction(sentence, leads);
        boolean fragment = !leads && sentence == last;
        if (own == null && !fragment && (same || next)) {
          own = speaker;
        }
        if (own == null && !fragment) {
          own = laterInParagraph(last, paragraph);
        }
      }
      if (own != null) {
        carry(own, quote, sentence, last);
        speaker = own;
        speakerParagraph = sentences.get(last).paragraph();
      } else if (paragraph > speakerParagraph) {
        speakerParagraph = -2;
      }
      open = quote.kind().equals("open");
    }
  }

  private void carry(Source own, TextSpan quote, int first, int last) {
    for (int i = first; i <= last; i++) {
      Lexemes s = sentences.get(i);
      boolean most = quote.end() - Math.max(quote.begin(), s.begin()) > 0;
      if (most && ownSpeaker(i) == null && carried.get(i) == null) {
        carried.set(i, own);
      }
    }
  }

  /** The source of an attribution in a sentence that itself is not inside a quotation. */
  private Source ownSpeaker(int sentence) {
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

  private Source speakerOf(TextSpan quote, int first, int last) {
    for (int i = first; i <= last; i++) {
      List<Frame> all = frames.get(i);
      Lexemes s = sentences.get(i);
      for (int f = 0; f < all.size(); f++) {
        Frame frame = all.get(f);
        int at = s.indexAt(Math.max(quote.begin() + 1, s.begin()));
        if (!isQuoted(i, frame) && at < s.size() && frame.covers(at)) {
          return sources.get(i).get(f);
        }
      }
    }
    return null;
  }

  private boolean isSpeech(TextSpan quote, int first, int last) {
    int words = 0;
    for (int i = first; i <= last && words < SHORTEST_SPEECH; i++) {
      Lexemes s = sentences.get(i);
      int from = s.indexAt(quote.begin());
      int to = Math.min(s.size(), s.indexAt(quote.end()));
      for (int k = from; k < to; k++) {
        words += s.at(k).isMark() || s.at(k).isQuote() ? 0 : 1;
      }
    }
    return words >= SHORTEST_SPEECH;
  }

  private boolean isWhole(int sentence) {
    Lexemes s = sentences.get(sentence);
    return s.size() > 0 && s.at(0).quoted();
  }

  /**
   * The speaker whom the sentence before a quotation introduces with a colon or a verb at its end.
   */
  private Source introduction(int sentence, boolean leads) {
    if (sentence == 0 || !leads) {
      return null;
    }
    Lexemes before = sentences.get(sentence - 1);
    if (before.size() == 0 || !before.at(before.size() - 1).isMark(":")) {
      return null;
    }
    return introducer(sentence - 1);
  }

  private Source introducer(int sentence) {
    List<Source> named = sources.get(sentence);
    if (!named.isEmpty()) {
      return named.get(named.size() - 1);
    }
    Lexemes s = sentences.get(sentence);
    Frame.Range leading = FrameFinder.leadingNoun(s, s.size() - 1);
    if (leading == null || !isName(s, leading)) {
      return null;
    }
    Lexeme colon = s.at(s.size() - 1);
    String name = s.phrase(leading.from(), leading.to());
    return new Source(name, name, ":", colon.begin(), colon.end(), null);
  }

  private static boolean isName(Lexemes s, Frame.Range range) {
    boolean pronoun = SourceWords.is(s.at(range.from()).lower(), "pronoun");
    boolean determined = SourceWords.is(s.at(range.from()).lower(), "article");
    boolean capitals = range.to() - range.from() >= 2 && s.at(range.from() + 1).isCapital();
    return pronoun || determined || capitals || range.from() > 0;
  }

  private Source laterInParagraph(int last, int paragraph) {
    for (int i = last + 1; i < Math.min(sentences.size(), last + 3); i++) {
      if (sentences.get(i).paragraph() != paragraph) {
        return null;
      }
      Source own = ownSpeaker(i);
      boolean quotes = sentences.get(i).words().stream().anyMatch(Lexeme::quoted);
      if (own != null && quotes) {
        return own;
      }
    }
    return null;
  }

  /** "OKAFOR: …" reaches to the end of its paragraph. */
  private void carryLabels() {
    for (int i = 0; i < sentences.size(); i++) {
      Source label = label(i);
      if (label != null) {
        carryParagraph(label, i + 1, sentences.get(i).paragraph());
      }
    }
  }

  /** "He made this statement:" reaches over the paragraph that follows. */
  private void carryIntroductions() {
    int done = -1;
    for (int i = 0; i + 1 < sentences.size(); i++) {
      Lexemes s = sentences.get(i);
      int next = sentences.get(i + 1).paragraph();
      boolean colon = next != done && s.size() > 1 && s.at(s.size() - 1).isMark(":");
      Source own = colon && label(i) == null ? introducer(i) : null;
      if (own != null) {
        carryParagraph(own, i + 1, next);
        done = next;
      }
    }
  }

  private void carryParagraph(Source own, int from, int paragraph) {
    for (int k = from; k < sentences.size(); k++) {
      if (sentences.get(k).paragraph() != paragraph || label(k) != null) {
        return;
      }
      if (carried.get(k) == null && ownSpeaker(k) == null) {
        carried.set(k, own);
      }
    }
  }

  private Source label(int sentence) {
    List<Frame> all = frames.get(sentence);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).place() == Frame.Place.LABEL) {
        return sources.get(sentence).get(i);
      }
    }
    return null;
  }

  /**
   * A dash and "according to" at the end of a paragraph speaks for all of it, a dash and a name at
   * the end of its first sentence for the rest of it.
   */
  private void carryCredits() {
    int first = 0;
    for (int i = 0; i < sentences.size(); i++) {
      boolean ends =
          i + 1 == sentences.size()
              || sentences.get(i + 1).paragraph() != sentences.get(i).paragraph();
      if (ends) {
        carryCredits(first, i);
        first = i + 1;
      }
    }
  }

  private void carryCredits(int first, int last) {
    if (first == last) {
      return;
    }
    List<Source> credit = new ArrayList<>();
    Source closing = dashed(last, Frame.Place.PHRASE);
    Source opening = dashed(first, Frame.Place.AFTER);
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
  private Source dashed(int sentence, Frame.Place place) {
    List<Frame> all = frames.get(sentence);
    Lexemes s = sentences.get(sentence);
    for (int i = 0; i < all.size(); i++) {
      Frame frame = all.get(i);
      int cue = frame.cueFrom();
      boolean dash = s.at(cue).isDash() || cue > 0 && s.at(cue - 1).isDash();
      if (frame.place() == place && dash && cue > 3) {
        return sources.get(sentence).get(i);
      }
    }
    return null;
  }
}
