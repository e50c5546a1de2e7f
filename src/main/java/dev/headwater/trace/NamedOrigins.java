package dev.headwater.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Joins articles whose numbers rest on the word of one named person or body. */
final class NamedOrigins {
  private static final int PREFIX = 5;

  private NamedOrigins() {}

  static void unite(List<RootArticle> articles, DisjointSets sets) {
    Map<String, List<Integer>> byWord = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      Origin origin = articles.get(i).origin();
      for (String word : words(origin)) {
        byWord.computeIfAbsent(word, key -> new ArrayList<>()).add(i);
      }
    }
    for (List<Integer> sharing : byWord.values()) {
      unite(articles, sharing, sets);
    }
  }

  /** Articles with equal origins fall together first, so that only distinct ones are compared. */
  private static void unite(List<RootArticle> articles, List<Integer> sharing, DisjointSets sets) {
    Map<Origin, Integer> distinct = new HashMap<>();
    List<Integer> firsts = new ArrayList<>();
    for (int article : sharing) {
      Integer before = distinct.putIfAbsent(articles.get(article).origin(), article);
      if (before == null) {
        firsts.add(article);
      } else {
        sets.unite(before, article);
      }
    }
    List<Integer> clear = new ArrayList<>();
    for (int one : firsts) {
      if (!isAmbiguous(articles, one, firsts)) {
        clear.add(one);
      }
    }
    for (int one : clear) {
      Origin origin = articles.get(one).origin();
      for (int other : clear) {
        if (other > one && origin.isSameAs(articles.get(other).origin())) {
          sets.unite(one, other);
        }
      }
    }
  }

  /** A surname alone that fits two people who are not one says nothing. */
  private static boolean isAmbiguous(List<RootArticle> articles, int one, List<Integer> firsts) {
    Origin origin = articles.get(one).origin();
    Origin fuller = null;
    for (int other : firsts) {
      Origin candidate = articles.get(other).origin();
      boolean fits =
          candidate.tokens().size() > origin.tokens().size() && origin.isWordedLike(candidate);
      if (fits && fuller != null && !fuller.isSameAs(candidate)) {
        return true;
      }
      fuller = fits && fuller == null ? candidate : fuller;
    }
    return false;
  }

  private static List<String> words(Origin origin) {
    if (!origin.isNamed()) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (String word : origin.tokens()) {
      words.add(prefix(word));
    }
    for (String word : origin.office()) {
      words.add(prefix(word));
    }
    return words.stream().distinct().toList();
  }

  private static String prefix(String word) {
    return word.length() > PREFIX ? word.substring(0, PREFIX) : word;
  }

  /** The origin that most of the articles name, in its longest form; null where none is named. */
  static String mostNamed(List<Origin> origins) {
    Map<String, Integer> counts = new TreeMap<>();
    List<Origin> distinct = origins.stream().filter(Origin::isNamed).distinct().toList();
    for (Origin candidate : distinct) {
      int count = 0;
      for (Origin origin : origins) {
        count += candidate.isSameAs(origin) ? 1 : 0;
      }
      counts.merge(candidate.name(), count, Math::max);
    }
    String best = null;
    for (Map.Entry<String, Integer> entry : counts.entrySet()) {
      boolean more = best == null || entry.getValue() > counts.get(best);
      boolean longer =
          best != null
              && entry.getValue().equals(counts.get(best))
              && entry.getKey().length() > best.length();
      if (more || longer) {
        best = entry.getKey();
      }
    }
    return best;
  }
}
