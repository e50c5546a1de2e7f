package dev.headwater.trace;

import dev.headwater.model.Claim;

/**
 * A claim with what is known of its article and of the reprint stretch it stands in; one row of the
 * joined tables.
 *
 * @param claim the claim
 * @param articleKey key shared by the versions of its article
 * @param sourceName the outlet as a person would write it; null where unknown
 * @param owner owner of the outlet; null where unknown
 * @param agency news agency behind the stretch, else of the article; null where there is none
 * @param clusterId reprint cluster of the stretch that holds the claim; null outside any
 * @param parentArticleId article the stretch was copied from; null for originals and where unclear
 * @param office office of the claim's original source, as {@link Offices} reads it; null where none
 */
public record ClaimFacts(
    Claim claim,
    String articleKey,
    String sourceName,
    String owner,
    String agency,
    String clusterId,
    String parentArticleId,
    String office) {

  /** The original source the claim names. */
  Origin origin() {
    return Origin.of(claim).withOffice(office);
  }

  String articleId() {
    return claim.articleId();
  }

  String claimId() {
    return claim.claimId();
  }
}
