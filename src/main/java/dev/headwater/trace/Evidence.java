package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.math.BigDecimal;

/**
 * What speaks for two compatible claims being one quantity, against what their value demands.
 *
 * <p>A value with many digits is rarely met twice by chance, a small round count always is: the
 * less the value tells, the more words the two sentences must share. The demands were set by hand
 * on invented articles.
 *
 * @param shared weight of the words both sentences hold
 * @param ratio that weight over the lighter sentence's
 * @param needed least weight
 * @param neededRatio least ratio
 * @param names names, and other figures, that both sentences hold
 * @param neededNames least number of these
 */
record Evidence(
    double shared, double ratio, double needed, double neededRatio, int names, int neededNames) {
  private static final BigDecimal SMALL = BigDecimal.valueOf(100);
  private static final int MOST_DIGITS = 9;
  private static final double OWN_ARTICLE = 2.0;
  private static final double BOTH_VAGUE = 7;
  private static final double BOTH_VAGUE_RATIO = 0.5;
  private static final double AGENT_STRANGE = 1.5;
  private static final double FAMILY_SHARED = 1.0;
  private static final double UNDATED = 1.0;
  private static final double UNDATED_ELSEWHERE = 3.5;
  private static final int UNDATED_NAMES = 2;
  private static final int VAGUE_NAMES = 2;
  private static final int SETTING_NAMES = 2;

  /** The thing counted and one word more. */
  private static final double SETTING_WORDS = 2;

  /** Two sentences that share no name may tell of anybody. */
  private static final double NAMELESS = 6;

  private static final double NAMELESS_RATIO = 0.6;

  static Evidence of(ClaimProfile a, ClaimProfile b, ValueAgreement agreement) {
    double shared = a.sharedWeight(b);
    boolean family = a.family() != null && a.family().equals(b.family());
    if (areVague(a.claim(), b.claim(), agreement)) {
      return new Evidence(
          shared, a.sharedRatio(b), BOTH_VAGUE, BOTH_VAGUE_RATIO, a.sharedNames(b), VAGUE_NAMES);
    }
    if (agreement == ValueAgreement.VAGUE) {
      boolean own = a.claim().articleId().equals(b.claim().articleId());
      return own && family
          ? new Evidence(shared, a.sharedRatio(b), OWN_ARTICLE, 0.3, 1, 1)
          : new Evidence(shared, a.sharedRatio(b), Double.MAX_VALUE, 1, 0, 1);
    }
    double needed = Math.max(demand(a.claim()), demand(b.claim()));
    double ratio = isSmall(a.claim()) || isSmall(b.claim()) ? 0.5 : 0.3;
    if (agreement != ValueAgreement.EQUAL) {
      needed += 1;
    }
    if (isSmall(a.claim()) && a.noun() != null && !a.noun().equals(b.noun())) {
      needed = Double.MAX_VALUE;
    }
    if (areOtherShares(a.claim(), b.claim())) {
      needed = Double.MAX_VALUE;
    }
    needed -= family ? FAMILY_SHARED : 0;
    needed += strangers(a, b) ? AGENT_STRANGE : 0;
    boolean dated = a.claim().publishedAt() != null && b.claim().publishedAt() != null;
    needed +=
        dated ? 0 : !family && tellOfOthers(a.setting(), b.setting()) ? UNDATED_ELSEWHERE : UNDATED;
    return new Evidence(
        shared,
        a.sharedRatio(b),
        needed,
        ratio,
        a.sharedNames(b) + a.sharedFigures(b),
        dated ? 1 : UNDATED_NAMES);
  }

  /**
   * A telling exact count of one thing in two articles whose openings name the same: then one more
   * word in common is enough, though neither sentence names anybody.
   */
  static boolean isTheirSetting(ClaimProfile a, ClaimProfile b, ValueAgreement agreement) {
    boolean telling =
        agreement == ValueAgreement.EQUAL && digits(a.claim()) >= 3 && digits(b.claim()) >= 3;
    return telling
        && a.noun() != null
        && a.noun().equals(b.noun())
        && a.setting().sharedNames(b.setting()) >= SETTING_NAMES
        && a.sharedWeight(b) >= SETTING_WORDS
        && !strangers(a, b);
  }

  /** Shares of a whole recur by chance: two polls, or two figures a point apart, are two things. */
  private static boolean areOtherShares(Claim a, Claim b) {
    if (!a.unitKind().startsWith("percent") || a.value() == null || b.value() == null) {
      return false;
    }
    boolean apart = a.value().subtract(b.value()).abs().compareTo(BigDecimal.ONE) >= 0;
    boolean exact = "=".equals(a.bound()) && "=".equals(b.bound());
    Origin here = Origin.of(a);
    Origin there = Origin.of(b);
    boolean others = here.isNamed() && there.isNamed() && !here.isWordedLike(there);
    return others || (apart && exact);
  }

  /** "Millions" and "millions" are equal as words, and tell as little as two that overlap. */
  private static boolean areVague(Claim a, Claim b, ValueAgreement agreement) {
    boolean ranges = a.value() == null && b.value() == null;
    return ranges
        && (agreement == ValueAgreement.VAGUE
            || (ValueAgreement.isOnlyASize(a) && ValueAgreement.isOnlyASize(b)));
  }

  private static double demand(Claim claim) {
    int digits = digits(claim);
    if (isSmall(claim) && "duration".equals(claim.unitKind())) {
      return 7.5;
    }
    if (isSmall(claim)) {
      return digits >= 2 && !"percent".equals(claim.unitKind()) ? 4.5 : 5;
    }
    return digits >= 3 ? 2.5 : digits == 2 ? 3.5 : 4.5;
  }

  private static int digits(Claim claim) {
    BigDecimal value = claim.valueLow().stripTrailingZeros();
    // A fraction written as a word, such as two-thirds, has no digits of its own.
    return value.signum() == 0 || value.precision() > MOST_DIGITS ? 1 : value.precision();
  }

  private static boolean isSmall(Claim claim) {
    return digits(claim) < 3 && claim.valueLow().abs().compareTo(SMALL) <= 0;
  }

  /** Both name who has or does it, and they share no word. */
  private static boolean strangers(ClaimProfile a, ClaimProfile b) {
    return isStrange(a.claim().agent(), b) && isStrange(b.claim().agent(), a);
  }

  private static boolean isStrange(String agent, ClaimProfile other) {
    if (agent == null) {
      return false;
    }
    boolean named = false;
    for (ContextWord word : ContextWords.of("of " + agent)) {
      if (word.weight() > 0) {
        named = true;
        if (other.words().containsKey(word.key())) {
          return false;
        }
      }
    }
    return named;
  }

  /** Both openings name somebody, and hardly the same: years may lie between them. */
  private static boolean tellOfOthers(Setting one, Setting other) {
    return !one.names().isEmpty()
        && !other.names().isEmpty()
        && one.sharedNames(other) < SETTING_NAMES;
  }

  boolean isEnough() {
    boolean placed = names >= neededNames || (shared >= NAMELESS && ratio >= NAMELESS_RATIO);
    return placed && shared >= needed && ratio >= neededRatio;
  }
}
