package dev.headwater.trace;

import dev.headwater.reuse.DisjointSets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The reasons for which articles of a family count once, the most telling first. */
enum RootBasis {
  NAMED_ORIGIN("named_origin") {
    @Override
    void unite(List<RootArticle> articles, DisjointSets sets) {
      NamedOrigins.unite(articles, sets);
    }
  },
  WIRE("wire") {
    @Override
    void unite(List<RootArticle> articles, DisjointSets sets) {
      byKey(articles, sets, RootArticle::agencies);
    }
  },
  CLUSTER("cluster") {
    @Override
    void unite(List<RootArticle> articles, DisjointSets sets) {
      byKey(articles, sets, RootArticle::clusters);
    }
  },
  OWNER("owner") {
    @Override
    void unite(List<RootArticle> articles, DisjointSets sets) {
      byKey(
          articles, sets, article -> article.owner() == null ? Set.of() : Set.of(article.owner()));
    }
  },
  OUTLET("outlet") {
    @Override
    void unite(List<RootArticle> articles, DisjointSets sets) {
      byKey(articles, sets, article -> Set.of(article.source()));
      Reporters.unite(articles, sets);
    }
  };

  private final String code;

  RootBasis(String code) {
    this.code = code;
  }

  String code() {
    return code;
  }

  /** Unites the articles that this reason ties together. */
  abstract void unite(List<RootArticle> articles, DisjointSets sets);

  private static void byKey(
      List<RootArticle> articles,
      DisjointSets sets,
      Function<RootArticle, Collection<String>> keys) {
    Map<String, Integer> first = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      for (String key : keys.apply(articles.get(i))) {
        Integer before = first.putIfAbsent(key, i);
        if (before != null) {
          sets.unite(before, i);
        }
      }
    }
  }
}
