package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

class GramsTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;
  private static final String RUN = "the harbour was closed after the storm on monday";

  @Test
  void ofARunOfNineWordsTheFirstAndTheLastKeyHaveTheSameOnOneSide() {
    assertThat(shared(RUN, (one, other) -> true)).isEqualTo(5);
    assertThat(shared(RUN, PostingKey::isSame)).isEqualTo(2);
    assertThat(shared(RUN, (one, other) -> PostingKey.after(one) == PostingKey.after(other)))
        .isEqualTo(1);
  }

  @Test
  void ofALongRunAllKeysHaveTheSameOnOneSide() {
    String longer = RUN + " and ships had to wait";
    assertThat(shared(longer, (one, other) -> true)).isEqualTo(10);
    assertThat(shared(longer, PostingKey::isSame)).isEqualTo(10);
  }

  @Test
  void ofASetPhraseNoKeyHasTheSameOnOneSide() {
    String phrase = "at the end of the long working day";
    assertThat(shared(phrase, (one, other) -> true)).isEqualTo(4);
    assertThat(shared(phrase, PostingKey::isSame)).isZero();
  }

  /** The end of a text is as good as more words: there can be no longer run. */
  @Test
  void ofTwoTextsThatEndAlikeTheLastKeysHaveTheSameAfterThem() {
    Map<Long, Integer> one = keys("Men said it, fog lay over all of us");
    Map<Long, Integer> other = keys("She knew that fog lay over all of us");
    one.keySet().retainAll(other.keySet());
    assertThat(one).hasSize(2);
    assertThat(
            one.entrySet().stream()
                .filter(e -> PostingKey.isSame(e.getValue(), other.get(e.getKey()))))
        .hasSize(2);
  }

  @Test
  void aKeyThatStandsTwiceIsOneKey() {
    String text = RUN + ". So: " + RUN;
    assertThat(Grams.keys(Articles.of("a", text, List.of()), Words.of(text), SETTINGS))
        .hasSize(5 + 5);
  }

  /** Keys shared by two texts that hold the same run between other words. */
  private static int shared(String run, BiPredicate<Integer, Integer> counts) {
    Map<Long, Integer> one =
        keys(
            "Many people whom we asked yesterday said "
                + run
                + " though nobody else would tell us why");
    Map<Long, Integer> other =
        keys(
            "Our own man reports from there that "
                + run
                + " which had been feared all along by many");
    int shared = 0;
    for (Map.Entry<Long, Integer> key : one.entrySet()) {
      Integer around = other.get(key.getKey());
      shared += around != null && counts.test(key.getValue(), around) ? 1 : 0;
    }
    return shared;
  }

  private static Map<Long, Integer> keys(String text) {
    Map<Long, Integer> keys = new HashMap<>();
    for (long key : Grams.keys(Articles.of("a", text, List.of()), Words.of(text), SETTINGS)) {
      keys.put(PostingKey.hash(key), PostingKey.around(key));
    }
    return keys;
  }
}
