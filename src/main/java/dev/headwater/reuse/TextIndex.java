package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Words;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.List;

/**
 * One article made ready for alignment: its words, its word n-grams sorted by hash, and which words
 * are boilerplate.
 *
 * <p>Built once per article and used for all its pairs. Cost: one sort of the n-grams.
 */
public final class TextIndex {
  private static final int QUOTE_REACH = 400;
  private static final int FILTER_BITS = 16;

  private final Article article;
  private final Words words;
  private final CodePoints points;
  private final long[] grams;
  private final int[] positions;
  private final boolean[] boilerplate;
  private final int storyWords;

  /** One bit for each possible upper part of an n-gram's hash: a first look, without false no. */
  private final long[] present = new long[1 << (FILTER_BITS - 6)];

  private Statements statements;

  private TextIndex(
      Article article, Words words, long[] grams, int[] positions, boolean[] boilerplate) {
    this.article = article;
    this.words = words;
    this.points = CodePoints.of(article.text());
    this.grams = grams;
    this.positions = positions;
    this.boilerplate = boilerplate;
    for (long gram : grams) {
      int bit = (int) (gram >>> (64 - FILTER_BITS));
      present[bit >> 6] |= 1L << bit;
    }
    int story = 0;
    for (boolean furniture : boilerplate) {
      story += furniture ? 0 : 1;
    }
    this.storyWords = story;
  }

  /** Reads the article's words and indexes its n-grams. */
  public static TextIndex of(Article article, ReuseSettings settings) {
    return of(article, Words.of(article.text()), settings);
  }

  /** Indexes words that were read already. */
  public static TextIndex of(Article article, Words words, ReuseSettings settings) {
    long[] grams = Grams.inOrder(words, settings.ngram());
    int[] positions = new int[grams.length];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = i;
    }
    LongArrays.radixSortIndirect(positions, grams, true);
    long[] sorted = new long[grams.length];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = grams[positions[i]];
    }
    return new TextIndex(article, words, sorted, positions, boilerplate(article, words));
  }

  /** For each word, whether it lies in a boilerplate span. */
  static boolean[] boilerplate(Article article, Words words) {
    return marks(article.boilerplate(), words);
  }

  /**
   * For each word, whether its own text shows it to be boilerplate. Lines that are boilerplate only
   * because the outlet repeats them are not: how many articles repeat them is not known before the
   * outlet has printed them, so what two articles share must not hang on it.
   */
  static boolean[] ownBoilerplate(Article article, Words words) {
    List<TextSpan> spans = article.boilerplate() == null ? List.of() : article.boilerplate();
    return marks(
        spans.stream().filter(span -> !span.kind().equals(TextSpan.REPEATED)).toList(), words);
  }

  private static boolean[] marks(List<TextSpan> spans, Words words) {
    boolean[] marks = new boolean[words.size()];
    if (spans == null) {
      return marks;
    }
    for (TextSpan span : spans) {
      for (int w = words.firstAtOrAfter(span.begin());
          w < words.size() && words.begin(w) < span.end();
          w++) {
        marks[w] = true;
      }
    }
    return marks;
  }

  /** The article. */
  public Article article() {
    return article;
  }

  /** The article's words. */
  public Words words() {
    return words;
  }

  /** Words outside boilerplate. */
  public int storyWords() {
    return storyWords;
  }

  /** Words outside boilerplate in a half-open range of words. */
  int storyWords(int from, int to) {
    int story = 0;
    for (int w = from; w < to; w++) {
      story += boilerplate[w] ? 0 : 1;
    }
    return story;
  }

  /** Share of the story's words that a half-open range of words covers, 0..1. */
  double share(int from, int to) {
    return storyWords == 0 ? 0 : (double) storyWords(from, to) / storyWords;
  }

  /** Share of the words of a half-open range that are boilerplate, 0..1. */
  double boilerplateShare(int from, int to) {
    return from >= to ? 0 : 1 - (double) storyWords(from, to) / (to - from);
  }

  /**
   * Share of the words of a half-open range that stand inside double quotation marks, 0..1. Marks
   * up to 400 characters before the range are heeded; a quotation ends with its paragraph.
   */
  double quotedShare(int from, int to) {
    if (from >= to) {
      return 0;
    }
    String text = article.text();
    int unit = Math.max(0, points.toUnit(words.begin(from)) - QUOTE_REACH);
    boolean open = false;
    int quoted = 0;
    int w = from;
    int end = points.toUnit(words.end(to - 1));
    for (; unit < end; unit++) {
      char c = text.charAt(unit);
      if (c == '\u201c' || c == '\u201d' || c == '"') {
        open = c == '\u201c' || c == '"' && !open;
      } else if (c == '\n' && unit > 0 && text.charAt(unit - 1) == '\n') {
        open = false;
      }
      if (w < to && unit == points.toUnit(words.begin(w))) {
        quoted += open ? 1 : 0;
        w++;
      }
    }
    return (double) quoted / (to - from);
  }

  /** The text between a word and the next. */
  String between(int word) {
    return points.slice(words.end(word), words.begin(word + 1));
  }

  /** The article's sentences; read at the first call, the same at every call. */
  Statements statements() {
    Statements read = statements;
    if (read == null) {
      read = Statements.of(this);
      statements = read;
    }
    return read;
  }

  boolean isBoilerplate(int word) {
    return boilerplate[word];
  }

  /** Whether an empty line follows a word. */
  boolean isParagraphEnd(int word) {
    String between = between(word);
    int line = between.indexOf('\n');
    return line >= 0 && between.indexOf('\n', line + 1) >= 0;
  }

  /** Whether a sentence or paragraph ends after a word. */
  boolean isStop(int word) {
    if (word + 1 >= words.size()) {
      return true;
    }
    return isParagraphEnd(word)
        || between(word).chars().anyMatch(c -> c == '.' || c == '!' || c == '?')
            && letters(word) > 2
            && isCapital(word + 1);
  }

  /** Whether a word looks like a name: a capital that no sentence begins with. */
  boolean isName(int word) {
    return word > 0
        && isCapital(word)
        && !HashedWords.STOPS.contains(words.hash(word))
        && between(word - 1).chars().noneMatch(c -> c == '.' || c == '!' || c == '?');
  }

  /** Whether a word begins with a capital letter. */
  boolean isCapital(int word) {
    return Character.isUpperCase(article.text().charAt(points.toUnit(words.begin(word))));
  }

  /** N-gram hashes, ascending; repeated where the text repeats them. */
  long[] grams() {
    return grams;
  }

  /** Whether the text may have an n-gram: never false where it has. */
  boolean mayHave(long gram) {
    int bit = (int) (gram >>> (64 - FILTER_BITS));
    return (present[bit >> 6] & 1L << bit) != 0;
  }

  /** First word of each n-gram of {@link #grams()}; ascending among equal hashes. */
  int[] positions() {
    return positions;
  }

  int letters(int word) {
    return words.end(word) - words.begin(word);
  }

  /** A lower-cased UTF-16 unit of a word, by its index in the word. */
  char letter(int word, int index) {
    return Character.toLowerCase(article.text().charAt(points.toUnit(words.begin(word)) + index));
  }

  /** The words of a half-open range with what stands between them. */
  String slice(int from, int to) {
    return from >= to ? "" : points.slice(words.begin(from), words.end(to - 1));
  }
}
