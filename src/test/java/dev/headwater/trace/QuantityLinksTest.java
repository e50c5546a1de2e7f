package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.TraceMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuantityLinksTest {
  private static Told told(String sentence) {
    return Told.that(sentence).at("2021-05-03T08:00:00Z");
  }

  private static Told other(String sentence) {
    return Told.that(sentence).in("a2", "courier.example").at("2021-05-05T08:00:00Z");
  }

  private static Optional<ClaimLink> link(Told a, Told b) {
    Optional<ClaimLink> link = QuantityLinks.compare(a.claim(), b.claim());
    assertThat(QuantityLinks.compare(b.claim(), a.claim())).isEqualTo(link);
    return link;
  }

  @Test
  void joinsTheSameQuantityInOtherWords() {
    Told one =
        told("Velda has shipped [about 6,400 crates] to Orland, Lena Mora said.")
            .counting("crate")
            .value("6400")
            .hedged("about");
    Told two =
        other("Some [6,400 crates] were dispatched from Velda to neighbouring Orland.")
            .counting("crate")
            .value("6400");
    ClaimLink link = link(one, two).orElseThrow();
    assertThat(link.via()).isEqualTo("quantity");
    assertThat(link.fromClaimId()).isEqualTo(one.claim().claimId());
    assertThat(link.reason()).contains("value equal", "counting crate", "transfer");
    assertThat(QuantityLinks.blockingKeys(one.claim()))
        .containsAnyElementsOf(QuantityLinks.blockingKeys(two.claim()));
  }

  @Test
  void keepsSentApartFromCouldHold() {
    Told sent =
        told("Velda has sent [3 million shells] to Orland by rail.")
            .counting("shell")
            .value("3000000");
    Told hold =
        other("The crates sent by Velda to Orland could hold [3 million shells].")
            .counting("shell")
            .value("3000000")
            .modality("could", "could");
    assertThat(link(sent, hold).orElseThrow().relation()).isEqualTo("related");
  }

  @Test
  void callsAnotherMeasureOfTheSameThingsRelated() {
    Told sent =
        told("Velda has sent [1.5 million shells] to Orland by rail since May.")
            .counting("shell")
            .value("1500000");
    Told made =
        other("Velda has produced [1.6 million shells] for Orland since May.")
            .counting("shell")
            .value("1600000");
    ClaimLink link = link(sent, made).orElseThrow();
    assertThat(link.relation()).isEqualTo("related");
    assertThat(link.reason()).contains("another measure of the same shell");
    assertThat(
            ClaimOutline.of(ClaimProfile.of(sent.claim()))
                .mayMeet(ClaimOutline.of(ClaimProfile.of(made.claim()))))
        .isTrue();
    List<ClaimFacts> facts =
        List.of(
            new ClaimFacts(sent.claim(), "k1", null, null, null, null, null, null),
            new ClaimFacts(made.claim(), "k2", null, null, null, null, null, null));
    assertThat(Traces.of(facts, List.of(link), Map.of()).members())
        .extracting(TraceMember::seriesId)
        .doesNotHaveDuplicates();
  }

  @Test
  void keepsSmallRoundCountsApart() {
    Told one =
        told("Velda closed [two ports] after the storm in Orland.").counting("port").value("2");
    Told two =
        other("The crates left Velda through [two ports] in the east.").counting("port").value("2");
    assertThat(link(one, two)).isEmpty();
  }

  @Test
  void joinsAConversionAcrossUnits() {
    Told kilometres =
        told("Dunmar lies [180 km] from the harbour of Najara in Velda.")
            .measured("km", "m", "1000")
            .value("180");
    Told miles =
        other("The harbour of Najara in Velda is [110 miles] from Dunmar.")
            .measured("[mi_i]", "m", "1609.344")
            .value("110");
    assertThat(link(kilometres, miles)).isPresent();
    assertThat(QuantityLinks.blockingKeys(kilometres.claim()))
        .containsAnyElementsOf(QuantityLinks.blockingKeys(miles.claim()));
  }

  @Test
  void joinsAConversionInBrackets() {
    Claim first =
        told("It lies [180 km] (110 miles) away.").measured("km", "m", "1000").value("180").claim();
    Claim second =
        told("It lies 180 km ([110 miles]) away.")
            .measured("[mi_i]", "m", "1609.344")
            .value("110")
            .converting(first)
            .claim();
    assertThat(QuantityLinks.compare(first, second)).isPresent();
    assertThat(QuantityLinks.compare(second, first)).isPresent();
  }

  @Test
  void keepsTwoCurrenciesApart() {
    Told dollars =
        told("The bridge over the Lenna in Velda cost [$42 million] to build.")
            .money("USD")
            .value("42000000");
    Told euros =
        other("The bridge over the Lenna in Velda cost [€42 million] to build.")
            .money("EUR")
            .value("42000000");
    assertThat(link(dollars, euros)).isEmpty();
  }

  @Test
  void keepsTwoYearsApart() {
    Told one =
        told("Kestrel Motors of Velda sold [61,300 cars] in 2019.")
            .counting("car")
            .value("61300")
            .during("in 2019", "2019-01-01T00:00:00Z", "2020-01-01T00:00:00Z");
    Told two =
        other("Kestrel Motors of Velda sold [61,300 cars] in 2020.")
            .counting("car")
            .value("61300")
            .during("in 2020", "2020-01-01T00:00:00Z", "2021-01-01T00:00:00Z");
    assertThat(link(one, two)).isEmpty();
  }

  @Test
  void callsALaterSnapshotUpdated() {
    Told first =
        told("Velda has shipped [6,400 crates] to Orland since March.")
            .counting("crate")
            .value("6400");
    Told later =
        Told.that("Velda has now shipped [13,000 crates] to Orland since March.")
            .in("a3", "courier.example")
            .at("2021-09-05T08:00:00Z")
            .counting("crate")
            .value("13000");
    ClaimLink link = link(first, later).orElseThrow();
    assertThat(link.relation()).isEqualTo("updated");
  }

  @Test
  void joinsAVagueRepeatWithinOneArticle() {
    Told lead =
        told("Velda shipped crates that could hold [millions of shells] to Orland.")
            .counting("shell")
            .range("1000000", "10000000");
    Told body =
        told("The crates could hold [about 3 million shells], Mora said.")
            .from(200)
            .counting("shell")
            .value("3000000")
            .hedged("about");
    assertThat(link(lead, body)).isPresent();
    Told sent =
        told("Orland believes Velda has sent [1.5 million shells] in crates.")
            .from(300)
            .counting("shell")
            .value("1500000");
    assertThat(link(lead, sent)).isEmpty();
  }

  @Test
  void keepsTwoPollsApart() {
    Told one =
        told("The Harbor Press poll showed Mora with [47 percent] against Brand in Velda.")
            .percent()
            .value("47")
            .saidBy("the Harbor Press poll");
    Told two =
        other("The Lenna Institute poll showed Mora with [47 percent] against Brand in Velda.")
            .percent()
            .value("47")
            .saidBy("the Lenna Institute poll");
    Told point =
        other("The Harbor Press poll showed Mora with [48 percent] against Brand in Velda.")
            .percent()
            .value("48")
            .saidBy("the Harbor Press poll");
    Told again =
        other("The Harbor Press poll showed Mora with [47 percent] against Brand in Velda.")
            .percent()
            .value("47")
            .saidBy("the Harbor Press poll");
    assertThat(link(one, two)).isEmpty();
    assertThat(link(one, point)).isEmpty();
    assertThat(link(one, again)).isPresent();
  }

  @Test
  void asksMoreOfVagueCounts() {
    Told one =
        told("Mora said that [thousands of letters] of the council of Velda were lost.")
            .counting("letter")
            .range("1000", "10000");
    Told two =
        other("Brand showed Mora [thousands of letters] from the archive of Velda.")
            .counting("letter")
            .range("1000", "10000");
    assertThat(link(one, two)).isEmpty();
  }

  @Test
  void keepsTwoVagueCountsApartThatOnlyTheirStoryShares() {
    Told one =
        told("In Velda the mill law of Orland leaves [millions of people] without flour.")
            .counting("person")
            .range("1000000", "1000000000");
    Told two =
        other("Yesterday Velda opened the mills of Orland by law to [millions of people].")
            .counting("person")
            .range("1000000", "1000000000");
    Told again =
        other("The mill law of Orland in Velda leaves [millions of people] without any flour.")
            .counting("person")
            .range("1000000", "1000000000");
    assertThat(link(one, two)).isEmpty();
    assertThat(link(one, again)).isPresent();
  }

  @Test
  void pleadingToChargesIsNoConviction() {
    Told plea =
        told("Olan Brek of Najara pleaded guilty to [eight counts] of smuggling in Velda.")
            .counting("count")
            .value("8");
    Told verdict =
        other("Olan Brek of Najara was convicted on [eight counts] of smuggling in Velda.")
            .counting("count")
            .value("8");
    assertThat(link(plea, verdict)).isEmpty();
  }
}
