package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Claim;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ContextWordsTest {
  private static List<String> keys(String sentence) {
    return ContextWords.of(sentence).stream().map(ContextWord::key).toList();
  }

  @Test
  void bringsAPeopleAndItsCountryTogether() {
    assertThat(keys("In Orlandia the Orlandian boats")).containsSequence("orland", "the", "orland");
  }

  @Test
  void keepsGroupedFiguresWhole() {
    assertThat(keys("Of 6,400 crates, 12.5 stayed.")).contains("#6400", "#12.5");
  }

  @Test
  void tellsANameThatOpensTheSentenceByTheCapitalAfterIt() {
    assertThat(ContextWords.of("Kestrel Motors grew.").get(0).kind())
        .isEqualTo(ContextWord.Kind.NAME);
    assertThat(ContextWords.of("Boats left.").get(0).kind()).isEqualTo(ContextWord.Kind.CONTENT);
  }

  @Test
  void readsDigitsOutsideTheBasicPlane() {
    assertThat(ContextWords.of("\uD835\uDFD8\uD835\uDFD9 crates")).isNotEmpty();
  }

  @Property(tries = 500)
  void comparesAnyTwoSentencesWithoutAnError(
      @ForAll String one,
      @ForAll String other,
      @ForAll @IntRange(min = -3, max = 40) int sentenceBegin) {
    Claim a = claim(one, sentenceBegin);
    Claim b = claim(other, 0);
    assertThat(QuantityLinks.compare(a, b)).isEqualTo(QuantityLinks.compare(b, a));
    assertThat(Drift.between(a, b, Pairing.ALONE).kinds()).doesNotHaveDuplicates();
    assertThat(Origin.of(one, other)).isEqualTo(Origin.of(one, other));
    assertThat(QuantityLinks.blockingKeys(a)).hasSizeLessThanOrEqualTo(BlockingKeys.MOST);
  }

  private static Claim claim(String sentence, int begin) {
    return Told.that("[6,400 crates] " + sentence.replace("[", "").replace("]", ""))
        .in("a" + sentence.hashCode(), "s.example")
        .from(begin)
        .counting("crate")
        .value("6400")
        .saidBy(sentence)
        .claim();
  }
}
