package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.Article;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.TestArticle;
import dev.headwater.spark.Publisher;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterLogTest {
  @TempDir Path folder;

  @Test
  void saysWhatMergedSplitMovedAndEndedAndWhy() {
    SparkSession spark = LocalSpark.on(folder);
    Warehouse warehouse = Warehouse.write(spark);
    Run first = TestRun.open(warehouse, "first");
    first.append(
        Tables.ARTICLES,
        RowCodec.of(Article.class)
            .dataset(
                spark,
                Stream.of("a1", "a2", "b1", "b2", "c1", "c2", "c3", "d1", "d2")
                    .map(ClusterLogTest::article)
                    .toList()));
    first.finish("ingest");
    Publisher.publish(first);
    Run run = TestRun.open(warehouse, "second");
    Dataset<Row> before =
        members(spark, "A a1", "A a2", "B b1", "B b2", "C c1", "C c2", "C c3", "D d1", "D d2");
    Dataset<Row> after = members(spark, "A a1", "A a2", "A b1", "A b2", "C c1", "N c2", "A c3");

    ClusterLog.write(run, before, after);

    List<String> log =
        run.read(Tables.CLUSTER_LOG).orderBy("event", "other_id").collectAsList().stream()
            .map(
                row ->
                    row.getString(1)
                        + " "
                        + row.getString(2)
                        + " "
                        + row.getString(3)
                        + " "
                        + row.getInt(4)
                        + " "
                        + row.getString(5))
            .toList();
    assertThat(log)
        .containsExactly(
            "ended null D 2 no passage holds the stretches in a cluster any more",
            "merged A B 2 the older id wins: its first stretch, in article a1, was loaded at"
                + " 2026-03-01 00:00:00; that of the other, in article b1, at 2026-03-02 00:00:00",
            "moved A C 1 the stretches hang together with this cluster now, and no longer with the"
                + " other",
            "split N C 1 the other id stays with the part that holds its first stretch, in article"
                + " c1");
    assertThat(run.counter(ReprintsStage.NAME, "cluster_changes")).isEqualTo(4);
  }

  @Test
  void clustersThatOnlyGrowAreNoChange() {
    SparkSession spark = LocalSpark.on(folder);
    Run run = TestRun.open(Warehouse.write(spark), "grown");
    ClusterLog.write(run, members(spark, "A a1", "A a2"), members(spark, "A a1", "A a2", "A a3"));
    assertThat(run.isEmpty(Tables.CLUSTER_LOG)).isTrue();
  }

  /** Members written as cluster and article; the first letter of the article is its day. */
  private static Dataset<Row> members(SparkSession spark, String... members) {
    List<ClusterMember> rows =
        Stream.of(members)
            .map(text -> text.split(" "))
            .map(
                parts ->
                    new ClusterMember(
                        parts[0], parts[1], 0, 10, 1, "copy", false, null, null, List.of(), null,
                        null, null, 2, 1))
            .toList();
    return RowCodec.of(ClusterMember.class).dataset(spark, rows);
  }

  private static Article article(String id) {
    Instant loaded = Instant.parse("2026-03-0" + (id.charAt(0) - 'a' + 1) + "T00:00:00Z");
    return TestArticle.of(id, "Some words.").at(loaded).loaded(loaded).article();
  }
}
