package dev.headwater.explain;

import dev.headwater.model.Passage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How two articles that share no passage hang together: the shortest chain of passages from one to
 * the other. A breadth-first search, linear in the passages.
 */
final class Joining {
  private Joining() {}

  /** The passages of the chain in order; empty where there is none. */
  static List<Passage> chain(String from, String to, List<Passage> passages) {
    Map<String, List<Passage>> byArticle = new HashMap<>();
    for (Passage passage : passages) {
      byArticle.computeIfAbsent(passage.leftId(), key -> new ArrayList<>()).add(passage);
      byArticle.computeIfAbsent(passage.rightId(), key -> new ArrayList<>()).add(passage);
    }
    Map<String, Passage> reachedBy = new HashMap<>();
    ArrayDeque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !reachedBy.containsKey(to)) {
      String article = open.remove();
      for (Passage passage : byArticle.getOrDefault(article, List.of())) {
        String next = other(passage, article);
        if (!next.equals(from) && reachedBy.putIfAbsent(next, passage) == null) {
          open.add(next);
        }
      }
    }
    List<Passage> chain = new ArrayList<>();
    for (String at = to; reachedBy.containsKey(at); ) {
      Passage passage = reachedBy.get(at);
      chain.add(passage);
      at = other(passage, at);
    }
    Collections.reverse(chain);
    return chain;
  }

  /** The other article of a passage. */
  static String other(Passage passage, String article) {
    return passage.leftId().equals(article) ? passage.rightId() : passage.leftId();
  }
}
