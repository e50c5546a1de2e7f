package dev.headwater.trace;

import dev.headwater.model.ClaimLink;
import java.util.List;

/**
 * The claims that state one number.
 *
 * @param traceId id of the family
 * @param seriesId id shared by families of the same measure at other times
 * @param members the claims, the origin first, each after the article it was copied from
 * @param links links that hold the family together, by strength
 */
public record Family(
    String traceId, String seriesId, List<ClaimFacts> members, List<ClaimLink> links) {

  /** The first claim of the family. */
  public ClaimFacts origin() {
    return members.get(0);
  }
}
