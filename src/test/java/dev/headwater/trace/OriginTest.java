package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OriginTest {
  private static final String SENTENCE =
      "Reporters were told by Veldan Health Minister Lena Mora that 12 wells were closed.";

  private static Origin origin(String phrase) {
    return Origin.of(phrase, null);
  }

  @Test
  void dropsTitlesFromNames() {
    assertThat(origin("Veldan Health Minister Lena Mora").name()).isEqualTo("Lena Mora");
    assertThat(origin("Veldan Health Minister Lena Mora").isSameAs(origin("Mora"))).isTrue();
    assertThat(origin("Otto Brand").isSameAs(origin("Lena Mora"))).isFalse();
  }

  @Test
  void joinsTwoSpellingsOfOneName() {
    assertThat(origin("Ivan Petrovski").isSameAs(origin("Ivan Petrovskiy"))).isTrue();
  }

  @Test
  void readsTheOfficeFromTheSentence() {
    Origin mora = Origin.of("Lena Mora", SENTENCE);
    assertThat(mora.office()).containsExactly("veldan", "health", "minister");
    assertThat(origin("Velda’s data").isSameAs(mora)).isTrue();
    assertThat(origin("Velda's data").isWordedLike(mora)).isFalse();
    assertThat(origin("Orland").isSameAs(mora)).isFalse();
  }

  @Test
  void takesAnOfficialForNobody() {
    assertThat(origin("a senior Veldan official").isNamed()).isFalse();
    assertThat(origin("officials").isSameAs(origin("a senior Veldan official"))).isFalse();
  }

  @Test
  void takesABodyWithASmallLetterForNamed() {
    assertThat(origin("Velda's central bank").isNamed()).isTrue();
    assertThat(origin("the central bank of Velda").isSameAs(origin("Velda's central bank")))
        .isTrue();
  }

  @Test
  void survivesEmptyPhrases() {
    assertThat(origin("").isNamed()).isFalse();
    assertThat(origin("’s").isNamed()).isFalse();
    assertThat(origin("( )").isNamed()).isFalse();
  }
}
