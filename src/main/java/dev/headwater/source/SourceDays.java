package dev.headwater.source;

import dev.headwater.model.SourceDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The record of one outlet on one day, with and without wire copy. Linear in the articles but for
 * the medians and deciles.
 *
 * <p>An article is wire copy when the stretch that covers most of it comes from an agency, or when
 * nobody shares its text and it credits an agency itself; a stretch is when it comes from one.
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
    Figures all = Figures.of(source, own);
    Figures unwired = Figures.of(source, own.stream().filter(a -> !isWire(a)).toList());
    CopiedIn copied = CopiedIn.of(source, own, stretch -> true);
    CopiedIn unwiredCopied = CopiedIn.of(source, own, stretch -> !stretch.isWire());
    return new SourceDay(
        source,
        day,
        all.articles(),
        all.originalShare(),
        (all.articles() - unwired.articles()) / (double) all.articles(),
        copied.stretches(),
        own.stream().mapToInt(ArticleFacts::copiedOut).sum(),
        Medians.of(copied.lags()),
        all.claims().all(),
        all.attributedShare(),
        all.claims().drifted(),
        all.words(),
        unwired.originalShare(),
        unwiredCopied.stretches(),
        own.stream().mapToInt(ArticleFacts::copiedOutWithoutWire).sum(),
        Medians.of(unwiredCopied.lags()),
        all.claims().firstPrinted(),
        all.singleRootedShare(),
        all.claims().corrected(),
        unwired.articles(),
        unwired.words(),
        all.claims().attributed(),
        all.claims().traced(),
        all.claims().singleRooted(),
        unwired.claims().all(),
        unwired.claims().attributed(),
        unwired.claims().traced(),
        unwired.claims().singleRooted(),
        unwired.claims().drifted(),
        unwired.claims().firstPrinted(),
        unwired.claims().corrected(),
        unwired.attributedShare(),
        unwired.singleRootedShare(),
        copied.lags(),
        unwiredCopied.lags(),
        Deciles.of(copied.lags()),
        Deciles.of(unwiredCopied.lags()),
        all.drift(),
        unwired.drift());
  }

  private static boolean isWire(ArticleFacts article) {
    OwnStretch main = Figures.mainStretch(article);
    return main == null ? article.agency() != null : main.isWire();
  }
}
