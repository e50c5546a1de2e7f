package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Claim;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final String EARLY = "2021-05-03T08:00:00Z";
  private static final String LATE = "2021-05-03T15:00:00Z";

  private static Told crates(String sentence) {
    return Told.that(sentence).counting("crate").value("6400").at(EARLY);
  }

  private static Told later(Told told) {
    return told.in("a2", "courier.example").at(LATE);
  }

  private static Drift drift(Told earlier, Told later) {
    return Drift.between(earlier.claim(), later(later).claim(), Pairing.ALONE);
  }

  @Test
  void sameWordsAreTheSame() {
    Drift drift =
        drift(
            crates("Velda sent [6,400 crates] north."), crates("Velda sent [6,400 crates] away."));
    assertThat(drift).isEqualTo(new Drift("same", List.of(), null));
  }

  @Test
  void roundsToFewerDigits() {
    Drift drift =
        drift(
            crates("Velda sent [6,400 crates] north.").value("6412"),
            crates("Velda sent [6,400 crates] north."));
    assertThat(drift.kinds()).containsExactly("rounded");
    assertThat(drift.relation()).isEqualTo("drifted");
  }

  @Test
  void tellsAChangedValueFromRounding() {
    Drift drift =
        drift(
            crates("Velda sent [6,400 crates] north."),
            crates("Velda sent [7,900 crates] north.").value("7900"));
    assertThat(drift.kinds()).containsExactly("value");
    assertThat(drift.factor()).isEqualByComparingTo("1.234375");
  }

  @Test
  void findsASlipFromMillionToBillion() {
    Drift drift =
        drift(
            crates("The fund holds [3 million dollars] now.").money("USD").value("3000000"),
            crates("The fund holds [3 billion dollars] now.").money("USD").value("3000000000"));
    assertThat(drift.kinds()).containsExactly("scale");
    assertThat(drift.factor()).isEqualByComparingTo("1000");
  }

  @Test
  void losesAndGainsHedges() {
    Told plain = crates("Velda sent [6,400 crates] north.");
    Told hedged = crates("Velda sent [about 6,400 crates] north.").hedged("about");
    assertThat(drift(hedged, plain).kinds()).containsExactly("hedge_lost");
    Told again = crates("Velda sent [about 6,400 crates] north.").hedged("about");
    assertThat(drift(crates("Velda sent [6,400 crates] north."), again).kinds())
        .containsExactly("hedge_added");
  }

  @Test
  void losesABoundAsAHedge() {
    Drift drift =
        drift(
            crates("Velda sent [up to 6,400 crates] north.").bound("<"),
            crates("Velda sent [6,400 crates] north."));
    assertThat(drift.kinds()).containsExactly("hedge_lost");
  }

  @Test
  void raisesAndLowersModality() {
    Told could = crates("The barn could hold [6,400 crates].").modality("could", "could");
    Told does = crates("The barn holds [6,400 crates].");
    assertThat(drift(could, does).kinds()).containsExactly("modality_raised");
    assertThat(
            drift(
                    crates("The barn holds [6,400 crates]."),
                    crates("The barn may hold [6,400 crates].").modality("may", "may"))
                .kinds())
        .containsExactly("modality_lowered");
  }

  @Test
  void statesTheFactorOfAScopeThatBecameEach() {
    Claim wagons =
        Told.that("Velda sent [250 wagons] north.").counting("wagon").value("250").claim();
    Claim all = crates("The wagons held [6,400 crates] in all.").from(40).claim();
    Claim each = later(crates("Each of the wagons held [6,400 crates].").each("wagon")).claim();
    Drift drift =
        Drift.between(
            all,
            each,
            new Pairing(Pairing.Kinship.OTHER_ARTICLE, List.of(wagons, all), List.of(each)));
    assertThat(drift.kinds()).containsExactly("scope");
    assertThat(drift.factor()).isEqualByComparingTo("250");
    Drift back =
        Drift.between(
            each,
            all,
            new Pairing(Pairing.Kinship.OTHER_ARTICLE, List.of(each), List.of(wagons, all)));
    assertThat(back.factor()).isEqualByComparingTo("0.004");
  }

  @Test
  void leavesTheFactorOfAScopeUnknownWhereNobodyCountsTheContainers() {
    Drift drift =
        drift(
            crates("The wagons held [6,400 crates] in all."),
            crates("Each wagon held [6,400 crates].").each("wagon"));
    assertThat(drift.kinds()).containsExactly("scope");
    assertThat(drift.factor()).isNull();
  }

  @Test
  void findsAChangedUnderAnUnchangedFigure() {
    Told dollars = crates("The bridge cost [40 million dollars].").money("USD").value("40000000");
    Told euros = crates("The bridge cost [40 million euros].").money("EUR").value("40000000");
    assertThat(drift(dollars, euros).kinds()).containsExactly("unit");
    Told miles = crates("The road is [110 miles] long.").measured("[mi_i]", "m", "1609.344");
    Told kilometres = crates("The road is [110 km] long.").measured("km", "m", "1000");
    Drift drift = drift(miles.value("110"), kilometres.value("110"));
    assertThat(drift.kinds()).containsExactly("unit");
    assertThat(drift.factor()).isEqualByComparingTo(new BigDecimal("0.621371192237"));
  }

  @Test
  void takesAConversionForAnotherUnitAndNoRounding() {
    Told kilometres = crates("The road is [180 km] long.").measured("km", "m", "1000");
    Told miles = crates("The road is [110 miles] long.").measured("[mi_i]", "m", "1609.344");
    assertThat(drift(kilometres.value("180"), miles.value("110")).kinds()).containsExactly("unit");
    assertThat(drift(kilometres.value("183"), miles.value("110")).kinds())
        .containsExactly("rounded", "unit");
  }

  @Test
  void losesTheUnit() {
    Told bare = Told.that("Velda sent [6,400] north.").value("6400");
    assertThat(drift(crates("Velda sent [6,400 crates] north."), bare).kinds())
        .containsExactly("unit");
  }

  @Test
  void movesAndLosesTheTime() {
    Told march =
        crates("Velda sent [6,400 crates] in March.")
            .during("in March", "2021-03-01T00:00:00Z", "2021-04-01T00:00:00Z");
    Told april =
        crates("Velda sent [6,400 crates] in April.")
            .during("in April", "2021-04-01T00:00:00Z", "2021-05-01T00:00:00Z");
    assertThat(drift(march, april).kinds()).containsExactly("time");
    assertThat(drift(march, crates("Velda sent [6,400 crates].")).kinds()).containsExactly("time");
  }

  @Test
  void losesAndShiftsAttribution() {
    Told mora = crates("Velda sent [6,400 crates], Lena Mora said.").saidBy("Lena Mora");
    assertThat(drift(mora, crates("Velda sent [6,400 crates] north.")).kinds())
        .containsExactly("attribution_lost");
    Told brand = crates("Velda sent [6,400 crates], Otto Brand said.").saidBy("Otto Brand");
    assertThat(drift(mora, brand).kinds()).containsExactly("attribution_shifted");
    Told surname = crates("Velda sent [6,400 crates], Mora said.").saidBy("Mora");
    assertThat(drift(mora, surname).kinds()).isEmpty();
  }

  @Test
  void callsALaterReadingOfAMovingNumberUpdated() {
    Drift drift =
        drift(
            crates("The flood killed [12 people].").counting("person").value("12"),
            crates("The toll has risen to [19 people].").counting("person").value("19"));
    assertThat(drift.relation()).isEqualTo("updated");
    assertThat(drift.kinds()).isEmpty();
  }

  @Test
  void callsAChangeBetweenVersionsACorrection() {
    Drift drift =
        Drift.between(
            crates("Velda sent [6,400 crates] north.").claim(),
            later(crates("Velda sent [640 crates] north.").value("640")).claim(),
            new Pairing(Pairing.Kinship.OTHER_VERSION, List.of(), List.of()));
    assertThat(drift.relation()).isEqualTo("corrected");
    assertThat(drift.kinds()).containsExactly("value");
  }
}
