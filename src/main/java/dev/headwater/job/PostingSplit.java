package dev.headwater.job;

import dev.headwater.model.Ids;
import dev.headwater.reuse.Buckets;
import dev.headwater.reuse.Candidates;
import dev.headwater.reuse.PostingBlock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.LongPredicate;
import org.apache.spark.sql.Row;
import scala.Tuple2;

/** Splits rows of postings into blocks, one open block a bucket of the search. */
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
      for (int bucket = 0; bucket < open.length; bucket++) {
        if (open[bucket] != null && open[bucket].size() > 0) {
          ready.add(new Tuple2<>(bucket, open[bucket].take()));
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
    int stored = row.getInt(0);
    long id = Ids.number(row.getString(1));
    int day = CandidateSearch.day(row.getInstant(2));
    long[] keys = PostingBlock.keys(row.<byte[]>getAs(5));
    int extent = Candidates.extent(row.getInt(3), row.getBoolean(4));
    if (!fresh) {
      keys = kept(keys);
    }
    // A stored bucket is part of one of ours or holds a few of them; of the others it has no key.
    int finer = bits - Buckets.STORED_BITS;
    int first = finer < 0 ? stored >> -finer : stored << finer;
    int[] offsets = Buckets.group(keys, bits, first, finer < 0 ? 1 : 1 << finer);
    for (int b = 0; b + 1 < offsets.length; b++) {
      if (offsets[b] < offsets[b + 1]) {
        add(first + b, id, day, extent, keys, offsets[b], offsets[b + 1]);
      }
    }
  }

  private void add(int bucket, long id, int day, int extent, long[] keys, int from, int to) {
    if (open[bucket] == null) {
      open[bucket] = new PostingBlock();
    }
    if (fresh) {
      open[bucket].addFresh(id, day, extent, keys, from, to);
    } else {
      open[bucket].addKnown(id, day, extent, keys, from, to);
    }
    if (open[bucket].size() > CandidateSearch.blockBytes(open.length)) {
      ready.add(new Tuple2<>(bucket, open[bucket].take()));
    }
  }
}
