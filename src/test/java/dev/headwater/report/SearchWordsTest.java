package dev.headwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SearchWordsTest {
  @Test
  void wordsAreLowerCaseWithoutAccentsAndEachOnce() {
    assertThat(SearchWords.of("The Café, the CAFE; Straße"))
        .containsExactly("the", "cafe", "straße");
  }

  @Test
  void numbersAreFoundWithAndWithoutSeparators() {
    assertThat(SearchWords.of("1,250 silos, 2.4 million, 1250 and 3,50"))
        .containsExactly("1250", "silos", "2.4", "million", "and", "3", "50");
  }

  @Test
  void aWordOfTenMillionLettersIsCut() {
    assertThat(SearchWords.of("x".repeat(10_000_000)))
        .containsExactly("x".repeat(SearchWords.LONGEST));
  }

  @Test
  void aTextHasNoMoreThanSoManyWords() {
    String many = IntStream.range(0, 500).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    assertThat(SearchWords.of(many)).hasSize(SearchWords.MOST).startsWith("w0", "w1");
  }
}
