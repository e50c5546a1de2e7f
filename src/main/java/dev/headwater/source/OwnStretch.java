package dev.headwater.source;

import dev.headwater.model.ClusterMember;

/**
 * A stretch of an outlet's article that belongs to a reprint cluster.
 *
 * @param stretch the row of {@code clusters}
 * @param parentSource outlet of the parent article; null where the stretch has no parent
 */
public record OwnStretch(ClusterMember stretch, String parentSource) {
  private static final String COPY = "copy";

  /** Whether the stretch was copied from another outlet than the given one. */
  boolean isCopiedInto(String source) {
    return COPY.equals(stretch.role()) && parentSource != null && !parentSource.equals(source);
  }

  boolean isWire() {
    return stretch.agency() != null;
  }
}
