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
  /** Times looked at on each side of a number. */
  private static final int NEAR = 3;

  private final List<Lexemes> sentences;
  private final Attribution attribution;
  private final List<List<TimeExpressions.Found>> times;

  private ContextReader(
      List<Lexemes> sentences, Attribution attribution, List<List<TimeExpressions.Found>> times) {
    this.sentences = sentences;
    this.attribution = attribution;
    this.times = times;
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
    List<List<TimeExpressions.Found>> times =
        fixed.stream().map(s -> TimeExpressions.find(s, publishedAt)).toList();
    return new ContextReader(fixed, Attribution.of(fixed, quotes), times);
  }

  /** The context of the number at [begin, end) in code points, in the sentence with that index. */
  public Context at(int sentence, int begin, int end) {
    Lexemes s = sentences.get(sentence);
    int index = Math.min(s.indexAt(begin), Math.max(0, s.size() - 1));
    List<Source> chain = attribution.sourcesAt(sentence, index);
    List<String> names = chain.stream().map(Source::name).toList();
    List<String> mentions = chain.stream().map(Source::mention).toList();
    Source innermost = chain.isEmpty() ? null : chain.get(chain.size() - 1);
    int last = Math.max(index + 1, s.indexAt(end - 1) + 1);
    Modality.Reading reading = Modality.read(s, index, last, floor(s, index, innermost), innermost);
    TimeExpressions.Found time = time(sentence, index, last, chain);
    return new Context(
        names,
        mentions,
        innermost == null ? null : innermost.cue(),
        innermost == null ? null : innermost.cueBegin(),
        innermost == null ? null : innermost.cueEnd(),
        s.size() > 0 && s.at(index).quoted(),
        modality(reading, sentence, index),
        reading.hedges(),
        reading.polarity(),
        time == null ? null : s.phrase(time.from(), time.to()),
        time == null ? null : time.begin(),
        time == null ? null : time.end());
  }

  /** What 40 percent say they would do is a plan of theirs, and none of the article's. */
  private String modality(Modality.Reading reading, int sentence, int index) {
    boolean plan = reading.modality().equals("planned") || reading.modality().equals("pledged");
    return plan && attribution.isAnswer(sentence, index) ? "asserted" : reading.modality();
  }

  /** The words that govern a number begin behind the cue that reports it. */
  private static int floor(Lexemes s, int index, Source source) {
    boolean before = source != null && source.cueBegin() >= s.begin();
    return before && source.cueEnd() <= s.at(index).begin() ? s.indexAt(source.cueEnd()) : 0;
  }

  /** The time nearest the number; one that only says when it was reported counts last. */
  private TimeExpressions.Found time(int sentence, int index, int last, List<Source> chain) {
    Lexemes s = sentences.get(sentence);
    List<TimeExpressions.Found> all = times.get(sentence);
    int after = 0;
    int high = all.size();
    while (after < high) {
      int middle = (after + high) >>> 1;
      if (all.get(middle).to() <= index) {
        after = middle + 1;
      } else {
        high = middle;
      }
    }
    TimeExpressions.Found nearest = null;
    int least = Integer.MAX_VALUE;
    for (int i = Math.max(0, after - NEAR); i < Math.min(all.size(), after + NEAR); i++) {
      TimeExpressions.Found found = all.get(i);
      if (found.from() < last && index < found.to()) {
        continue;
      }
      int gap = found.from() >= last ? found.from() - last : index - found.to();
      int distance = saysWhenReported(s, found, chain) ? gap + s.size() : gap;
      if (distance < least) {
        least = distance;
        nearest = found;
      }
    }
    return nearest;
  }

  private static boolean saysWhenReported(
      Lexemes s, TimeExpressions.Found found, List<Source> chain) {
    int begin = s.at(found.from()).begin();
    return chain.stream()
        .anyMatch(source -> begin >= source.cueEnd() && begin - source.cueEnd() <= " on ".length());
  }
}
