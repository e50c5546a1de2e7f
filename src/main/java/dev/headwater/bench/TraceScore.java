package dev.headwater.bench;

import dev.headwater.model.ClaimLink;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import dev.headwater.trace.QuantityLinks;
import dev.headwater.trace.Traces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How well traces tell what was planted.
 *
 * @param copies claims with a planted drift or none
 * @param driftRight those whose kind of drift, and whether it is a correction, are right
 * @param families families that were planted, look-alikes and later values among them
 * @param rootsRight those that are one trace with as many roots as were planted
 * @param lookAlikes claims that only look like a number
 * @param joined traces that hold claims of two families
 * @param disputes stories whose disputed value is linked as contradicted
 * @param snapshots stories whose later value is linked as updated
 * @param wrongLinks links of such kinds that go to another story or to a look-alike
 * @param mistakes what went wrong with drift and roots, and how often
 */
public record TraceScore(
    int copies,
    int driftRight,
    int families,
    int rootsRight,
    int lookAlikes,
    int joined,
    int disputes,
    int snapshots,
    int wrongLinks,
    Map<String, Integer> mistakes) {
  private static final String LOOK_ALIKES =
      ".* (elsewhere|capacity|next year|loss|setting|undated|money)";

  /** The wagons of a convoy are there for their number alone. */
  private static final String WAGONS = " wagons";

  /** Traces a corpus and compares with its truth. */
  public static TraceScore of(PlantedCorpus corpus) {
    List<ClaimLink> links = corpus.links();
    Traces.Rows rows = Traces.of(corpus.facts(), links, Map.of());
    Map<String, Integer> mistakes = new TreeMap<>();
    PlantedTruth truth = corpus.truth();
    int driftRight = driftRight(rows.members(), truth, mistakes);
    Map<String, Set<String>> familiesOf = new HashMap<>();
    Map<String, Set<String>> tracesOf = new TreeMap<>();
    for (TraceMember member : rows.members()) {
      String family = truth.familyOf().get(member.claimId());
      familiesOf.computeIfAbsent(member.traceId(), key -> new HashSet<>()).add(family);
      if (!family.endsWith(WAGONS)) {
        tracesOf.computeIfAbsent(family, key -> new HashSet<>()).add(member.traceId());
      }
    }
    List<String> all = new ArrayList<>(truth.familyOf().values());
    return new TraceScore(
        truth.driftOf().size(),
        driftRight,
        tracesOf.size(),
        rootsRight(rows.summaries(), tracesOf, truth, mistakes),
        (int) all.stream().filter(name -> name.matches(LOOK_ALIKES)).count(),
        (int) familiesOf.values().stream().filter(families -> families.size() > 1).count(),
        stories(links, truth, "contradicted", "disputed"),
        stories(links, truth, "updated", "later"),
        wrongLinks(links, truth),
        mistakes);
  }

  private static int driftRight(
      List<TraceMember> members, PlantedTruth truth, Map<String, Integer> mistakes) {
    int right = 0;
    for (TraceMember member : members) {
      String planted = truth.driftOf().get(member.claimId());
      if (planted == null) {
        continue;
      }
      List<String> expected = planted.isEmpty() ? List.of() : List.of(planted);
      boolean corrected = truth.corrections().contains(member.claimId());
      if (member.drift().equals(expected)
          && member.parentClaimId() != null
          && corrected == member.relation().equals("corrected")) {
        right++;
      } else {
        String read = member.relation() + " " + member.drift();
        mistakes.merge("drift " + planted + " read as " + read, 1, Integer::sum);
      }
    }
    return right;
  }

  private static int rootsRight(
      List<TraceSummary> summaries,
      Map<String, Set<String>> tracesOf,
      PlantedTruth truth,
      Map<String, Integer> mistakes) {
    Map<String, Integer> roots = new HashMap<>();
    summaries.forEach(summary -> roots.put(summary.traceId(), summary.independentRoots()));
    int right = 0;
    for (Map.Entry<String, Set<String>> entry : tracesOf.entrySet()) {
      int planted = truth.rootsOf().get(entry.getKey());
      Set<String> traces = entry.getValue();
      int found = traces.size() == 1 ? roots.get(traces.iterator().next()) : 0;
      if (found == planted) {
        right++;
      } else {
        String read = traces.size() + " traces with " + found;
        mistakes.merge("roots " + planted + " read as " + read, 1, Integer::sum);
      }
    }
    return right;
  }

  /** Stories that have a link of a relation to the family of a kind. */
  private static int stories(
      List<ClaimLink> links, PlantedTruth truth, String relation, String kind) {
    Set<String> stories = new HashSet<>();
    for (ClaimLink link : links) {
      String from = truth.familyOf().get(link.fromClaimId());
      String to = truth.familyOf().get(link.toClaimId());
      if (link.relation().equals(relation) && (from.endsWith(kind) || to.endsWith(kind))) {
        stories.add(story(from));
      }
    }
    return stories.size();
  }

  private static int wrongLinks(List<ClaimLink> links, PlantedTruth truth) {
    int wrong = 0;
    for (ClaimLink link : links) {
      String from = truth.familyOf().get(link.fromClaimId());
      String to = truth.familyOf().get(link.toClaimId());
      // Another measure of the same story is a look-alike that may well be called related.
      boolean lookAlike =
          !QuantityLinks.RELATED.equals(link.relation())
              && (from.matches(LOOK_ALIKES) || to.matches(LOOK_ALIKES));
      wrong += lookAlike || !story(from).equals(story(to)) ? 1 : 0;
    }
    return wrong;
  }

  private static String story(String family) {
    return family.split(" ")[0];
  }

  /** Share of the planted drifts that are right, 0..1. */
  public double driftShare() {
    return driftRight / (double) copies;
  }

  /** Share of the planted families with exactly the planted roots, 0..1. */
  public double rootsShare() {
    return rootsRight / (double) families;
  }
}
