package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class OverMergingTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  @Test
  void keepsFormsAndNoticesApartAndReprintsTogether() {
    check(InventedNews.of(20310501, 1200, 900, 400));
  }

  /** So few that no n-gram of a form or notice is left out for being too common. */
  @Test
  void keepsRareFormsAndNoticesApart() {
    check(InventedNews.of(20310502, 270, 60, 60));
  }

  private static void check(List<InventedNews.Told> told) {
    List<Article> articles = told.stream().map(InventedNews.Told::article).toList();
    Map<String, String> storyOf = new HashMap<>();
    Map<String, String> textOf = new HashMap<>();
    for (InventedNews.Told one : told) {
      storyOf.put(one.article().articleId(), one.story());
      textOf.put(one.article().articleId(), one.article().textHash());
    }
    List<Passage> passages = PlainReprints.passages(articles, SETTINGS).passages();
    Map<Integer, Set<String>> stories = new TreeMap<>();
    Map<String, Set<Integer>> clusters = new HashMap<>();
    for (PlainReprints.Member member : PlainReprints.clusters(articles, passages, SETTINGS)) {
      String story = storyOf.get(member.articleId());
      stories.computeIfAbsent(member.cluster(), c -> new TreeSet<>()).add(story);
      clusters
          .computeIfAbsent(textOf.get(member.articleId()), t -> new HashSet<>())
          .add(member.cluster());
    }
    assertThat(stories.values()).filteredOn(of -> of.size() > 1).as("mixed clusters").isEmpty();
    assertThat(togetherShare(told, clusters)).as("reprints found").isGreaterThanOrEqualTo(0.995);
  }

  /**
   * Share of the copies of distinct text that are in a cluster with the first of their story; by
   * text.
   */
  private static double togetherShare(
      List<InventedNews.Told> told, Map<String, Set<Integer>> clusters) {
    Map<String, InventedNews.Told> firsts = new HashMap<>();
    int copies = 0;
    int together = 0;
    for (InventedNews.Told one : told) {
      InventedNews.Told first = firsts.putIfAbsent(one.story(), one);
      if (first == null || first.article().textHash().equals(one.article().textHash())) {
        continue;
      }
      copies++;
      Set<Integer> common =
          new HashSet<>(clusters.getOrDefault(one.article().textHash(), Set.of()));
      common.retainAll(clusters.getOrDefault(first.article().textHash(), Set.of()));
      together += common.isEmpty() ? 0 : 1;
    }
    assertThat(copies).isGreaterThan(100);
    return (double) together / copies;
  }
}
