package dev.headwater.job;

import dev.headwater.ingest.ArticleBuilder;
import dev.headwater.ingest.BuildResult;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.BuiltArticle;
import dev.headwater.ingest.Problem;
import dev.headwater.ingest.RawRecord;
import dev.headwater.ingest.ReadResult;
import dev.headwater.model.Article;
import dev.headwater.model.Reject;
import dev.headwater.spark.RowCodec;
import java.io.Serializable;
import java.time.Instant;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Makes of each record a row that holds either an article or a reject; travels to the tasks. */
record RecordRows(String runId, BuildSettings settings, Instant ingestedAt)
    implements Serializable {

  /** The row of a record; a record on which the builder fails is a reject and costs no run. */
  Row row(String file, ReadResult read) {
    if (read instanceof Problem problem) {
      return rejected(file, problem);
    }
    RawRecord record = (RawRecord) read;
    try {
      BuildResult built = ArticleBuilder.build(record, file, settings, ingestedAt);
      if (built instanceof Problem problem) {
        return rejected(file, problem);
      }
      Article article = ((BuiltArticle) built).article();
      return RowFactory.create(RowCodec.of(Article.class).row(article), null);
    } catch (RuntimeException | StackOverflowError e) {
      String begun = record.text() == null ? record.html() : record.text();
      return rejected(file, new Problem(record.position(), "failed", e.toString(), begun));
    }
  }

  private Row rejected(String file, Problem problem) {
    Reject reject =
        new Reject(
            runId, file, problem.position(), problem.reason(), problem.detail(), problem.excerpt());
    return RowFactory.create(null, RowCodec.of(Reject.class).row(reject));
  }
}
