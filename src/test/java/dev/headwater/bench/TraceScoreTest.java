package dev.headwater.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceScoreTest {
  private static final TraceScore SCORE = TraceScore.of(PlantedCorpus.of(500, 20210405));

  @Test
  void namesThePlantedDrift() {
    assertThat(SCORE.copies()).isGreaterThan(2_000);
    assertThat(SCORE.driftShare()).as("%s", SCORE.mistakes()).isGreaterThanOrEqualTo(.95);
  }

  @Test
  void countsThePlantedRoots() {
    assertThat(SCORE.rootsShare()).as("%s", SCORE.mistakes()).isGreaterThanOrEqualTo(.97);
  }

  @Test
  void joinsNoLookAlike() {
    assertThat(SCORE.lookAlikes()).isEqualTo(7 * 500);
    assertThat(SCORE.joined()).isZero();
    assertThat(SCORE.wrongLinks()).isZero();
  }

  @Test
  void linksWhatIsDisputedAndWhatIsLater() {
    assertThat(SCORE.disputes()).isGreaterThanOrEqualTo(475);
    assertThat(SCORE.snapshots()).isGreaterThanOrEqualTo(475);
  }
}
