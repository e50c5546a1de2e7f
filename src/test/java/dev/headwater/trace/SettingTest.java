package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Article;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TextSpan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingTest {
  private static final Instant LOADED = Instant.parse("2021-06-01T00:00:00Z");
  private static final Setting WIRE =
      Setting.of(
          article("DREMMEL, May 3 (NorthWire) - Velda has rented barns all along the border."));
  private static final Setting COUNT =
      Setting.of(article("DREMMEL - Are there barns at all? The Lamp asked what Velda had taken."));

  private static Article article(String text) {
    return article(text, List.of());
  }

  private static Article article(String text, List<TextSpan> boilerplate) {
    return TestArticle.of("a1", text)
        .source("lamp.example")
        .sourceName("The Lamp")
        .agency("NorthWire", "dateline")
        .loaded(LOADED)
        .boilerplate(boilerplate)
        .article();
  }

  private static Told ministry() {
    return Told.that(
            "Since autumn Velda has rented [about 1,260 barns] on the Dremmel line, Lena Mora said.")
        .at("2021-05-03T08:00:00Z")
        .counting("barn")
        .value("1260")
        .saidBy("Lena Mora");
  }

  private static Told count() {
    return Told.that("She found [1,260 barns] that were rented, she said.")
        .in("a2", "lamp.example")
        .at("2021-05-05T08:00:00Z")
        .counting("barn")
        .value("1260")
        .saidBy("Oda Renn");
  }

  private static Optional<ClaimLink> link(Told a, Setting one, Told b, Setting other) {
    return QuantityLinks.compare(
        ClaimProfile.of(a.claim(), one), ClaimProfile.of(b.claim(), other));
  }

  @Test
  void readsTheNamesOfTheOpeningButNotItsOwn() {
    assertThat(WIRE.names()).contains("dremme", "velda").doesNotContain("northw", "lamp");
    assertThat(WIRE.knownBy()).isEqualTo(LOADED);
    assertThat(WIRE.sharedNames(COUNT)).isEqualTo(2);
  }

  @Test
  void leavesOutFurnitureAndWholePages() {
    String menu = "Visit Dremmel and Orland today.";
    List<TextSpan> marked = List.of(new TextSpan(0, menu.length(), "menu"));
    assertThat(Setting.of(article(menu + " Velda waits.", marked)).names())
        .doesNotContain("orland");
    assertThat(Setting.of(article("Velda rented barns. ".repeat(2000))).names()).isEmpty();
  }

  @Test
  void joinsACountThatNamesNobodyThroughItsSetting() {
    assertThat(link(ministry(), Setting.NONE, count(), Setting.NONE)).isEmpty();
    ClaimLink link = link(ministry(), WIRE, count(), COUNT).orElseThrow();
    assertThat(link.reason()).contains("both articles open with 2 of the same names");
    assertThat(QuantityLinks.blockingKeys(ministry().claim()))
        .containsAnyElementsOf(QuantityLinks.blockingKeys(count().claim()));
  }

  @Test
  void keepsAnotherMeasureOfOneSettingApart() {
    Told painted =
        Told.that("He painted [1,260 barns] in forty years, he said.")
            .in("a2", "lamp.example")
            .at("2021-05-05T08:00:00Z")
            .counting("barn")
            .value("1260");
    assertThat(link(ministry(), WIRE, painted, COUNT)).isEmpty();
    Told few = count().value("40");
    assertThat(link(ministry().value("40"), WIRE, few, COUNT)).isEmpty();
  }

  @Test
  void boundsTheTimeOfAnUndatedArticle() {
    Told undated =
        Told.that("Since autumn Velda has rented [1,260 barns], Minister Lena Mora said.")
            .in("a2", "lamp.example")
            .counting("barn")
            .value("1260");
    Setting early = new Setting(List.of(), Instant.parse("2021-01-15T00:00:00Z"), false, List.of());
    Setting late = new Setting(List.of(), Instant.parse("2021-05-15T00:00:00Z"), false, List.of());
    assertThat(link(ministry(), WIRE, undated, late)).isPresent();
    assertThat(link(ministry(), WIRE, undated, early)).isEmpty();
  }

  @Test
  void keepsAnUndatedCountApartWhereTheOpeningsNameOthers() {
    Told undated =
        Told.that("Velda has [1,260 barns] in use, Mora said.")
            .in("a2", "lamp.example")
            .counting("barn")
            .value("1260");
    Instant loaded = Instant.parse("2021-05-15T00:00:00Z");
    Setting like = new Setting(List.of("dremme", "velda", "hest"), loaded, false, List.of());
    Setting other = new Setting(List.of("najara", "velda", "hest"), loaded, false, List.of());
    assertThat(link(ministry(), WIRE, undated, like)).isPresent();
    assertThat(link(ministry(), WIRE, undated, other)).isEmpty();
  }

  @Test
  void disputesOneMeasureOnAnothersWord() {
    Told railway =
        Told.that(
                "Since autumn Velda has rented only [700 barns] on the Dremmel line, Magnus Fell said.")
            .in("a2", "courier.example")
            .at("2021-05-04T08:00:00Z")
            .counting("barn")
            .value("700")
            .saidBy("Magnus Fell");
    ClaimLink link = link(ministry(), WIRE, railway, COUNT).orElseThrow();
    assertThat(link.relation()).isEqualTo("contradicted");
    assertThat(link.drift()).containsExactly("value");
    assertThat(link.factor()).isEqualByComparingTo("0.555555555556");
    assertThat(link(ministry(), WIRE, railway.saidBy("Mora"), COUNT)).isEmpty();
  }
}
