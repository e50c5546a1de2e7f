package dev.headwater.trace;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimKeys;
import dev.headwater.model.Column;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What tells most pairs of claims apart at a glance, small enough to travel under every blocking
 * key: two claims whose outlines cannot be one number are never sent to be compared.
 *
 * <p>Each test is a necessary condition of {@link QuantityLinks#compare(ClaimProfile,
 * ClaimProfile)}: names are hashes and words are bits of a sketch, so two that differ may look
 * alike, never the other way. Left out are conversions, which stand in one article and are compared
 * there. Constant cost. Kept in {@code claim_keys}, so a change of what is read here needs another
 * {@code Tables.LAYOUT}.
 */
public record ClaimOutline(
    @Column("Hash of the unit's class") int unit,
    @Column("Hash of the counted noun's class; 0 where nothing is counted") int noun,
    @Column("Hash of the family of measures; 0 where unknown") int family,
    @Column("Hash of direction and polarity") int stance,
    @Column("Hash of the outlet") int source,
    @Column("When it was published; null where unknown") Instant publishedAt,
    @Column("Value as printed; null for a range") Double printed,
    @Column(value = "The values it may agree with", required = true) Reach reach,
    @Column("A bit for each word of its sentence") long words,
    @Column("A bit for each of these that is a name") long names) {

  /** Reads the outline of a claim that has a value. */
  public static ClaimOutline of(ClaimProfile profile) {
    Claim claim = profile.claim();
    long words = 0;
    long names = 0;
    for (Map.Entry<String, Double> word : profile.words().entrySet()) {
      long bit = bit(word.getKey());
      words |= bit;
      names |= word.getValue() > 1 ? bit : 0;
    }
    return new ClaimOutline(
        profile.unitClass().hashCode(),
        hash(profile.noun()),
        hash(profile.family()),
        (QuantityLinks.direction(claim) + claim.polarity()).hashCode(),
        claim.source().hashCode(),
        claim.publishedAt(),
        claim.value() == null ? null : claim.value().doubleValue(),
        ValueAgreement.reach(claim),
        words,
        names);
  }

  /** Reads the outline that a row of {@code claim_keys} holds. */
  public static ClaimOutline of(ClaimKeys row) {
    return new ClaimOutline(
        row.unitHash(),
        row.nounHash(),
        row.familyHash(),
        row.stanceHash(),
        row.sourceHash(),
        row.publishedAt(),
        row.printed(),
        new Reach(row.inBaseUnit(), row.low(), row.high(), row.least(), row.most()),
        row.wordBits(),
        row.nameBits());
  }

  /**
   * The row by which later claims meet this one.
   *
   * @param claim the claim that the outline is of
   * @param ingestedAt when its article was loaded
   * @param keys little-endian 64-bit hashes of its blocking keys
   */
  public ClaimKeys row(Claim claim, Instant ingestedAt, byte[] keys) {
    return new ClaimKeys(
        claim.claimId(),
        claim.articleId(),
        publishedAt,
        ingestedAt,
        keys,
        unit,
        noun,
        family,
        stance,
        source,
        printed,
        reach.based(),
        reach.low(),
        reach.high(),
        reach.least(),
        reach.most(),
        words,
        names);
  }

  private static int hash(String word) {
    return word == null ? 0 : word.hashCode() == 0 ? 1 : word.hashCode();
  }

  private static long bit(String word) {
    // The low bits of a string's hash are those of its last letter: Fibonacci hashing mixes them.
    return 1L << (word.hashCode() * 0x9E3779B97F4A7C15L >>> 58);
  }

  /** Whether the claims of two outlines may be linked. */
  public boolean mayMeet(ClaimOutline other) {
    if (unit != other.unit || stance != other.stance) {
      return false;
    }
    if (family != other.family && family != 0 && other.family != 0) {
      return mayBeRelated(other);
    }
    boolean agree =
        reach.meets(other.reach)
            && (noun == 0) == (other.noun == 0)
            && !isFurther(other, QuantityLinks.WINDOW);
    return agree || mayDiffer(other);
  }

  /** Whether they may be a correction, a later or a disputed value of one measure. */
  private boolean mayDiffer(ClaimOutline other) {
    if (publishedAt == null || other.publishedAt == null || !sharesAName(other)) {
      return false;
    }
    boolean ownOutlet = source == other.source && !isFurther(other, Corrections.WINDOW);
    boolean measure =
        noun == other.noun && noun != 0 && family == other.family && family != 0 && isOfSize(other);
    return ownOutlet || (measure && !isFurther(other, QuantityLinks.SERIES_WINDOW));
  }

  /** Whether they may be two measures of the same things. */
  private boolean mayBeRelated(ClaimOutline other) {
    return noun == other.noun
        && noun != 0
        && printed != null
        && other.printed != null
        && Related.areNear(printed, other.printed)
        && publishedAt != null
        && other.publishedAt != null
        && sharesAName(other)
        && !isFurther(other, QuantityLinks.WINDOW);
  }

  private boolean sharesAName(ClaimOutline other) {
    return ((words & other.names) | (names & other.words)) != 0;
  }

  private boolean isOfSize(ClaimOutline other) {
    if (printed == null || other.printed == null) {
      return false;
    }
    double least = Math.min(printed, other.printed);
    double most = Math.max(printed, other.printed);
    double growth = Math.max(QuantityLinks.SERIES_GROWTH, Contradictions.MOST_APART.doubleValue());
    return least >= Contradictions.LEAST.doubleValue() && most <= least * growth * (1 + Reach.SLIP);
  }

  private boolean isFurther(ClaimOutline other, Duration window) {
    return publishedAt != null
        && other.publishedAt != null
        && Duration.between(publishedAt, other.publishedAt).abs().compareTo(window) > 0;
  }
}
