package dev.headwater.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.TextSpan;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class QuotesTest {
  private static List<String> quotes(String text) {
    CodePoints points = CodePoints.of(text);
    return Quotes.of(text, points).stream()
        .map(span -> span.kind() + " " + points.slice(span.begin(), span.end()))
        .toList();
  }

  @Test
  void readsCurlyStraightAndDoubledMarks() {
    assertThat(quotes("“One,” he said. \"Two\" and ''three'' and «four»."))
        .containsExactly("quote “One,”", "quote \"Two\"", "quote ''three''", "quote «four»");
  }

  @Test
  void leavesApostrophesAndInchMarksAlone() {
    assertThat(quotes("The boys' boat isn't 6\" long, it's John's.")).isEmpty();
  }

  @Test
  void closesAtTheEndOfItsParagraph() {
    assertThat(quotes("“The dam is old.\n\n“It leaks,” she said."))
        .containsExactly("open “The dam is old.", "quote “It leaks,”");
  }

  @Test
  void countsCodePoints() {
    String text = "😀 “a”";
    assertThat(Quotes.of(text, CodePoints.of(text))).containsExactly(new TextSpan(2, 5, "quote"));
  }

  @Property(tries = 500)
  void quotesAreInOrderAndDoNotOverlap(@ForAll @StringLength(max = 200) String noise) {
    String text = noise.replace('a', '"').replace('b', '“').replace('c', '\n');
    CodePoints points = CodePoints.of(text);
    int last = 0;
    for (TextSpan quote : Quotes.of(text, points)) {
      assertThat(quote.begin()).isGreaterThanOrEqualTo(last);
      assertThat(quote.end()).isGreaterThan(quote.begin()).isLessThanOrEqualTo(points.length());
      last = quote.end();
    }
  }
}
