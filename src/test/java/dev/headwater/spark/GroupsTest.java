package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class GroupsTest {
  private static final StructType WORDS =
      new StructType().add("source", DataTypes.StringType).add("word", DataTypes.StringType);

  private static final StructType LINES = new StructType().add("line", DataTypes.StringType);

  private final SparkSession spark = LocalSpark.cleanSession();

  @Test
  void givesEachGroupWholeAndInOrder() {
    assertThat(lines(words(), GroupsTest::joined))
        .containsExactlyInAnyOrder("east: apple,pear,plum", "west: fig", "null: kiwi,lime");
  }

  @Test
  void partitionsChangeNothing() {
    assertThat(lines(words().repartition(7), GroupsTest::joined))
        .containsExactlyInAnyOrderElementsOf(lines(words().coalesce(1), GroupsTest::joined));
  }

  @Test
  void givesGroupsWholeAfterAJoinOnTheirKeyThatSparkTurnsIntoABroadcast() {
    spark.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    spark.conf().set("spark.sql.adaptive.autoBroadcastJoinThreshold", "10MB");
    spark.conf().set("spark.sql.adaptive.coalescePartitions.enabled", "false");
    List<Row> rows =
        IntStream.range(0, 2_000)
            .mapToObj(i -> RowFactory.create("source " + i / 40, "word " + i))
            .toList();
    Dataset<Row> kept = KeptRows.keep(spark.createDataFrame(rows, WORDS).repartition(2));
    Dataset<Row> often = KeptRows.keep(kept.groupBy("source").count().where("count > 1"));
    Dataset<Row> joined =
        kept.join(often.select("source"), new String[] {"source"}, "left_semi")
            .select("source", "word");
    Groups.Work size = group -> List.of(RowFactory.create("of " + group.size())).iterator();
    assertThat(
            Groups.by(joined, "source", List.of("word"), LINES, size)
                .groupBy("line")
                .count()
                .collectAsList())
        .containsExactly(RowFactory.create("of 40", 50L));
  }

  @Test
  void aGroupMayGiveNothingOrMuch() {
    assertThat(
            lines(
                words(),
                rows ->
                    rows.size() < 3
                        ? List.<Row>of().iterator()
                        : rows.stream().map(row -> RowFactory.create(row.getString(1))).iterator()))
        .containsExactlyInAnyOrder("apple", "pear", "plum");
  }

  @Test
  void noRowsAreNoGroups() {
    assertThat(lines(words().limit(0), GroupsTest::joined)).isEmpty();
  }

  private static Iterator<Row> joined(List<Row> rows) {
    String line =
        rows.get(0).getString(0)
            + ": "
            + rows.stream().map(row -> row.getString(1)).collect(Collectors.joining(","));
    return List.of(RowFactory.create(line)).iterator();
  }

  private static List<String> lines(Dataset<Row> rows, Groups.Work work) {
    return Groups.by(rows, "source", List.of("word"), LINES, work).collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  private Dataset<Row> words() {
    return spark.createDataFrame(
        List.of(
            RowFactory.create("east", "plum"),
            RowFactory.create(null, "lime"),
            RowFactory.create("west", "fig"),
            RowFactory.create("east", "apple"),
            RowFactory.create(null, "kiwi"),
            RowFactory.create("east", "pear")),
        WORDS);
  }
}
