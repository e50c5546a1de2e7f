package dev.headwater.ingest;

import dev.headwater.source.Owners;
import java.io.Serializable;

/**
 * How records become articles.
 *
 * @param minWords texts with fewer words are rejected as {@code too_short}
 * @param dateOrder how 9/6/17 is read
 * @param owners names and owners of outlets
 */
public record BuildSettings(int minWords, DateOrder dateOrder, Owners owners)
    implements Serializable {
  public BuildSettings {
    if (minWords < 1) {
      throw new IllegalArgumentException("min-words must be at least 1, but is " + minWords);
    }
  }

  /** Five words, month first, no owners. */
  public static BuildSettings standard() {
    return new BuildSettings(5, DateOrder.MONTH_FIRST, Owners.none());
  }
}
