package dev.headwater.job;

import static org.apache.spark.sql.functions.col;

import dev.headwater.model.Ids;
import dev.headwater.reuse.Buckets;
import dev.headwater.reuse.Candidates;
import dev.headwater.reuse.PairBlock;
import dev.headwater.reuse.PairCounts;
import dev.headwater.reuse.PostingKey;
import dev.headwater.reuse.Postings;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.DayRanges;
import dev.headwater.spark.TaskCounter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.Partitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.Tuple2;

/**
 * Finds the pairs of articles that share extent keys to be aligned.
 *
 * <p>Two shuffles of packed blocks. Postings go to the task of their key's bucket, which counts the
 * pairs of one bucket after the other ({@link BucketPairs}); counts go to the task of the pair's
 * later article, which adds them up. A key that more articles than the cap have in the same place
 * of a longer run makes few pairs, and is counted.
 *
 * <p>Of the history only what a night can meet is read and sent: articles within the window of its
 * days, those without a date where it has such itself, of all others one bucket in eight; and of
 * these the keys that pass a Bloom filter (Bloom 1970) of the night's own.
 */
final class CandidateSearch {
  private static final StructType PAIRS =
      new StructType()
          .add("left_id", DataTypes.StringType, false)
          .add("right_id", DataTypes.StringType, false)
          .add("left_day", DataTypes.IntegerType, true)
          .add("right_day", DataTypes.IntegerType, true);

  /** What the open blocks of a task may hold together; a block has an even share of it. */
  private static final int OPEN_BYTES = 1 << 26;

  private static final int LEAST_BYTES = 1 << 12;
  private static final int MOST_BYTES = 1 << 18;
  static final int BYTES_A_PAIR = 36;

  /**
   * Heap of a task for each posting that it holds at a time. One takes some 50 bytes, and as much
   * again where each is of another article; the rest is for Spark and for what is sent.
   */
  private static final long HEAP_A_POSTING = 256;

  private static final int MOST_BITS = 14;

  private final ReuseSettings settings;
  private final long keys;

  /** log2 of the buckets of keys that are worked on one after the other. */
  private final int bits;

  /** log2 of the tasks, each of which has some buckets. */
  private final int taskBits;

  /**
   * A search.
   *
   * @param keys how many keys the fresh articles have together; sets the number of tasks, and the
   *     size of the filter
   * @param knownKeys how many keys the history has at most. Few of them may pass the filter or very
   *     many, where all print the same notice: the buckets are so many that the keys of one can be
   *     held even if all pass
   * @param taskHeap bytes of heap for each task that runs at a time
   */
  CandidateSearch(ReuseSettings settings, long keys, long knownKeys, int cores, long taskHeap) {
    this.settings = settings;
    this.keys = keys;
    long held = taskHeap / HEAP_A_POSTING;
    this.bits = bits(keys + knownKeys, cores, held);
    this.taskBits = KeyFilter.isFor(keys) ? bits(keys, cores, held) : bits;
  }

  private static int bits(long keys, int cores, long held) {
    int wanted = Buckets.FAR_BITS;
    while (wanted < MOST_BITS && ((1 << wanted) < cores || keys >> wanted > held)) {
      wanted++;
    }
    return wanted;
  }

  /**
   * Pairs of two articles of which at least one is fresh.
   *
   * @param fresh rows of {@code postings} that this run added
   * @param known rows of {@code postings} of the history
   * @return columns left_id and right_id (ascending), left_day and right_day (days since 1970, null
   *     without a date)
   */
  Dataset<Row> pairs(Dataset<Row> fresh, Dataset<Row> known, TaskCounter capped) {
    JavaPairRDD<Integer, byte[]> blocks = split(fresh, null);
    if (keys > 0 && !known.isEmpty()) {
      KeyFilter filter = KeyFilter.of(fresh.select("grams"), keys, PostingKey.HASH);
      Dataset<Row> met = known.where(reach(fresh)).where(filter.passesAny(col("grams")));
      blocks = blocks.union(split(met, filter));
    }
    ReuseSettings search = settings;
    int tasks = 1 << taskBits;
    int buckets = 1 << bits;
    JavaRDD<Row> rows =
        byBucket(blocks)
            .mapPartitionsToPair(packed -> new BucketPairs(packed, search, buckets, tasks, capped))
            .partitionBy(new HashPartitioner(tasks))
            .mapPartitions(packed -> addUp(packed, search));
    return fresh.sparkSession().createDataFrame(rows, PAIRS);
  }

  /** Blocks at the task of their bucket, in the order of the buckets where a task has several. */
  private JavaPairRDD<Integer, byte[]> byBucket(JavaPairRDD<Integer, byte[]> blocks) {
    Partitioner tasks = new HashPartitioner(1 << taskBits);
    return bits == taskBits
        ? blocks.partitionBy(tasks)
        : blocks.repartitionAndSortWithinPartitions(tasks);
  }

  /** What of the history the fresh articles can meet. */
  Column reach(Dataset<Row> fresh) {
    DayRanges days =
        DayRanges.of(fresh.select(ReprintsStage.day(col("published_at"))), settings.windowDays());
    int farBuckets = 1 << (Buckets.STORED_BITS - Buckets.FAR_BITS);
    return col("bucket").lt(farBuckets).or(days.hold(col("published_at")));
  }

  /** Splits the postings of fresh articles, or, with a filter of their keys, of known ones. */
  private JavaPairRDD<Integer, byte[]> split(Dataset<Row> postings, KeyFilter filter) {
    int to = bits;
    return postings
        .select("bucket", "article_id", "published_at", "keys", "misread", "grams")
        .toJavaRDD()
        .mapPartitionsToPair(rows -> new PostingSplit(rows, to, filter));
  }

  /** Bytes at which a block is sent, one being open for each of the tasks that it may go to. */
  static int blockBytes(int tasks) {
    return Math.max(LEAST_BYTES, Math.min(MOST_BYTES, OPEN_BYTES / tasks));
  }

  /** Day of an instant, as the kernels count it. */
  static int day(Instant instant) {
    return instant == null
        ? Postings.NO_DAY
        : (int) instant.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
  }

  private static Integer dayOrNull(int day) {
    return day == Postings.NO_DAY ? null : day;
  }

  private static Iterator<Row> addUp(
      Iterator<Tuple2<Integer, byte[]>> packed, ReuseSettings settings) {
    Documents documents = new Documents();
    PairCounts counts = new PairCounts();
    while (packed.hasNext()) {
      PairBlock.read(
          packed.next()._2(),
          (id, day, extent) -> documents.number(id, day, extent, true),
          counts::add);
    }
    List<Row> rows = new ArrayList<>();
    counts.atLeast(
        Candidates.least(settings),
        (one, other, shared) -> {
          if (Candidates.isEnough(
              shared,
              documents.extent(one),
              documents.extent(other),
              documents.day(one),
              documents.day(other),
              settings)) {
            rows.add(row(documents, one, other));
          }
        });
    return rows.iterator();
  }

  private static Row row(Documents documents, int one, int other) {
    String a = Ids.text(documents.id(one));
    String b = Ids.text(documents.id(other));
    Integer dayA = dayOrNull(documents.day(one));
    Integer dayB = dayOrNull(documents.day(other));
    return a.compareTo(b) < 0
        ? RowFactory.create(a, b, dayA, dayB)
        : RowFactory.create(b, a, dayB, dayA);
  }
}
