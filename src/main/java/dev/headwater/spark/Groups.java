package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Works on all rows of one key at a time, in a fixed order: the same at any number of partitions.
 * One group must fit in memory; Spark sorts the rest on disk.
 */
public final class Groups {
  /** Work on the rows of one key. */
  public interface Work extends Serializable {
    /** Rows of one key in, any rows out. */
    Iterator<Row> group(List<Row> rows);
  }

  private Groups() {}

  /**
   * Runs the work on every group.
   *
   * @param key the column that makes a group; rows without it are one group
   * @param order columns by which a group's rows are ordered; should leave no ties
   */
  public static Dataset<Row> by(
      Dataset<Row> rows, String key, List<String> order, StructType output, Work work) {
    int place = rows.schema().fieldIndex(key);
    Column[] sort =
        Stream.concat(Stream.of(key), order.stream())
            .map(name -> col(name).asc_nulls_first())
            .toArray(Column[]::new);
    return together(rows, key)
        .sortWithinPartitions(sort)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) all -> new Grouped(all, place, work),
            Encoders.row(output));
  }

  /**
   * The same rows, those of one key in one partition. By a hash of the key and not the key itself:
   * after a join on the key Spark would drop the exchange as needless, and when it then turns the
   * join into a broadcast while it runs, read the join's rows where they lie, keys torn apart.
   */
  public static Dataset<Row> together(Dataset<Row> rows, String key) {
    return rows.repartition(xxhash64(col(key)));
  }

  private static final class Grouped implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final int key;
    private final Work work;
    private Iterator<Row> made = Collections.emptyIterator();
    private Row ahead;

    Grouped(Iterator<Row> rows, int key, Work work) {
      this.rows = rows;
      this.key = key;
      this.work = work;
      this.ahead = rows.hasNext() ? rows.next() : null;
    }

    @Override
    public boolean hasNext() {
      while (!made.hasNext() && ahead != null) {
        List<Row> group = new ArrayList<>();
        Object value = ahead.get(key);
        while (ahead != null && Objects.equals(ahead.get(key), value)) {
          group.add(ahead);
          ahead = rows.hasNext() ? rows.next() : null;
        }
        made = work.group(group);
      }
      return made.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return made.next();
    }
  }
}
