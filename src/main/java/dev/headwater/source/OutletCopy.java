package dev.headwater.source;

import dev.headwater.model.ClusterMember;
import java.time.Instant;

/**
 * A stretch that one outlet copied from another.
 *
 * @param stretch the copy's row of {@code clusters}; its parent is known
 * @param fromSource outlet of the parent article
 * @param toSource outlet of the copy
 * @param publishedAt when the copy was published; null where unknown
 * @param credited whether the copy credits from_source or its agency
 */
public record OutletCopy(
    ClusterMember stretch,
    String fromSource,
    String toSource,
    Instant publishedAt,
    boolean credited) {}
