package dev.headwater.reuse;

import static dev.headwater.reuse.Articles.HARBOUR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.model.Passage;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PassageTextTest {
  private static final String LEFT =
      "The ferry from Eastmere carried 412 passengers across the bay on Tuesday, and the captain"
          + " said that nobody had asked for the money back.";
  private static final String RIGHT =
      "The ferry from Eastmere carried 421 passengers across the bay on Tuesday, and the pilot"
          + " said that nobody had asked for the money back.";

  @Test
  void setsBothTextsSideBySideWithTheirDifferencesMarked() {
    String shown = PassageText.sideBySide(passage(LEFT, RIGHT), LEFT, RIGHT, 67);
    assertThat(shown.lines())
        .containsExactly(
            "The ferry from Eastmere carried  | The ferry from Eastmere carried",
            "[[412]]                          | [[421]]",
            "passengers across the bay on     | passengers across the bay on",
            "Tuesday, and the                 | Tuesday, and the",
            "[captain]                        | [pilot]",
            "said that nobody had asked for   | said that nobody had asked for",
            "the money back                   | the money back");
  }

  @Test
  void showsChangesInsideTheLine() {
    assertThat(PassageText.inline(passage(LEFT, RIGHT), LEFT, RIGHT))
        .isEqualTo(
            "The ferry from Eastmere carried [412 → 421] passengers across the bay on Tuesday, and"
                + " the [captain → pilot] said that nobody had asked for the money back");
  }

  @Test
  void refusesAWidthThatHoldsNoWords() {
    assertThatThrownBy(() -> PassageText.sideBySide(passage(LEFT, RIGHT), LEFT, RIGHT, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width is 20; give 51 or more");
  }

  @Property(tries = 40)
  void keepsEveryLineWithinItsWidth(@ForAll @IntRange(min = 51, max = 160) int width) {
    String other = "\ud83d\udea2 " + HARBOUR.replace("Captain", "Skipper").replace("37", "38");
    for (Passage passage : List.of(passage(HARBOUR, other))) {
      assertThat(PassageText.sideBySide(passage, HARBOUR, other, width).lines())
          .allMatch(line -> line.codePointCount(0, line.length()) <= width)
          .anyMatch(line -> line.contains("[Skipper]"));
    }
  }

  private static Passage passage(String left, String right) {
    return Aligner.align(
            Articles.index("a", left), Articles.index("b", right), ReuseSettings.DEFAULTS)
        .get(0);
  }
}
