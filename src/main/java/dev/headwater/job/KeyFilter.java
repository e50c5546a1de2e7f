package dev.headwater.job;

import static org.apache.spark.sql.functions.udf;

import dev.headwater.reuse.KeySieve;
import dev.headwater.reuse.PostingBlock;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongPredicate;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * The keys of a night's articles or claims as a {@link KeySieve}: of the history's keys only those
 * that it lets pass are sent, all that the night has among them, and few of the others.
 *
 * @param words what the sieve holds, two to four bytes a key; empty where all keys pass
 * @param bits of a key that say what it is
 */
record KeyFilter(Broadcast<long[]> words, long bits) implements Serializable {
  /** Keys above which all pass: the sieve is sent to every task, and 64 MB are enough for that. */
  private static final long MOST = 20_000_000;

  /** For keys that have nothing beside what they are. */
  static final long ALL_BITS = -1;

  /** Whether so many keys are filtered by; else all pass. */
  static boolean isFor(long keys) {
    return keys <= MOST;
  }

  /**
   * The filter of so many keys.
   *
   * @param packed one column of packed keys
   * @param bits of a key that say what it is
   */
  static KeyFilter of(Dataset<Row> packed, long keys, long bits) {
    JavaRDD<long[]> parts = packed.toJavaRDD().mapPartitions(rows -> part(rows, keys, bits));
    long[] whole = keys == 0 || !isFor(keys) ? new long[0] : parts.treeReduce(KeyFilter::both);
    return new KeyFilter(
        JavaSparkContext.fromSparkContext(packed.sparkSession().sparkContext()).broadcast(whole),
        bits);
  }

  /** What tells whether a key passes. */
  LongPredicate open() {
    if (words.value().length == 0) {
      return key -> true;
    }
    KeySieve sieve = new KeySieve(words.value());
    return key -> sieve.passes(key & bits);
  }

  /**
   * Whether any key of a column of packed ones passes. Of most rows of a history none does: nothing
   * else of them is decoded.
   */
  Column passesAny(Column packed) {
    return words.value().length == 0
        ? functions.lit(true)
        : udf(new AnyKey(this), DataTypes.BooleanType).apply(packed);
  }

  /** One in each task. */
  private static final class AnyKey implements UDF1<byte[], Boolean> {
    private static final long serialVersionUID = 1;

    private final KeyFilter filter;
    private transient LongPredicate wanted;

    AnyKey(KeyFilter filter) {
      this.filter = filter;
    }

    @Override
    public Boolean call(byte[] packed) {
      if (wanted == null) {
        wanted = filter.open();
      }
      for (long key : PostingBlock.keys(packed)) {
        if (wanted.test(key)) {
          return true;
        }
      }
      return false;
    }
  }

  private static Iterator<long[]> part(Iterator<Row> rows, long keys, long bits) {
    KeySieve sieve = new KeySieve(keys);
    while (rows.hasNext()) {
      for (long key : PostingBlock.keys(rows.next().<byte[]>getAs(0))) {
        sieve.add(key & bits);
      }
    }
    return List.of(sieve.words()).iterator();
  }

  private static long[] both(long[] one, long[] other) {
    KeySieve sieve = new KeySieve(one);
    sieve.addAll(new KeySieve(other));
    return sieve.words();
  }
}
