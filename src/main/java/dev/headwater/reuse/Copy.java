package dev.headwater.reuse;

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
 * @param words words of the stretch without boilerplate, as {@code share} counts them
 * @param share share of the article's words without boilerplate that the stretch covers
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

  /** Whether the hour of publication is known, not the day alone. */
  boolean hasHour() {
    return publishedAt != null && precision != null && !precision.equals("day");
  }
}
