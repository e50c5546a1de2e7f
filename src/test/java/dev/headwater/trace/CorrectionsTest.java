package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.TraceMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An outlet's correction in an article of its own, and figures in dispute. */
class CorrectionsTest {
  private static final Told WRONG =
      Told.that("Velda has shipped [64,000 crates] to Orland since March, Lena Mora said.")
          .in("a1", "herald.example")
          .at("2021-05-01T08:00:00Z")
          .counting("crate")
          .value("64000")
          .saidBy("Lena Mora");

  private static Told right(String outlet) {
    return Told.that("Velda has shipped [6,400 crates] to Orland since March, not 64,000.")
        .in("a2", outlet)
        .at("2021-05-03T08:00:00Z")
        .counting("crate")
        .value("6400");
  }

  private static ClaimProfile correcting(Told told) {
    Setting setting =
        new Setting(List.of(), Instant.parse("2021-05-03T08:00:00Z"), true, List.of());
    return ClaimProfile.of(told.claim(), setting);
  }

  @Test
  void joinsACorrectionThatIsAnArticleOfItsOwn() {
    ClaimProfile wrong = ClaimProfile.of(WRONG.claim());
    ClaimProfile right = correcting(right("herald.example"));
    assertThat(QuantityLinks.blockingKeys(wrong))
        .containsAnyElementsOf(QuantityLinks.blockingKeys(right));
    ClaimLink link = QuantityLinks.compare(wrong, right).orElseThrow();
    assertThat(link.relation()).isEqualTo("corrected");
    assertThat(link.drift()).contains("value");
    ClaimFacts first = new ClaimFacts(wrong.claim(), "k1", null, null, null, null, null, null);
    ClaimFacts second = new ClaimFacts(right.claim(), "k2", null, null, null, null, null, null);
    List<TraceMember> members =
        Traces.of(List.of(first, second), List.of(link), Map.of()).members();
    assertThat(members).extracting(TraceMember::traceId).containsOnly(members.get(0).traceId());
    assertThat(members.get(1).relation()).isEqualTo("corrected");
    assertThat(members.get(1).parentClaimId()).isEqualTo(wrong.claim().claimId());
  }

  @Test
  void joinsACorrectionOfMoneyThatIsCountedInNothing() {
    ClaimProfile wrong =
        ClaimProfile.of(
            Told.that("Velda paid [$5 million] to Orland for the bridge, Lena Mora said.")
                .in("a1", "herald.example")
                .at("2021-05-01T08:00:00Z")
                .money("USD")
                .value("5000000")
                .claim());
    ClaimProfile right =
        correcting(
            Told.that("Velda paid [$8 million] to Orland for the bridge.")
                .in("a2", "herald.example")
                .at("2021-05-03T08:00:00Z")
                .money("USD")
                .value("8000000"));
    assertThat(QuantityLinks.blockingKeys(wrong))
        .containsAnyElementsOf(QuantityLinks.blockingKeys(right));
    assertThat(ClaimOutline.of(wrong).mayMeet(ClaimOutline.of(right))).isTrue();
    assertThat(QuantityLinks.compare(wrong, right).orElseThrow().relation()).isEqualTo("corrected");
  }

  @Test
  void takesTheMendingForTheLaterOfTwoPrintsOfOneDay() {
    for (String article : List.of("a0", "a2", "a7", "a9")) {
      ClaimProfile wrong = ClaimProfile.of(WRONG.claim());
      ClaimProfile right =
          correcting(
              Told.that("Velda has shipped [6,400 crates] to Orland since March, not 64,000.")
                  .in(article, "herald.example")
                  .at("2021-05-01T08:00:00Z")
                  .counting("crate")
                  .value("6400"));
      ClaimLink link = QuantityLinks.compare(right, wrong).orElseThrow();
      assertThat(link.relation()).isEqualTo("corrected");
      assertThat(link.fromClaimId()).isEqualTo(wrong.claim().claimId());
    }
  }

  @Test
  void doesNotLetAnOutletCorrectAnother() {
    assertThat(
            QuantityLinks.compare(
                ClaimProfile.of(WRONG.claim()), correcting(right("courier.example"))))
        .isEmpty();
  }

  @Test
  void readsFromTheHeadlineThatAnArticleCorrects() {
    assertThat(Corrections.isSaidIn("Correction: Crates for Orland")).isTrue();
    assertThat(Corrections.isSaidIn("Velda misstated nothing")).isTrue();
    assertThat(Corrections.isSaidIn("Crates for Orland")).isFalse();
    assertThat(Corrections.isSaidIn(null)).isFalse();
  }

  @Test
  void callsTwoFiguresOfOneDayContradicted() {
    Told one = dead("herald.example", "31", "2021-05-02T00:00:00Z");
    Told other = dead("courier.example", "24", "2021-05-02T00:00:00Z");
    ClaimLink link = QuantityLinks.compare(one.claim(), other.claim()).orElseThrow();
    assertThat(link.relation()).isEqualTo("contradicted");
    assertThat(link.reason()).contains("then: person");
    Told nextDay = dead("courier.example", "24", "2021-05-06T00:00:00Z");
    assertThat(QuantityLinks.compare(one.claim(), nextDay.claim())).isEmpty();
  }

  private static Told dead(String outlet, String value, String day) {
    Instant begin = Instant.parse(day);
    return Told.that("A flood killed [" + value + " people] in Dunmar and Orland on Sunday.")
        .in("of " + outlet, outlet)
        .at("2021-05-03T08:00:00Z")
        .counting("person")
        .doing("killed")
        .during("on Sunday", day, begin.plusSeconds(86_400).toString())
        .value(value);
  }
}
