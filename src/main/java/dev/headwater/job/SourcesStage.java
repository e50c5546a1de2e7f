package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.CopyEdge;
import dev.headwater.model.SourceDay;
import dev.headwater.spark.ChangedGroups;
import dev.headwater.spark.Groups;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Keeps the record of each outlet.
 *
 * <p>Input: {@code articles}, {@code clusters}, {@code claims}, {@code traces}. Output: {@code
 * source_days}, {@code copy_edges}, {@code outlet_ranks}. Days and months are made again where an
 * article is new, or its cluster or the family of one of its numbers has changed.
 */
final class SourcesStage implements ArticleStage {
  static final String NAME = "sources";

  private static final String[] DAY = {"source", "day"};

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
    make(run, dated, dated.join(ids, new String[] {"article_id"}, "left_semi"));
    return articles;
  }

  /**
   * The articles whose clusters or families are not what they were when this job last ran: those
   * that left one among them, and those others were copied from.
   */
  private static Dataset<Row> changed(Run run) {
    ChangedGroups changed = ChangedGroups.since(run, NAME);
    return changed
        .rows(Tables.CLUSTERS, "cluster_id", "article_id")
        .union(changed.rows(Tables.TRACES, "trace_id", "article_id"));
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
    run.count(NAME, "source_days", days(run, dated, kept.select("source", "day").distinct()));
    run.count(NAME, "copy_edges", edges(run, dated, kept));
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

  private static long days(Run run, Dataset<Row> dated, Dataset<Row> days) {
    Dataset<Row> articles =
        dated
            .where(col("version").equalTo(1))
            .join(days, DAY, "left_semi")
            .transform(KeptRows::keep);
    Dataset<Row> ids = articles.select("article_id");
    Dataset<Row> facts =
        articles
            .join(stretches(run, ids), col("article_id").equalTo(col("of_stretch")), "left")
            .join(copiedOut(run), col("article_key").equalTo(col("copied")), "left")
            .join(claimCounts(run, ids), col("article_id").equalTo(col("of_claims")), "left")
            .join(corrections(run), col("article_key").equalTo(col("of_corrected")), "left")
            .withColumn("key", concat_ws(" ", col("source"), col("day")));
    Dataset<Row> rows =
        Groups.by(
                facts,
                "key",
                List.of("article_id"),
                RowCodec.of(SourceDay.class).schema(),
                new SourceDayWork())
            .transform(KeptRows::keep);
    long made = rows.count();
    run.delete(Tables.SOURCE_DAYS, days);
    if (made > 0) {
      run.append(Tables.SOURCE_DAYS, rows);
    }
    return made;
  }

  /** The stretches of each article, with the outlet of each parent. */
  private static Dataset<Row> stretches(Run run, Dataset<Row> articles) {
    RowCodec<ClusterMember> codec = RowCodec.of(ClusterMember.class);
    Dataset<Row> parents =
        run.read(Tables.ARTICLES)
            .select(col("article_id").alias("parent_id"), col("source").alias("parent_source"));
    return codec
        .select(run.read(Tables.CLUSTERS).join(articles, new String[] {"article_id"}, "left_semi"))
        .select(struct(codec.columns()).alias("stretch"))
        .join(parents, col("stretch.parent").equalTo(col("parent_id")), "left")
        .groupBy(col("stretch.article_id").alias("of_stretch"))
        .agg(
            sort_array(collect_list(struct(col("stretch"), col("parent_source"))))
                .alias("stretches"));
  }

  /** For each article's key how many stretches of other outlets were copied from its versions. */
  private static Dataset<Row> copiedOut(Run run) {
    Dataset<Row> articles = run.read(Tables.ARTICLES);
    Dataset<Row> copies = articles.where(col("version").equalTo(1)).select("article_id", "source");
    Dataset<Row> parents = articles.select("article_id", "source", "article_key");
    return run.read(Tables.CLUSTERS)
        .where(col("parent").isNotNull())
        .select("article_id", "parent", "agency")
        .join(copies.toDF("copy_id", "copy_source"), col("article_id").equalTo(col("copy_id")))
        .join(
            parents.toDF("from_id", "from_source", "copied"), col("parent").equalTo(col("from_id")))
        .where(col("copy_source").notEqual(col("from_source")))
        .groupBy("copied")
        .agg(
            count("*").cast("int").alias("copied_out"),
            count_if(col("agency").isNull()).cast("int").alias("copied_out_without_wire"));
  }

  private static Dataset<Row> claimCounts(Run run, Dataset<Row> articles) {
    Dataset<Row> traces =
        run.read(Tables.TRACES)
            .select(
                col("claim_id").alias("traced_claim"),
                col("trace_id"),
                col("relation"),
                col("drift"));
    Dataset<Row> families =
        run.read(Tables.TRACE_SUMMARY)
            .select(col("trace_id").alias("family"), col("independent_roots"));
    Column origin = col("relation").equalTo("origin");
    return run.read(Tables.CLAIMS)
        .select("article_id", "claim_id", "attributed_to")
        .join(articles, new String[] {"article_id"}, "left_semi")
        .join(traces, col("claim_id").equalTo(col("traced_claim")), "left")
        .join(families, col("trace_id").equalTo(col("family")), "left")
        .join(printedLater(run), col("trace_id").equalTo(col("later")), "left")
        .groupBy(col("article_id").alias("of_claims"))
        .agg(
            struct(
                    count("*").cast("int"),
                    counted(functions.size(col("attributed_to")).gt(0)),
                    counted(col("relation").equalTo("drifted")),
                    counted(origin.and(col("later").isNotNull())),
                    counted(col("trace_id").isNotNull()),
                    counted(col("independent_roots").equalTo(1)),
                    flatten(collect_list(when(col("relation").equalTo("drifted"), col("drift")))))
                .alias("claims"));
  }

  /** The families whose origin stands before all that other outlets print: column later. */
  private static Dataset<Row> printedLater(Run run) {
    Dataset<Row> told =
        run.read(Tables.CLAIMS)
            .select(
                col("claim_id").alias("told_claim"),
                col("source").alias("told_by"),
                col("published_at").alias("told_at"));
    Dataset<Row> members =
        run.read(Tables.TRACES).join(told, col("claim_id").equalTo(col("told_claim")));
    Dataset<Row> origins =
        members
            .where(col("relation").equalTo("origin"))
            .select(
                col("trace_id").alias("later"),
                col("told_by").alias("first_by"),
                col("told_at").alias("first_at"));
    return members
        .join(origins, col("trace_id").equalTo(col("later")))
        .where(col("told_by").notEqual(col("first_by")))
        .groupBy("later", "first_at")
        .agg(min("told_at").alias("others_at"))
        .where(col("others_at").gt(col("first_at")))
        .select("later");
  }

  /** For each article how many numbers its later versions correct. */
  private static Dataset<Row> corrections(Run run) {
    Dataset<Row> keys =
        run.read(Tables.ARTICLES)
            .select(col("article_id"), col("article_key").alias("of_corrected"));
    return run.read(Tables.TRACES)
        .where(col("relation").equalTo("corrected"))
        .join(keys, new String[] {"article_id"})
        .groupBy("of_corrected")
        .agg(count("*").cast("int").alias("corrected"));
  }

  private static Column counted(Column condition) {
    return count_if(condition).cast("int");
  }

  private static long edges(Run run, Dataset<Row> dated, Dataset<Row> affected) {
    RowCodec<ClusterMember> codec = RowCodec.of(ClusterMember.class);
    Column month = trunc(col("day"), "month").alias("month");
    Dataset<Row> months =
        affected
            .select(col("source").alias("to_source"), month)
            .distinct()
            .transform(KeptRows::keep);
    Dataset<Row> from = run.read(Tables.ARTICLES).select("article_id", "source");
    Dataset<Row> to =
        dated
            .where(col("version").equalTo(1))
            .select(
                col("article_id").alias("copy_id"),
                col("source").alias("to_source"),
                col("published_at"),
                month);
    Dataset<Row> copies =
        codec
            .select(run.read(Tables.CLUSTERS).where(col("parent").isNotNull()))
            .select(struct(codec.columns()).alias("stretch"))
            .join(to, col("stretch.article_id").equalTo(col("copy_id")))
            .join(months, new String[] {"to_source", "month"}, "left_semi")
            .join(
                from.toDF("parent_id", "from_source"),
                col("stretch.parent").equalTo(col("parent_id")))
            .join(
                credits(run),
                col("parent_id")
                    .equalTo(col("credited_id"))
                    .and(col("copy_id").equalTo(col("by_id"))),
                "left")
            .withColumn(
                "credited",
                col("credited_id")
                    .isNotNull()
                    .or(col("stretch.agency_basis").eqNullSafe(lit("own"))))
            .select(
                concat_ws(" ", col("to_source"), col("month")).alias("to_month"),
                col("to_source"),
                col("stretch"),
                col("from_source"),
                col("published_at"),
                col("credited"),
                col("stretch.article_id").alias("article_id"),
                col("stretch.begin").alias("begin"),
                col("stretch.cluster_id").alias("cluster_id"));
    Dataset<Row> rows =
        Groups.by(
                copies,
                "to_month",
                List.of("article_id", "begin", "cluster_id"),
                RowCodec.of(CopyEdge.class).schema(),
                new CopyEdgeWork())
            .transform(KeptRows::keep);
    long made = rows.count();
    run.delete(Tables.COPY_EDGES, months);
    if (made > 0) {
      run.append(Tables.COPY_EDGES, rows);
    }
    return made;
  }

  /** Which article names the outlet of which other: columns by_id and credited_id. */
  private static Dataset<Row> credits(Run run) {
    Dataset<Row> passages = run.read(Tables.PASSAGES).where(col("credits").isNotNull());
    Column both = col("credits").equalTo("both");
    return passages
        .where(col("credits").equalTo("left").or(both))
        .select(col("left_id").alias("by_id"), col("right_id").alias("credited_id"))
        .union(
            passages
                .where(col("credits").equalTo("right").or(both))
                .select(col("right_id"), col("left_id")))
        .distinct();
  }
}
