package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.text.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingErrorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "the cos3table said that lU was taken to BENcH by tlmfrd",
        "maga*zines of tro;ops and sh!ps were seen near the coast",
        "Coiiiul3sion of Natlo0iil men in the Amer|can army",
      })
  void seesWhatNoWriterWrites(String text) {
    assertThat(areMany(text)).isTrue();
    assertThat(areMany(text + " said the minister on Tuesday".repeat(100))).isTrue();
    assertThat(areMany(text + " said the minister on Tuesday".repeat(400))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "McCarthy, O'Neill and MacArthur took the iPhone to YouTube's LeBron on eBay at 10am, 1980s",
        "DLRS, mln, pct, tsvp; NATO's B2B, U.S. GIs and Ph.D. F16s won 3-2 on the 21st, 5pm-6pm",
        "Über Österreichs Glückwünsche: l'Élysée, l'ÉTAT et l'OTAN. Žižkov, Źdźbło i Świętokrzyskie",
        "Ο υπουργός είπε ότι 6.700 εμπορευματοκιβώτια χάθηκαν. Министр сказал: 6700 контейнеров!",
        "\uD83D\uDE00\uD83D\uDE00 \uFFFD\uFFFD 大臣は6700個のコンテナが失われたと述べた",
        "",
      })
  void takesNoNameOrAbbreviationForAnError(String text) {
    assertThat(areMany(text)).isFalse();
  }

  @Test
  void countsAWordOnce() {
    assertThat(areMany("QXzk5Ff7aB said it. ".repeat(20))).isFalse();
    assertThat(areMany("tlmfrd ".repeat(20))).isFalse();
  }

  @Test
  void theArticlesOfTheTestsWereTyped() {
    assertThat(areMany(Articles.HARBOUR + Articles.ORCHARD)).isFalse();
  }

  private static boolean areMany(String text) {
    return ReadingErrors.areMany(text, Words.of(text).size());
  }
}
