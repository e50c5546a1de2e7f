package dev.headwater.trace;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The same quantity in different words: same thing, same measure, same time, compatible value.
 *
 * <p>Fields decide, never the likeness of sentences as a whole: units must be of one class, the
 * verbs of one family, times must not lie apart, and the two sentences must share the more words
 * the less the value itself tells. So 6,700 containers needs little else, "two ports" a great deal.
 * Precision comes before recall: what is refused here may still be joined by a passage.
 */
public final class QuantityLinks {
  /** News repeats a number for about this long; later it is another story. */
  static final Duration WINDOW = Duration.ofDays(60);

  static final Duration SERIES_WINDOW = Duration.ofDays(200);
  private static final double SERIES_RATIO = 0.45;

  /** The relation of links that join nothing. */
  public static final String RELATED = "related";

  /** Small counts are of other things more often than of the same at another time. */
  private static final double SERIES_LEAST = 20;

  private static final double ONE_NAME_RATIO = 0.6;
  private static final int SERIES_NAMES = 2;
  static final double SERIES_GROWTH = 20;
  private static final MathContext TWELVE = new MathContext(12);

  private QuantityLinks() {}

  /** Keys under which equal quantities meet; claims that share none are never compared. */
  public static List<String> blockingKeys(Claim claim) {
    return blockingKeys(ClaimProfile.of(claim));
  }

  /** The same for a profile that is at hand. */
  public static List<String> blockingKeys(ClaimProfile profile) {
    return isFurniture(profile.claim()) ? List.of() : BlockingKeys.of(profile);
  }

  private static boolean isFurniture(Claim claim) {
    return "boilerplate".equals(claim.section()) || "caption".equals(claim.section());
  }

  /** Compares two claims; empty where they are not the same quantity. */
  public static Optional<ClaimLink> compare(Claim a, Claim b) {
    return compare(ClaimProfile.of(a), ClaimProfile.of(b));
  }

  /** The same on profiles, for callers that compare a claim with many. */
  public static Optional<ClaimLink> compare(ClaimProfile a, ClaimProfile b) {
    return compare(a, b, List.of(), List.of());
  }

  /** The same with the other claims of both articles, which give a change of scope its factor. */
  public static Optional<ClaimLink> compare(
      ClaimProfile a, ClaimProfile b, List<Claim> besideA, List<Claim> besideB) {
    if (a.claim().claimId().equals(b.claim().claimId())
        || a.claim().valueLow() == null
        || b.claim().valueLow() == null
        || isFurniture(a.claim())
        || isFurniture(b.claim())) {
      return Optional.empty();
    }
    if (isConversion(a.claim(), b.claim()) || isConversion(b.claim(), a.claim())) {
      return Optional.of(link(a, b, besideA, besideB, "one is the conversion of the other"));
    }
    if (!a.unitClass().equals(b.unitClass()) || ClaimProfile.NO_UNIT.equals(a.unitClass())) {
      return Optional.empty();
    }
    if (contradict(a, b)) {
      return Related.hold(a, b) ? Optional.of(related(a, b)) : Optional.empty();
    }
    if (PollFigures.areOfOtherPolls(a, b) || TimeSpans.areApart(a.claim(), b.claim())) {
      return Optional.empty();
    }
    ValueAgreement agreement = ValueAgreement.of(a.claim(), b.claim());
    if (agreement == ValueAgreement.NONE || agreement == ValueAgreement.SCALE) {
      return otherValue(a, b);
    }
    if (!publishedWithin(a, b) || !a.countsLike(b)) {
      return Optional.empty();
    }
    return Evidence.of(a, b, agreement).isEnough() || Evidence.isTheirSetting(a, b, agreement)
        ? Optional.of(link(a, b, besideA, besideB, reason(a, b, agreement)))
        : Optional.empty();
  }

  private static Optional<ClaimLink> otherValue(ClaimProfile a, ClaimProfile b) {
    if (Corrections.hold(a, b)) {
      return Optional.of(correction(a, b));
    }
    if (isSeries(a, b)) {
      return Optional.of(update(a, b));
    }
    return Contradictions.hold(a, b) ? Optional.of(dispute(a, b)) : Optional.empty();
  }

  private static boolean isConversion(Claim a, Claim b) {
    return a.conversionOf() != null && a.conversionOf().equals(b.claimId());
  }

  /** Related but different measures: another verb, another direction, a denial. */
  private static boolean contradict(ClaimProfile a, ClaimProfile b) {
    boolean families = a.family() != null && b.family() != null && !a.family().equals(b.family());
    return families || !pointTheSameWay(a.claim(), b.claim());
  }

  /** Whether neither is a rise where the other is a fall or a level, nor one of them denied. */
  static boolean pointTheSameWay(Claim a, Claim b) {
    return direction(a).equals(direction(b))
        && String.valueOf(a.polarity()).equals(String.valueOf(b.polarity()));
  }

  /** "Up by 5" is no "up to 5"; a plain "up" may be either. */
  static String direction(Claim claim) {
    String change = claim.change() == null ? "" : claim.change();
    return change.startsWith("up") ? "up" : change.startsWith("down") ? "down" : "";
  }

  /** An undated article was published before it was loaded, and most often shortly before. */
  private static boolean publishedWithin(ClaimProfile a, ClaimProfile b) {
    Instant one = a.claim().publishedAt();
    Instant other = b.claim().publishedAt();
    if (one != null && other != null) {
      return Duration.between(one, other).abs().compareTo(WINDOW) <= 0;
    }
    Instant oneBy = one == null ? a.setting().knownBy() : one;
    Instant otherBy = other == null ? b.setting().knownBy() : other;
    if (oneBy == null || otherBy == null) {
      return true;
    }
    boolean notAfter = one == null && !otherBy.isAfter(oneBy.plus(WINDOW));
    boolean notBefore = other == null && !oneBy.isAfter(otherBy.plus(WINDOW));
    return one == null && other == null ? notAfter && notBefore : notAfter || notBefore;
  }

  /** The same measure at another time: a later article, another value, the same things named. */
  private static boolean isSeries(ClaimProfile a, ClaimProfile b) {
    Instant one = a.claim().publishedAt();
    Instant other = b.claim().publishedAt();
    if (one == null || other == null || a.claim().value() == null || b.claim().value() == null) {
      return false;
    }
    Duration apart = Duration.between(one, other).abs();
    double ratio = growth(a.claim(), b.claim());
    return apart.compareTo(Duration.ofDays(1)) >= 0
        && apart.compareTo(SERIES_WINDOW) <= 0
        && a.noun() != null
        && a.noun().equals(b.noun())
        && a.family() != null
        && a.family().equals(b.family())
        && aboutTheSame(a, b)
        && ratio <= SERIES_GROWTH
        && growsOrSaysSo(a.claim(), b.claim());
  }

  /** Whether two sentences name the same things and share most of what else they hold. */
  static boolean aboutTheSame(ClaimProfile a, ClaimProfile b) {
    int names = a.sharedNames(b);
    double ratio = a.sharedRatio(b);
    return names >= SERIES_NAMES ? ratio >= SERIES_RATIO : names == 1 && ratio >= ONE_NAME_RATIO;
  }

  /** What was sent or who died adds up: less later is another thing, unless a fall is told. */
  private static boolean growsOrSaysSo(Claim a, Claim b) {
    boolean forward = a.publishedAt().isBefore(b.publishedAt());
    Claim earlier = forward ? a : b;
    Claim later = forward ? b : a;
    return later.value().compareTo(earlier.value()) > 0 || "down".equals(direction(later));
  }

  private static double growth(Claim a, Claim b) {
    double x = a.value().doubleValue();
    double y = b.value().doubleValue();
    return Math.min(x, y) < SERIES_LEAST ? Double.MAX_VALUE : Math.max(x / y, y / x);
  }

  private static ClaimLink update(ClaimProfile a, ClaimProfile b) {
    boolean forward = ClaimOrder.FIRST.compare(a.claim(), b.claim()) <= 0;
    Claim from = forward ? a.claim() : b.claim();
    Claim to = forward ? b.claim() : a.claim();
    String reason =
        "later value of the same measure: " + a.claim().countedNoun() + ", " + a.family();
    return new ClaimLink(
        from.claimId(), to.claimId(), "quantity", reason, "updated", List.of(), null);
  }

  private static ClaimLink related(ClaimProfile a, ClaimProfile b) {
    boolean forward = ClaimOrder.FIRST.compare(a.claim(), b.claim()) <= 0;
    ClaimProfile from = forward ? a : b;
    ClaimProfile to = forward ? b : a;
    String reason =
        "another measure of the same "
            + from.claim().countedNoun()
            + ": "
            + from.family()
            + " and "
            + to.family();
    return new ClaimLink(
        from.claim().claimId(), to.claim().claimId(), "quantity", reason, RELATED, List.of(), null);
  }

  private static ClaimLink correction(ClaimProfile a, ClaimProfile b) {
    boolean forward = Corrections.comesBefore(a, b);
    Claim from = forward ? a.claim() : b.claim();
    Claim to = forward ? b.claim() : a.claim();
    Drift drift =
        Drift.between(from, to, new Pairing(Pairing.Kinship.OTHER_WORDS, List.of(), List.of()));
    return new ClaimLink(
        from.claimId(),
        to.claimId(),
        "quantity",
        "the outlet corrects its own number; "
            + (from.publishedAt().equals(to.publishedAt())
                ? "order by which of the two says so"
                : ClaimOrder.basis(from, to)),
        "corrected",
        drift.kinds(),
        drift.factor());
  }

  private static ClaimLink dispute(ClaimProfile a, ClaimProfile b) {
    boolean forward = ClaimOrder.FIRST.compare(a.claim(), b.claim()) <= 0;
    Claim from = forward ? a.claim() : b.claim();
    Claim to = forward ? b.claim() : a.claim();
    String reason =
        "another value of the same measure "
            + (Contradictions.haveOtherSources(from, to) ? "on another's word: " : "then: ")
            + from.countedNoun()
            + ", "
            + a.family();
    return new ClaimLink(
        from.claimId(),
        to.claimId(),
        "quantity",
        reason,
        "contradicted",
        List.of("value"),
        to.value().divide(from.value(), TWELVE));
  }

  private static ClaimLink link(
      ClaimProfile a, ClaimProfile b, List<Claim> besideA, List<Claim> besideB, String reason) {
    boolean forward = ClaimOrder.FIRST.compare(a.claim(), b.claim()) <= 0;
    Claim from = forward ? a.claim() : b.claim();
    Claim to = forward ? b.claim() : a.claim();
    Drift drift =
        Drift.between(
            from,
            to,
            forward
                ? new Pairing(Pairing.Kinship.OTHER_WORDS, besideA, besideB)
                : new Pairing(Pairing.Kinship.OTHER_WORDS, besideB, besideA));
    return new ClaimLink(
        from.claimId(),
        to.claimId(),
        "quantity",
        reason + "; " + ClaimOrder.basis(from, to),
        drift.relation(),
        drift.kinds(),
        drift.factor());
  }

  private static String reason(ClaimProfile a, ClaimProfile b, ValueAgreement agreement) {
    StringBuilder reason = new StringBuilder("value ").append(PassageLinks.words(agreement));
    reason.append(", unit ").append(a.unitClass());
    if (a.claim().countedNoun() != null) {
      reason.append(", counting ").append(a.claim().countedNoun());
    }
    if (a.family() != null && a.family().equals(b.family())) {
      reason.append(", both of ").append(a.family());
    }
    reason.append(", shared words of weight ").append(a.sharedWeight(b));
    int names = a.setting().sharedNames(b.setting());
    if (names > 0) {
      reason.append(", both articles open with ").append(names).append(" of the same names");
    }
    return reason.toString();
  }
}
