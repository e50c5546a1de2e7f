package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.util.List;

/**
 * What surrounds two claims that are compared.
 *
 * @param kinship whether both stand in versions of one article
 * @param earlierSiblings claims of the earlier claim's article; they say how many containers "each"
 *     multiplies by
 * @param laterSiblings claims of the later claim's article
 */
public record Pairing(Kinship kinship, List<Claim> earlierSiblings, List<Claim> laterSiblings) {
  /** How the two articles are related. */
  public enum Kinship {
    /** Two articles. */
    OTHER_ARTICLE,
    /** Two articles that share no passage here: what one leaves out it did not lose in copying. */
    OTHER_WORDS,
    /** Two versions of one article: a changed number is a correction. */
    OTHER_VERSION
  }

  /** Two claims about whose articles nothing else is known. */
  public static final Pairing ALONE = new Pairing(Kinship.OTHER_ARTICLE, List.of(), List.of());
}
