package dev.headwater.job;

import dev.headwater.spark.KeptRows;
import dev.headwater.spark.Run;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A stage over the articles that it has not seen yet; with none it does nothing. */
interface ArticleStage extends Stage {
  /** Works on articles; gives the number of rows that the run's record names. */
  long work(Run run, Dataset<Row> fresh, long articles);

  /** The unseen articles as the stage wants them: their ids, kept. */
  default Dataset<Row> fresh(Run run) {
    return run.unseenArticles(name()).select("article_id").transform(KeptRows::keep);
  }

  @Override
  default void run(Run run) {
    Dataset<Row> fresh = fresh(run);
    long articles = fresh.count();
    run.count(name(), "articles", articles);
    long written = articles == 0 ? 0 : work(run, fresh, articles);
    run.count(name(), "rows_written", written);
    if (articles > 0) {
      run.seenThrough(name());
    }
  }
}
