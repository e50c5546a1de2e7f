package dev.headwater.spark;

import dev.headwater.model.UserMistake;
import java.util.Map;

/**
 * Limits of the gates that have one.
 *
 * @param clustersTooLarge clusters that were not formed as they would be too large
 * @param clusterDensity density below which a large cluster is taken for a chain
 * @param rejectShare share of rejects above which a feed is taken for broken; a small one above 0.9
 * @param feedFactor how many times fewer or more articles than ever in four weeks an outlet may
 *     have, and how many times fewer new ones a night
 */
public record GateLimits(
    double clustersTooLarge, double clusterDensity, double rejectShare, double feedFactor) {
  /** The defaults. */
  public static final GateLimits DEFAULTS = new GateLimits(0, 0.01, 0.5, 10);

  /** The defaults with some limits set otherwise, by the names they have on the command line. */
  public static GateLimits of(Map<String, Double> others) {
    GateLimits limits = DEFAULTS;
    for (Map.Entry<String, Double> other : others.entrySet()) {
      limits = limits.with(other.getKey(), other.getValue());
    }
    return limits;
  }

  private GateLimits with(String name, double value) {
    if (!(value >= 0)) {
      throw new UserMistake("--gate-limit " + name + " is " + value + "; give 0 or more.");
    }
    return switch (name) {
      case "clusters_too_large" -> new GateLimits(value, clusterDensity, rejectShare, feedFactor);
      case "cluster_density" -> new GateLimits(clustersTooLarge, value, rejectShare, feedFactor);
      case "reject_share" -> new GateLimits(clustersTooLarge, clusterDensity, value, feedFactor);
      case "feed_factor" -> new GateLimits(clustersTooLarge, clusterDensity, rejectShare, value);
      default ->
          throw new UserMistake(
              "--gate-limit "
                  + name
                  + ": there is no such limit (there are clusters_too_large, cluster_density,"
                  + " reject_share, feed_factor).");
    };
  }
}
