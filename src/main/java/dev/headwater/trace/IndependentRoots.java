package dev.headwater.trace;

import dev.headwater.model.Root;
import dev.headwater.reuse.DisjointSets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * On how many independent roots a number stands.
 *
 * <p>Articles collapse when they share an outlet, a reprint cluster, a news agency, an owner or a
 * named origin, or when one names the other's outlet as its reporter; what remains apart is
 * independent. Every article lies in exactly one root, and an outlet never in two, hence roots <=
 * sources <= articles. Somebody unnamed ("an official") joins nothing. Near-linear in the articles;
 * named origins are compared only where a word agrees.
 */
public final class IndependentRoots {
  private IndependentRoots() {}

  /** The roots of one family, by name. */
  public static List<Root> of(Collection<ClaimFacts> members) {
    List<RootArticle> articles = RootArticle.of(members);
    DisjointSets sets = new DisjointSets(articles.size());
    Map<String, DisjointSets> byBasis = new HashMap<>();
    for (RootBasis basis : RootBasis.values()) {
      DisjointSets own = new DisjointSets(articles.size());
      basis.unite(articles, own);
      byBasis.put(basis.code(), own);
      for (int i = 0; i < articles.size(); i++) {
        sets.unite(i, own.find(i));
      }
    }
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < articles.size(); i++) {
      groups.computeIfAbsent(sets.find(i), key -> new ArrayList<>()).add(i);
    }
    List<Root> roots = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (List<Integer> group : groups.values()) {
      roots.add(root(group, articles, byBasis, names));
    }
    roots.sort(Comparator.comparing(Root::root).thenComparing(root -> root.articleIds().get(0)));
    return List.copyOf(roots);
  }

  private static Root root(
      List<Integer> group,
      List<RootArticle> articles,
      Map<String, DisjointSets> byBasis,
      Set<String> names) {
    List<RootArticle> own = group.stream().map(articles::get).toList();
    String basis = group.size() == 1 ? alone(own.get(0)) : together(group, own, byBasis);
    List<String> ids = own.stream().map(RootArticle::articleId).sorted().toList();
    String name = name(own);
    // Two roots may carry one ambiguous surname; a name must still point to one root.
    String unique = names.add(name) ? name : name + " " + ids.get(0);
    names.add(unique);
    return new Root(unique, basis, ids);
  }

  private static String alone(RootArticle article) {
    if (article.origin().isNamed()) {
      return RootBasis.NAMED_ORIGIN.code();
    }
    return article.agencies().isEmpty() ? "article" : RootBasis.WIRE.code();
  }

  /** The basis that binds all of the group by itself; else the one that binds most of it. */
  private static String together(
      List<Integer> group, List<RootArticle> own, Map<String, DisjointSets> byBasis) {
    String best = RootBasis.OUTLET.code();
    int least = Integer.MAX_VALUE;
    for (RootBasis basis : RootBasis.values()) {
      DisjointSets sets = byBasis.get(basis.code());
      Set<Integer> parts = new HashSet<>();
      group.forEach(article -> parts.add(sets.find(article)));
      if (parts.size() < least) {
        least = parts.size();
        best = basis.code();
      }
    }
    return best;
  }

  private static String name(List<RootArticle> own) {
    String origin = NamedOrigins.mostNamed(own.stream().map(RootArticle::origin).toList());
    if (origin != null) {
      return origin;
    }
    Map<String, Integer> agencies = new TreeMap<>();
    Map<String, Integer> owners = new TreeMap<>();
    for (RootArticle article : own) {
      article.agencies().forEach(agency -> agencies.merge(agency, 1, Integer::sum));
      if (article.owner() != null) {
        owners.merge(article.owner(), 1, Integer::sum);
      }
    }
    if (!agencies.isEmpty()) {
      return most(agencies);
    }
    boolean oneOwner = owners.size() == 1 && own.size() > 1;
    return oneOwner
        ? owners.keySet().iterator().next()
        : own.stream().min(RootArticle.FIRST).orElseThrow().articleId();
  }

  private static String most(Map<String, Integer> counts) {
    String best = null;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      if (best == null || entry.getValue() > counts.get(best)) {
        best = entry.getKey();
      }
    }
    return best;
  }
}
