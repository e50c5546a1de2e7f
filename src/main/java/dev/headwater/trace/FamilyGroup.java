package dev.headwater.trace;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A family under construction.
 *
 * @param byArticle its claims by article
 * @param spread least and greatest value
 * @param dates first and last publication known
 * @param stated claims of each single exact value, unhedged and no bound
 * @param count its claims
 */
record FamilyGroup(
    Map<String, List<Claim>> byArticle,
    double[] spread,
    Instant[] dates,
    Map<BigDecimal, List<Claim>> stated,
    int[] count) {
  private static final double MOST_SPREAD = 1.5;

  /** A figure stated once may be another's slip; stated again, it is a figure of its own. */
  private static final int OFTEN = 2;

  static FamilyGroup of(Claim claim) {
    Map<String, List<Claim>> byArticle = new HashMap<>();
    byArticle.put(claim.articleId(), new ArrayList<>(List.of(claim)));
    double value = value(claim);
    Instant at = claim.publishedAt();
    Map<BigDecimal, List<Claim>> stated = new HashMap<>();
    if (claim.value() != null && "=".equals(claim.bound())) {
      stated.put(base(claim).stripTrailingZeros(), new ArrayList<>(List.of(claim)));
    }
    return new FamilyGroup(
        byArticle, new double[] {value, value}, new Instant[] {at, at}, stated, new int[] {1});
  }

  private static BigDecimal base(Claim claim) {
    return claim.baseLow() == null ? claim.value() : claim.baseLow();
  }

  /** NaN for a range: it sets no bounds. */
  private static double value(Claim claim) {
    if (claim.value() == null) {
      return Double.NaN;
    }
    return base(claim).doubleValue();
  }

  int size() {
    return count[0];
  }

  /** Whether an undated claim would join what was printed in two ages. */
  boolean isFarFrom(FamilyGroup other) {
    if (dates[0] == null || other.dates[0] == null) {
      return false;
    }
    return dates[0].isAfter(other.dates[1].plus(QuantityLinks.WINDOW))
        || other.dates[0].isAfter(dates[1].plus(QuantityLinks.WINDOW));
  }

  boolean admits(FamilyGroup other, ClaimLink link) {
    // A correction names the number it mends beside the right one.
    if ("corrected".equals(link.relation())) {
      return true;
    }
    if (!Families.Strength.isPassage(link) && !agreesInTheMain(other)) {
      return false;
    }
    if (!Families.Strength.isPassage(link)
        && ratio(spread) <= MOST_SPREAD
        && ratio(other.spread) <= MOST_SPREAD
        && ratio(union(spread, other.spread)) > MOST_SPREAD) {
      return false;
    }
    FamilyGroup small = byArticle.size() <= other.byArticle.size() ? this : other;
    FamilyGroup large = small == this ? other : this;
    for (Map.Entry<String, List<Claim>> entry : small.byArticle.entrySet()) {
      for (Claim there : large.byArticle.getOrDefault(entry.getKey(), List.of())) {
        for (Claim here : entry.getValue()) {
          ValueAgreement agreement = ValueAgreement.of(here, there);
          if (agreement == ValueAgreement.NONE || agreement == ValueAgreement.SCALE) {
            return false;
          }
        }
      }
    }
    return true;
  }

  /**
   * Whether the figures that most claims of either side state agree: a bound such as "more than 5"
   * agrees with 5 and with 5.7, and would make one family of two figures.
   */
  private boolean agreesInTheMain(FamilyGroup other) {
    Claim here = main();
    Claim there = other.main();
    if (here == null || there == null) {
      return true;
    }
    ValueAgreement agreement = ValueAgreement.of(here, there);
    return agreement != ValueAgreement.NONE && agreement != ValueAgreement.SCALE;
  }

  /** A claim of the exact value that most claims state; null where none is stated often. */
  private Claim main() {
    Map.Entry<BigDecimal, List<Claim>> most = null;
    for (Map.Entry<BigDecimal, List<Claim>> entry : stated.entrySet()) {
      int more = most == null ? 1 : entry.getValue().size() - most.getValue().size();
      if (more > 0 || (more == 0 && entry.getKey().compareTo(most.getKey()) < 0)) {
        most = entry;
      }
    }
    return most == null || most.getValue().size() < OFTEN ? null : most.getValue().get(0);
  }

  FamilyGroup absorb(FamilyGroup other) {
    other.byArticle.forEach(
        (article, claims) ->
            byArticle.computeIfAbsent(article, key -> new ArrayList<>()).addAll(claims));
    other.stated.forEach(
        (value, claims) -> stated.computeIfAbsent(value, key -> new ArrayList<>()).addAll(claims));
    double[] both = union(spread, other.spread);
    spread[0] = both[0];
    spread[1] = both[1];
    if (other.dates[0] != null) {
      dates[0] = dates[0] == null || other.dates[0].isBefore(dates[0]) ? other.dates[0] : dates[0];
      dates[1] = dates[1] == null || other.dates[1].isAfter(dates[1]) ? other.dates[1] : dates[1];
    }
    count[0] += other.count[0];
    return this;
  }

  private static double[] union(double[] a, double[] b) {
    if (Double.isNaN(a[0])) {
      return b.clone();
    }
    if (Double.isNaN(b[0])) {
      return a.clone();
    }
    return new double[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])};
  }

  private static double ratio(double[] spread) {
    return Double.isNaN(spread[0]) || spread[0] <= 0 ? 1 : spread[1] / spread[0];
  }
}
