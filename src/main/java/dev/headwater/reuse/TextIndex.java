package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.model.TextSpan;
import dev.headwater.source.OutletNames;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Words;
import java.util.Arrays;
import java.util.List;

/**
 * One article made ready for alignment: its words and which of them are boilerplate; its n-grams,
 * content words and sentences once they are asked for.
 *
 * <p>Built once per article and used for all its pairs, by one thread. Cost: one pass for each
 * part.
 */
public final class TextIndex {
  /** Repeated lines that are less than one in so many of the words bring no keys. */
  private static final int REPEATED_PART = 5;

  private static final int QUOTE_REACH = 400;
  private static final char FIRST_BEHIND_LATIN = '\u0250';

  private final Article article;
  private final Words words;
  private final CodePoints points;
  private final int ngram;
  private final boolean[] boilerplate;
  private final int storyWords;

  private GramTable grams;
  private GramTable shortGrams;
  private Boolean misread;
  private WordShapes shapes;
  private Vocabulary vocabulary;
  private Statements statements;
  private Boolean release;
  private Credits credits;
  private OutletNames outlet;

  private TextIndex(Article article, Words words, int ngram, boolean[] boilerplate) {
    this.article = article;
    this.words = words;
    this.points = CodePoints.of(article.text());
    this.ngram = ngram;
    this.boilerplate = boilerplate;
    int story = 0;
    for (boolean furniture : boilerplate) {
      story += furniture ? 0 : 1;
    }
    this.storyWords = story;
  }

  /** Reads the article's words. */
  public static TextIndex of(Article article, ReuseSettings settings) {
    return of(article, Words.of(article.text()), settings);
  }

  /** Takes words that were read already. */
  public static TextIndex of(Article article, Words words, ReuseSettings settings) {
    return new TextIndex(article, words, settings.ngram(), boilerplate(article, words));
  }

  /** For each word, whether it lies in a boilerplate span. */
  static boolean[] boilerplate(Article article, Words words) {
    return marks(spans(article), words);
  }

  /**
   * For each word, whether it is boilerplate under which the article is to meet no other. What its
   * outlet repeats is part of it only while it is less than a fifth of the article: two that share
   * nothing else then have a Jaccard index below .2, and would be most of all pairs.
   */
  static boolean[] withoutKeys(Article article, Words words) {
    boolean[] all = boilerplate(article, words);
    boolean[] own =
        marks(
            spans(article).stream().filter(span -> !span.kind().equals(TextSpan.REPEATED)).toList(),
            words);
    int repeated = 0;
    for (int w = 0; w < all.length; w++) {
      repeated += all[w] && !own[w] ? 1 : 0;
    }
    return repeated * REPEATED_PART < all.length ? all : own;
  }

  private static List<TextSpan> spans(Article article) {
    return article.boilerplate() == null ? List.of() : article.boilerplate();
  }

  private static boolean[] marks(List<TextSpan> spans, Words words) {
    boolean[] marks = new boolean[words.size()];
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

  /**
   * Orders articles by what they say, the longer one first: by their words, by their texts, then by
   * what of them is boilerplate. Ids, outlets and dates do not count.
   */
  int compareContent(TextIndex other) {
    if (words.size() != other.words.size()) {
      return Integer.compare(other.words.size(), words.size());
    }
    int byText = article.text().compareTo(other.article.text());
    return byText != 0 ? byText : Arrays.compare(boilerplate, other.boilerplate);
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

  /**
   * The article's n-grams, or shorter ones; indexed at the first call.
   *
   * @param length words of an n-gram; there is one other length besides that of the settings
   */
  GramTable grams(int length) {
    if (length == ngram) {
      grams = grams == null ? GramTable.of(words, length) : grams;
      return grams;
    }
    shortGrams = shortGrams == null ? GramTable.of(words, length) : shortGrams;
    return shortGrams;
  }

  /** Whether the article is full of reading errors; looked for at the first call. */
  boolean isMisread() {
    if (misread == null) {
      misread = ReadingErrors.areMany(article.text(), words.size());
    }
    return misread;
  }

  /**
   * Lets the n-grams go: only the left text of a pair needs them, and they are the largest part.
   */
  public void leaveGrams() {
    for (GramTable table : new GramTable[] {shortGrams, grams}) {
      if (table != null) {
        table.giveBack();
      }
    }
    grams = null;
    shortGrams = null;
  }

  /** The letters of the article's words in short; empty at the first call, filled as asked for. */
  WordShapes shapes() {
    if (shapes == null) {
      shapes = new WordShapes(this);
    }
    return shapes;
  }

  /** The article's content words; read at the first call. */
  Vocabulary vocabulary() {
    if (vocabulary == null) {
      vocabulary = Vocabulary.of(this);
    }
    return vocabulary;
  }

  /** Whether the article calls itself a press release; looked for at the first call. */
  boolean isRelease() {
    if (release == null) {
      release = PressReleases.isOne(article.text());
    }
    return release;
  }

  /** What the article credits; looked for at the first call. */
  Credits credits() {
    if (credits == null) {
      credits = Credits.of(article);
    }
    return credits;
  }

  /** The names under which others credit the article's outlet; gathered at the first call. */
  OutletNames outlet() {
    if (outlet == null) {
      outlet = OutletNames.of(article.source(), article.sourceName());
    }
    return outlet;
  }

  /** Whether a word is one or two Latin letters or digits. */
  boolean isSpeck(int word) {
    return words.end(word) - words.begin(word) <= 2
        && article.text().charAt(points.toUnit(words.begin(word))) < FIRST_BEHIND_LATIN;
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

  int letters(int word) {
    return words.end(word) - words.begin(word);
  }

  /** A lower-cased UTF-16 unit of a word, by its index in the word. */
  char letter(int word, int index) {
    return Character.toLowerCase(article.text().charAt(unit(word) + index));
  }

  /** Writes the lower-cased UTF-16 units of a word, as many as it has letters. */
  int letters(int word, char[] into, int from) {
    int unit = unit(word);
    int letters = letters(word);
    for (int k = 0; k < letters; k++) {
      into[from + k] = Character.toLowerCase(article.text().charAt(unit + k));
    }
    return from + letters;
  }

  private int unit(int word) {
    return points.toUnit(words.begin(word));
  }

  /** The words of a half-open range with what stands between them. */
  String slice(int from, int to) {
    return from >= to ? "" : points.slice(words.begin(from), words.end(to - 1));
  }
}
