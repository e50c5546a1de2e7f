package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;

import dev.headwater.table.ColumnContract;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What must hold before a run is published. Each gate looks at the rows that the run added, not at
 * the history, and counts those that break it; its figure goes to {@code runs} as {@code gate_…}.
 */
public final class Gates {
  /**
   * One gate's finding.
   *
   * @param gate its name
   * @param broken rows that break it
   * @param look what to look at
   */
  public record Finding(String gate, long broken, String look) {}

  /** Limits of the gates that have one. */
  public record Limits(int largestCluster, double rejectShare) {
    /**
     * The defaults: a cluster of 100,000 stretches is a template; more rejects than articles a bad
     * feed.
     */
    public static final Limits DEFAULT = new Limits(100_000, 0.5);
  }

  private Gates() {}

  /** Runs every gate and notes its figure; the findings that broke are returned. */
  public static List<Finding> check(Run run, Limits limits, Set<String> allowed) {
    List<Finding> findings = new ArrayList<>();
    for (TableContract table : Tables.PUBLISHED) {
      if (table != Tables.RUNS) {
        findings.add(keysUnique(run, table));
        findings.add(nothingNull(run, table));
      }
    }
    findings.add(offsetsInside(run, Tables.CLAIMS, "article_id", "begin", "end"));
    findings.add(offsetsInside(run, Tables.CLUSTERS, "article_id", "begin", "end"));
    findings.add(offsetsInside(run, Tables.PASSAGES, "left_id", "left_begin", "left_end"));
    findings.add(offsetsInside(run, Tables.PASSAGES, "right_id", "right_begin", "right_end"));
    findings.add(present(run, Tables.TRACES, "claim_id", Tables.CLAIMS, "claim_id"));
    findings.add(present(run, Tables.TRACE_SUMMARY, "trace_id", Tables.TRACES, "trace_id"));
    findings.add(clusterSizes(run, limits.largestCluster()));
    findings.add(rejects(run, limits.rejectShare()));
    List<Finding> broken = new ArrayList<>();
    for (Finding finding : findings) {
      run.count("gates", "gate_" + finding.gate(), finding.broken(), finding.look());
      if (finding.broken() > 0 && !allowed.contains(finding.gate())) {
        broken.add(finding);
      }
    }
    return broken;
  }

  private static Finding keysUnique(Run run, TableContract table) {
    Column[] key = table.key().stream().map(functions::col).toArray(Column[]::new);
    long broken = run.added(table).groupBy(key).count().where(col("count").gt(1)).count();
    return new Finding(
        "keys_unique_" + table.name(), broken, "rows of " + table.name() + " with the same key");
  }

  private static Finding nothingNull(Run run, TableContract table) {
    Column isNull = functions.lit(false);
    for (ColumnContract column : table.columns()) {
      if (column.required()) {
        isNull = isNull.or(col(column.name()).isNull());
      }
    }
    long broken = run.added(table).where(isNull).count();
    return new Finding(
        "nothing_null_" + table.name(),
        broken,
        "rows of " + table.name() + " without a required column");
  }

  /** An offset outside its article's text, or an article that is not there. */
  private static Finding offsetsInside(
      Run run, TableContract table, String id, String begin, String end) {
    Dataset<Row> lengths =
        run.read(Tables.ARTICLES)
            .select(
                col("article_id").alias("of_article"),
                functions.char_length(col("text")).alias("length"));
    Dataset<Row> spans = run.added(table).select(id, begin, end);
    long broken =
        spans
            .join(lengths, col(id).equalTo(col("of_article")), "left")
            .where(
                col("length")
                    .isNull()
                    .or(col(begin).lt(0))
                    .or(col(begin).geq(col(end)))
                    .or(col(end).gt(col("length"))))
            .count();
    return new Finding(
        "offsets_inside_" + table.name() + "_" + id,
        broken,
        "rows of " + table.name() + " whose " + begin + " and " + end + " lie outside the text");
  }

  private static Finding present(
      Run run, TableContract table, String column, TableContract other, String otherColumn) {
    Dataset<Row> known = run.read(other).select(col(otherColumn).alias("known")).distinct();
    long broken =
        run.added(table).join(known, col(column).equalTo(col("known")), "left_anti").count();
    return new Finding(
        "present_" + table.name() + "_" + column,
        broken,
        "rows of " + table.name() + " whose " + column + " is not in " + other.name());
  }

  private static Finding clusterSizes(Run run, int limit) {
    long broken = run.added(Tables.CLUSTERS).where(col("size").gt(limit)).count();
    return new Finding(
        "largest_cluster", broken, "stretches in clusters of more than " + limit + " stretches");
  }

  private static Finding rejects(Run run, double limit) {
    double rejected = run.counter("ingest", "rejected");
    double read = run.counter("ingest", "records_read");
    // A handful of broken files among a handful of files is a test, not a broken feed.
    boolean broken = rejected > 100 && rejected > limit * read;
    return new Finding(
        "reject_share",
        broken ? (long) rejected : 0,
        "of " + (long) read + " records; the reasons are in rejects");
  }
}
