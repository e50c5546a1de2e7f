package dev.headwater.trace;

import dev.headwater.reuse.DisjointSets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins articles whose numbers rest on the word of one named person or body.
 *
 * <p>Origins are compared where they share a word. A word that more than {@value #MOST_ALIKE}
 * different names of one family share, such as that of an office, tells nobody apart and is passed
 * over, so the cost is linear in the articles.
 */
final class NamedOrigins {
  private static final int PREFIX = 5;
  private static final int MOST_ALIKE = 100;

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
    for (int one : firsts.size() <= MOST_ALIKE ? firsts : List.<Integer>of()) {
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

  /**
   * The origin that most of the articles name, in its longest form; null where none is named. Of
   * many different ones the most frequent are candidates.
   */
  static String mostNamed(List<Origin> origins) {
    Map<Origin, Integer> frequency = new LinkedHashMap<>();
    origins.stream()
        .filter(Origin::isNamed)
        .forEach(origin -> frequency.merge(origin, 1, Integer::sum));
    Map<String, Integer> counts = new HashMap<>();
    frequency.entrySet().stream()
        .sorted(
            Map.Entry.<Origin, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().name()))
        .limit(MOST_ALIKE)
        .map(Map.Entry::getKey)
        .forEach(
            candidate -> counts.merge(candidate.name(), named(candidate, frequency), Math::max));
    return counts.entrySet().stream()
        .min(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> -entry.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static int named(Origin candidate, Map<Origin, Integer> frequency) {
    int named = 0;
    for (Map.Entry<Origin, Integer> origin : frequency.entrySet()) {
      named += candidate.isSameAs(origin.getKey()) ? origin.getValue() : 0;
    }
    return named;
  }
}
