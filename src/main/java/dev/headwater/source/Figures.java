package dev.headwater.source;

import dev.headwater.model.DriftCount;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures of some articles of one outlet: all of a day, or those that are not wire copy. Linear
 * in the articles.
 *
 * @param articles the articles
 * @param words their words, at least one each
 * @param originalShare share of the words that is the outlet's own; null without articles
 * @param claims sums of the counts of their claims
 * @param drift drifted claims by kind
 */
record Figures(
    int articles,
    long words,
    Double originalShare,
    ArticleFacts.ClaimCounts claims,
    List<DriftCount> drift) {

  static Figures of(String source, List<ArticleFacts> articles) {
    double original = 0;
    long words = 0;
    for (ArticleFacts article : articles) {
      long weight = Math.max(1, article.words());
      words += weight;
      original += weight * OriginalShare.of(source, article);
    }
    ArticleFacts.ClaimCounts claims = sum(articles);
    return new Figures(
        articles.size(),
        words,
        articles.isEmpty() ? null : (Double) Math.min(1, original / words),
        claims,
        byKind(claims.drift()));
  }

  /** The stretch that covers most of the article; null outside any cluster. */
  static OwnStretch mainStretch(ArticleFacts article) {
    return article.stretches().stream()
        .min(
            Comparator.comparingDouble((OwnStretch own) -> -own.stretch().share())
                .thenComparingInt(own -> own.stretch().begin())
                .thenComparing(own -> own.stretch().clusterId()))
        .orElse(null);
  }

  private static ArticleFacts.ClaimCounts sum(Collection<ArticleFacts> articles) {
    ArticleFacts.ClaimCounts sum = ArticleFacts.ClaimCounts.NONE;
    List<String> drift = new ArrayList<>();
    for (ArticleFacts article : articles) {
      ArticleFacts.ClaimCounts own = article.claims();
      drift.addAll(own.drift());
      sum =
          new ArticleFacts.ClaimCounts(
              sum.all() + own.all(),
              sum.attributed() + own.attributed(),
              sum.drifted() + own.drifted(),
              sum.corrected() + own.corrected(),
              sum.firstPrinted() + own.firstPrinted(),
              sum.traced() + own.traced(),
              sum.singleRooted() + own.singleRooted(),
              drift);
    }
    return sum;
  }

  private static List<DriftCount> byKind(List<String> kinds) {
    Map<String, Integer> counts = new TreeMap<>();
    kinds.forEach(kind -> counts.merge(kind, 1, Integer::sum));
    List<DriftCount> drift = new ArrayList<>();
    counts.forEach((kind, claims) -> drift.add(new DriftCount(kind, claims)));
    return List.copyOf(drift);
  }

  Double attributedShare() {
    return share(claims.attributed(), claims.all());
  }

  Double singleRootedShare() {
    return share(claims.singleRooted(), claims.traced());
  }

  private static Double share(int part, int whole) {
    return whole == 0 ? null : (Double) (part / (double) whole);
  }
}
