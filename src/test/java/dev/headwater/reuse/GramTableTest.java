package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.text.Words;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GramTableTest {
  private static final int NGRAM = 3;

  /**
   * Sizes rise and fall, so that a table given back is used again whole, in part and not at all.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aTableGivenBackKeepsNothingOfTheLastText(long seed) {
    Random random = new Random(seed);
    for (int words : new int[] {4_000, 5, 900, 0, 40, 4_100, 2, 700, 60_000, 30}) {
      Words text = Words.of(words(random, words));
      GramTable table = GramTable.of(text, NGRAM);
      Map<Long, Integer> lasts = new HashMap<>();
      Map<Integer, Integer> before = new HashMap<>();
      Grams.Rolling rolling = new Grams.Rolling(NGRAM);
      for (int w = 0; w < text.size(); w++) {
        long gram = rolling.next(text, w);
        if (w >= NGRAM - 1) {
          Integer last = lasts.put(gram, w - NGRAM + 1);
          before.put(w - NGRAM + 1, last == null ? -1 : last);
        }
      }
      lasts.forEach((gram, last) -> assertThat(table.last(gram)).isEqualTo(last));
      before.forEach((place, last) -> assertThat(table.before(place)).isEqualTo(last));
      for (int k = 0; k < 1_000; k++) {
        long gram = Grams.mix(random.nextLong());
        assertThat(table.last(gram)).isEqualTo(lasts.getOrDefault(gram, -1));
      }
      table.giveBack();
    }
  }

  /** Few words, so that n-grams come again within a text and from text to text. */
  private static String words(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(w -> "w" + random.nextInt(12))
        .collect(Collectors.joining(" "));
  }
}
