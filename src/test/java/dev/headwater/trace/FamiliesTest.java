package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Ids;
import dev.headwater.model.TraceMember;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FamiliesTest {
  private static Claim claim(String article, String date, String value) {
    return Told.that("Velda sent [" + value + " crates] north.")
        .in(article, article + ".example")
        .at(date)
        .counting("crate")
        .value(value)
        .claim();
  }

  private static ClaimFacts facts(Claim claim, String cluster, String parent) {
    return new ClaimFacts(claim, claim.articleId(), null, null, null, cluster, parent, null);
  }

  private static ClaimFacts facts(Claim claim) {
    return facts(claim, null, null);
  }

  private static ClaimLink link(Claim from, Claim to, String via, String relation) {
    List<String> drift = relation.equals("drifted") ? List.of("value") : List.of();
    return new ClaimLink(from.claimId(), to.claimId(), via, "test", relation, drift, null);
  }

  private static final Claim FIRST = claim("a1", "2021-05-01T00:00:00Z", "6400");
  private static final Claim SECOND = claim("a2", "2021-05-02T00:00:00Z", "6400");
  private static final Claim THIRD = claim("a3", "2021-05-03T00:00:00Z", "6400");

  @Test
  void startsAtTheEarliestAndFollowsCopies() {
    List<ClaimFacts> claims =
        List.of(facts(THIRD, "c", "a2"), facts(SECOND, "c", "a1"), facts(FIRST, "c", null));
    List<ClaimLink> links =
        List.of(
            link(FIRST, SECOND, "passage", "same"),
            link(SECOND, THIRD, "passage", "same"),
            link(FIRST, THIRD, "passage", "same"));
    Traces.Rows rows = Traces.of(claims, links, Map.of());
    assertThat(rows.members()).extracting(TraceMember::hops).containsExactly(0, 1, 2);
    assertThat(rows.members())
        .extracting(TraceMember::relation)
        .containsExactly("origin", "same", "same");
    assertThat(rows.members().get(2).parentClaimId()).isEqualTo(SECOND.claimId());
    assertThat(rows.members().get(0).traceId()).isEqualTo(Ids.of("trace", FIRST.claimId()));
    assertThat(rows.summaries()).singleElement();
    assertThat(rows.summaries().get(0).independentRoots()).isEqualTo(1);
  }

  @Test
  void tellsTheDriftAgainstTheOriginOverAllSteps() {
    Claim rounded = claim("a2", "2021-05-02T00:00:00Z", "6000");
    Claim slipped = claim("a3", "2021-05-03T00:00:00Z", "6000000");
    List<ClaimFacts> claims =
        List.of(facts(FIRST, "c", null), facts(rounded, "c", "a1"), facts(slipped, "c", "a2"));
    List<TraceMember> members =
        Traces.of(
                claims,
                List.of(
                    moved(FIRST, rounded, "rounded", "0.9375"),
                    moved(rounded, slipped, "scale", "1000")),
                Map.of())
            .members();
    assertThat(members).extracting(TraceMember::hops).containsExactly(0, 1, 2);
    assertThat(members.get(0).originDrift()).isEmpty();
    assertThat(members.get(0).originFactor()).isNull();
    assertThat(members.get(1).originDrift()).containsExactly("rounded");
    assertThat(members.get(1).originFactor()).isEqualByComparingTo("0.9375");
    assertThat(members.get(2).drift()).containsExactly("scale");
    assertThat(members.get(2).originDrift()).containsExactly("value");
    assertThat(members.get(2).originFactor()).isEqualByComparingTo("937.5");
  }

  private static ClaimLink moved(Claim from, Claim to, String kind, String factor) {
    return new ClaimLink(
        from.claimId(),
        to.claimId(),
        "passage",
        "test",
        "drifted",
        List.of(kind),
        new BigDecimal(factor));
  }

  private static ClaimLink changed(Claim from, Claim to, String kind) {
    return new ClaimLink(
        from.claimId(), to.claimId(), "passage", "test", "drifted", List.of(kind), null);
  }

  @Test
  void looksPastACopyWhoseFigureNobodyCouldHaveRestored() {
    Claim slip = claim("a2", "2021-05-02T00:00:00Z", "6400000");
    List<ClaimFacts> claims =
        List.of(facts(FIRST, "c", null), facts(slip, "c", "a1"), facts(THIRD, "c", "a2"));
    List<ClaimLink> links =
        List.of(
            changed(FIRST, slip, "scale"),
            changed(slip, THIRD, "scale"),
            link(FIRST, THIRD, "passage", "same"));
    TraceMember third = Traces.of(claims, links, Map.of()).members().get(2);
    assertThat(third.parentClaimId()).isEqualTo(FIRST.claimId());
    assertThat(third.relation()).isEqualTo("same");
  }

  @Test
  void correctsTheEarlierVersionOfItsOwnArticle() {
    Claim slip = claim("a2", "2021-05-02T00:00:00Z", "6400000");
    List<ClaimFacts> claims =
        List.of(
            facts(FIRST, "c", null),
            new ClaimFacts(slip, "own", null, null, null, "c", "a1", null),
            new ClaimFacts(THIRD, "own", null, null, null, "c", "a1", null));
    ClaimLink corrected =
        new ClaimLink(
            slip.claimId(),
            THIRD.claimId(),
            "passage",
            "test",
            "corrected",
            List.of("scale"),
            null);
    List<ClaimLink> links =
        List.of(changed(FIRST, slip, "scale"), corrected, link(FIRST, THIRD, "passage", "same"));
    TraceMember third = Traces.of(claims, links, Map.of()).members().get(2);
    assertThat(third.parentClaimId()).isEqualTo(slip.claimId());
    assertThat(third.relation()).isEqualTo("corrected");
  }

  @Test
  void descendsFromTheOutletThatItNames() {
    Claim quoting =
        Told.that("Velda sent [6,400 crates] north, the Harbor Press reported.")
            .in("a3", "a3.example")
            .at("2021-05-03T00:00:00Z")
            .counting("crate")
            .value("6400")
            .saidBy("the Harbor Press")
            .claim();
    ClaimFacts named = new ClaimFacts(SECOND, "a2", "Harbor Press", null, null, null, null, null);
    List<ClaimLink> links =
        List.of(
            link(FIRST, quoting, "quantity", "same"), link(SECOND, quoting, "quantity", "same"));
    TraceMember third =
        Traces.of(List.of(facts(FIRST), named, facts(quoting)), links, Map.of()).members().get(2);
    assertThat(third.parentClaimId()).isEqualTo(SECOND.claimId());
  }

  @Test
  void bridgesNoAgesThroughAnUndatedArticle() {
    Claim undated = claim("a9", null, "6400");
    Claim winter = claim("a5", "2021-12-01T00:00:00Z", "6400");
    List<ClaimFacts> claims = List.of(facts(FIRST), facts(undated), facts(winter));
    List<ClaimLink> links =
        List.of(
            link(FIRST, undated, "quantity", "same"), link(winter, undated, "quantity", "same"));
    assertThat(Families.of(claims, links, Map.of())).hasSize(2);
  }

  @Test
  void keepsDisputedValuesInFamiliesOfOneSeries() {
    Claim other = claim("a4", "2021-05-02T00:00:00Z", "700");
    List<Family> families =
        Families.of(
            List.of(facts(FIRST), facts(other)),
            List.of(link(FIRST, other, "quantity", "contradicted")),
            Map.of());
    assertThat(families).hasSize(2);
    assertThat(families.get(0).seriesId()).isEqualTo(families.get(1).seriesId());
  }

  @Test
  void placesAnUndatedCopyAfterItsParent() {
    Claim undated = claim("a0", null, "6400");
    List<ClaimFacts> claims = List.of(facts(undated, "c", "a9"), facts(claim("a9", null, "6400")));
    List<ClaimLink> links = List.of(link(undated, claim("a9", null, "6400"), "passage", "same"));
    List<Family> families = Families.of(claims, links, Map.of());
    assertThat(families).singleElement();
    assertThat(families.get(0).origin().articleId()).isEqualTo("a9");
  }

  @Test
  void cutsTheWeakestLinkOfAChainThatGivesAnArticleTwoValues() {
    Claim other =
        Told.that("It lost [9,900 crates].")
            .in("a1", "a1.example")
            .from(90)
            .at("2021-05-01T00:00:00Z")
            .counting("crate")
            .value("9900")
            .claim();
    Claim copy = claim("a4", "2021-05-04T00:00:00Z", "9900");
    List<ClaimLink> links =
        List.of(
            link(FIRST, SECOND, "passage", "same"),
            link(other, copy, "passage", "same"),
            link(SECOND, copy, "quantity", "drifted"));
    List<Family> families =
        Families.of(
            List.of(facts(FIRST), facts(SECOND), facts(other), facts(copy)), links, Map.of());
    assertThat(families).hasSize(2);
  }

  @Test
  void keepsASnapshotInAFamilyOfItsOwnWithinOneSeries() {
    Claim later = claim("a5", "2021-08-01T00:00:00Z", "13000");
    List<Family> families =
        Families.of(
            List.of(facts(FIRST), facts(later)),
            List.of(link(FIRST, later, "quantity", "updated")),
            Map.of());
    assertThat(families).hasSize(2);
    assertThat(families.get(1).seriesId()).isEqualTo(families.get(0).traceId());
  }

  @Test
  void keepsTheOldestTraceIdWhenFamiliesMerge() {
    List<ClaimLink> links = List.of(link(FIRST, SECOND, "passage", "same"));
    Map<String, String> existing =
        Map.of(SECOND.claimId(), madeFrom(SECOND), FIRST.claimId(), madeFrom(FIRST));
    List<Family> families = Families.of(List.of(facts(FIRST), facts(SECOND)), links, existing);
    assertThat(families).singleElement();
    assertThat(families.get(0).traceId()).isEqualTo(madeFrom(FIRST));
    Claim before = claim("a0", "2021-04-01T00:00:00Z", "6400");
    List<Family> grown =
        Families.of(
            List.of(facts(before), facts(FIRST)),
            List.of(link(before, FIRST, "passage", "same")),
            Map.of(FIRST.claimId(), madeFrom(FIRST)));
    assertThat(grown.get(0).traceId()).isEqualTo(madeFrom(FIRST));
  }

  @Test
  void anEarlierClaimThatPartsAgainLeavesTheIdToTheClaimItWasMadeFrom() {
    String id = madeFrom(SECOND);
    Map<String, String> existing = Map.of(FIRST.claimId(), id, SECOND.claimId(), id);
    List<Family> families = Families.of(List.of(facts(FIRST), facts(SECOND)), List.of(), existing);
    assertThat(families).extracting(Family::traceId).containsExactly(madeFrom(FIRST), id);
  }

  /** The parts of a family that lost a claim are named apart from each other, as components are. */
  @Test
  void givesASplitFamilysIdToThePartThatItWasMadeFromOnly() {
    Claim copy = claim("a7", "2021-06-01T00:00:00Z", "6400");
    Claim other = claim("a8", "2021-06-02T00:00:00Z", "6400");
    Map<String, String> existing = new HashMap<>();
    for (Claim claim : List.of(FIRST, SECOND, copy, other)) {
      existing.put(claim.claimId(), madeFrom(FIRST));
    }
    assertThat(idOf(FIRST, SECOND, existing)).isEqualTo(madeFrom(FIRST));
    assertThat(idOf(copy, other, existing)).isEqualTo(madeFrom(copy));
    assertThat(idOf(copy, other, Map.of(copy.claimId(), madeFrom(FIRST))))
        .as("FIRST is forgotten, or makes a family of its own anew one night")
        .isEqualTo(madeFrom(copy));
  }

  private static String idOf(Claim one, Claim other, Map<String, String> existing) {
    List<Family> families =
        Families.of(
            List.of(facts(one), facts(other)),
            List.of(link(one, other, "passage", "same")),
            existing);
    assertThat(families).hasSize(1);
    return families.get(0).traceId();
  }

  private static String madeFrom(Claim claim) {
    return Ids.of("trace", claim.claimId());
  }

  @Property(tries = 200)
  void doesNotDependOnTheOrderOfClaimsAndLinks(
      @ForAll @IntRange(min = 2, max = 14) int size, @ForAll long seed) {
    Random random = new Random(seed);
    List<ClaimFacts> claims = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String date = random.nextInt(4) == 0 ? null : "2021-05-1" + random.nextInt(10) + "T00:00:00Z";
      Claim claim = claim("a" + i, date, random.nextInt(3) == 0 ? "6400" : "6410");
      String parent = random.nextInt(3) == 0 ? "a" + random.nextInt(size) : null;
      claims.add(facts(claim, "c" + random.nextInt(3), parent));
    }
    List<ClaimLink> links = new ArrayList<>();
    for (int i = 0; i < size * 2; i++) {
      Claim from = claims.get(random.nextInt(size)).claim();
      Claim to = claims.get(random.nextInt(size)).claim();
      if (!from.claimId().equals(to.claimId())) {
        links.add(
            link(
                from,
                to,
                random.nextBoolean() ? "passage" : "quantity",
                random.nextBoolean() ? "same" : "drifted"));
      }
    }
    Traces.Rows rows = Traces.of(claims, links, Map.of());
    List<ClaimFacts> shuffled = new ArrayList<>(claims);
    List<ClaimLink> reordered = new ArrayList<>(links);
    Collections.shuffle(shuffled, random);
    Collections.shuffle(reordered, random);
    assertThat(Traces.of(shuffled, reordered, Map.of())).isEqualTo(rows);
    Set<String> seen = new HashSet<>();
    for (TraceMember member : rows.members()) {
      assertThat(member.parentClaimId() == null || seen.contains(member.parentClaimId())).isTrue();
      assertThat(seen.add(member.claimId())).isTrue();
    }
    assertThat(seen).hasSize(size);
  }

  @Test
  void aBoundThatHoldsTwoFiguresMakesNoFamilyOfBoth() {
    Claim low = claim("a1", "2021-05-01T00:00:00Z", "5000");
    Claim lowAgain = claim("a2", "2021-05-02T00:00:00Z", "5000");
    Claim bound =
        Told.that("Velda sent more than [5,000 crates] north.")
            .in("a3", "a3.example")
            .at("2021-05-03T00:00:00Z")
            .counting("crate")
            .value("5000")
            .bound(">")
            .claim();
    Claim high = claim("a4", "2021-05-04T00:00:00Z", "5700");
    Claim highAgain = claim("a5", "2021-05-05T00:00:00Z", "5700");
    List<ClaimFacts> claims =
        List.of(facts(low), facts(lowAgain), facts(bound), facts(high), facts(highAgain));
    List<ClaimLink> links =
        List.of(
            link(low, lowAgain, "quantity", "same"),
            link(lowAgain, bound, "quantity", "same"),
            link(bound, high, "quantity", "drifted"),
            link(high, highAgain, "quantity", "same"));
    assertThat(Families.of(claims, links, Map.of()))
        .extracting(family -> family.members().size())
        .containsExactlyInAnyOrder(3, 2);
  }
}
