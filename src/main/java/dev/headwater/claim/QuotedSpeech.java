package dev.headwater.claim;

import dev.headwater.model.TextSpan;
import java.util.List;

/**
 * Gives quotations that run over several sentences or paragraphs to their speaker.
 *
 * <p>A quotation belongs to the attribution of a sentence it touches, else to the sentence that
 * introduces it with a colon, else to the speaker of its paragraph, else, when it leads a
 * paragraph, to the speaker of the quotation that fills the paragraph before. Linear in the text.
 */
final class QuotedSpeech {
  private static final int SHORTEST_SPEECH = 5;

  private final Statements statements;
  private final List<Lexemes> sentences;
  private final Source[] carried;

  private QuotedSpeech(Statements statements, Source[] carried) {
    this.statements = statements;
    this.sentences = statements.sentences();
    this.carried = carried;
  }

  /** Writes the speaker of every quoted sentence that does not name its own. */
  static void carry(Statements statements, List<TextSpan> quotes, Source[] carried) {
    new QuotedSpeech(statements, carried).carryAll(quotes);
  }

  /**
   * Gives each quotation the speaker of a sentence it touches, of its paragraph or of the last one.
   */
  private void carryAll(List<TextSpan> quotes) {
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
      boolean goesOn = leads && speakerParagraph == paragraph && isWhole(sentence);
      if (own == null && (goesOn || isSpeech(quote, sentence, last))) {
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
      if (most && statements.ownSpeaker(i) == null && carried[i] == null) {
        carried[i] = own;
      }
    }
  }

  private Source speakerOf(TextSpan quote, int first, int last) {
    for (int i = first; i <= last; i++) {
      List<Frame> all = statements.frames().get(i);
      Lexemes s = sentences.get(i);
      for (int f = 0; f < all.size(); f++) {
        Frame frame = all.get(f);
        int at = s.indexAt(Math.max(quote.begin() + 1, s.begin()));
        if (!statements.isQuoted(i, frame) && at < s.size() && frame.covers(at)) {
          return statements.sources().get(i).get(f);
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
    return Introductions.introducer(statements, sentence - 1);
  }

  private Source laterInParagraph(int last, int paragraph) {
    for (int i = last + 1; i < Math.min(sentences.size(), last + 3); i++) {
      if (sentences.get(i).paragraph() != paragraph) {
        return null;
      }
      Source own = statements.ownSpeaker(i);
      boolean quotes = sentences.get(i).words().stream().anyMatch(Lexeme::quoted);
      if (own != null && quotes) {
        return own;
      }
    }
    return null;
  }
}
