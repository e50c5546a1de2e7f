package dev.headwater.trace;

import dev.headwater.model.Claim;
import dev.headwater.model.Root;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sums up a family: how far the number went, and on how many roots it stands. Linear. */
public final class TraceSummaries {
  private TraceSummaries() {}

  /** The summary of a family with its roots and members. */
  public static TraceSummary of(Family family, List<Root> roots, List<TraceMember> members) {
    Set<String> articles = new HashSet<>();
    Set<String> sources = new HashSet<>();
    Set<String> clusters = new HashSet<>();
    Spread spread = new Spread();
    String base = comparable(family);
    for (ClaimFacts facts : family.members()) {
      articles.add(facts.articleId());
      sources.add(facts.claim().source());
      clusters.add(facts.clusterId() == null ? "article " + facts.articleId() : facts.clusterId());
      spread.add(facts.claim(), base);
    }
    Set<String> drift = new TreeSet<>();
    members.forEach(member -> drift.addAll(member.drift()));
    List<ClaimFacts> unwired = withoutWire(family.members());
    Claim origin = family.origin().claim();
    List<Origin> named =
        RootArticle.of(family.members()).stream().map(RootArticle::origin).toList();
    return new TraceSummary(
        family.traceId(),
        family.members().size(),
        articles.size(),
        sources.size(),
        clusters.size(),
        roots.size(),
        roots,
        NamedOrigins.mostNamed(named),
        origin.unit(),
        origin.concept(),
        spread.least,
        spread.greatest,
        spread.first,
        spread.last,
        List.copyOf(drift),
        family.seriesId(),
        (int) unwired.stream().map(ClaimFacts::articleId).distinct().count(),
        (int) unwired.stream().map(facts -> facts.claim().source()).distinct().count(),
        roots(roots, unwired));
  }

  /** How many of the roots have one of these claims. */
  private static int roots(List<Root> roots, List<ClaimFacts> members) {
    Set<String> articles = new HashSet<>();
    members.forEach(facts -> articles.add(facts.articleId()));
    return (int)
        roots.stream()
            .filter(root -> root.articleIds().stream().anyMatch(articles::contains))
            .count();
  }

  /** Claims of articles in which no claim stands in wire copy. */
  private static List<ClaimFacts> withoutWire(List<ClaimFacts> members) {
    Set<String> wire = new HashSet<>();
    for (ClaimFacts facts : members) {
      if (facts.agency() != null) {
        wire.add(facts.articleId());
      }
    }
    return members.stream().filter(facts -> !wire.contains(facts.articleId())).toList();
  }

  private static String comparable(Family family) {
    return family.origin().claim().unit();
  }

  /** Least and greatest of values and dates; a value in another unit than the origin's is left. */
  private static final class Spread {
    private BigDecimal least;
    private BigDecimal greatest;
    private Instant first;
    private Instant last;

    void add(Claim claim, String unit) {
      boolean same = unit == null || claim.unit() == null || unit.equals(claim.unit());
      boolean counted = "count".equals(claim.unitKind());
      if (claim.valueLow() != null && (same || counted)) {
        BigDecimal high = claim.valueHigh() == null ? claim.valueLow() : claim.valueHigh();
        least = least == null ? claim.valueLow() : least.min(claim.valueLow());
        greatest = greatest == null ? high : greatest.max(high);
      }
      Instant at = claim.publishedAt();
      if (at != null) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }
    }
  }
}
