package dev.headwater.job;

import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import dev.headwater.reuse.Aligner;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.reuse.TextIndex;
import dev.headwater.spark.PairTasks;
import dev.headwater.spark.RowCodec;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * Aligns candidate pairs: every pair is verified, and what two texts share becomes passages. Texts
 * are read into words once a task.
 */
record Alignment(ReuseSettings settings) implements PairTasks.Work {
  @Override
  public Object prepare(List<Row> rows) {
    Article article = RowCodec.of(Article.class).record(rows.get(0));
    return TextIndex.of(article, settings);
  }

  @Override
  public Iterator<Row> pair(Row pair, Object left, Object right) {
    RowCodec<Passage> codec = RowCodec.of(Passage.class);
    return Aligner.align((TextIndex) left, (TextIndex) right, settings).stream()
        .map(codec::row)
        .iterator();
  }

  @Override
  public void leave(Object left) {
    ((TextIndex) left).leaveGrams();
  }
}
