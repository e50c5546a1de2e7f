package dev.headwater.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Sentences;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ContextReaderTest {
  private static final List<String> WORDS =
      List.of(
          "said",
          "told",
          "according",
          "to",
          "“",
          "”",
          "\"",
          "''",
          ",",
          ".",
          ";",
          ":",
          "—",
          "(",
          ")",
          "who",
          "which",
          "that",
          "the",
          "Okafor",
          "Minister",
          "he",
          "she",
          "40",
          "million",
          "while",
          "but",
          "and",
          "data",
          "from",
          "Board's",
          "claim",
          "by",
          "one",
          "estimate",
          "\n",
          "\n\n",
          "in",
          "May",
          "2014",
          "last",
          "year",
          "was",
          "reported",
          "saying",
          "😀",
          "\u00A0",
          "poll",
          "In",
          "According",
          "X",
          "-",
          "U.S.",
          "e\u0301",
          "soft\u00ADhyphen",
          "31",
          "ago");

  private static List<Context> contexts(String text) {
    CodePoints points = CodePoints.of(text);
    List<TextSpan> sentences = Sentences.of(text, points);
    ContextReader reader =
        ContextReader.of(text, points, sentences, Instant.parse("2015-05-14T08:00:00Z"));
    List<Context> contexts = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      TextSpan span = sentences.get(i);
      for (int at = span.begin(); at < span.end(); at += 7) {
        contexts.add(reader.at(i, at, Math.min(span.end(), at + 2)));
      }
    }
    return contexts;
  }

  @Test
  void readsAnyTextWithoutThrowing() {
    Random random = new Random(42);
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(60);
      for (int i = 0; i < length; i++) {
        text.append(WORDS.get(random.nextInt(WORDS.size())));
        text.append(random.nextInt(5) == 0 ? "" : " ");
      }
      for (Context context : contexts(text.toString())) {
        assertThat(context.mentions()).hasSameSizeAs(context.attributedTo());
        assertThat(context.attributedTo()).doesNotContain("");
      }
    }
  }

  @Test
  void readsRandomCharactersWithoutThrowing() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < random.nextInt(80); i++) {
        text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0xD800) : random.nextInt(127));
      }
      assertThat(contexts(text.toString())).doesNotContainNull();
    }
  }

  @Test
  void staysLinearOnTextsWithoutStops() {
    for (String word :
        List.of("said ", "\"a ", "according to ", "40 ", "while , ", "X's claim ", "(")) {
      String text = word.repeat(20_000);
      Assertions.assertTimeout(Duration.ofSeconds(10), () -> contexts(text), word);
    }
  }

  @Test
  void givesTheSameContextWhenAnUnrelatedParagraphIsAdded() {
    String text = "Harbour chief Adaeze Okafor spoke. The storm, she said, may have sunk 40 boats.";
    Context alone = contexts(text).get(10);
    Context after = contexts(text + "\n\nRain fell on Vantry for 9 days.").get(10);
    assertThat(after).isEqualTo(alone);
  }

  @Test
  void pointsAtTheCue() {
    String text = "😀 Okafor said 40 boats sank.";
    CodePoints points = CodePoints.of(text);
    List<TextSpan> sentences = Sentences.of(text, points);
    Context context = ContextReader.of(text, points, sentences, null).at(0, 14, 16);
    assertThat(context.attributionCue()).isEqualTo("said");
    assertThat(points.slice(context.cueBegin(), context.cueEnd())).isEqualTo("said");
  }
}
