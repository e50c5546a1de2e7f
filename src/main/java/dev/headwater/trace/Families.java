package dev.headwater.trace;

import dev.headwater.model.ClaimLink;
import dev.headwater.model.Ids;
import dev.headwater.reuse.DisjointSets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links to families, with a guard against chains.
 *
 * <p>Links are taken from the strongest to the weakest, as in Kruskal's algorithm; one that would
 * give an article two values that disagree, or stretch the values of a family without a drift that
 * explains it, is refused, so the weakest link of a wrong chain is the one cut. A later value of
 * the same measure, or a disputed one, starts a family of its own; both share a series. Numbers in
 * {@link StandingText} join nothing. An undated claim does not join what was printed in two ages.
 * O(n log n) plus the claims of articles that occur on both sides of a merge; independent of input
 * order.
 */
public final class Families {
  private Families() {}

  /**
   * Splits the claims of one or more components into families.
   *
   * @param claims every claim once
   * @param links links among them; links to other claims are ignored
   * @param existing trace ids of an earlier run by claim id; such an id stays with the family that
   *     has the claim it was made from
   */
  public static List<Family> of(
      Collection<ClaimFacts> claims, Collection<ClaimLink> links, Map<String, String> existing) {
    List<ClaimFacts> members = new ArrayList<>(claims);
    members.sort(Comparator.comparing(ClaimFacts::claim, ClaimOrder.FIRST));
    Map<String, Integer> places = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      places.put(members.get(i).claimId(), i);
    }
    List<ClaimLink> known = new ArrayList<>();
    for (ClaimLink link : links) {
      if (places.containsKey(link.fromClaimId())
          && places.containsKey(link.toClaimId())
          && !QuantityLinks.RELATED.equals(link.relation())) {
        known.add(link);
      }
    }
    BitSet standing = StandingText.of(members, known, places);
    known.removeIf(
        link ->
            standing.get(places.get(link.fromClaimId()))
                || standing.get(places.get(link.toClaimId())));
    known.sort(Strength.ORDER);
    DisjointSets sets = new DisjointSets(members.size());
    Map<Integer, FamilyGroup> groups = new HashMap<>();
    for (ClaimLink link : known) {
      if (!isSeries(link, members, places)) {
        unite(
            places.get(link.fromClaimId()),
            places.get(link.toClaimId()),
            link,
            members,
            sets,
            groups);
      }
    }
    return name(members, known, places, sets, existing);
  }

  private static void unite(
      int from,
      int to,
      ClaimLink link,
      List<ClaimFacts> members,
      DisjointSets sets,
      Map<Integer, FamilyGroup> groups) {
    int x = sets.find(from);
    int y = sets.find(to);
    if (x == y) {
      return;
    }
    FamilyGroup one = groups.computeIfAbsent(x, key -> FamilyGroup.of(members.get(key).claim()));
    FamilyGroup other = groups.computeIfAbsent(y, key -> FamilyGroup.of(members.get(key).claim()));
    boolean dated =
        members.get(from).claim().publishedAt() != null
            && members.get(to).claim().publishedAt() != null;
    boolean bridge = !dated && !Strength.isPassage(link) && one.isFarFrom(other);
    if (!bridge && one.admits(other, link)) {
      sets.unite(x, y);
      groups.remove(x);
      groups.remove(y);
      groups.put(sets.find(x), one.size() >= other.size() ? one.absorb(other) : other.absorb(one));
    }
  }

  private static List<Family> name(
      List<ClaimFacts> members,
      List<ClaimLink> links,
      Map<String, Integer> places,
      DisjointSets sets,
      Map<String, String> existing) {
    Map<Integer, List<ClaimFacts>> byRoot = new TreeMap<>();
    for (int i = 0; i < members.size(); i++) {
      byRoot.computeIfAbsent(sets.find(i), key -> new ArrayList<>()).add(members.get(i));
    }
    Map<Integer, List<ClaimLink>> linksByRoot = new HashMap<>();
    DisjointSets series = new DisjointSets(members.size());
    for (ClaimLink link : links) {
      int x = sets.find(places.get(link.fromClaimId()));
      int y = sets.find(places.get(link.toClaimId()));
      if (isSeries(link, members, places)) {
        series.unite(x, y);
      } else if (x == y) {
        linksByRoot.computeIfAbsent(x, key -> new ArrayList<>()).add(link);
      }
    }
    Map<Integer, String> traceIds = new HashMap<>();
    List<Family> families = new ArrayList<>();
    byRoot.forEach(
        (root, group) -> {
          List<ClaimFacts> ordered = FamilyOrder.of(group);
          String id = traceId(ordered, existing);
          traceIds.put(root, id);
          String seriesId = traceIds.getOrDefault(series.find(root), id);
          List<ClaimLink> held = linksByRoot.getOrDefault(root, List.of());
          families.add(new Family(id, seriesId, ordered, List.copyOf(held)));
        });
    return families;
  }

  /**
   * The id made from one of the claims, of the earliest that has such an id already; else a new
   * one. As each claim is in one family, no two families get the same, though they are named apart
   * from each other and in different nights.
   */
  private static String traceId(List<ClaimFacts> ordered, Map<String, String> existing) {
    for (ClaimFacts facts : ordered) {
      String id = newId(facts);
      if (id.equals(existing.get(facts.claimId()))) {
        return id;
      }
    }
    return newId(ordered.get(0));
  }

  private static String newId(ClaimFacts first) {
    return Ids.of("trace", first.claimId());
  }

  /** Links between families: later values and disputed ones. */
  private static boolean isSeries(
      ClaimLink link, List<ClaimFacts> members, Map<String, Integer> places) {
    if (Strength.isPassage(link)) {
      return isNextFigure(
          link,
          members.get(places.get(link.fromClaimId())),
          members.get(places.get(link.toClaimId())));
    }
    return "updated".equals(link.relation()) || "contradicted".equals(link.relation());
  }

  /**
   * An outlet that puts another figure into its own words tells the next one, and copies nobody.
   */
  private static boolean isNextFigure(ClaimLink link, ClaimFacts from, ClaimFacts to) {
    boolean changed = "updated".equals(link.relation()) || link.drift().contains("value");
    boolean versions = from.articleKey() != null && from.articleKey().equals(to.articleKey());
    return changed && !versions && from.claim().source().equals(to.claim().source());
  }

  /** How much a link is worth. */
  static final class Strength {
    static final Comparator<ClaimLink> ORDER =
        Comparator.comparingInt(Strength::of)
            .thenComparing(ClaimLink::fromClaimId)
            .thenComparing(ClaimLink::toClaimId)
            .thenComparing(ClaimLink::relation);

    private Strength() {}

    static int of(ClaimLink link) {
      boolean value = link.drift().contains("value") || link.drift().contains("scale");
      if (isPassage(link)) {
        return value || "updated".equals(link.relation()) ? 2 : 0;
      }
      return "same".equals(link.relation()) ? 1 : link.drift().contains("rounded") ? 4 : 3;
    }

    static boolean isPassage(ClaimLink link) {
      return "passage".equals(link.via());
    }
  }
}
