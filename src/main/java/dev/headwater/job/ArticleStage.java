package dev.headwater.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.headwater.spark.KeptRows;
import dev.headwater.spark.Run;
import dev.headwater.spark.Seen;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A stage over the articles that it has not seen yet; with none it does nothing. */
interface ArticleStage extends Stage {
  /** What a word takes in a compressed file of news: 45.1 MB hold 18.7 million of them. */
  double BYTES_A_WORD = 2.4;

  /** Works on articles; gives the number of rows that the run's record names. */
  long work(Run run, Dataset<Row> fresh, long articles);

  /** The unseen articles as the stage wants them: their ids, kept. */
  default Dataset<Row> fresh(Run run) {
    return Seen.unseenArticles(run, name()).select("article_id").transform(KeptRows::keep);
  }

  /** How many articles there are, and how many words they have together. */
  static Row size(Dataset<Row> articles) {
    return articles.agg(count("*"), coalesce(sum("words"), lit(0L))).takeAsList(1).get(0);
  }

  @Override
  default void run(Run run) {
    Row unseen = size(Seen.unseenArticles(run, name()));
    long articles = unseen.getLong(0);
    run.expect((long) (BYTES_A_WORD * unseen.getLong(1)));
    run.count(name(), "articles", articles);
    long written = articles == 0 ? 0 : work(run, fresh(run), articles);
    run.count(name(), "rows_written", written);
    if (articles > 0) {
      Seen.through(run, name());
    }
  }
}
