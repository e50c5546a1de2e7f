package dev.headwater.trace;

import dev.headwater.model.Article;
import dev.headwater.model.Column;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Sentences;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What an article tells around its claims: an opening names the country, and later sentences only
 * say "she found" and "the silos". Linear in the opening.
 */
public record Setting(
    @Column(
            value =
                "Comparison keys of the names in the opening, but the outlet's and the agency's",
            required = true)
        List<String> names,
    @Column("Last instant of publication possible: the article's date, else when it was loaded")
        Instant knownBy,
    @Column("Whether headline or opening sentence says that something was printed wrong")
        boolean corrects,
    @Column(
            value = "Comparison keys of names before a word for a poll, in the opening",
            required = true)
        List<String> pollsters) {
  /** Nothing is known of the article. */
  public static final Setting NONE = new Setting(List.of(), null, false, List.of());

  private static final int OPENING = 700;
  private static final int MOST_NAMES = 24;

  /** A page of print holds many stories, and its opening says nothing about most of them. */
  private static final int LONGEST = 15_000;

  /** Reads the setting of an article. */
  public static Setting of(Article article) {
    Instant knownBy = article.publishedAt() == null ? article.ingestedAt() : article.publishedAt();
    if (article.text() == null || article.text().length() > LONGEST) {
      return new Setting(List.of(), knownBy, false, List.of());
    }
    boolean corrects = Corrections.isSaidIn(article.title());
    Set<String> own = new LinkedHashSet<>();
    addWords(article.sourceName(), own);
    addWords(article.agency(), own);
    Set<String> names = new LinkedHashSet<>();
    Set<String> pollsters = new LinkedHashSet<>(PollFigures.pollstersIn(article.title()));
    CodePoints points = CodePoints.of(article.text());
    int read = 0;
    for (TextSpan sentence : Sentences.of(article.text(), points)) {
      if (read < OPENING && !isFurniture(sentence, article.boilerplate())) {
        String words = points.slice(sentence.begin(), sentence.end());
        corrects |= read == 0 && Corrections.isSaidIn(words);
        read += sentence.length();
        addNames(words, names);
        pollsters.addAll(PollFigures.pollstersIn(words));
      }
    }
    names.removeAll(own);
    return new Setting(
        names.stream().limit(MOST_NAMES).toList(),
        knownBy,
        corrects,
        pollsters.stream().limit(MOST_NAMES).toList());
  }

  private static boolean isFurniture(TextSpan sentence, List<TextSpan> boilerplate) {
    return boilerplate.stream()
        .anyMatch(span -> sentence.begin() < span.end() && span.begin() < sentence.end());
  }

  private static void addWords(String text, Set<String> keys) {
    for (ContextWord word : ContextWords.of(text == null ? "" : text)) {
      keys.add(ContextWords.nameKey(word.text().toLowerCase(Locale.ROOT)));
    }
  }

  private static void addNames(String text, Set<String> names) {
    for (ContextWord word : ContextWords.of(text == null ? "" : text)) {
      if (word.kind() == ContextWord.Kind.NAME || isShouted(word.text())) {
        names.add(ContextWords.nameKey(word.text().toLowerCase(Locale.ROOT)));
      }
    }
  }

  /** A place in capitals opens a story; at the head of a sentence only capitals show a name. */
  private static boolean isShouted(String word) {
    return word.length() > 2
        && word.chars().allMatch(Character::isUpperCase)
        && !Vocabulary.STOP.contains(word.toLowerCase(Locale.ROOT));
  }

  /** How many names both articles open with. */
  int sharedNames(Setting other) {
    int shared = 0;
    for (String name : names) {
      shared += other.names.contains(name) ? 1 : 0;
    }
    return shared;
  }
}
