package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Numbers that an outlet carries along are no news; background that others tell as well is. */
class StandingTextTest {
  private static final Instant BEGIN = Instant.parse("2021-01-01T00:00:00Z");

  private static ClaimFacts print(String article, String outlet, Instant at) {
    Claim claim =
        Told.that("Sign up with Lena Mora and get [three letters] a week.")
            .in(article, outlet)
            .at(at == null ? null : at.toString())
            .counting("letter")
            .value("3")
            .claim();
    return new ClaimFacts(claim, article, null, null, null, null, null, null);
  }

  private static List<ClaimFacts> echoes(int count, int daysApart) {
    List<ClaimFacts> echoes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Instant at = daysApart < 0 ? null : BEGIN.plus((long) i * daysApart, ChronoUnit.DAYS);
      echoes.add(print("a" + i, "herald.example", at));
    }
    return echoes;
  }

  private static ClaimLink link(ClaimFacts from, ClaimFacts to, String via) {
    return new ClaimLink(from.claimId(), to.claimId(), via, "test", "same", List.of(), null);
  }

  private static List<ClaimLink> chain(List<ClaimFacts> claims) {
    List<ClaimLink> links = new ArrayList<>();
    for (int i = 1; i < claims.size(); i++) {
      links.add(link(claims.get(i - 1), claims.get(i), "passage"));
    }
    return links;
  }

  private static int families(List<ClaimFacts> claims, List<ClaimLink> links) {
    return Families.of(claims, links, Map.of()).size();
  }

  @Test
  void joinsNothingThatOneOutletRepeatsForLongerThanNewsLasts() {
    List<ClaimFacts> claims = echoes(6, 50);
    assertThat(families(claims, chain(claims))).isEqualTo(6);
  }

  @Test
  void keepsTheBackgroundOfARunningStory() {
    List<ClaimFacts> claims = echoes(6, 20);
    assertThat(families(claims, chain(claims))).isEqualTo(1);
  }

  @Test
  void keepsWhatTwoOtherOutletsTell() {
    List<ClaimFacts> claims = echoes(6, 50);
    List<ClaimLink> links = chain(claims);
    ClaimFacts courier = print("b1", "courier.example", BEGIN);
    ClaimFacts gazette = print("b2", "gazette.example", BEGIN);
    links.add(link(claims.get(0), courier, "quantity"));
    links.add(link(claims.get(0), gazette, "quantity"));
    claims.add(courier);
    claims.add(gazette);
    assertThat(families(claims, links)).isEqualTo(1);
  }

  @Test
  void takesManyUndatedRepeatsForStandingText() {
    List<ClaimFacts> claims = echoes(6, -1);
    assertThat(families(claims, chain(claims))).isEqualTo(6);
    List<ClaimFacts> few = echoes(3, -1);
    assertThat(families(few, chain(few))).isEqualTo(1);
  }

  @Test
  void startsANewFamilyWhereAnOutletPutsTheNextFigureIntoItsWords() {
    ClaimFacts first = print("a1", "herald.example", BEGIN);
    ClaimFacts next = print("a2", "herald.example", BEGIN.plus(1, ChronoUnit.DAYS));
    ClaimLink changed =
        new ClaimLink(
            first.claimId(), next.claimId(), "passage", "test", "drifted", List.of("value"), null);
    List<Family> families = Families.of(List.of(first, next), List.of(changed), Map.of());
    assertThat(families).hasSize(2);
    assertThat(families.get(0).seriesId()).isEqualTo(families.get(1).seriesId());
    ClaimFacts copy = print("b1", "courier.example", BEGIN.plus(1, ChronoUnit.DAYS));
    ClaimLink copied =
        new ClaimLink(
            first.claimId(), copy.claimId(), "passage", "test", "drifted", List.of("value"), null);
    assertThat(families(List.of(first, copy), List.of(copied))).isEqualTo(1);
  }
}
