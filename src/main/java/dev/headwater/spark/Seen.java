package dev.headwater.spark;

import dev.headwater.model.Release;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What each job has seen of a warehouse: a note among the counters of a run says up to which
 * instant it has seen the articles, and the release of that run what it has seen of other tables.
 */
public final class Seen {
  /** Counter whose detail is the instant. */
  static final String THROUGH = "through";

  private Seen() {}

  /** Notes that a job has seen all articles loaded up to and including this run. */
  public static void through(Run run, String job) {
    run.count(job, THROUGH, 0, run.startedAt().toString());
  }

  /**
   * Notes that this run itself has made again what it changed of a job's findings, so that the job
   * need not look for changes from before this run, whose release may be gone by then. Not where
   * others came between: those the job has yet to see.
   *
   * @param tables those of which the job asks what has changed
   */
  public static void madeAgain(Run run, String job, TableContract... tables) {
    for (Row last : lastThrough(run, job)) {
      if (Arrays.stream(tables).allMatch(table -> isSince(run, last.getAs("run_id"), table))) {
        run.count(job, THROUGH, 0, last.getAs("detail"));
      }
    }
  }

  /** Whether a table had the rows of the run's base already when an earlier run was published. */
  private static boolean isSince(Run run, String earlier, TableContract table) {
    Table loaded = run.warehouse().table(table);
    SnapshotRef then = loaded.refs().get(earlier);
    SnapshotRef now = run.base().map(base -> loaded.refs().get(base.runId())).orElse(null);
    Snapshot at = then == null || now == null ? null : loaded.snapshot(now.snapshotId());
    while (at != null && at.snapshotId() != then.snapshotId()) {
      // A replace, as a compaction is, leaves the rows as they are.
      boolean isReplace = DataOperations.REPLACE.equals(at.operation());
      at = isReplace && at.parentId() != null ? loaded.snapshot(at.parentId()) : null;
    }
    return at != null;
  }

  /** The articles that a job has not seen yet: those loaded after the last run that included it. */
  public static Dataset<Row> unseenArticles(Run run, String job) {
    Dataset<Row> articles = run.read(Tables.ARTICLES);
    List<Row> last = lastThrough(run, job);
    if (last.isEmpty()) {
      return articles;
    }
    Instant through = Instant.parse(last.get(0).getAs("detail"));
    return articles.where(functions.col("ingested_at").gt(functions.lit(through)));
  }

  /** The last release by a run of which a job was part; empty where none is kept. */
  static Optional<Release> lastWith(Run run, String job) {
    List<Row> last = lastThrough(run, job);
    return last.isEmpty()
        ? Optional.empty()
        : run.warehouse().releases().stream()
            .filter(release -> release.runId().equals(last.get(0).getAs("run_id")))
            .findFirst();
  }

  /** The newest note of a job; empty where it was never part of a run. */
  private static List<Row> lastThrough(Run run, String job) {
    return run.read(Tables.RUNS)
        .where(functions.col("job").equalTo(job).and(functions.col("name").equalTo(THROUGH)))
        .orderBy(functions.col("detail").desc(), functions.col("at").desc())
        .takeAsList(1);
  }
}
