package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Works on pairs of articles together with rows of both.
 *
 * <p>Articles fall into B blocks by a hash, pairs into B(B+1)/2 deals by the blocks of their two
 * articles (the triangle scheme of all-pairs joins: Afrati and Ullman 2010). A deal is sent the
 * rows of every article that its pairs need, once, ahead of the pairs: what belongs to an article
 * travels at most B times, whatever number of partners it has, and an article with very many
 * partners is spread over B deals. A plain join would send a text as often as it has partners.
 */
public final class PairTasks {
  /** Work on one pair: rows of both articles in, any rows out. */
  public interface Work extends Serializable {
    /**
     * Works on one pair.
     *
     * @param pair the pair's row, with left_id and right_id
     * @param items for each article what {@link #prepare} made of its rows
     */
    Iterator<Row> pair(Row pair, Object leftItems, Object rightItems);

    /** Makes an article's rows ready, once a deal. */
    Object prepare(List<Row> rows);

    /** Told when the pairs of a left article are done in a deal: what only they needed can go. */
    default void leave(Object leftItems) {}
  }

  private static final int MOST_PARTITIONS = 10_000;

  private PairTasks() {}

  /**
   * Runs the work on every pair.
   *
   * @param pairs columns left_id, right_id and any others
   * @param items rows with the article's id in column {@code idColumn}
   * @param deals least number of deals; what the pairs of one need is held in memory together
   * @param output schema of the rows that the work gives
   */
  public static Dataset<Row> run(
      Dataset<Row> pairs,
      Dataset<Row> items,
      String idColumn,
      int deals,
      StructType output,
      Work work) {
    int blocks = blocks(deals);
    Dataset<Row> dealt =
        pairs.select(deal(blocks).alias("deal"), struct(columns(pairs)).alias("pair"));
    Dataset<Row> needed =
        dealt
            .select(col("pair.left_id").alias("needed"), col("deal"))
            .union(dealt.select(col("pair.right_id"), col("deal")))
            .distinct();
    Dataset<Row> sent =
        items
            .join(needed, col(idColumn).equalTo(col("needed")))
            .select(col("deal"), col("needed").alias("id"), struct(columns(items)).alias("item"));
    int partitions = Math.min(MOST_PARTITIONS, triangle(blocks));
    Column partition = pmod(col("deal"), lit(partitions));
    // What the pairs need is by far the larger part: it is sorted only where deals share a task.
    Dataset<Row> needs = sent.repartitionById(partitions, partition);
    JavaRDD<Row> ahead =
        (partitions < triangle(blocks) ? needs.sortWithinPartitions("deal") : needs).toJavaRDD();
    JavaRDD<Row> behind =
        dealt
            .repartitionById(partitions, partition)
            .sortWithinPartitions("deal", "pair.left_id")
            .toJavaRDD();
    return pairs.sparkSession().createDataFrame(worked(ahead, behind, work), output);
  }

  /** Spark gives rows that it knows to be none no partitions at all, however many were asked. */
  private static JavaRDD<Row> worked(JavaRDD<Row> ahead, JavaRDD<Row> behind, Work work) {
    if (behind.getNumPartitions() == 0) {
      return behind;
    }
    return ahead.getNumPartitions() == 0
        ? behind.mapPartitions(asked -> new Pairs(Collections.emptyIterator(), asked, work))
        : ahead.zipPartitions(behind, (needed, asked) -> new Pairs(needed, asked, work));
  }

  /** The least number of blocks that gives so many deals. */
  private static int blocks(int deals) {
    int blocks = 1;
    while (triangle(blocks) < deals) {
      blocks++;
    }
    return blocks;
  }

  /** Deals of so many blocks. */
  static int triangle(int blocks) {
    return blocks * (blocks + 1) / 2;
  }

  /** Number of the deal of two blocks, the same in either order. */
  private static Column deal(int blocks) {
    Column one = pmod(hash(col("left_id")), lit(blocks));
    Column other = pmod(hash(col("right_id")), lit(blocks));
    Column larger = greatest(one, other);
    return larger.multiply(larger.plus(1)).divide(2).cast("int").plus(least(one, other));
  }

  private static Column[] columns(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    for (String name : rows.columns()) {
      columns.add(col(name));
    }
    return columns.toArray(Column[]::new);
  }

  private static final class Pairs implements Iterator<Row> {
    private final Iterator<Row> needed;
    private final Iterator<Row> asked;
    private final Work work;
    private final Map<String, List<Row>> items = new HashMap<>();
    private final Map<String, Object> prepared = new HashMap<>();
    private Iterator<Row> found = Collections.emptyIterator();
    private int deal = -1;
    private String left;

    /** The first row of a deal to come, read while looking for the end of the one before. */
    private Row ahead;

    Pairs(Iterator<Row> needed, Iterator<Row> asked, Work work) {
      this.needed = needed;
      this.asked = asked;
      this.work = work;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && asked.hasNext()) {
        Row row = asked.next();
        Row pair = row.getStruct(1);
        if (row.getInt(0) != deal) {
          begin(row.getInt(0));
        }
        String id = pair.getAs("left_id");
        if (left != null && !left.equals(id)) {
          work.leave(prepared.get(left));
        }
        left = id;
        found = work.pair(pair, ready(id), ready(pair.getAs("right_id")));
      }
      return found.hasNext();
    }

    /** Takes in what the pairs of a deal need; every deal that has pairs needs something. */
    private void begin(int next) {
      deal = next;
      left = null;
      items.clear();
      prepared.clear();
      while (ahead != null || needed.hasNext()) {
        Row row = ahead == null ? needed.next() : ahead;
        ahead = row.getInt(0) == deal ? null : row;
        if (ahead != null) {
          return;
        }
        items.computeIfAbsent(row.getString(1), id -> new ArrayList<>(1)).add(row.getStruct(2));
      }
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return found.next();
    }

    private Object ready(String id) {
      return prepared.computeIfAbsent(
          id,
          key -> {
            List<Row> own = items.remove(key);
            return work.prepare(own == null ? List.of() : own);
          });
    }
  }
}
