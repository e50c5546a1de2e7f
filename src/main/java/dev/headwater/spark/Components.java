package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;

import dev.headwater.reuse.DisjointSets;
import dev.headwater.reuse.StarSteps;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Connected components of a graph of longs.
 *
 * <p>A graph of few edges is done by union-find in a single task; a larger one by alternating
 * large-star and small-star ({@link StarSteps}) until no edge changes, so that neither the driver
 * nor any task ever holds the graph. A task that then works on a component as a whole does hold
 * that: {@link #larger} tells which ones are too large for it.
 */
public final class Components {
  /** Edges up to which one task does it: about 100 MB. */
  private static final long FEW = 2_000_000;

  private static final int MOST_ROUNDS = 40;

  private static final StructType EDGES =
      new StructType().add("from", DataTypes.LongType, false).add("to", DataTypes.LongType, false);

  private Components() {}

  /**
   * The component of every node.
   *
   * @param edges columns from and to; repeats and both directions allowed
   * @return columns node and component, the least node of the component
   */
  public static Dataset<Row> of(Dataset<Row> edges) {
    return of(edges, FEW);
  }

  /** The same with another bound on the edges that one task may hold. */
  static Dataset<Row> of(Dataset<Row> edges, long few) {
    Dataset<Row> distinct =
        edges
            .select(
                greatest(col("from"), col("to")).alias("from"),
                least(col("from"), col("to")).alias("to"))
            .where(col("from").notEqual(col("to")))
            .distinct()
            .transform(KeptRows::keep);
    Dataset<Row> stars = distinct.count() <= few ? inOneTask(distinct) : byStars(distinct);
    Dataset<Row> roots = stars.select(col("to").alias("node"), col("to").alias("component"));
    return stars
        .select(col("from").alias("node"), col("to").alias("component"))
        .union(roots.distinct());
  }

  /**
   * The components of more than so many nodes; their sizes are looked at only where there are so
   * many nodes at all.
   *
   * @param components kept rows as {@link #of(Dataset)} gives them
   * @return few rows: component and its nodes, the largest first
   */
  public static List<Row> larger(Dataset<Row> components, long most) {
    if (components.count() <= most) {
      return List.of();
    }
    return components
        .groupBy("component")
        .count()
        .where(col("count").gt(most))
        .orderBy(col("count").desc(), col("component"))
        .collectAsList();
  }

  private static Dataset<Row> inOneTask(Dataset<Row> edges) {
    return edges
        .coalesce(1)
        .mapPartitions(
            (MapPartitionsFunction<Row, Row>) Components::unionFind, Encoders.row(EDGES));
  }

  private static Iterator<Row> unionFind(Iterator<Row> edges) {
    LongArrayList ends = new LongArrayList();
    while (edges.hasNext()) {
      Row edge = edges.next();
      ends.add(edge.getLong(0));
      ends.add(edge.getLong(1));
    }
    // In ascending order the least number of a set stands for its least node.
    long[] nodes = ends.longStream().sorted().distinct().toArray();
    DisjointSets sets = new DisjointSets(nodes.length);
    for (int i = 0; i < ends.size(); i += 2) {
      sets.unite(place(nodes, ends.getLong(i)), place(nodes, ends.getLong(i + 1)));
    }
    List<Row> stars = new ArrayList<>();
    for (int i = 0; i < nodes.length; i++) {
      int root = sets.find(i);
      if (root != i) {
        stars.add(RowFactory.create(nodes[i], nodes[root]));
      }
    }
    return stars.iterator();
  }

  private static int place(long[] nodes, long node) {
    return Arrays.binarySearch(nodes, node);
  }

  private static Dataset<Row> byStars(Dataset<Row> edges) {
    Dataset<Row> now = edges;
    long before = fingerprint(now);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      now = smallStar(largeStar(now)).transform(KeptRows::keep);
      long after = fingerprint(now);
      if (after == before) {
        return now;
      }
      before = after;
    }
    throw new IllegalStateException(
        "Components did not settle in " + MOST_ROUNDS + " rounds; this is a bug");
  }

  private static Dataset<Row> largeStar(Dataset<Row> edges) {
    Dataset<Row> both = edges.union(edges.select(col("to").alias("from"), col("from").alias("to")));
    return star(both, (node, neighbours) -> StarSteps.largeStar(node, neighbours));
  }

  private static Dataset<Row> smallStar(Dataset<Row> edges) {
    Dataset<Row> downward =
        edges.select(
            greatest(col("from"), col("to")).alias("from"),
            least(col("from"), col("to")).alias("to"));
    return star(downward, (node, neighbours) -> StarSteps.smallStar(node, neighbours));
  }

  private interface Step extends java.io.Serializable {
    long[] edges(long node, long[] neighbours);
  }

  private static Dataset<Row> star(Dataset<Row> edges, Step step) {
    return Groups.by(
            edges,
            "from",
            List.of("to"),
            EDGES,
            rows -> {
              long[] neighbours = rows.stream().mapToLong(row -> row.getLong(1)).toArray();
              long[] pairs = step.edges(rows.get(0).getLong(0), neighbours);
              List<Row> out = new ArrayList<>();
              for (int i = 0; i < pairs.length; i += 2) {
                out.add(RowFactory.create(pairs[i], pairs[i + 1]));
              }
              return out.iterator();
            })
        .distinct();
  }

  /** Changes when any edge does. */
  private static long fingerprint(Dataset<Row> edges) {
    Row sums =
        edges
            .agg(functions.expr("coalesce(bit_xor(xxhash64(from, to)), 0L)"), functions.count("*"))
            .takeAsList(1)
            .get(0);
    return sums.getLong(0) * 31 + sums.getLong(1);
  }
}
