package dev.headwater.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One article of a family with everything that may tie it to another.
 *
 * @param origin the original source its best-attributed claim names
 * @param reporters everyone its chains name, outermost reporters included
 */
record RootArticle(
    String articleId,
    String source,
    String sourceName,
    String owner,
    Set<String> agencies,
    Set<String> clusters,
    Origin origin,
    Set<String> reporters,
    Instant publishedAt,
    String parent) {

  /** First printed first, what was copied from nowhere before what was copied. */
  static final Comparator<RootArticle> FIRST =
      Comparator.comparing((RootArticle article) -> article.parent() != null)
          .thenComparing(RootArticle::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(RootArticle::articleId);

  /** The articles of a family, by id. */
  static List<RootArticle> of(Collection<ClaimFacts> members) {
    Map<String, List<ClaimFacts>> byArticle = new TreeMap<>();
    for (ClaimFacts facts : members) {
      byArticle.computeIfAbsent(facts.articleId(), key -> new ArrayList<>()).add(facts);
    }
    return byArticle.values().stream().map(RootArticle::one).toList();
  }

  private static RootArticle one(List<ClaimFacts> claims) {
    List<ClaimFacts> ordered = new ArrayList<>(claims);
    ordered.sort((a, b) -> ClaimOrder.FIRST.compare(a.claim(), b.claim()));
    ClaimFacts first = ordered.get(0);
    Set<String> agencies = new TreeSet<>();
    Set<String> clusters = new TreeSet<>();
    Set<String> reporters = new TreeSet<>();
    String owner = null;
    String sourceName = null;
    for (ClaimFacts facts : ordered) {
      addKnown(facts.agency(), agencies);
      addKnown(facts.clusterId(), clusters);
      reporters.addAll(facts.claim().attributedTo());
      owner = owner == null ? facts.owner() : owner;
      sourceName = sourceName == null ? facts.sourceName() : sourceName;
    }
    return new RootArticle(
        first.articleId(),
        first.claim().source(),
        sourceName,
        owner,
        agencies,
        clusters,
        origin(ordered),
        reporters,
        first.claim().publishedAt(),
        first.parentArticleId());
  }

  /** The origin of the longest chain that ends in a name: it reaches farthest upstream. */
  private static Origin origin(List<ClaimFacts> ordered) {
    Origin best = null;
    int bestScore = Integer.MIN_VALUE;
    for (ClaimFacts facts : ordered) {
      Origin origin = facts.origin();
      int length = facts.claim().attributedTo().size();
      int score = length + (origin.isNamed() ? 1000 : 0) - (isReporter(facts) ? 500 : 0);
      if (score > bestScore) {
        best = origin;
        bestScore = score;
      }
    }
    return best;
  }

  /** A paper is where the number was read; whoever else is named stands nearer to it. */
  private static boolean isReporter(ClaimFacts facts) {
    List<String> chain = facts.claim().attributedTo();
    if (chain.isEmpty()) {
      return false;
    }
    String last = chain.get(chain.size() - 1).toLowerCase(Locale.ROOT).strip();
    return Vocabulary.REPORTERS.contains(last.substring(last.lastIndexOf(' ') + 1));
  }

  private static void addKnown(String value, Set<String> values) {
    if (value != null) {
      values.add(value);
    }
  }
}
