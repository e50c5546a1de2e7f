package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * "In all" turned into "each", or back: the stated total changes by the number of the containers.
 *
 * <p>The number of containers is that of a claim in one of the two articles that counts the noun
 * after "each"; the nearest such claim of the distributive article wins, then of the other.
 */
final class ScopeShift {
  private static final MathContext TWELVE = new MathContext(12);

  private ScopeShift() {}

  static boolean changed(Claim earlier, Claim later) {
    return isEach(earlier) != isEach(later) && !isPeriod(earlier) && !isPeriod(later);
  }

  /** Containers of the distributive claim, or one over them when the scope went back to all. */
  static BigDecimal factor(Claim earlier, Claim later, Pairing pairing) {
    if (!changed(earlier, later)) {
      return null;
    }
    Claim each = isEach(later) ? later : earlier;
    List<Claim> own = each == later ? pairing.laterSiblings() : pairing.earlierSiblings();
    List<Claim> other = each == later ? pairing.earlierSiblings() : pairing.laterSiblings();
    BigDecimal containers = containers(each, own);
    containers = containers == null ? containers(each, other) : containers;
    if (containers == null || containers.signum() <= 0) {
      return null;
    }
    return each == later ? containers : BigDecimal.ONE.divide(containers, TWELVE);
  }

  /** How many of the things after "each" an article counts; null where it does not say. */
  static BigDecimal containers(Claim each, List<Claim> siblings) {
    if (each.per() == null) {
      return null;
    }
    String noun = ClaimProfile.nounClass(each.per());
    Claim nearest = null;
    for (Claim claim : siblings) {
      boolean counts =
          claim.countedNoun() != null
              && claim.value() != null
              && !claim.claimId().equals(each.claimId())
              && ClaimProfile.nounClass(claim.countedNoun()).equals(noun);
      if (counts && (nearest == null || nearer(each, claim, nearest))) {
        nearest = claim;
      }
    }
    return nearest == null ? null : nearest.value();
  }

  private static boolean nearer(Claim each, Claim candidate, Claim nearest) {
    int distance = Math.abs(candidate.begin() - each.begin());
    int least = Math.abs(nearest.begin() - each.begin());
    return distance < least || (distance == least && candidate.begin() < nearest.begin());
  }

  private static boolean isEach(Claim claim) {
    return Drift.isDistributive(claim) || (claim.per() != null && claim.countedNoun() != null);
  }

  private static boolean isPeriod(Claim claim) {
    return claim.per() != null && Vocabulary.PERIODS.containsKey(claim.per());
  }
}
