package dev.headwater.job;

import dev.headwater.model.Ids;
import dev.headwater.reuse.Buckets;
import dev.headwater.reuse.Candidates;
import dev.headwater.reuse.PairBlock;
import dev.headwater.reuse.PairCounts;
import dev.headwater.reuse.PostingBlock;
import dev.headwater.reuse.Postings;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.TaskCounter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Finds the pairs of articles that share enough keys to be aligned.
 *
 * <p>Two shuffles of packed blocks. Postings go to the task of their key's bucket, which counts the
 * pairs there ({@link Candidates}); counts go to the task of the pair's left article, which adds
 * them up. A key of more articles than the cap makes no pairs, and is counted.
 */
final class CandidateSearch {
  private static final StructType PAIRS =
      new StructType()
          .add("left_id", DataTypes.StringType, false)
          .add("right_id", DataTypes.StringType, false);

  /** What the open blocks of a task may hold together; a block has an even share of it. */
  private static final int OPEN_BYTES = 1 << 26;

  private static final int LEAST_BYTES = 1 << 12;
  private static final int MOST_BYTES = 1 << 18;
  private static final int BYTES_A_PAIR = 36;

  private final ReuseSettings settings;
  private final int bits;

  /**
   * A search.
   *
   * @param keys about how many postings there are; sets the number of tasks
   */
  CandidateSearch(ReuseSettings settings, long keys, int cores) {
    this.settings = settings;
    int wanted = 0;
    // 4 million postings take a task about 200 MB.
    while (wanted < 14 && ((1 << wanted) < cores || keys >> wanted > 4_000_000)) {
      wanted++;
    }
    this.bits = wanted;
  }

  /**
   * Pairs of two articles of which at least one is fresh.
   *
   * @param fresh rows of {@code postings} that this run added
   * @param known rows of {@code postings} of the history
   * @return columns left_id and right_id (ascending)
   */
  Dataset<Row> pairs(Dataset<Row> fresh, Dataset<Row> known, TaskCounter capped) {
    int tasks = 1 << bits;
    JavaPairRDD<Integer, byte[]> blocks = split(fresh, true);
    if (!known.isEmpty()) {
      blocks = blocks.union(split(known, false));
    }
    ReuseSettings search = settings;
    JavaRDD<Row> rows =
        blocks
            .partitionBy(new HashPartitioner(tasks))
            .mapPartitionsToPair(packed -> count(packed, search, tasks, capped))
            .partitionBy(new HashPartitioner(tasks))
            .mapPartitions(packed -> addUp(packed, search));
    return fresh.sparkSession().createDataFrame(rows, PAIRS);
  }

  private JavaPairRDD<Integer, byte[]> split(Dataset<Row> postings, boolean fresh) {
    int to = bits;
    return postings
        .select("article_id", "published_at", "grams")
        .toJavaRDD()
        .mapPartitionsToPair(rows -> new PostingSplit(rows, to, fresh));
  }

  /** Bytes at which a block is sent, one being open for each of the tasks that it may go to. */
  private static int blockBytes(int tasks) {
    return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, OPEN_BYTES / tasks));
  }

  /** Day of an instant, as the kernels count it. */
  static int day(Instant instant) {
    return instant == null
        ? Postings.NO_DAY
        : (int) instant.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }

  private static Iterator<Tuple2<Integer, byte[]>> count(
      Iterator<Tuple2<Integer, byte[]>> packed,
      ReuseSettings settings,
      int tasks,
      TaskCounter capped) {
    Documents documents = new Documents();
    LongArrayList keys = new LongArrayList();
    IntArrayList owners = new IntArrayList();
    while (packed.hasNext()) {
      PostingBlock.read(
          packed.next()._2(),
          (id, day, isFresh, found) -> {
            int number = documents.number(id, day, isFresh);
            keys.addElements(keys.size(), found);
            for (int i = 0; i < found.length; i++) {
              owners.add(number);
            }
          });
    }
    if (keys.isEmpty()) {
      return Collections.emptyIterator();
    }
    Candidates candidates =
        Candidates.of(
            new Postings(
                keys.elements(), documents.inTime(owners), keys.size(), documents.freshByNumber()),
            settings);
    capped.add(candidates.cappedKeys());
    return new PairSplit(candidates, documents, tasks);
  }

  private static Iterator<Row> addUp(
      Iterator<Tuple2<Integer, byte[]>> packed, ReuseSettings settings) {
    Documents documents = new Documents();
    PairCounts counts = new PairCounts(1 << 16);
    while (packed.hasNext()) {
      PairBlock.read(
          packed.next()._2(),
          (left, leftDay, right, rightDay, count) ->
              counts.add(
                  PairCounts.pair(
                      documents.number(left, leftDay, true),
                      documents.number(right, rightDay, true)),
                  count));
    }
    List<Row> rows = new ArrayList<>();
    for (long pair : counts.atLeast(Candidates.WHOLE * settings.minShared())) {
      int one = PairCounts.smaller(pair);
      int other = PairCounts.larger(pair);
      int shared = counts.count(pair);
      if (Candidates.isEnough(shared, documents.day(one), documents.day(other), settings)) {
        String a = Ids.text(documents.id(one));
        String b = Ids.text(documents.id(other));
        boolean ordered = a.compareTo(b) < 0;
        rows.add(RowFactory.create(ordered ? a : b, ordered ? b : a));
      }
    }
    return rows.iterator();
  }

  /** Splits rows of postings into blocks, one open block a task. */
  private static final class PostingSplit implements Iterator<Tuple2<Integer, byte[]>> {
    private final Iterator<Row> rows;
    private final int bits;
    private final boolean fresh;
    private final PostingBlock[] open;
    private final List<Tuple2<Integer, byte[]>> ready = new ArrayList<>();
    private boolean drained;

    PostingSplit(Iterator<Row> rows, int bits, boolean fresh) {
      this.rows = rows;
      this.bits = bits;
      this.fresh = fresh;
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
        throw new java.util.NoSuchElementException();
      }
      return ready.remove(ready.size() - 1);
    }

    private void add(Row row) {
      long id = Ids.number(row.getString(0));
      int day = day(row.getInstant(1));
      long[] keys = PostingBlock.keys(row.<byte[]>getAs(2));
      int[] offsets = Buckets.group(keys, bits);
      for (int task = 0; task < open.length; task++) {
        if (offsets[task] == offsets[task + 1]) {
          continue;
        }
        if (open[task] == null) {
          open[task] = new PostingBlock();
        }
        if (fresh) {
          open[task].addFresh(id, day, keys, offsets[task], offsets[task + 1]);
        } else {
          open[task].addKnown(id, day, keys, offsets[task], offsets[task + 1]);
        }
        if (open[task].size() > blockBytes(open.length)) {
          ready.add(new Tuple2<>(task, open[task].take()));
        }
      }
    }
  }

  /** Numbers the documents that a task meets, from 0. */
  private static final class Documents {
    private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
    private final LongArrayList ids = new LongArrayList();
    private final IntArrayList days = new IntArrayList();
    private final IntArrayList fresh = new IntArrayList();

    Documents() {
      numbers.defaultReturnValue(-1);
    }

    int number(long id, int day, boolean isFresh) {
      int number = numbers.get(id);
      if (number < 0) {
        number = ids.size();
        numbers.put(id, number);
        ids.add(id);
        days.add(day);
        fresh.add(isFresh ? 1 : 0);
      }
      return number;
    }

    long id(int number) {
      return ids.getLong(number);
    }

    int day(int number) {
      return days.getInt(number);
    }

    /** Numbers the documents anew by day, then id; those without a day last. Gives the owners'. */
    int[] inTime(IntArrayList owners) {
      int[] order = new int[ids.size()];
      Arrays.setAll(order, number -> number);
      IntArrays.quickSort(
          order,
          (one, other) -> {
            int byDay = Integer.compare(dayOrLast(one), dayOrLast(other));
            return byDay != 0 ? byDay : Long.compareUnsigned(ids.getLong(one), ids.getLong(other));
          });
      int[] renumbered = new int[order.length];
      LongArrayList oldIds = ids.clone();
      IntArrayList oldDays = days.clone();
      IntArrayList oldFresh = fresh.clone();
      for (int number = 0; number < order.length; number++) {
        renumbered[order[number]] = number;
        ids.set(number, oldIds.getLong(order[number]));
        days.set(number, oldDays.getInt(order[number]));
        fresh.set(number, oldFresh.getInt(order[number]));
        numbers.put(ids.getLong(number), number);
      }
      int[] elements = owners.elements();
      for (int i = 0; i < owners.size(); i++) {
        elements[i] = renumbered[elements[i]];
      }
      return elements;
    }

    private int dayOrLast(int number) {
      int day = days.getInt(number);
      return day == Postings.NO_DAY ? Integer.MAX_VALUE : day;
    }

    boolean[] freshByNumber() {
      boolean[] flags = new boolean[fresh.size()];
      for (int i = 0; i < flags.length; i++) {
        flags[i] = fresh.getInt(i) == 1;
      }
      return flags;
    }
  }

  /** Splits counted pairs into blocks by their left article, one open block a task. */
  private static final class PairSplit implements Iterator<Tuple2<Integer, byte[]>> {
    private final Candidates candidates;
    private final Documents documents;
    private final PairBlock[] open;
    private int pair;
    private int task;

    PairSplit(Candidates candidates, Documents documents, int tasks) {
      this.candidates = candidates;
      this.documents = documents;
      this.open = new PairBlock[tasks];
    }

    @Override
    public boolean hasNext() {
      while (task < open.length && (open[task] == null || open[task].size() == 0)) {
        if (pair < candidates.pairs().length) {
          return true;
        }
        task++;
      }
      return task < open.length;
    }

    @Override
    public Tuple2<Integer, byte[]> next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      int most = blockBytes(open.length) / BYTES_A_PAIR;
      while (pair < candidates.pairs().length) {
        int to = add(pair++);
        if (open[to].size() >= most) {
          return new Tuple2<>(to, open[to].take());
        }
      }
      while (open[task] == null || open[task].size() == 0) {
        task++;
      }
      return new Tuple2<>(task, open[task].take());
    }

    private int add(int p) {
      int one = PairCounts.smaller(candidates.pairs()[p]);
      int other = PairCounts.larger(candidates.pairs()[p]);
      // The pair's task must not depend on numbers, which differ from bucket to bucket.
      boolean ordered = Long.compareUnsigned(documents.id(one), documents.id(other)) < 0;
      int left = ordered ? one : other;
      int right = ordered ? other : one;
      int to = (int) Long.remainderUnsigned(documents.id(left), open.length);
      if (open[to] == null) {
        open[to] = new PairBlock();
      }
      open[to].add(
          documents.id(left),
          documents.day(left),
          documents.id(right),
          documents.day(right),
          candidates.counts()[p]);
      return to;
    }
  }
}
