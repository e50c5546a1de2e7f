package dev.headwater.trace;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.reuse.DisjointSets;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Numbers in text that an outlet carries along: pleas to subscribe, lines about an author, captions
 * of a gallery, headlines of other stories between the lines. They follow no story, so they join
 * nothing.
 *
 * <p>Such text is told by its echoes: one outlet prints it in the same words for longer than news
 * lasts, and nobody else tells it. Linear in the claims and links.
 */
final class StandingText {
  /** Background of a running story is repeated for about so long. */
  static final Duration LASTS = Duration.ofDays(180);

  private static final int LEAST_ARTICLES = 3;

  /** Where no article has a date, so many repeats stand for time. */
  private static final int LEAST_UNDATED = 6;

  /** A number that so many other outlets tell is news, however often one repeats it. */
  private static final int TOLD_BY_OTHERS = 2;

  private StandingText() {}

  /** The places of the members whose number is no news. */
  static BitSet of(List<ClaimFacts> members, List<ClaimLink> links, Map<String, Integer> places) {
    DisjointSets echoes = new DisjointSets(members.size());
    for (ClaimLink link : links) {
      int from = places.get(link.fromClaimId());
      int to = places.get(link.toClaimId());
      if (Families.Strength.isPassage(link) && isEcho(members.get(from), members.get(to))) {
        echoes.unite(from, to);
      }
    }
    Map<Integer, Echo> groups = new HashMap<>();
    for (int i = 0; i < members.size(); i++) {
      groups.computeIfAbsent(echoes.find(i), key -> new Echo()).add(members.get(i).claim());
    }
    for (ClaimLink link : links) {
      int from = places.get(link.fromClaimId());
      int to = places.get(link.toClaimId());
      groups.get(echoes.find(from)).tell(members.get(to).claim());
      groups.get(echoes.find(to)).tell(members.get(from).claim());
    }
    BitSet standing = new BitSet(members.size());
    for (int i = 0; i < members.size(); i++) {
      standing.set(i, groups.get(echoes.find(i)).isStanding());
    }
    return standing;
  }

  private static boolean isEcho(ClaimFacts one, ClaimFacts other) {
    boolean versions = one.articleKey() != null && one.articleKey().equals(other.articleKey());
    return one.claim().source().equals(other.claim().source()) && !versions;
  }

  /** What one outlet prints in the same words. */
  private static final class Echo {
    private final Set<String> articles = new HashSet<>();
    private final Set<String> others = new HashSet<>();
    private String source;
    private Instant first;
    private Instant last;

    void add(Claim claim) {
      source = claim.source();
      articles.add(claim.articleId());
      Instant at = claim.publishedAt();
      if (at != null) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }
    }

    void tell(Claim claim) {
      if (!claim.source().equals(source) && others.size() < TOLD_BY_OTHERS) {
        others.add(claim.source());
      }
    }

    boolean isStanding() {
      if (articles.size() < LEAST_ARTICLES || others.size() >= TOLD_BY_OTHERS) {
        return false;
      }
      return first == null
          ? articles.size() >= LEAST_UNDATED
          : Duration.between(first, last).compareTo(LASTS) > 0;
    }
  }
}
