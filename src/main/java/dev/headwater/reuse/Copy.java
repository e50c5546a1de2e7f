package dev.headwater.reuse;

import dev.headwater.model.Article;
import java.time.Instant;

/**
 * A stretch in a cluster, with what speaks for or against its being the first.
 *
 * @param articleId the article
 * @param begin first code point of the stretch
 * @param source the article's outlet
 * @param publishedAt its date; null where unknown
 * @param precision how exact the date is: day, minute or second; null where there is no date
 * @param agency agency the article credits; null when none
 * @param words words of the stretch
 * @param share share of the article that the stretch covers
 */
public record Copy(
    String articleId,
    int begin,
    String source,
    Instant publishedAt,
    String precision,
    String agency,
    int words,
    double share) {

  /** A stretch of an article. */
  public static Copy of(Article article, int begin, int words, double share) {
    return new Copy(
        article.articleId(),
        begin,
        article.source(),
        article.publishedAt(),
        article.publishedAtPrecision(),
        article.agency(),
        words,
        share);
  }

  /** Whether the hour of publication is known, not the day alone. */
  boolean hasHour() {
    return publishedAt != null && precision != null && !precision.equals("day");
  }
}
