package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Claim;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What copying does to a claim beyond its plain value. */
class CopiedClaimsTest {
  private static Told crates(String sentence) {
    return Told.that(sentence).counting("crate").value("1260").at("2021-05-03T08:00:00Z");
  }

  private static Drift drift(Told earlier, Told later) {
    Claim copy = later.in("a2", "courier.example").at("2021-05-03T15:00:00Z").claim();
    return Drift.between(earlier.claim(), copy, Pairing.ALONE);
  }

  @Test
  void cutsTheDigitsUnderABound() {
    Told about = crates("Velda sent [about 1,260 crates] north.").hedged("about");
    Told more = crates("Velda sent [more than 1,200 crates] north.").value("1200").bound(">");
    assertThat(drift(about, more).kinds()).containsExactly("rounded");
    Told exact = crates("The barns hold [2.7 million crates].").value("2700000");
    Told millions = crates("The barns hold [more than 2 million crates].").value("2000000");
    assertThat(drift(exact, millions.bound(">")).kinds()).containsExactly("rounded");
    Told fewer = crates("The barns hold [less than 3 million crates].").value("3000000");
    assertThat(drift(exact, fewer.bound("<")).kinds()).containsExactly("rounded");
  }

  @Test
  void changesTheValueUnderABoundThatItDoesNotKeep() {
    Told exact = crates("The barns hold [2.7 million crates].").value("2700000");
    Told four = crates("The barns hold [more than 4 million crates].").value("4000000");
    assertThat(drift(exact, four.bound(">")).kinds()).containsExactly("value", "hedge_added");
    Told least = crates("Velda sent [at least 1,100 crates] north.").value("1100").bound(">");
    Told raised = crates("Velda sent [at least 1,200 crates] north.").value("1200").bound(">");
    assertThat(drift(least, raised).kinds()).containsExactly("value");
  }

  @Test
  void takesAnAbilityStatedAsAFactForSurer() {
    Told could = crates("The barns could hold [1,260 crates].").modality("could", "could");
    Told capacity =
        crates("The barns have the capacity for [1,260 crates].").modality("could", "capacity for");
    assertThat(drift(could, capacity).kinds()).containsExactly("modality_raised");
  }

  @Test
  void putsTheNumberOnSomebodyElse() {
    Told velda =
        crates("On Monday night Velda sent [1,260 crates] by rail to the Dremmel depot.")
            .by("Velda");
    Told orland =
        crates("On Monday night Orland sent [1,260 crates] by rail to the Dremmel depot.")
            .by("Orland");
    assertThat(drift(velda, orland).kinds()).containsExactly("subject");
    Told veldan =
        crates("On Monday night the Veldan army sent [1,260 crates] by rail to the Dremmel depot.")
            .by("the Veldan army");
    assertThat(drift(velda, veldan).kinds()).isEmpty();
  }

  @Test
  void countsSomethingElse() {
    Told crates = crates("On Monday night Velda sent [1,260 crates] to the Dremmel depot.");
    Told tents =
        crates("On Monday night Velda sent [1,260 tents] to the Dremmel depot.").counting("tent");
    assertThat(drift(crates, tents).kinds()).containsExactly("subject");
    Told workers =
        Told.that("The fire at the Dremmel depot killed [14 workers].")
            .counting("worker")
            .value("14");
    Told people =
        Told.that("The fire at the Dremmel depot killed [14 people].")
            .counting("people")
            .value("14");
    assertThat(drift(workers, people).kinds()).isEmpty();
  }

  @Test
  void losesTheTime() {
    Told march =
        crates("Velda sent [1,260 crates] in March.")
            .during("in March", "2021-03-01T00:00:00Z", "2021-04-01T00:00:00Z");
    assertThat(drift(march, crates("Velda sent [1,260 crates].")).kinds()).containsExactly("time");
  }

  @Test
  void keepsAnAttributionThatTheSentenceStillTells() {
    Told mora = crates("Velda sent [1,260 crates], Lena Mora said.").saidBy("Lena Mora");
    Told told = crates("Velda sent [1,260 crates], as Minister Mora let it be known.");
    assertThat(drift(mora, told).kinds()).isEmpty();
  }

  @Test
  void contradictsByDenying() {
    Claim sent = crates("Velda sent [1,260 crates] north.").claim();
    Claim denied =
        crates("Velda did not send [1,260 crates] north.")
            .in("a2", "courier.example")
            .denied()
            .claim();
    Drift drift =
        Drift.between(
            sent, denied, new Pairing(Pairing.Kinship.OTHER_ARTICLE, List.of(), List.of()));
    assertThat(drift.relation()).isEqualTo("contradicted");
  }

  @Test
  void countsInAClauseOfItsOwn() {
    Told hurt = Told.that("At least 37 people were hurt and [14 people] died when the barn fell.");
    assertThat(ClaimProfile.of(hurt.counting("people").value("14").claim()).family())
        .isEqualTo("death");
    Told killed = Told.that("A fire killed [14 people] and injured at least 37 at the barn.");
    assertThat(ClaimProfile.of(killed.counting("people").value("14").claim()).family())
        .isEqualTo("death");
  }
}
