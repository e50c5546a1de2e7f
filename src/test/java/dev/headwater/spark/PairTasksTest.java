package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairTasksTest {
  private static final StructType PAIRS =
      new StructType()
          .add("left_id", DataTypes.StringType)
          .add("right_id", DataTypes.StringType)
          .add("shared", DataTypes.IntegerType);

  private static final StructType ITEMS =
      new StructType().add("article", DataTypes.StringType).add("text", DataTypes.StringType);

  private static final StructType LINES = new StructType().add("line", DataTypes.StringType);

  private final SparkSession spark = LocalSpark.cleanSession();

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50})
  void bringsEachPairItsOwnArticles(int tasks) {
    Dataset<Row> pairs = pairs(pair("a", "b", 4), pair("a", "c", 5), pair("b", "c", 6));
    assertThat(lines(pairs, tasks))
        .containsExactlyInAnyOrder("4 [alpha]~[beta]", "5 [alpha]~[gamma]", "6 [beta]~[gamma]");
  }

  @Test
  void anArticleThatIsMissingHasNoRows() {
    assertThat(lines(pairs(pair("a", "nowhere", 1)), 2)).containsExactly("1 [alpha]~[]");
  }

  @Test
  void anArticleMayHaveSeveralRowsAndPairWithItself() {
    assertThat(lines(pairs(pair("d", "d", 2)), 2))
        .containsExactly("2 [delta, delta two]~[delta, delta two]");
  }

  @Test
  void noPairsAreNoWork() {
    assertThat(lines(pairs(), 3)).isEmpty();
  }

  private List<String> lines(Dataset<Row> pairs, int tasks) {
    Dataset<Row> items =
        spark.createDataFrame(
            List.of(
                RowFactory.create("a", "alpha"),
                RowFactory.create("b", "beta"),
                RowFactory.create("c", "gamma"),
                RowFactory.create("d", "delta"),
                RowFactory.create("d", "delta two"),
                RowFactory.create("e", "unwanted")),
            ITEMS);
    return PairTasks.run(pairs, items, "article", tasks, LINES, new Joined())
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private Dataset<Row> pairs(Row... pairs) {
    return spark.createDataFrame(List.of(pairs), PAIRS);
  }

  private static Row pair(String left, String right, int shared) {
    return RowFactory.create(left, right, shared);
  }

  private static final class Joined implements PairTasks.Work {
    private static final long serialVersionUID = 1L;

    @Override
    public Iterator<Row> pair(Row pair, Object left, Object right) {
      return List.of(RowFactory.create(pair.getInt(2) + " " + left + "~" + right)).iterator();
    }

    @Override
    public Object prepare(List<Row> rows) {
      return rows.stream().map(row -> row.getString(1)).sorted().collect(Collectors.toList());
    }
  }
}
