package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What became of a number between an earlier claim and a later one.
 *
 * <p>Each kind is read from a field of its own, so several may hold at once. After the drift kinds
 * of Simmons, Adamic and Adar, "Memes Online" (ICWSM 2011), and QuanTemp (SIGIR 2024). Constant
 * cost but for a scan of the siblings when a scope changed.
 *
 * @param relation same, drifted, updated, corrected or contradicted
 * @param kinds kinds of drift in a fixed order; empty when none
 * @param factor later stated total over the earlier one, where they differ; null otherwise
 */
public record Drift(String relation, List<String> kinds, BigDecimal factor) {
  private static final MathContext TWELVE = new MathContext(12);
  private static final BigDecimal TWO = BigDecimal.valueOf(2);
  private static final Set<String> EACH = Set.of("each", "per");

  /** Compares a later claim with an earlier one. */
  public static Drift between(Claim earlier, Claim later, Pairing pairing) {
    List<String> kinds = new ArrayList<>();
    BigDecimal factor = value(earlier, later, kinds);
    // "More than 1,200" for 1,250: the bound is what makes the rounding true, no doubt of its own.
    boolean cut = kinds.contains("rounded") && ValueAgreement.bounds(later, earlier);
    if (!isPrintedConversion(earlier, later) && !cut) {
      hedge(earlier, later, kinds);
    }
    modality(earlier, later, kinds);
    unit(earlier, later, kinds);
    BigDecimal scope = ScopeShift.factor(earlier, later, pairing);
    if (ScopeShift.changed(earlier, later)) {
      kinds.add("scope");
      factor = scope == null ? factor : factor == null ? scope : scope.multiply(factor, TWELVE);
    }
    if (isCopied(pairing) && Subjects.differ(earlier, later)) {
      kinds.add("subject");
    }
    time(earlier, later, pairing, kinds);
    attribution(earlier, later, pairing, kinds);
    return relate(earlier, later, pairing, kinds, plain(factor));
  }

  private static Drift relate(
      Claim earlier, Claim later, Pairing pairing, List<String> kinds, BigDecimal factor) {
    if (!String.valueOf(earlier.polarity()).equals(String.valueOf(later.polarity()))) {
      return new Drift("contradicted", List.copyOf(kinds), factor);
    }
    boolean moved = kinds.contains("value");
    if (pairing.kinship() == Pairing.Kinship.OTHER_VERSION) {
      return new Drift(kinds.isEmpty() ? "same" : "corrected", List.copyOf(kinds), factor);
    }
    if (moved && Revisions.presentsAsNewer(earlier, later)) {
      kinds.remove("value");
      return new Drift("updated", List.copyOf(kinds), factor);
    }
    return new Drift(kinds.isEmpty() ? "same" : "drifted", List.copyOf(kinds), factor);
  }

  private static BigDecimal value(Claim earlier, Claim later, List<String> kinds) {
    ValueAgreement agreement = ValueAgreement.of(earlier, later);
    switch (agreement) {
      case ROUNDED, VAGUE -> {
        if (isConversion(earlier, later) && !isCoarser(earlier, later)) {
          return null;
        }
        kinds.add("rounded");
      }
      case BOUNDED -> {
        if (ValueAgreement.bounds(later, earlier)) {
          kinds.add("rounded");
        } else if (doubt(later) > 0) {
          kinds.add("value");
        } else {
          return null;
        }
      }
      case SCALE -> kinds.add("scale");
      case NONE -> {
        if (sameFigures(earlier, later)) {
          return ratio(earlier, later);
        }
        if (earlier.valueLow() != null && later.valueLow() != null) {
          kinds.add("value");
        }
      }
      default -> {
        return null;
      }
    }
    return ratio(earlier, later);
  }

  /** The figures as printed agree: then the unit changed under them, not the value. */
  private static boolean sameFigures(Claim earlier, Claim later) {
    return earlier.valueLow() != null
        && later.valueLow() != null
        && earlier.valueLow().compareTo(later.valueLow()) == 0;
  }

  /** 180 kilometres for 110 miles: rounded by the conversion, not by the writer. */
  private static boolean isConversion(Claim earlier, Claim later) {
    return earlier.unit() != null
        && later.unit() != null
        && !earlier.unit().equals(later.unit())
        && earlier.baseUnit() != null
        && earlier.baseUnit().equals(later.baseUnit());
  }

  /** Whether the later figure is told in steps more than twice as wide. */
  private static boolean isCoarser(Claim earlier, Claim later) {
    BigDecimal before = step(earlier);
    BigDecimal after = step(later);
    return before != null && after != null && after.compareTo(before.multiply(TWO)) > 0;
  }

  /** The last digit stated, in the base unit. */
  private static BigDecimal step(Claim claim) {
    boolean known =
        claim.precision() != null && claim.baseLow() != null && claim.valueLow().signum() != 0;
    return known
        ? claim.precision().multiply(claim.baseLow().divide(claim.valueLow(), TWELVE)).abs()
        : null;
  }

  /** "About 180 kilometres (110 miles)": the hedge stands for both figures. */
  private static boolean isPrintedConversion(Claim earlier, Claim later) {
    return earlier.claimId().equals(later.conversionOf())
        || later.claimId().equals(earlier.conversionOf());
  }

  private static BigDecimal ratio(Claim earlier, Claim later) {
    boolean based =
        earlier.baseLow() != null
            && later.baseLow() != null
            && earlier.baseUnit() != null
            && earlier.baseUnit().equals(later.baseUnit());
    BigDecimal from = single(earlier, based);
    BigDecimal to = single(later, based);
    return from == null || to == null || from.signum() == 0 ? null : to.divide(from, TWELVE);
  }

  private static BigDecimal single(Claim claim, boolean based) {
    if (claim.value() == null) {
      return null;
    }
    return based ? claim.baseLow() : claim.value();
  }

  private static void hedge(Claim earlier, Claim later, List<String> kinds) {
    int before = doubt(earlier);
    int after = doubt(later);
    if (before == after && equalCertainty(earlier, later)) {
      before = earlier.hedges().size();
      after = later.hedges().size();
    }
    if (after < before) {
      kinds.add("hedge_lost");
    } else if (after > before) {
      kinds.add("hedge_added");
    }
  }

  private static int doubt(Claim claim) {
    return "=".equals(claim.bound()) || claim.bound() == null ? 0 : 1;
  }

  private static boolean equalCertainty(Claim earlier, Claim later) {
    return Certainty.of(earlier) == Certainty.of(later);
  }

  private static void modality(Claim earlier, Claim later, List<String> kinds) {
    if (Certainty.of(later) > Certainty.of(earlier)) {
      kinds.add("modality_raised");
    } else if (Certainty.of(later) < Certainty.of(earlier)) {
      kinds.add("modality_lowered");
    }
  }

  private static void unit(Claim earlier, Claim later, List<String> kinds) {
    String before = ClaimProfile.unitClass(earlier);
    String after = ClaimProfile.unitClass(later);
    boolean figures = sameFigures(earlier, later);
    boolean scaled = figures && ValueAgreement.of(earlier, later) == ValueAgreement.NONE;
    boolean counted = earlier.countedNoun() != null && later.countedNoun() == null;
    boolean converted = isConversion(earlier, later) && !isPrintedConversion(earlier, later);
    if (!before.equals(after) || scaled || converted || (counted && "count".equals(before))) {
      kinds.add("unit");
    }
  }

  private static void time(Claim earlier, Claim later, Pairing pairing, List<String> kinds) {
    boolean lost =
        isCopied(pairing)
            && TimeSpans.isKnown(earlier)
            && !TimeSpans.isKnown(later)
            && later.timeSaid() == null;
    if (lost || TimeSpans.areApart(earlier, later)) {
      kinds.add("time");
    }
  }

  private static void attribution(Claim earlier, Claim later, Pairing pairing, List<String> kinds) {
    // Within one article a repeat leans on what was said before: nothing is lost by not saying it.
    if (earlier.attributedTo().isEmpty() || earlier.articleId().equals(later.articleId())) {
      return;
    }
    if (later.attributedTo().isEmpty()) {
      if (isCopied(pairing) && !Origin.of(earlier).isSpokenOfIn(later.sentence())) {
        kinds.add("attribution_lost");
      }
      return;
    }
    Origin before = Origin.of(earlier);
    Origin after = Origin.of(later);
    if (!before.isWordedLike(after)) {
      kinds.add(before.isNamed() && !after.isNamed() ? "attribution_lost" : "attribution_shifted");
    }
  }

  private static boolean isCopied(Pairing pairing) {
    return pairing.kinship() != Pairing.Kinship.OTHER_WORDS;
  }

  /** A factor as it is stored; null where nothing changed. */
  static BigDecimal plain(BigDecimal factor) {
    if (factor == null || factor.compareTo(BigDecimal.ONE) == 0) {
      return null;
    }
    BigDecimal stripped = factor.round(TWELVE).stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  /** Whether the claim says its number of every single thing. */
  static boolean isDistributive(Claim claim) {
    return claim.scope() != null && EACH.contains(claim.scope());
  }
}
