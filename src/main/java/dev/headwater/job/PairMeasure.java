package dev.headwater.job;

import static org.apache.spark.sql.functions.col;

import dev.headwater.bench.PairFile;
import dev.headwater.bench.WordGrams;
import dev.headwater.spark.PairTasks;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The exact Jaccard of the word 5-grams of every pair of articles that share a passage. */
final class PairMeasure {
  private static final int NGRAM = 5;

  private static final StructType MEASURED =
      new StructType()
          .add("one", DataTypes.StringType, false)
          .add("other", DataTypes.StringType, false)
          .add("jaccard", DataTypes.DoubleType, false);

  private PairMeasure() {}

  /** The published pairs with their Jaccard, by the ids that the input gave. */
  static Map<PairFile.Ids, Double> of(SparkSession spark) {
    Dataset<Row> pairs =
        spark
            .sql(BenchCommand.PAIRS.formatted("true"))
            .select(col("one").alias("left_id"), col("other").alias("right_id"));
    Dataset<Row> texts =
        spark.sql(
            "SELECT coalesce(native_id, url, article_id) AS id, text FROM articles WHERE text IS"
                + " NOT NULL");
    int tasks = 4 * spark.sparkContext().defaultParallelism();
    Map<PairFile.Ids, Double> measured = new HashMap<>();
    for (Row row :
        PairTasks.run(pairs, texts, "id", tasks, MEASURED, new Measure()).collectAsList()) {
      measured.put(PairFile.Ids.of(row.getString(0), row.getString(1)), row.getDouble(2));
    }
    return measured;
  }

  private record Measure() implements PairTasks.Work {
    @Override
    public Object prepare(List<Row> rows) {
      return WordGrams.of(rows.get(0).getString(1), NGRAM);
    }

    @Override
    public Iterator<Row> pair(Row pair, Object left, Object right) {
      double jaccard = WordGrams.jaccard((long[]) left, (long[]) right);
      return List.of(RowFactory.create(pair.getString(0), pair.getString(1), jaccard)).iterator();
    }
  }
}
