package dev.headwater.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class BoilerplateTest {
  private static final String PROSE =
      "The council of Oxley voted on Monday to rebuild the mill, and the mayor said that 80% of the"
          + " cost would be met by the county over the next three years.";

  @Test
  void marksTheMenuBeforeTheHeadline() {
    String menu = "Skip to content\nNews\nSport Culture Opinion\nWeather\nJobs\nSign in";

    assertThat(marked(menu + "\n\nMill to be rebuilt in three years\n\n" + PROSE))
        .containsExactly("menu:" + menu);
  }

  @Test
  void marksTheRestOfThePageBehindABanner() {
    String tail =
        "Before you skip this banner, a word…\n\nSome 70% of our income came from readers last"
            + " year, and we thank every one of them.\n\nComments\n\nMost popular";

    assertThat(marked(PROSE + "\n\n" + PROSE + "\n\n" + PROSE + "\n\n" + tail))
        .containsExactly("notice:" + tail);
  }

  @Test
  void leavesTheStoryBehindALinkInItsMiddle() {
    assertThat(marked(PROSE + "\n\nRelated stories\n\n" + PROSE + "\n\n" + PROSE))
        .containsExactly("notice:Related stories");
  }

  @Test
  void leavesOrdinaryProseAlone() {
    String text =
        "Mill to be rebuilt\n\nComments on the plan were mixed.\n\n"
            + PROSE
            + "\n\nMore news came from the county: it will pay.\n\n"
            + "Share prices fell by 3% as the mill closed for the year on Friday evening.\n\n"
            + "1. Oxley 31\n2. Vale 28\n3. Birk 27\n4. Rud 11\n5. Moss 9\n\n"
            + PROSE;

    assertThat(marked(text)).isEmpty();
  }

  @Test
  void leavesPrintColumnsAlone() {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      page.append(
          i % 9 == 0 ? "MILL BURNS\nComments\nSubscribe\n" : "the old mill at Ox\nley was\n");
    }

    assertThat(marked(page.toString())).isEmpty();
  }

  @Test
  void marksLinesThatRecurThroughAnOutlet() {
    String slogan = "Vale Post \uD83D\uDE80 the paper that \u201Creads\u201D you";
    Set<Long> recurring = new HashSet<>();
    for (long hash : Boilerplate.lineHashes(slogan + "\nAnother story altogether here")) {
      recurring.add(hash);
    }
    for (long hash : Boilerplate.lineHashes("Another story altogether here")) {
      recurring.remove(hash);
    }
    String text = "\uD83D\uDE80\n" + slogan + "\n\n" + PROSE;

    List<TextSpan> spans = Boilerplate.repeated(text, recurring::contains);

    assertThat(spans)
        .containsExactly(
            new TextSpan(2, 2 + slogan.codePointCount(0, slogan.length()), "repeated"));
  }

  @Test
  void hashesABoundedNumberOfLines() {
    String lines =
        IntStream.range(0, 500).mapToObj(n -> n + " " + PROSE).collect(Collectors.joining("\n"));

    assertThat(Boilerplate.lineHashes(lines)).hasSize(40);
  }

  @Test
  void countsALineOfATextOnceWhateverItsSpaces() {
    String line = "Read more in the Vale Post every morning";

    assertThat(Boilerplate.lineHashes(line + "\n" + line.replace(" ", " \t ") + "\n" + PROSE))
        .containsExactly(
            Boilerplate.lineHashes(line.toUpperCase(Locale.ROOT))[0],
            Boilerplate.lineHashes(PROSE)[0]);
  }

  @Property(tries = 300)
  void spansAreInOrderAndApart(@ForAll List<String> lines) {
    int end = 0;
    for (TextSpan span : Boilerplate.within(String.join("\n", lines))) {
      assertThat(span.begin()).isGreaterThanOrEqualTo(end);
      assertThat(span.end()).isGreaterThan(span.begin());
      end = span.end();
    }
  }

  private static List<String> marked(String text) {
    CodePoints points = CodePoints.of(text);
    return Boilerplate.within(text).stream()
        .map(span -> span.kind() + ":" + points.slice(span.begin(), span.end()))
        .toList();
  }
}
