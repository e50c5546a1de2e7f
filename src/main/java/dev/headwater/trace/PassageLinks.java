package dev.headwater.trace;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The same number through the same passage: which number of one text answers which of the other.
 *
 * <p>A claim's place is carried over through the aligned blocks and paired with the claim that
 * stands there; value, unit and neighbouring words settle doubts, each claim is used once. A number
 * that was changed between two aligned neighbours is still the same number, with drift. Templates
 * and furniture link nothing: their numbers differ by nature. Cost: the left claims times the right
 * claims within reach of each.
 */
public final class PassageLinks {
  private static final Set<String> NO_LINK = Set.of("template", "boilerplate");

  /** Farther than this from an aligned word, place alone does not prove that a number changed. */
  private static final int TIGHT = 60;

  private static final int REACH = 24;
  private static final double CHANGED_WORDS = 0.6;

  private PassageLinks() {}

  /** Links the claims of two articles that lie in a passage they share. */
  public static List<ClaimLink> link(Passage passage, List<Claim> left, List<Claim> right) {
    return link(passage, left, right, Pairing.Kinship.OTHER_ARTICLE);
  }

  /** The same for articles that may be versions of one another. */
  public static List<ClaimLink> link(
      Passage passage, List<Claim> left, List<Claim> right, Pairing.Kinship kinship) {
    if (NO_LINK.contains(passage.reuseKind())) {
      return List.of();
    }
    if (kinship != Pairing.Kinship.OTHER_VERSION && isOldEcho(left, right)) {
      return List.of();
    }
    List<ClaimProfile> lefts = inside(left, passage.leftBegin(), passage.leftEnd());
    List<ClaimProfile> rights = inside(right, passage.rightBegin(), passage.rightEnd());
    List<Match> matches = matches(passage, lefts, rights);
    matches.sort(Match.BEST);
    Set<String> used = new HashSet<>();
    List<ClaimLink> links = new ArrayList<>();
    for (Match match : matches) {
      String leftId = match.left().claim().claimId();
      String rightId = match.right().claim().claimId();
      if (!used.contains(leftId) && !used.contains(rightId)) {
        used.add(leftId);
        used.add(rightId);
        links.add(match.link(passage, left, right, kinship));
      }
    }
    links.sort(Comparator.comparing(ClaimLink::fromClaimId).thenComparing(ClaimLink::toClaimId));
    return links;
  }

  /** An outlet that repeats itself after so long tells another story in its old words. */
  private static boolean isOldEcho(List<Claim> left, List<Claim> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    Claim one = left.get(0);
    Claim other = right.get(0);
    return one.source().equals(other.source())
        && one.publishedAt() != null
        && other.publishedAt() != null
        && Duration.between(one.publishedAt(), other.publishedAt())
                .abs()
                .compareTo(StandingText.LASTS)
            > 0;
  }

  private static List<ClaimProfile> inside(List<Claim> claims, int begin, int end) {
    List<ClaimProfile> inside = new ArrayList<>();
    for (Claim claim : claims) {
      int overlap = Math.min(end, claim.end()) - Math.max(begin, claim.begin());
      boolean most = overlap * 2 > claim.end() - claim.begin();
      if (most && claim.valueLow() != null && !"boilerplate".equals(claim.section())) {
        inside.add(ClaimProfile.of(claim));
      }
    }
    inside.sort(Comparator.comparingInt((ClaimProfile profile) -> profile.claim().begin()));
    return inside;
  }

  private static List<Match> matches(
      Passage passage, List<ClaimProfile> lefts, List<ClaimProfile> rights) {
    PassageMap map = PassageMap.of(passage);
    List<Match> matches = new ArrayList<>();
    for (ClaimProfile left : lefts) {
      PassageMap.Slot slot = map.slot(left.claim().begin(), left.claim().end());
      int reach = REACH + slot.slack();
      for (int i = firstEndingAfter(rights, slot.begin() - reach); i < rights.size(); i++) {
        Claim right = rights.get(i).claim();
        if (right.begin() > slot.end() + reach) {
          break;
        }
        Match match = match(passage, left, rights.get(i), slot, reach);
        if (match != null) {
          matches.add(match);
        }
      }
    }
    return matches;
  }

  private static int firstEndingAfter(List<ClaimProfile> profiles, int point) {
    int low = 0;
    int high = profiles.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (profiles.get(middle).claim().end() < point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static Match match(
      Passage passage, ClaimProfile left, ClaimProfile right, PassageMap.Slot slot, int reach) {
    int distance = slot.distance(right.claim().begin(), right.claim().end());
    boolean tight = slot.slack() <= TIGHT && distance <= REACH / 2;
    ValueAgreement agreement = ValueAgreement.of(left.claim(), right.claim());
    boolean printed = printedAlike(left.claim(), right.claim());
    boolean sameUnit = left.unitClass().equals(right.unitClass());
    boolean loose = sameUnit && left.countsLike(right);
    if (!tight && !loose) {
      return null;
    }
    boolean conflict = conflict(left, right);
    if (!tight && conflict && slot.slack() > TIGHT && agreement != ValueAgreement.EQUAL) {
      return null;
    }
    double ratio = left.sharedRatio(right);
    double score = score(agreement, printed);
    if (PollFigures.areOfOtherTellings(left, right)) {
      return null;
    }
    if (score == 0 && TimeSpans.areApart(left.claim(), right.claim())) {
      return null;
    }
    if (score == 0) {
      boolean rewritten = "rewritten".equals(passage.reuseKind());
      boolean changed = rewritten ? loose && !conflict && ratio >= CHANGED_WORDS : tight && loose;
      if (!changed) {
        return null;
      }
    } else if (!sameUnit && !unitLost(left, right) && !printed) {
      return null;
    }
    score += (sameUnit ? 1 : 0) + (loose ? 1 : 0) + sameUnitCode(left, right) + ratio;
    score += 1.0 - Math.min(1.0, distance / (double) reach);
    return new Match(left, right, agreement, score);
  }

  private static double score(ValueAgreement agreement, boolean printed) {
    return switch (agreement) {
      case EQUAL -> 6;
      case ROUNDED, BOUNDED -> 4;
      case VAGUE -> 3;
      case SCALE -> 2;
      case NONE -> printed ? 3 : 0;
    };
  }

  private static boolean printedAlike(Claim left, Claim right) {
    return left.valueLow().compareTo(right.valueLow()) == 0
        && left.valueHigh() != null
        && right.valueHigh() != null
        && left.valueHigh().compareTo(right.valueHigh()) == 0;
  }

  private static boolean unitLost(ClaimProfile left, ClaimProfile right) {
    return ClaimProfile.NO_UNIT.equals(left.unitClass())
        || ClaimProfile.NO_UNIT.equals(right.unitClass());
  }

  private static double sameUnitCode(ClaimProfile left, ClaimProfile right) {
    String unit = left.claim().unit();
    return unit != null && unit.equals(right.claim().unit()) ? 1 : 0;
  }

  private static boolean conflict(ClaimProfile left, ClaimProfile right) {
    return left.family() != null && right.family() != null && !left.family().equals(right.family());
  }

  private record Match(
      ClaimProfile left, ClaimProfile right, ValueAgreement agreement, double score) {
    static final Comparator<Match> BEST =
        Comparator.comparingDouble(Match::score)
            .reversed()
            .thenComparingInt((Match match) -> match.left().claim().begin())
            .thenComparingInt((Match match) -> match.right().claim().begin())
            .thenComparing((Match match) -> match.left().claim().claimId())
            .thenComparing((Match match) -> match.right().claim().claimId());

    ClaimLink link(
        Passage passage, List<Claim> lefts, List<Claim> rights, Pairing.Kinship kinship) {
      boolean forward = ClaimOrder.FIRST.compare(left.claim(), right.claim()) <= 0;
      Claim from = forward ? left.claim() : right.claim();
      Claim to = forward ? right.claim() : left.claim();
      Pairing pairing =
          forward ? new Pairing(kinship, lefts, rights) : new Pairing(kinship, rights, lefts);
      Drift drift = Drift.between(from, to, pairing);
      String reason =
          "same place of a passage reused as "
              + passage.reuseKind()
              + ", value "
              + words(agreement)
              + "; "
              + ClaimOrder.basis(from, to);
      return new ClaimLink(
          from.claimId(),
          to.claimId(),
          "passage",
          reason,
          drift.relation(),
          drift.kinds(),
          drift.factor());
    }
  }

  /** An agreement in words, for the reason column. */
  static String words(ValueAgreement agreement) {
    return switch (agreement) {
      case EQUAL -> "equal";
      case ROUNDED -> "equal but for rounding";
      case BOUNDED -> "within the bound";
      case VAGUE -> "within the vague range";
      case SCALE -> "equal but for a factor of thousands";
      case NONE -> "changed";
    };
  }
}
