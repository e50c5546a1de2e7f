package dev.headwater.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Orders the claims of a family: the origin's article first, dated articles by date, each article
 * after the one it was copied from.
 *
 * <p>An undated article may still be the origin: where its claim rests on the holder of an office
 * by name and no dated one does, it stands nearer to the source. Kahn's topological sort (1962)
 * with a heap, O(n log n); independent of input order.
 */
final class FamilyOrder {
  private static final int OFFICE = 3;

  private FamilyOrder() {}

  static List<ClaimFacts> of(List<ClaimFacts> members) {
    Map<String, Node> nodes = nodes(members);
    Map<String, Integer> places = places(nodes);
    List<ClaimFacts> ordered = new ArrayList<>(members);
    ordered.sort(
        Comparator.comparing((ClaimFacts facts) -> places.get(facts.articleId()))
            .thenComparing(ClaimFacts::claim, ClaimOrder.FIRST));
    return List.copyOf(ordered);
  }

  private static Map<String, Node> nodes(List<ClaimFacts> members) {
    Map<String, Node> nodes = new HashMap<>();
    for (ClaimFacts facts : members) {
      nodes.merge(facts.articleId(), Node.of(facts), Node::with);
    }
    return nodes;
  }

  private static Map<String, Integer> places(Map<String, Node> nodes) {
    Map<String, List<Node>> copies = new HashMap<>();
    List<Node> sources = new ArrayList<>();
    for (Node node : nodes.values()) {
      if (node.parent() != null && nodes.containsKey(node.parent())) {
        copies.computeIfAbsent(node.parent(), key -> new ArrayList<>()).add(node);
      } else {
        sources.add(node);
      }
    }
    String first = first(sources);
    PriorityQueue<Node> ready = new PriorityQueue<>(Node.order(first));
    ready.addAll(sources);
    List<Node> waiting = new ArrayList<>(nodes.values());
    waiting.sort(Node.order(first));
    Map<String, Integer> places = new HashMap<>();
    int next = 0;
    while (places.size() < nodes.size()) {
      Node node = ready.poll();
      while (node == null) {
        // Parents that form a ring: the earliest that is left breaks it.
        Node candidate = waiting.get(next++);
        node = places.containsKey(candidate.articleId()) ? null : candidate;
      }
      if (places.putIfAbsent(node.articleId(), places.size()) == null) {
        ready.addAll(copies.getOrDefault(node.articleId(), List.of()));
      }
    }
    return places;
  }

  private static String first(List<Node> sources) {
    Node dated = null;
    Node undated = null;
    for (Node node : sources) {
      if (node.publishedAt() != null) {
        dated = dated == null || Node.order(null).compare(node, dated) < 0 ? node : dated;
      } else {
        undated = undated == null || Node.order(null).compare(node, undated) < 0 ? node : undated;
      }
    }
    if (undated != null && (dated == null || (undated.rank() == OFFICE && dated.rank() < OFFICE))) {
      return undated.articleId();
    }
    return dated == null ? null : dated.articleId();
  }

  private record Node(String articleId, Instant publishedAt, String parent, int rank) {
    static Node of(ClaimFacts facts) {
      Origin origin = facts.origin();
      int rank = origin.isNamed() ? (origin.office().isEmpty() ? 2 : OFFICE) : 0;
      String parent =
          facts.articleId().equals(facts.parentArticleId()) ? null : facts.parentArticleId();
      return new Node(facts.articleId(), facts.claim().publishedAt(), parent, rank);
    }

    Node with(Node other) {
      String least =
          parent == null || (other.parent != null && other.parent.compareTo(parent) < 0)
              ? other.parent
              : parent;
      return new Node(articleId, publishedAt, least, Math.max(rank, other.rank));
    }

    static Comparator<Node> order(String first) {
      return Comparator.comparing((Node node) -> !node.articleId.equals(first))
          .thenComparing(Node::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(node -> -node.rank)
          .thenComparing(Node::articleId);
    }
  }
}
