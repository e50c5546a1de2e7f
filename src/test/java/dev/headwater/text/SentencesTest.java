package dev.headwater.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.TextSpan;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SentencesTest {
  private static List<String> split(String text) {
    CodePoints points = CodePoints.of(text);
    return Sentences.of(text, points).stream()
        .map(span -> points.slice(span.begin(), span.end()))
        .toList();
  }

  @Test
  void keepsAbbreviationsAndInitialsInside() {
    assertThat(split("Gen. A. B. Oduya met Mr. Pell in the U.S. Senate. He left at 5 p.m. sharp."))
        .containsExactly(
            "Gen. A. B. Oduya met Mr. Pell in the U.S. Senate.", "He left at 5 p.m. sharp.");
  }

  @Test
  void endsAfterAbbreviationBeforeSentenceStarter() {
    assertThat(split("Sales fell in the U.S. The company blamed Alder Inc. It sold 4.5 tons."))
        .containsExactly(
            "Sales fell in the U.S.", "The company blamed Alder Inc.", "It sold 4.5 tons.");
  }

  @Test
  void keepsClosingQuoteWithItsSentence() {
    assertThat(split("“We lost 40 boats.” The mayor wept. \"Why?\" she asked. 'No.' Then dark."))
        .containsExactly(
            "“We lost 40 boats.”", "The mayor wept.", "\"Why?\" she asked.", "'No.'", "Then dark.");
  }

  @Test
  void endsHeadlineAtBlankLineAndMenuAtNewline() {
    assertThat(split("Home\nWorld\n\nRiver tops banks\n\nIt rose 3 metres. People fled"))
        .containsExactly("Home", "World", "River tops banks", "It rose 3 metres.", "People fled");
  }

  @Test
  void joinsLinesOfWrappedProse() {
    String wire =
        "The mill at Corran said it shipped\n12,000 tons of flour in the quarter\nand will ship"
            + " more.\n    The board meets on\nMonday.\n Reuter\n";
    assertThat(split(wire))
        .containsExactly(
            "The mill at Corran said it shipped\n12,000 tons of flour in the quarter\nand will ship"
                + " more.",
            "The board meets on\nMonday.",
            "Reuter");
  }

  @Test
  void keepsMarkerOfListWithItsLine() {
    assertThat(split("1. The bridge closed. 2.Trains stop")).hasSize(2);
  }

  @Test
  void splitsSentencesThatScraperGlued() {
    assertThat(split("The dam held.Nobody was hurt. See www.Example.Com or mail a@b.Co now."))
        .containsExactly(
            "The dam held.", "Nobody was hurt.", "See www.Example.Com or mail a@b.Co now.");
  }

  @Test
  void countsCodePointsBeyondTheBasicPlane() {
    String text = "😀 One. \u00A0Two 😀.";
    CodePoints points = CodePoints.of(text);
    assertThat(Sentences.of(text, points))
        .containsExactly(new TextSpan(0, 6, "sentence"), new TextSpan(8, 14, "sentence"));
  }

  @Property(tries = 500)
  void coversAllThatIsNotBlankInOrder(
      @ForAll @StringLength(max = 300) String noise, @ForAll @StringLength(max = 5) String more) {
    String text = noise.replace('a', '.').replace('b', '\n') + ". \"A" + more;
    CodePoints points = CodePoints.of(text);
    int last = 0;
    for (TextSpan span : Sentences.of(text, points)) {
      assertThat(points.slice(last, span.begin()).chars().allMatch(c -> Lines.isBlank((char) c)))
          .isTrue();
      assertThat(span.begin()).isGreaterThanOrEqualTo(last);
      assertThat(span.end()).isGreaterThan(span.begin());
      last = span.end();
    }
    assertThat(points.slice(last, points.length()).chars().allMatch(c -> Lines.isBlank((char) c)))
        .isTrue();
  }
}
