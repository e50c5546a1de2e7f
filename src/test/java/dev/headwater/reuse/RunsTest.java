package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunsTest {
  private static final int NGRAM = 5;

  /** Nine words of a line and two, on the other side three, that stand in no other line. */
  private static final int LINE = 9;

  @Test
  void aLineGivesARunForEachTwoPlacesUpToSixteen() {
    Runs runs = runs(4, 4);
    assertThat(lines(runs)).hasSize(16).doesNotHaveDuplicates().contains(List.of(0, 0, LINE));
  }

  /** Else two pages that say one line over and over would be a seed for each two places. */
  @Test
  void aLineWithMorePlacesGivesNone() {
    assertThat(runs(5, 4).size()).isZero();
    assertThat(runs(400, 400).size()).isZero();
  }

  @Test
  void theRunsOfTheOtherSideAreTheSame() {
    for (int places = 1; places <= 4; places++) {
      Runs one = runs(places, 4);
      Runs other = Runs.of(right(4), left(places), NGRAM);
      assertThat(lines(other)).hasSize(4 * places).isEqualTo(lines(one.mirrored()));
      assertThat(lines(other.mirrored())).isEqualTo(lines(one));
    }
  }

  private static Runs runs(int left, int right) {
    return Runs.of(left(left), right(right), NGRAM);
  }

  private static TextIndex left(int lines) {
    return text("a", lines, "x%d y%d ");
  }

  private static TextIndex right(int lines) {
    return text("b", lines, "u%d v%d w%d ");
  }

  private static TextIndex text(String id, int lines, String between) {
    StringBuilder text = new StringBuilder();
    for (int line = 0; line < lines; line++) {
      Object[] number = new Object[3];
      Arrays.fill(number, line);
      text.append("the quick brown fox jumps over the lazy dog ").append(between.formatted(number));
    }
    return Articles.index(id, text.toString());
  }

  private static List<List<Integer>> lines(Runs runs) {
    return IntStream.range(0, runs.size())
        .mapToObj(k -> List.of(runs.left(k), runs.right(k), runs.length(k)))
        .toList();
  }
}
