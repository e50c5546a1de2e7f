package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;

import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import dev.headwater.reuse.Aligner;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.reuse.TextIndex;
import dev.headwater.spark.RowCodec;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Aligns candidate pairs: every pair is verified, and what two texts share becomes passages.
 *
 * <p>Pairs are dealt out to tasks by their left article. Each task is sent every article that its
 * pairs need, once, ahead of the pairs; so a text travels at most once a task, not once a pair, and
 * is read into words once a task.
 */
final class Alignment {
  private Alignment() {}

  /**
   * The passages of candidate pairs.
   *
   * @param pairs columns left_id and right_id
   * @param articles rows of {@code articles}
   * @param tasks number of tasks; each holds the texts that its pairs need
   */
  static Dataset<Row> passages(
      Dataset<Row> pairs, Dataset<Row> articles, int tasks, ReuseSettings settings) {
    RowCodec<Article> codec = RowCodec.of(Article.class);
    Dataset<Row> dealt =
        pairs
            .select("left_id", "right_id")
            .withColumn("task", pmod(hash(col("left_id")), lit(tasks)));
    Dataset<Row> needed =
        dealt
            .select(col("left_id").alias("needed"), col("task"))
            .union(dealt.select(col("right_id"), col("task")))
            .distinct();
    Dataset<Row> texts =
        codec
            .select(articles)
            .join(needed, col("article_id").equalTo(col("needed")))
            .select(
                col("task"),
                lit(0).alias("turn"),
                lit(null).cast("string").alias("left_id"),
                lit(null).cast("string").alias("right_id"),
                struct(codec.columns()).alias("article"));
    Dataset<Row> work =
        dealt.select(
            col("task"),
            lit(1).alias("turn"),
            col("left_id"),
            col("right_id"),
            lit(null).cast(texts.schema().apply("article").dataType()).alias("article"));
    return texts
        .union(work)
        .repartition(tasks, col("task"))
        .sortWithinPartitions("task", "turn", "left_id", "right_id")
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) rows -> new Aligned(rows, settings),
            Encoders.row(RowCodec.of(Passage.class).schema()));
  }

  /** Reads a task's texts, then aligns its pairs one after the other. */
  private static final class Aligned implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final ReuseSettings settings;
    private final RowCodec<Article> articles = RowCodec.of(Article.class);
    private final RowCodec<Passage> passages = RowCodec.of(Passage.class);
    private final Map<String, Article> texts = new HashMap<>();
    private final Map<String, TextIndex> indexed = new HashMap<>();
    private Iterator<Passage> found = Collections.emptyIterator();
    private int task = -1;

    Aligned(Iterator<Row> rows, ReuseSettings settings) {
      this.rows = rows;
      this.settings = settings;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && rows.hasNext()) {
        Row row = rows.next();
        if (row.getInt(0) != task) {
          task = row.getInt(0);
          texts.clear();
          indexed.clear();
        }
        if (row.getInt(1) == 0) {
          Article article = articles.record(row.getStruct(4));
          texts.put(article.articleId(), article);
        } else {
          List<Passage> aligned =
              Aligner.align(index(row.getString(2)), index(row.getString(3)), settings);
          found = aligned.iterator();
        }
      }
      return found.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return passages.row(found.next());
    }

    private TextIndex index(String id) {
      return indexed.computeIfAbsent(id, i -> TextIndex.of(texts.remove(i), settings));
    }
  }
}
