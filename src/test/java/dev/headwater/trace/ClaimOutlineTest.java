package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.PlantedCorpus;
import dev.headwater.bench.Told;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimKeys;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

class ClaimOutlineTest {
  private static final List<String> SENTENCES =
      List.of(
          "Velda has shipped [%s crates] to Orland, Lena Mora said.",
          "Some [%s crates] were dispatched from Velda to Orland in spring.",
          "Correction: Velda has shipped [%s crates] to Orland, not more.",
          "Velda may have shipped [%s crates] to Orland in spring.",
          "The yards of Tessin hold [%s crates].");

  private static final List<String> DATES =
      List.of(
          "2021-05-03T08:00:00Z",
          "2021-05-03T20:00:00Z",
          "2021-05-08T08:00:00Z",
          "2021-08-01T08:00:00Z");

  @Property(tries = 20_000)
  void rulesOutNoLink(@ForAll("claims") Claim one, @ForAll("claims") Claim other) {
    ClaimProfile a = ClaimProfile.of(one);
    ClaimProfile b = ClaimProfile.of(other);
    boolean linked =
        !one.articleId().equals(other.articleId()) && QuantityLinks.compare(a, b).isPresent();
    boolean may = ClaimOutline.of(a).mayMeet(ClaimOutline.of(b));
    assertThat(may).isEqualTo(ClaimOutline.of(b).mayMeet(ClaimOutline.of(a)));
    assertThat(may || !linked).as("%s and %s may meet", one, other).isTrue();
    Statistics.label("linked").collect(linked).coverage(c -> c.check(true).count(n -> n > 200));
    Statistics.label("ruled out").collect(!may).coverage(c -> c.check(true).count(n -> n > 500));
  }

  @Property
  void isReadFromItsRowAsItWas(@ForAll("claims") Claim claim) {
    ClaimOutline outline = ClaimOutline.of(ClaimProfile.of(claim));
    byte[] keys = {1};
    ClaimKeys row = outline.row(claim, Instant.EPOCH, keys);
    assertThat(ClaimOutline.of(row)).isEqualTo(outline);
    assertThat(row.claimId()).isEqualTo(claim.claimId());
    assertThat(row.articleId()).isEqualTo(claim.articleId());
    assertThat(row.publishedAt()).isEqualTo(claim.publishedAt());
    assertThat(row.keys()).isSameAs(keys);
  }

  @Provide
  Arbitrary<Claim> claims() {
    Arbitrary<String> value =
        Arbitraries.of(
            "6400", "6412", "6390", "6000", "7000", "6900", "13000", "6400000", "25", "3");
    return Combinators.combine(
            value,
            Arbitraries.of(0, 0, 0, 1, 600, 60_000),
            Arbitraries.of("=", "=", "~", ">", "<"),
            Arbitraries.of(SENTENCES),
            Arbitraries.of(DATES).injectNull(0.1),
            Arbitraries.of("a.example", "b.example"),
            Arbitraries.integers().between(1, 40),
            Arbitraries.of("crate", "crate", "crate", "box", "USD", "%", "mi", "km"))
        .as(ClaimOutlineTest::claim);
  }

  private static Claim claim(
      String value,
      int width,
      String bound,
      String sentence,
      String date,
      String outlet,
      int article,
      String noun) {
    Told told = Told.that(String.format(sentence, value)).in(outlet + article, outlet).at(date);
    told =
        switch (noun) {
          case "USD" -> told.money(noun);
          case "%" -> told.percent();
          case "mi" -> told.measured("mi", "m", "1609.344");
          case "km" -> told.measured("km", "m", "1000");
          default -> told.counting(noun);
        };
    return (article % 10 == 0 ? told.denied() : told)
        .range(value, String.valueOf(Long.parseLong(value) + width))
        .bound(bound)
        .claim();
  }

  @Test
  void rulesOutMostPairsOfPlantedStoriesButNoLink() {
    PlantedCorpus corpus = PlantedCorpus.of(30, 7);
    List<ClaimProfile> profiles =
        corpus.facts().stream()
            .map(ClaimFacts::claim)
            .filter(claim -> claim.valueLow() != null)
            .map(claim -> ClaimProfile.of(claim, corpus.settings().get(claim.articleId())))
            .toList();
    List<ClaimOutline> outlines = profiles.stream().map(ClaimOutline::of).toList();
    int linked = 0;
    int let = 0;
    for (int i = 0; i < profiles.size(); i++) {
      for (int k = i + 1; k < profiles.size(); k++) {
        boolean may = outlines.get(i).mayMeet(outlines.get(k));
        let += may ? 1 : 0;
        if (QuantityLinks.compare(profiles.get(i), profiles.get(k)).isPresent()) {
          linked++;
          assertThat(may).as("%s and %s", profiles.get(i), profiles.get(k)).isTrue();
        }
      }
    }
    assertThat(linked).isGreaterThan(500);
    assertThat(let).isLessThan(profiles.size() * profiles.size() / 2 / 5);
  }
}
