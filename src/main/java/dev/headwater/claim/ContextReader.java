package dev.headwater.claim;

import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Quotes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The context of every number of one article: attribution, modality, polarity and time. Prepared
 * once per article in time linear in its text; immutable after that.
 */
public final class ContextReader {
  private final List<Lexemes> sentences;
  private final Attribution attribution;
  private final Instant publishedAt;

  private ContextReader(List<Lexemes> sentences, Attribution attribution, Instant publishedAt) {
    this.sentences = sentences;
    this.attribution = attribution;
    this.publishedAt = publishedAt;
  }

  /**
   * Prepares an article.
   *
   * @param sentences its sentences in order, in code points
   * @param publishedAt its date, null where unknown: relative times then stay unresolved
   */
  public static ContextReader of(
      String text, CodePoints points, List<TextSpan> sentences, Instant publishedAt) {
    List<TextSpan> quotes = Quotes.of(text, points);
    List<Lexemes> read = new ArrayList<>(sentences.size());
    int paragraph = 0;
    int last = 0;
    for (TextSpan span : sentences) {
      boolean newline = points.slice(last, span.begin()).chars().anyMatch(c -> c == '\n');
      paragraph += newline ? 1 : 0;
      String sentence = points.slice(span.begin(), span.end());
      read.add(Lexemes.of(sentence, span.begin(), paragraph, quotes));
      last = span.end();
    }
    List<Lexemes> fixed = List.copyOf(read);
    return new ContextReader(fixed, Attribution.of(fixed, quotes), publishedAt);
  }

  /** The context of the number at [begin, end) in code points, in the sentence with that index. */
  public Context at(int sentence, int begin, int end) {
    Lexemes s = sentences.get(sentence);
    int index = Math.min(s.indexAt(begin), Math.max(0, s.size() - 1));
    List<Source> chain = attribution.sourcesAt(sentence, index);
    List<String> names = chain.stream().map(Source::name).toList();
    List<String> mentions = chain.stream().map(Source::mention).toList();
    Source innermost = chain.isEmpty() ? null : chain.get(chain.size() - 1);
    return new Context(
        names,
        mentions,
        innermost == null ? null : innermost.cue(),
        innermost == null ? null : innermost.cueBegin(),
        innermost == null ? null : innermost.cueEnd(),
        s.at(index).quoted(),
        "asserted",
        List.of(),
        "positive",
        null,
        publishedAt,
        null);
  }
}
