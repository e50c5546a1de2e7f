package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.SourceDay;
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
 * Makes the days of outlets: rows of {@code source_days}.
 *
 * <p>Of the history only what belongs to the articles of these days is joined: what was copied from
 * them, what their later versions corrected, the families of their numbers.
 */
final class SourceDayStep {
  private static final String[] DAY = {"source", "day"};

  private SourceDayStep() {}

  /**
   * Makes days again and gives their number.
   *
   * @param dated the articles that have a date
   * @param days columns source and day
   */
  static long make(Run run, Dataset<Row> dated, Dataset<Row> days) {
    Dataset<Row> articles =
        dated
            .where(col("version").equalTo(1))
            .join(days, DAY, "left_semi")
            .transform(KeptRows::keep);
    Dataset<Row> ids = articles.select("article_id");
    Dataset<Row> versions =
        run.read(Tables.ARTICLES)
            .select("article_id", "source", "article_key")
            .join(articles.select("article_key"), new String[] {"article_key"}, "left_semi")
            .transform(KeptRows::keep);
    Dataset<Row> facts =
        articles
            .join(stretches(run, ids), col("article_id").equalTo(col("of_stretch")), "left")
            .join(copiedOut(run, versions), col("article_key").equalTo(col("copied")), "left")
            .join(claimCounts(run, ids), col("article_id").equalTo(col("of_claims")), "left")
            .join(
                corrections(run, versions), col("article_key").equalTo(col("of_corrected")), "left")
            .withColumn("key", concat_ws(" ", col("source"), col("day")));
    Dataset<Row> rows =
        Groups.by(
                facts,
                "key",
                List.of("article_id"),
                RowCodec.of(SourceDay.class).schema(),
                new SourceDayWork())
            .transform(KeptRows::keep);
    return run.replace(Tables.SOURCE_DAYS, days, rows);
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

  /**
   * For each article's key how many stretches of other outlets were copied from its versions.
   *
   * @param versions columns article_id, source and article_key
   */
  private static Dataset<Row> copiedOut(Run run, Dataset<Row> versions) {
    Dataset<Row> copies =
        run.read(Tables.ARTICLES).where(col("version").equalTo(1)).select("article_id", "source");
    return run.read(Tables.CLUSTERS)
        .where(col("parent").isNotNull())
        .select("article_id", "parent", "agency")
        .join(
            versions
                .select("article_id", "source", "article_key")
                .toDF("from_id", "from_source", "copied"),
            col("parent").equalTo(col("from_id")))
        .join(copies.toDF("copy_id", "copy_source"), col("article_id").equalTo(col("copy_id")))
        .where(col("copy_source").notEqual(col("from_source")))
        .groupBy("copied")
        .agg(
            count("*").cast("int").alias("copied_out"),
            count_if(col("agency").isNull()).cast("int").alias("copied_out_without_wire"));
  }

  private static Dataset<Row> claimCounts(Run run, Dataset<Row> articles) {
    Dataset<Row> traces =
        run.read(Tables.TRACES)
            .join(articles, new String[] {"article_id"}, "left_semi")
            .select(
                col("claim_id").alias("traced_claim"),
                col("trace_id"),
                col("relation"),
                col("drift"))
            .transform(KeptRows::keep);
    Dataset<Row> touched = traces.select("trace_id").distinct();
    Dataset<Row> families =
        run.read(Tables.TRACE_SUMMARY)
            .join(touched, new String[] {"trace_id"}, "left_semi")
            .select(col("trace_id").alias("family"), col("independent_roots"));
    Column origin = col("relation").equalTo("origin");
    return run.read(Tables.CLAIMS)
        .select("article_id", "claim_id", "attributed_to")
        .join(articles, new String[] {"article_id"}, "left_semi")
        .join(traces, col("claim_id").equalTo(col("traced_claim")), "left")
        .join(families, col("trace_id").equalTo(col("family")), "left")
        .join(printedLater(run, touched), col("trace_id").equalTo(col("later")), "left")
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

  /** Of some families those whose origin stands before all that other outlets print: later. */
  private static Dataset<Row> printedLater(Run run, Dataset<Row> families) {
    Dataset<Row> members =
        run.read(Tables.TRACES)
            .join(families, new String[] {"trace_id"}, "left_semi")
            .select("trace_id", "claim_id", "relation");
    Dataset<Row> told =
        members
            .join(
                run.read(Tables.CLAIMS)
                    .select(
                        col("claim_id"),
                        col("source").alias("told_by"),
                        col("published_at").alias("told_at")),
                "claim_id")
            .transform(KeptRows::keep);
    Dataset<Row> origins =
        told.where(col("relation").equalTo("origin"))
            .select(
                col("trace_id").alias("later"),
                col("told_by").alias("first_by"),
                col("told_at").alias("first_at"));
    return told.join(origins, col("trace_id").equalTo(col("later")))
        .where(col("told_by").notEqual(col("first_by")))
        .groupBy("later", "first_at")
        .agg(min("told_at").alias("others_at"))
        .where(col("others_at").gt(col("first_at")))
        .select("later");
  }

  /** For each article's key how many numbers its later versions correct. */
  private static Dataset<Row> corrections(Run run, Dataset<Row> versions) {
    return run.read(Tables.TRACES)
        .where(col("relation").equalTo("corrected"))
        .join(
            versions.select(col("article_id"), col("article_key").alias("of_corrected")),
            new String[] {"article_id"})
        .groupBy("of_corrected")
        .agg(count("*").cast("int").alias("corrected"));
  }

  private static Column counted(Column condition) {
    return count_if(condition).cast("int");
  }
}
