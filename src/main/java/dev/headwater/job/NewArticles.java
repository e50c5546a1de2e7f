package dev.headwater.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.model.Article;
import dev.headwater.model.Reject;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The articles of a batch that the history does not have, each once.
 *
 * <p>An id is a hash of 64 bits. Where two articles of different keys or texts come to the same id,
 * the one that was there first keeps it and the other is a reject: never taken for a copy.
 *
 * @param rows articles to add and articles that clash, with the columns state and place
 */
record NewArticles(Dataset<Row> rows) {
  private static final String NEW = "new";
  private static final String CLASH = "clash";
  private static final int EXCERPT_POINTS = 200;

  /**
   * Sorts a batch.
   *
   * @param articles rows of the batch; the first by date, then by place in the input, stays
   * @param known the articles of the history
   */
  static NewArticles of(Dataset<Row> articles, Dataset<Row> known) {
    Column check = xxhash64(col("article_key"), col("text_hash"));
    WindowSpec sameId =
        Window.partitionBy("article_id")
            .orderBy(
                col("published_at").asc_nulls_last(), col("input_file"), col("input_position"));
    // Of a long history first only what bears an id of the batch: to sort all of it beside the
    // batch would cost more than all else that a night does here.
    Dataset<Row> met =
        known.isEmpty()
            ? known
            : known.join(
                articles.select("article_id").distinct(), new String[] {"article_id"}, "left_semi");
    Dataset<Row> history =
        met.select(col("article_id").alias("known_id"), check.alias("known_check"));
    Column place = col("place");
    Column isFirst = place.equalTo(1).and(col("known_check").isNull());
    Column holder = coalesce(col("known_check"), col("first_check"));
    Dataset<Row> sorted =
        articles
            .withColumn("own_check", check)
            .withColumn("place", row_number().over(sameId))
            .withColumn("first_check", first(col("own_check")).over(sameId))
            .join(history, col("article_id").equalTo(col("known_id")), "left")
            .withColumn(
                "state",
                when(isFirst, lit(NEW)).when(col("own_check").notEqual(holder), lit(CLASH)))
            .where(col("state").isNotNull());
    return new NewArticles(sorted.transform(KeptRows::keep));
  }

  /** The articles to add. */
  Dataset<Row> added() {
    return RowCodec.of(Article.class).select(rows.where(col("state").equalTo(NEW)));
  }

  /** Rejects of the articles whose id is another's. */
  Dataset<Row> clashes(String runId) {
    Column said =
        concat(
            lit("the article "),
            col("article_key"),
            lit(" has the id "),
            col("article_id"),
            lit(" of another article"));
    return RowCodec.of(Reject.class)
        .select(
            rows.where(col("state").equalTo(CLASH))
                .select(
                    lit(runId).alias("run_id"),
                    col("input_file").alias("input"),
                    col("input_position").alias("position"),
                    lit("id_clash").alias("reason"),
                    said.alias("detail"),
                    substring(col("text"), 1, EXCERPT_POINTS).alias("excerpt")));
  }

  /** How many articles clash whose place among those of their id is, or is not, the first. */
  long clashesOf(Column place) {
    return rows.where(col("state").equalTo(CLASH).and(place)).count();
  }
}
