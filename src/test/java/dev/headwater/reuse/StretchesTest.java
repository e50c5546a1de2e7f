package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StretchesTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;
  private static final int ARTICLE = 800;
  private static final int PAGE = 5000;

  @Test
  void countsACutCopyToTheWholeStory() {
    Stretches stretches =
        Stretches.of(
            new int[] {0, 10, 2500},
            new int[] {4000, 1500, 3990},
            new double[] {1, 0.9, 0.5},
            ARTICLE,
            SETTINGS);
    assertThat(stretches.begins()).containsExactly(0);
    assertThat(stretches.ends()).containsExactly(4000);
    assertThat(stretches.stretchOf()).containsExactly(0, 0, 0);
  }

  @Test
  void keepsTwoStoriesOfAnArticleApart() {
    Stretches stretches =
        Stretches.of(
            new int[] {2100, 0}, new int[] {4000, 2000}, new double[] {1, 1}, ARTICLE, SETTINGS);
    assertThat(stretches.begins()).containsExactly(0, 2100);
    assertThat(stretches.stretchOf()).containsExactly(1, 0);
  }

  @Test
  void keepsNeighboursOnAPageApartAlthoughOneCopySpansBoth() {
    int[] begins = {0, 2000, 0, 2010};
    int[] ends = {1900, 4000, 4000, 4000};
    Stretches stretches = Stretches.of(begins, ends, new double[4], PAGE, SETTINGS);
    assertThat(stretches.begins()).containsExactly(0, 2000);
    assertThat(stretches.stretchOf()).containsExactly(0, 1, 1, 1);
  }

  @Test
  void keepsASmallSharedPartApartFromTheStoryAroundIt() {
    Stretches stretches =
        Stretches.of(
            new int[] {0, 3700}, new int[] {4000, 4000}, new double[] {1, 0.1}, ARTICLE, SETTINGS);
    assertThat(stretches.begins()).containsExactly(0, 3700);
    assertThat(stretches.stretchOf()).containsExactly(0, 1);
  }

  @Test
  void takesNoIntervalsAtAll() {
    assertThat(Stretches.of(new int[0], new int[0], new double[0], PAGE, SETTINGS).begins())
        .isEmpty();
  }
}
