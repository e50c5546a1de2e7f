package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TextSpan;
import dev.headwater.text.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an outlet repeats under its articles brings keys only where it is much of an article. */
class RepeatedLinesTest {
  private static final String FOOTER = words("footer", 20);

  @Test
  void bringNoKeysWhereTheyAreLessThanAFifth() {
    assertThat(keys(words("story", 81), "repeated")).isEqualTo(77 + 4);
  }

  @Test
  void bringKeysWhereTheyAreAFifthOrMore() {
    assertThat(keys(words("story", 80), "repeated")).isEqualTo(96);
  }

  @Test
  void whatTheTextItselfShowsToBeANoticeNeverBringsKeys() {
    assertThat(keys(words("story", 30), "notice")).isEqualTo(26 + 4);
  }

  /**
   * Keys of a story with a footer of 20 words; those of n-grams that reach into it are the last 4.
   */
  private static int keys(String story, String kind) {
    String text = story + "\n" + FOOTER;
    Article article =
        TestArticle.of("a", text)
            .boilerplate(List.of(new TextSpan(story.length() + 1, text.length(), kind)))
            .article();
    return Grams.keys(article, Words.of(text), ReuseSettings.DEFAULTS).length;
  }

  private static String words(String stem, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> stem + (char) ('a' + n / 26) + (char) ('a' + n % 26))
        .collect(Collectors.joining(" "));
  }
}
