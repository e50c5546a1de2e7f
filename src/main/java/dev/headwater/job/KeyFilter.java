package dev.headwater.job;

import static org.apache.spark.sql.functions.udf;

import dev.headwater.reuse.PostingBlock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
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
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.util.sketch.BloomFilter;

/**
 * The keys of a night's articles as a Bloom filter (1970): of the history's keys only those that it
 * lets pass are sent, all that the night has among them, and three in a thousand of the others.
 *
 * @param bytes the filter as it is stored, about 12 bits a key; empty where all keys pass
 */
record KeyFilter(Broadcast<byte[]> bytes) implements Serializable {
  /** Keys above which all pass: a night so large is a load, of which the history is no part. */
  private static final long MOST = 20_000_000;

  private static final double PASSED = 0.003;

  /** The filter of so many keys. */
  static KeyFilter of(Dataset<Row> postings, long keys) {
    byte[] none = {};
    JavaRDD<byte[]> parts =
        postings.select("grams").toJavaRDD().mapPartitions(rows -> part(rows, keys));
    byte[] whole = keys == 0 || keys > MOST ? none : parts.treeReduce(KeyFilter::both);
    return new KeyFilter(
        JavaSparkContext.fromSparkContext(postings.sparkSession().sparkContext()).broadcast(whole));
  }

  /** What tells whether a key passes: read once a task. */
  LongPredicate open() {
    if (bytes.value().length == 0) {
      return key -> true;
    }
    return read(bytes.value())::mightContainLong;
  }

  /**
   * Whether any key of a column of packed ones passes. Of most rows of a history none does: nothing
   * else of them is decoded.
   */
  Column passesAny(Column grams) {
    return udf(new AnyKey(this), DataTypes.BooleanType).apply(grams);
  }

  /** One in each task, which reads the filter when it begins. */
  private static final class AnyKey implements UDF1<byte[], Boolean> {
    private static final long serialVersionUID = 1;

    private final KeyFilter filter;
    private transient LongPredicate wanted;

    AnyKey(KeyFilter filter) {
      this.filter = filter;
    }

    @Override
    public Boolean call(byte[] grams) {
      if (wanted == null) {
        wanted = filter.open();
      }
      for (long key : PostingBlock.keys(grams)) {
        if (wanted.test(key)) {
          return true;
        }
      }
      return false;
    }
  }

  private static Iterator<byte[]> part(Iterator<Row> rows, long keys) {
    BloomFilter filter = BloomFilter.create(keys, PASSED);
    while (rows.hasNext()) {
      for (long key : PostingBlock.keys(rows.next().<byte[]>getAs(0))) {
        filter.putLong(key);
      }
    }
    return List.of(written(filter)).iterator();
  }

  private static byte[] both(byte[] one, byte[] other) throws Exception {
    return written(read(one).mergeInPlace(read(other)));
  }

  private static BloomFilter read(byte[] bytes) {
    try {
      return BloomFilter.readFrom(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read a filter of keys", e);
    }
  }

  private static byte[] written(BloomFilter filter) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      filter.writeTo(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write a filter of keys", e);
    }
    return bytes.toByteArray();
  }
}
