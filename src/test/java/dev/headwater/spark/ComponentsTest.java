package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class ComponentsTest {
  private static final StructType EDGES =
      new StructType().add("from", DataTypes.LongType).add("to", DataTypes.LongType);

  private final SparkSession spark = LocalSpark.cleanSession();

  @Test
  void namesAComponentByItsLeastNode() {
    assertThat(inOneTask(List.of(edge(5, 3), edge(9, 5), edge(-4, 20))))
        .isEqualTo(Map.of(3L, 3L, 5L, 3L, 9L, 3L, -4L, -4L, 20L, -4L));
  }

  @Test
  void findsNothingInAGraphWithoutEdges() {
    assertThat(inOneTask(List.of())).isEmpty();
    assertThat(byStars(List.of())).isEmpty();
  }

  @Test
  void leavesOutANodeThatOnlyMeetsItself() {
    assertThat(inOneTask(List.of(edge(7, 7)))).isEmpty();
    assertThat(byStars(List.of(edge(7, 7)))).isEmpty();
  }

  @Test
  void starsAndOneTaskFindWhatUnionFindFinds() {
    List<Row> edges = chainsAndKnots();
    Map<Long, Long> expected = plain(edges);
    assertThat(expected.values()).hasSizeGreaterThan(60);
    assertThat(inOneTask(edges)).isEqualTo(expected);
    assertThat(byStars(edges)).isEqualTo(expected);
  }

  @Test
  void orderDirectionAndRepeatsOfEdgesChangeNothing() {
    List<Row> edges = chainsAndKnots();
    List<Row> turned = new ArrayList<>(edges);
    edges.forEach(edge -> turned.add(edge(edge.getLong(1), edge.getLong(0))));
    Collections.shuffle(turned, new Random(11));
    assertThat(inOneTask(turned)).isEqualTo(inOneTask(edges));
    assertThat(byStars(turned)).isEqualTo(plain(edges));
  }

  @Test
  void tellsWhichComponentsHaveMoreNodesThanABound() {
    Dataset<Row> components =
        Components.of(rows(List.of(edge(1, 2), edge(2, 3), edge(5, 6), edge(7, 8), edge(8, 9))));
    assertThat(Components.larger(components, 2))
        .containsExactly(RowFactory.create(1L, 3L), RowFactory.create(7L, 3L));
    assertThat(Components.larger(components, 3)).isEmpty();
    assertThat(Components.larger(components, 8)).isEmpty();
  }

  /** A long chain in a bad order, random sparse knots, and a star with a great centre. */
  private static List<Row> chainsAndKnots() {
    Random random = new Random(7);
    List<Row> edges = new ArrayList<>();
    for (long node = 0; node < 20; node++) {
      edges.add(edge(1000 + node * 3 % 21, 1000 + (node + 1) * 3 % 21));
    }
    for (int i = 0; i < 60; i++) {
      edges.add(edge(2000 + random.nextInt(100), 2000 + random.nextInt(100)));
    }
    for (long node = 3000; node < 3010; node++) {
      edges.add(edge(Long.MAX_VALUE, node));
    }
    return edges;
  }

  /** Union by renaming: slow and plainly right. */
  private static Map<Long, Long> plain(List<Row> edges) {
    Map<Long, Long> components = new TreeMap<>();
    for (Row edge : edges) {
      if (edge.getLong(0) != edge.getLong(1)) {
        components.putIfAbsent(edge.getLong(0), edge.getLong(0));
        components.putIfAbsent(edge.getLong(1), edge.getLong(1));
        long one = components.get(edge.getLong(0));
        long other = components.get(edge.getLong(1));
        components.replaceAll(
            (node, root) -> root == one || root == other ? Math.min(one, other) : root);
      }
    }
    return components;
  }

  private Map<Long, Long> inOneTask(List<Row> edges) {
    return collected(Components.of(rows(edges)));
  }

  private Map<Long, Long> byStars(List<Row> edges) {
    return collected(Components.of(rows(edges), -1));
  }

  private Dataset<Row> rows(List<Row> edges) {
    return spark.createDataFrame(edges, EDGES);
  }

  private static Map<Long, Long> collected(Dataset<Row> components) {
    Map<Long, Long> collected = new TreeMap<>();
    for (Row row : components.select("node", "component").collectAsList()) {
      assertThat(collected.put(row.getLong(0), row.getLong(1)))
          .as("node %d once", row.getLong(0))
          .isNull();
    }
    return collected;
  }

  private static Row edge(long from, long to) {
    return RowFactory.create(from, to);
  }
}
