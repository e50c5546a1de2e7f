package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.time.Instant;
import java.util.Comparator;

/** Which of two claims comes first: by publication, then article, then place in the text. */
final class ClaimOrder {
  /** Undated claims come last; within an article an exact value comes before a vague one. */
  static final Comparator<Claim> FIRST =
      Comparator.comparing(Claim::publishedAt, Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Claim::articleId)
          .thenComparing(claim -> claim.value() == null)
          .thenComparing(Claim::begin)
          .thenComparing(Claim::claimId);

  private ClaimOrder() {}

  /** What the order of two claims rests on, in words. */
  static String basis(Claim a, Claim b) {
    Instant one = a.publishedAt();
    Instant other = b.publishedAt();
    if (a.articleId().equals(b.articleId())) {
      return "order by place in the article";
    }
    if (one != null && other != null && !one.equals(other)) {
      return "order by date";
    }
    return "order unknown, taken by id";
  }
}
