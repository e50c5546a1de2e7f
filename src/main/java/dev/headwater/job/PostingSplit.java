package dev.headwater.job;

import dev.headwater.model.Ids;
import dev.headwater.reuse.Buckets;
import dev.headwater.reuse.PostingBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongPredicate;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Splits rows of postings into blocks, one open block a task. */
final class PostingSplit implements Iterator<Tuple2<Integer, byte[]>> {
  private final Iterator<Row> rows;
  private final int bits;
  private final boolean fresh;
  private final LongPredicate wanted;
  private final PostingBlock[] open;
  private final List<Tuple2<Integer, byte[]>> ready = new ArrayList<>();
  private boolean drained;

  PostingSplit(Iterator<Row> rows, int bits, KeyFilter filter) {
    this.rows = rows;
    this.bits = bits;
    this.fresh = filter == null;
    this.wanted = filter == null ? key -> true : filter.open();
    this.open = new PostingBlock[1 << bits];
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && rows.hasNext()) {
      add(rows.next());
    }
    if (ready.isEmpty() && !drained) {
      drained = true;
      for (int task = 0; task < open.length; task++) {
        if (open[task] != null && open[task].size() > 0) {
          ready.add(new Tuple2<>(task, open[task].take()));
        }
      }
    }
    return !ready.isEmpty();
  }

  @Override
  public Tuple2<Integer, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove(ready.size() - 1);
  }

  private long[] kept(long[] keys) {
    int kept = 0;
    for (long key : keys) {
      if (wanted.test(key)) {
        keys[kept++] = key;
      }
    }
    return Arrays.copyOf(keys, kept);
  }

  private void add(Row row) {
    long id = Ids.number(row.getString(0));
    int day = CandidateSearch.day(row.getInstant(1));
    int ofArticle = row.getInt(2);
    long[] keys = PostingBlock.keys(row.<byte[]>getAs(3));
    if (!fresh) {
      keys = kept(keys);
    }
    int[] offsets = Buckets.group(keys, bits);
    for (int task = 0; task < open.length; task++) {
      if (offsets[task] == offsets[task + 1]) {
        continue;
      }
      if (open[task] == null) {
        open[task] = new PostingBlock();
      }
      if (fresh) {
        open[task].addFresh(id, day, ofArticle, keys, offsets[task], offsets[task + 1]);
      } else {
        open[task].addKnown(id, day, ofArticle, keys, offsets[task], offsets[task + 1]);
      }
      if (open[task].size() > CandidateSearch.blockBytes(open.length)) {
        ready.add(new Tuple2<>(task, open[task].take()));
      }
    }
  }
}
