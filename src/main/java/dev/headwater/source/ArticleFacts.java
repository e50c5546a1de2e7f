package dev.headwater.source;

import java.util.List;

/**
 * What an outlet's record needs to know of one article, in its first version.
 *
 * @param articleId the article
 * @param agency agency the article itself credits; null where there is none
 * @param words words of its text
 * @param stretches its stretches in reprint clusters; empty where nobody shares its text
 * @param copiedOut stretches of other outlets whose parent is a version of this article
 * @param copiedOutWithoutWire those that are not wire copy
 * @param claims counts of its numeric claims
 */
public record ArticleFacts(
    String articleId,
    String agency,
    int words,
    List<OwnStretch> stretches,
    int copiedOut,
    int copiedOutWithoutWire,
    ClaimCounts claims) {

  /**
   * Numeric claims of one article.
   *
   * @param all all of them
   * @param attributed those that name a source
   * @param drifted those that drifted against their parent
   * @param corrected claims of its later versions that correct a number
   * @param firstPrinted origins of a trace that another outlet printed later
   * @param traced those in a trace
   * @param singleRooted those whose trace stands on one independent root
   * @param drift kinds of drift of the drifted ones, an entry for each claim and kind
   */
  public record ClaimCounts(
      int all,
      int attributed,
      int drifted,
      int corrected,
      int firstPrinted,
      int traced,
      int singleRooted,
      List<String> drift) {
    /** An article without numbers. */
    public static final ClaimCounts NONE = new ClaimCounts(0, 0, 0, 0, 0, 0, 0, List.of());
  }
}
