package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;

import dev.headwater.reuse.ReuseSettings;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What must hold before a run is published. Each gate looks at the rows that the run added, and of
 * the history at no more than the keys beside theirs; it counts those that break it, and its figure
 * goes to {@code runs} as {@code gate_…}.
 */
public final class Gates {
  /** Stretches from which on a cluster must be dense: small ones may be chains of cuts. */
  private static final int LARGE = 1000;

  /** Rejects from which on a feed can be broken, and above which it is by its limit alone. */
  private static final int LEAST_REJECTS = 10;

  private static final int MANY_REJECTS = 100;

  /** Share of rejects above which a small feed is broken. */
  private static final double NEARLY_ALL = 0.9;

  /**
   * One gate's finding.
   *
   * @param gate its name
   * @param broken rows that break it; 0 where it holds
   * @param figure what it measured
   * @param look what to look at
   */
  public record Finding(String gate, long broken, double figure, String look) {
    /** The finding of a gate whose figure is the number of rows that break it. */
    static Finding of(String gate, long broken, String look) {
      return new Finding(gate, broken, broken, look);
    }
  }

  private Gates() {}

  /** Runs every gate and notes its figure; the findings that broke are returned. */
  public static List<Finding> check(Run run, GateLimits limits, Set<String> allowed) {
    List<Finding> findings = new ArrayList<>();
    findings.addAll(RowGates.check(run));
    findings.addAll(References.check(run));
    findings.add(clusterMembers(run));
    findings.add(clusterSizes(run, limits.clustersTooLarge()));
    findings.add(clusterDensity(run, limits.clusterDensity()));
    findings.add(rejects(run, limits.rejectShare()));
    findings.addAll(FeedGates.check(run, limits.feedFactor()));
    findings.add(NightGate.check(run, limits.feedFactor()));
    return broken(run, findings, allowed);
  }

  /** Runs the gate that a run without any new row must pass too, as {@link #check} does. */
  public static List<Finding> checkNews(Run run, GateLimits limits, Set<String> allowed) {
    return broken(run, List.of(NightGate.check(run, limits.feedFactor())), allowed);
  }

  private static List<Finding> broken(Run run, List<Finding> findings, Set<String> allowed) {
    List<Finding> broken = new ArrayList<>();
    for (Finding finding : findings) {
      run.count("gates", "gate_" + finding.gate(), finding.figure(), finding.look());
      if (finding.broken() > 0 && !allowed.contains(finding.gate())) {
        broken.add(finding);
      }
    }
    return broken;
  }

  /** Two clusters of one id, made in whatever nights, would look like one. */
  private static Finding clusterMembers(Run run) {
    String[] id = {"cluster_id"};
    long broken =
        run.read(Tables.CLUSTERS)
            .join(run.added(Tables.CLUSTERS).select(id[0]), id, "left_semi")
            .groupBy(id[0])
            .agg(
                functions.count("*").alias("found"),
                functions.min("size").alias("least"),
                functions.max("size").alias("most"))
            .where(col("found").notEqual(col("least")).or(col("found").notEqual(col("most"))))
            .count();
    return Finding.of(
        "cluster_members", broken, "clusters whose size is not the number of their stretches");
  }

  /** Clusters of too many stretches are not formed, so no size in the table tells of them. */
  private static Finding clusterSizes(Run run, double limit) {
    double found = run.counter("reprints", "clusters_too_large");
    return new Finding(
        "clusters_too_large",
        found > limit ? (long) found : 0,
        found,
        "clusters of more than "
            + String.format(Locale.ROOT, "%,d", ReuseSettings.DEFAULTS.maxCluster())
            + " stretches, which were not formed: a template taken for a story? See"
            + " jobs/sql/largest-clusters.sql");
  }

  private static Finding clusterDensity(Run run, double limit) {
    Dataset<Row> large = run.added(Tables.CLUSTERS).where(col("size").geq(LARGE));
    Row density =
        large
            .agg(
                functions.coalesce(functions.min("density"), functions.lit(1.0)),
                functions.count_if(col("density").lt(limit)))
            .takeAsList(1)
            .get(0);
    return new Finding(
        "cluster_density",
        density.getLong(1),
        density.getDouble(0),
        "stretches in clusters of "
            + LARGE
            + " or more that are thinner than "
            + limit
            + ": unrelated stories chained together?");
  }

  static Finding rejects(Run run, double limit) {
    double rejected = run.counter("ingest", "rejected");
    double read = run.counter("ingest", "records_read");
    // A handful of broken files among a handful of files is a test, not a broken feed; and what
    // is known of a small feed tells less, so that nearly all of it must be broken.
    double share = rejected > MANY_REJECTS ? limit : Math.max(limit, NEARLY_ALL);
    boolean broken = rejected >= LEAST_REJECTS && rejected > share * read;
    return new Finding(
        "reject_share",
        broken ? (long) rejected : 0,
        read == 0 ? 0 : rejected / read,
        "of " + (long) read + " records; the reasons are in rejects");
  }
}
