package dev.headwater.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.format_string;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.headwater.model.ClusterChange;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Writes down which stretches have another cluster id than before, by comparing the clusters that
 * were made again with what they were. Stretches are the same where they overlap in one article.
 */
final class ClusterLog {
  /** Later than any date of an article, so that undated ones count as the youngest. */
  private static final String UNDATED = "9999-12-31T00:00:00Z";

  private ClusterLog() {}

  /**
   * Appends to {@code cluster_log} what changed.
   *
   * @param before rows of {@code clusters} that were replaced
   * @param after the rows in their place
   */
  static void write(Run run, Dataset<Row> before, Dataset<Row> after) {
    if (before.isEmpty()) {
      return;
    }
    Dataset<Row> changes = changes(before, after).transform(KeptRows::keep);
    long changed = changes.count();
    run.count(ReprintsStage.NAME, "cluster_changes", changed);
    if (changed > 0) {
      run.append(Tables.CLUSTER_LOG, reasoned(run, changes, before));
    }
  }

  /** Columns event, cluster_id, other_id, stretches. */
  private static Dataset<Row> changes(Dataset<Row> before, Dataset<Row> after) {
    Dataset<Row> was =
        before.select(
            col("cluster_id").alias("other_id"),
            col("article_id"),
            col("begin").alias("was_begin"),
            col("end").alias("was_end"));
    Dataset<Row> now =
        after.select(
            col("cluster_id"), col("article_id").alias("now_article"), col("begin"), col("end"));
    Dataset<Row> moves =
        was.join(
                now,
                col("article_id")
                    .equalTo(col("now_article"))
                    .and(col("begin").lt(col("was_end")))
                    .and(col("was_begin").lt(col("end"))),
                "left")
            .groupBy("other_id", "cluster_id")
            .agg(countDistinct("article_id", "was_begin").cast("int").alias("stretches"));
    Dataset<Row> lasting = after.select(col("cluster_id").alias("lasting")).distinct();
    Dataset<Row> known = before.select(col("cluster_id").alias("known")).distinct();
    // An id of which nothing is left anywhere has but one row here, without a new id.
    Dataset<Row> homes =
        moves.groupBy(col("other_id").alias("of_id")).agg(max("cluster_id").alias("some_home"));
    Column isNull = col("cluster_id").isNull();
    Column otherLasts = col("lasting").isNotNull();
    Column wasKnown = col("known").isNotNull();
    Column event =
        when(isNull, when(col("some_home").isNull(), "ended").otherwise("left"))
            .when(otherLasts, when(wasKnown, "moved").otherwise("split"))
            .otherwise(when(wasKnown, "merged").otherwise("renamed"));
    return moves
        .where(isNull.or(col("cluster_id").notEqual(col("other_id"))))
        .join(lasting, col("other_id").equalTo(col("lasting")), "left")
        .join(known, col("cluster_id").equalTo(col("known")), "left")
        .join(homes, col("other_id").equalTo(col("of_id")))
        .select(event.alias("event"), col("cluster_id"), col("other_id"), col("stretches"));
  }

  private static Dataset<Row> reasoned(Run run, Dataset<Row> changes, Dataset<Row> before) {
    Dataset<Row> oldest = oldest(run, before).transform(KeptRows::keep);
    Dataset<Row> own = oldest.toDF("own_id", "own_article", "own_at");
    Dataset<Row> other = oldest.toDF("was_id", "was_article", "was_at");
    Column winner =
        format_string(
            "the older id wins: its first stretch, in article %s, was loaded at %s; that of the"
                + " other, in article %s, at %s",
            col("own_article"), col("own_at"), col("was_article"), col("was_at"));
    Column keeper =
        format_string(
            "the other id stays with the part that holds its first stretch, in article %s",
            col("was_article"));
    Column reason =
        when(col("event").equalTo("merged"), winner)
            .when(col("event").equalTo("split"), keeper)
            .when(
                col("event").equalTo("moved"),
                "the stretches hang together with this cluster now, and no longer with the other")
            .when(
                col("event").equalTo("renamed"),
                format_string(
                    "the first stretch of the other id, in article %s, is in no cluster now",
                    col("was_article")))
            .otherwise("no passage holds the stretches in a cluster any more");
    return RowCodec.of(ClusterChange.class)
        .select(
            changes
                .join(own, col("cluster_id").equalTo(col("own_id")), "left")
                .join(other, col("other_id").equalTo(col("was_id")), "left")
                .withColumn("run_id", lit(run.id()))
                .withColumn("reason", coalesce(reason, lit(""))));
  }

  /** The first stretch of each cluster before, by age in the warehouse: id, article, instant. */
  private static Dataset<Row> oldest(Run run, Dataset<Row> before) {
    Dataset<Row> loaded =
        (run.base().isPresent()
                ? run.warehouse().at(Tables.ARTICLES, run.base().get())
                : run.read(Tables.ARTICLES))
            .select("article_id", "ingested_at", "published_at");
    return before
        .select("cluster_id", "article_id", "begin")
        .join(loaded, "article_id")
        .groupBy("cluster_id")
        .agg(
            min(struct(
                    col("ingested_at"),
                    coalesce(col("published_at"), lit(UNDATED).cast("timestamp")),
                    col("article_id"),
                    col("begin")))
                .alias("first"))
        .select(
            col("cluster_id"), col("first.article_id"), col("first.ingested_at").cast("string"));
  }
}
