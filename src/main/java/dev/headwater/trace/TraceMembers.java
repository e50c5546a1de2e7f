package dev.headwater.trace;

import dev.headwater.model.ClaimLink;
import dev.headwater.model.Root;
import dev.headwater.model.TraceMember;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Each claim's place in its family: where it most likely comes from, and what changed on the way.
 *
 * <p>The parent is a linked claim that comes before it: in an earlier version of its own article,
 * whose number it corrects or keeps, or in another article that it corrects; else through a passage
 * if there is one, with the fewest changes of the figure itself, for nobody restores a figure he
 * never saw; then in the article its stretch was copied from, else in the same cluster, else in
 * any. Else it is linked through the quantity, first with an outlet that its chain names, else in
 * its own article; among equals the earliest. So parents form a forest. The rule is that of least
 * change in the descent of manuscripts and of species (Fitch, Systematic Zoology, 1971). A claim on
 * another root than its would-be parent, joined only as a quantity, is an independent statement.
 * Linear in the links.
 */
public final class TraceMembers {
  private static final MathContext SIX = new MathContext(6);

  private TraceMembers() {}

  /** The members of a family in the family's order. */
  public static List<TraceMember> of(Family family, List<Root> roots) {
    Map<String, String> rootOf = new HashMap<>();
    for (Root root : roots) {
      root.articleIds().forEach(article -> rootOf.put(article, root.root()));
    }
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < family.members().size(); i++) {
      places.put(family.members().get(i).claimId(), i);
    }
    Map<String, List<ClaimLink>> linksOf = new HashMap<>();
    for (ClaimLink link : family.links()) {
      linksOf.computeIfAbsent(link.fromClaimId(), key -> new ArrayList<>()).add(link);
      linksOf.computeIfAbsent(link.toClaimId(), key -> new ArrayList<>()).add(link);
    }
    Map<String, Descent> descents = new HashMap<>();
    List<TraceMember> members = new ArrayList<>();
    for (ClaimFacts facts : family.members()) {
      Step step = step(facts, family, places, linksOf.getOrDefault(facts.claimId(), List.of()));
      members.add(member(facts, family, step, rootOf, descents));
    }
    return members;
  }

  private static Step step(
      ClaimFacts facts, Family family, Map<String, Integer> places, List<ClaimLink> links) {
    Step best = null;
    for (ClaimLink link : links) {
      boolean incoming = link.toClaimId().equals(facts.claimId());
      String other = incoming ? link.fromClaimId() : link.toClaimId();
      int place = places.get(other);
      if (place < places.get(facts.claimId())) {
        Step step = Step.of(facts, family.members().get(place), place, link);
        best = best == null || Step.BEST.compare(step, best) < 0 ? step : best;
      }
    }
    return best;
  }

  private static TraceMember member(
      ClaimFacts facts,
      Family family,
      Step step,
      Map<String, String> rootOf,
      Map<String, Descent> descents) {
    String root = rootOf.get(facts.articleId());
    boolean origin = facts.claimId().equals(family.origin().claimId());
    boolean apart =
        step != null
            && "quantity".equals(step.link().via())
            && !rootOf.get(step.parent().articleId()).equals(root);
    if (step == null || apart) {
      String relation = origin ? "origin" : "independent";
      String via = step == null ? null : step.link().via();
      Descent own = origin ? Descent.ORIGIN : Descent.STRANGER;
      descents.put(facts.claimId(), own);
      return row(facts, family, null, new Drift(relation, List.of(), null), own, via, root);
    }
    String parent = step.parent().claimId();
    Drift drift = step.drift(facts);
    Descent descent = descents.get(parent).then(drift, step.link().via());
    descents.put(facts.claimId(), descent);
    return row(facts, family, parent, drift, descent, step.link().via(), root);
  }

  private static TraceMember row(
      ClaimFacts facts,
      Family family,
      String parent,
      Drift drift,
      Descent descent,
      String via,
      String root) {
    Drift ofOrigin = descent.drift(family.origin(), facts, drift);
    return new TraceMember(
        family.traceId(),
        facts.claimId(),
        facts.articleId(),
        family.origin().claimId(),
        parent,
        drift.relation(),
        drift.kinds(),
        drift.factor(),
        ofOrigin.kinds(),
        ofOrigin.factor(),
        via,
        facts.clusterId(),
        root,
        descent.hops(),
        family.seriesId());
  }

  /**
   * How a claim came down from the first of its line.
   *
   * @param ofOrigin whether that is the family's origin
   * @param copied whether each step was made through a passage
   * @param factor product of the factors of the steps
   */
  private record Descent(boolean ofOrigin, boolean copied, BigDecimal factor, int hops) {
    static final Descent ORIGIN = new Descent(true, true, BigDecimal.ONE, 0);
    static final Descent STRANGER = new Descent(false, false, BigDecimal.ONE, 0);

    Descent then(Drift drift, String via) {
      BigDecimal more = drift.factor() == null ? BigDecimal.ONE : drift.factor();
      boolean passage = "passage".equals(via);
      return new Descent(ofOrigin, copied && passage, factor.multiply(more, SIX), hops + 1);
    }

    /** The drift against the origin, given that against the parent. */
    Drift drift(ClaimFacts origin, ClaimFacts facts, Drift ofParent) {
      if (ofOrigin && hops <= 1) {
        return ofParent;
      }
      Pairing.Kinship kinship =
          Step.isVersion(facts, origin)
              ? Pairing.Kinship.OTHER_VERSION
              : copied ? Pairing.Kinship.OTHER_ARTICLE : Pairing.Kinship.OTHER_WORDS;
      Pairing pairing = new Pairing(kinship, List.of(), List.of());
      Drift drift = Drift.between(origin.claim(), facts.claim(), pairing);
      if (!ofOrigin || drift.kinds().isEmpty()) {
        return drift;
      }
      return new Drift(drift.relation(), drift.kinds(), Drift.plain(factor));
    }
  }

  private record Step(ClaimFacts parent, int place, ClaimLink link, int kind) {
    static final Comparator<Step> BEST =
        Comparator.comparingInt(Step::way)
            .thenComparingInt(Step::figures)
            .thenComparingInt(Step::kind)
            .thenComparingInt(Step::place)
            .thenComparing(step -> step.link().via())
            .thenComparing(step -> step.link().reason());

    private static final Set<String> FIGURES = Set.of("value", "scale", "unit", "scope");

    /** Its own earlier version, then a passage, a quantity, a repeat in the same article. */
    int way() {
      return kind == 5 ? 2 : kind < 0 ? -1 : "passage".equals(link.via()) ? 0 : 1;
    }

    /** Changes of what the figure says. */
    int figures() {
      return (int) link.drift().stream().filter(FIGURES::contains).count();
    }

    static Step of(ClaimFacts facts, ClaimFacts parent, int place, ClaimLink link) {
      boolean passage = "passage".equals(link.via());
      boolean own = parent.articleId().equals(facts.articleId());
      int kind = passage ? 3 : 4;
      if (own) {
        kind = 5;
      } else if ((passage && isVersion(facts, parent)) || "corrected".equals(link.relation())) {
        kind = -1;
      } else if (parent.articleId().equals(facts.parentArticleId())) {
        kind = passage ? 0 : 1;
      } else if (passage
          && facts.clusterId() != null
          && facts.clusterId().equals(parent.clusterId())) {
        kind = 2;
      } else if (!passage && Reporters.names(facts, parent)) {
        kind = 3;
      }
      return new Step(parent, place, link, kind);
    }

    private static boolean isVersion(ClaimFacts facts, ClaimFacts parent) {
      return facts.articleKey() != null && facts.articleKey().equals(parent.articleKey());
    }

    /** The link's own finding; judged anew where the family's order is the other way round. */
    Drift drift(ClaimFacts child) {
      if (link.fromClaimId().equals(parent.claimId())) {
        return new Drift(link.relation(), link.drift(), link.factor());
      }
      Pairing.Kinship kinship =
          isVersion(child, parent)
              ? Pairing.Kinship.OTHER_VERSION
              : "passage".equals(link.via())
                  ? Pairing.Kinship.OTHER_ARTICLE
                  : Pairing.Kinship.OTHER_WORDS;
      Pairing pairing = new Pairing(kinship, List.of(), List.of());
      Drift drift = Drift.between(parent.claim(), child.claim(), pairing);
      boolean known = link.factor() != null && link.factor().signum() != 0;
      if (!known || drift.kinds().isEmpty()) {
        return drift;
      }
      BigDecimal turned = BigDecimal.ONE.divide(link.factor(), SIX);
      return new Drift(drift.relation(), drift.kinds(), Drift.plain(turned));
    }
  }
}
