package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;

import dev.headwater.spark.ChangedGroups;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Keeps the record of each outlet.
 *
 * <p>Input: {@code articles}, {@code clusters}, {@code claims}, {@code traces}. Output: {@code
 * source_days}, {@code copy_edges}, {@code outlet_ranks}. Days and months are made again where an
 * article is new, or its cluster or the family of one of its numbers has changed.
 */
final class SourcesStage implements ArticleStage {
  static final String NAME = "sources";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String settings() {
    return "";
  }

  @Override
  public long work(Run run, Dataset<Row> fresh, long articles) {
    Dataset<Row> dated = dated(run.read(Tables.ARTICLES));
    Dataset<Row> ids = fresh.union(changed(run)).distinct();
    // All versions: the day of the first one tells of corrections by the others.
    Dataset<Row> keys = dated.join(ids, new String[] {"article_id"}, "left_semi");
    make(
        run,
        dated,
        dated.join(
            keys.select("article_key").distinct(), new String[] {"article_key"}, "left_semi"));
    return articles;
  }

  /**
   * The articles whose clusters or families are not what they were when this job last ran: those
   * that left one among them, and those others were copied from. And those of which an older
   * version came late: a day counts an article by its first version alone.
   */
  private static Dataset<Row> changed(Run run) {
    ChangedGroups changed = ChangedGroups.since(run, NAME);
    return changed
        .rows(Tables.CLUSTERS, "cluster_id", "article_id")
        .union(changed.rows(Tables.TRACES, "trace_id", "article_id"))
        .union(changed.written(Tables.ARTICLES, "article_id", "version"));
  }

  /**
   * Makes the days and months again of articles that have left and of those beside them.
   *
   * @param gone rows of {@code articles} that have left
   * @param beside ids of the articles that shared a cluster or a trace with one of them
   */
  void remake(Run run, Dataset<Row> gone, Dataset<Row> beside) {
    Dataset<Row> dated = dated(run.read(Tables.ARTICLES));
    Dataset<Row> now = affected(run, beside.select("article_id"));
    make(run, dated, dated.join(now, new String[] {"article_id"}, "left_semi").union(dated(gone)));
  }

  private static Dataset<Row> dated(Dataset<Row> articles) {
    return articles
        .where(col("published_at").isNotNull())
        .select(
            col("article_id"),
            col("article_key"),
            col("source"),
            to_date(col("published_at")).alias("day"),
            col("published_at"),
            col("agency"),
            col("words"),
            col("version"));
  }

  private static void make(Run run, Dataset<Row> dated, Dataset<Row> affected) {
    Dataset<Row> kept = affected.transform(KeptRows::keep);
    run.count(
        NAME,
        "source_days",
        SourceDayStep.make(run, dated, kept.select("source", "day").distinct()));
    run.count(NAME, "copy_edges", CopyEdgeStep.make(run, dated, kept));
    new NetworkStep().rank(run);
  }

  /** New articles and all that share a cluster or a trace with one. */
  static Dataset<Row> affected(Run run, Dataset<Row> fresh) {
    Dataset<Row> clusters = run.read(Tables.CLUSTERS).select("cluster_id", "article_id");
    Dataset<Row> traces = run.read(Tables.TRACES).select("trace_id", "article_id");
    return fresh
        .union(
            clusters
                .join(
                    clusters.join(fresh, "article_id").select("cluster_id").distinct(),
                    "cluster_id")
                .select("article_id"))
        .union(
            traces
                .join(traces.join(fresh, "article_id").select("trace_id").distinct(), "trace_id")
                .select("article_id"))
        .distinct();
  }
}
