package dev.headwater.job;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.trunc;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.CopyEdge;
import dev.headwater.spark.Groups;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Makes what outlets copied from one another in a month: rows of {@code copy_edges}. Of the history
 * narrow columns are read, and what belongs to the copying outlets' months is joined.
 */
final class CopyEdgeStep {
  private CopyEdgeStep() {}

  /**
   * Makes months of outlets again and gives the number of their edges.
   *
   * @param dated the articles that have a date
   * @param affected articles, also of those that have left, whose outlet and month is made again
   */
  static long make(Run run, Dataset<Row> dated, Dataset<Row> affected) {
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
                month)
            .join(months, new String[] {"to_source", "month"}, "left_semi")
            .transform(KeptRows::keep);
    Dataset<Row> copies =
        codec
            .select(run.read(Tables.CLUSTERS).where(col("parent").isNotNull()))
            .select(struct(codec.columns()).alias("stretch"))
            .join(to, col("stretch.article_id").equalTo(col("copy_id")))
            .join(
                from.toDF("parent_id", "from_source"),
                col("stretch.parent").equalTo(col("parent_id")))
            .join(
                credits(run).join(to, col("by_id").equalTo(col("copy_id")), "left_semi"),
                col("parent_id")
                    .equalTo(col("credited_id"))
                    .and(col("copy_id").equalTo(col("by_id"))),
                "left")
            .withColumn(
                "credited",
                col("credited_id")
                    .isNotNull()
                    .or(array_contains(col("stretch.parent_basis"), "credit"))
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
    return run.replace(Tables.COPY_EDGES, months, rows);
  }

  /**
   * Which article credits the outlet of which other that it was aligned with: columns by_id and
   * credited_id. Of one that was not, as another copy of its text stood for it, the basis tells.
   */
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
