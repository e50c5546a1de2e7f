package dev.headwater.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordGramsTest {
  @Test
  void measuresTheJaccardOfWordGramsWhateverStandsBetweenTheWords() {
    long[] one = WordGrams.of("Four boats left the quay at dawn", 5);
    long[] other = WordGrams.of("four boats -- left the \"quay\", at noon", 5);
    assertThat(one).hasSize(3).isSorted();
    assertThat(WordGrams.jaccard(one, other)).isEqualTo(0.5);
    assertThat(WordGrams.jaccard(one, one)).isEqualTo(1);
  }

  @Test
  void textsOfFewWordsHaveNothingInCommon() {
    assertThat(WordGrams.jaccard(WordGrams.of("Rain", 5), WordGrams.of("Rain", 5))).isZero();
  }
}
