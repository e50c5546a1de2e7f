package dev.headwater.source;

import dev.headwater.model.SourceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The record of one outlet on one day, with and without wire copy. Linear in the articles but for
 * the medians.
 *
 * <p>An article is wire copy when the stretch that covers most of it comes from an agency, or when
 * nobody shares its text and it credits an agency itself.
 */
public final class SourceDays {
  private SourceDays() {}

  /**
   * Sums up the articles of an outlet's day.
   *
   * @param articles first versions only; at least one
   */
  public static SourceDay of(String source, LocalDate day, Collection<ArticleFacts> articles) {
    if (articles.isEmpty()) {
      throw new IllegalArgumentException(
          "No articles for the record of " + source + " on " + day + "; leave the day out.");
    }
    List<ArticleFacts> own = new ArrayList<>(articles);
    // Sums of doubles depend on their order in the last digit; ids make it one order.
    own.sort(Comparator.comparing(ArticleFacts::articleId));
    List<ArticleFacts> unwired = own.stream().filter(article -> !isWire(article)).toList();
    int claims = own.stream().mapToInt(article -> article.claims().all()).sum();
    int attributed = own.stream().mapToInt(article -> article.claims().attributed()).sum();
    int traced = own.stream().mapToInt(article -> article.claims().traced()).sum();
    int single = own.stream().mapToInt(article -> article.claims().singleRooted()).sum();
    return new SourceDay(
        source,
        day,
        own.size(),
        originalShare(source, own),
        (own.size() - unwired.size()) / (double) own.size(),
        copies(source, own).size(),
        own.stream().mapToInt(ArticleFacts::copiedOut).sum(),
        medianLag(source, own),
        claims,
        share(attributed, claims),
        own.stream().mapToInt(article -> article.claims().drifted()).sum(),
        own.stream().mapToLong(ArticleFacts::words).sum(),
        unwired.isEmpty() ? null : originalShare(source, unwired),
        copies(source, unwired).size(),
        own.stream().mapToInt(ArticleFacts::copiedOutWithoutWire).sum(),
        medianLag(source, unwired),
        own.stream().mapToInt(article -> article.claims().firstPrinted()).sum(),
        share(single, traced),
        own.stream().mapToInt(article -> article.claims().corrected()).sum());
  }

  private static Double share(int part, int whole) {
    return whole == 0 ? null : part / (double) whole;
  }

  private static boolean isWire(ArticleFacts article) {
    OwnStretch main = mainStretch(article);
    return main == null ? article.agency() != null : main.isWire();
  }

  /** The stretch that covers most of the article; null outside any cluster. */
  private static OwnStretch mainStretch(ArticleFacts article) {
    return article.stretches().stream()
        .min(
            Comparator.comparingDouble((OwnStretch own) -> -own.stretch().share())
                .thenComparingInt(own -> own.stretch().begin())
                .thenComparing(own -> own.stretch().clusterId()))
        .orElse(null);
  }

  private static double originalShare(String source, List<ArticleFacts> articles) {
    double original = 0;
    double all = 0;
    for (ArticleFacts article : articles) {
      double weight = Math.max(1, article.words());
      original += weight * OriginalShare.of(source, article);
      all += weight;
    }
    return Math.min(1, original / all);
  }

  private static List<OwnStretch> copies(String source, List<ArticleFacts> articles) {
    List<OwnStretch> copies = new ArrayList<>();
    for (ArticleFacts article : articles) {
      OwnStretch main = mainStretch(article);
      if (main != null && main.isCopiedInto(source)) {
        copies.add(main);
      }
    }
    return copies;
  }

  private static Double medianLag(String source, List<ArticleFacts> articles) {
    List<Long> lags = new ArrayList<>();
    for (OwnStretch copy : copies(source, articles)) {
      if (copy.stretch().lagMinutes() != null) {
        lags.add(copy.stretch().lagMinutes());
      }
    }
    return Medians.of(lags);
  }
}
