package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Release;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clusters {@code a}, {@code b} …, of articles {@code a1}, {@code a2} …, over a few runs. */
class ChangedGroupsTest {
  private static final String JOB = "sources";
  private static final String[] COLUMNS = {"cluster_id", "article_id"};

  @TempDir Path folder;

  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeEach
  void publishARunOfTheJob() {
    spark = LocalSpark.on(folder);
    warehouse = Warehouse.write(spark);
    Run run = TestRun.open(warehouse, "first");
    // A file each, so that there is something to compact.
    for (String cluster : List.of("a1 a2", "b1 b2", "c1 c2", "d1 d2", "e1 e2")) {
      run.append(Tables.CLUSTERS, members(cluster));
    }
    Seen.through(run, JOB);
    publish(run);
  }

  @Test
  void changesAreFoundWhenTheSnapshotsOnTheWayAreGone() {
    Run later = TestRun.open(warehouse, "later");
    later.delete(Tables.CLUSTERS, members("b1 c1 d1").select("cluster_id"));
    // b has one more, c is gone, d lost one and has its other row as it was.
    later.append(Tables.CLUSTERS, members("b1 b2 b3 d1"));
    publish(later);
    Run run = TestRun.open(warehouse, "next");
    List<String> rows = changes(run);
    List<String> changed = changedRows(run);
    assertThat(rows).containsExactly("b1", "b1", "b2", "b2", "b3", "c1", "c2", "d1", "d1", "d2");
    assertThat(changed).containsExactly("b3", "c1", "c2", "d2");
    run.abandon();

    Expiry.expireSnapshots(warehouse);

    Run after = TestRun.open(warehouse, "after");
    assertThat(changes(after)).isEqualTo(rows);
    assertThat(changedRows(after)).isEqualTo(changed);
    after.abandon();
  }

  @Test
  void aCompactionOnTheWayIsNoChange() {
    Run compaction = TestRun.open(warehouse, "compaction");
    assertThat(Compaction.compact(compaction, List.of(Tables.CLUSTERS)).before()).isEqualTo(5);
    publish(compaction);
    Run run = TestRun.open(warehouse, "made again");
    Seen.madeAgain(run, JOB, Tables.CLUSTERS, Tables.TRACES);
    Release published = publish(run);

    Run next = TestRun.open(warehouse, "next");
    assertThat(Seen.lastWith(next, JOB)).contains(published);
    assertThat(changes(next)).isEmpty();
    next.abandon();
  }

  @Test
  void whatAnotherRunChangedIsYetToBeSeen() {
    Release first = warehouse.release().orElseThrow();
    Run other = TestRun.open(warehouse, "other");
    other.append(Tables.CLUSTERS, members("a3"));
    publish(other);
    Run run = TestRun.open(warehouse, "made again");
    Seen.madeAgain(run, JOB, Tables.CLUSTERS);
    publish(run);

    Run next = TestRun.open(warehouse, "next");
    assertThat(Seen.lastWith(next, JOB)).contains(first);
    assertThat(changes(next)).containsExactly("a1", "a1", "a2", "a2", "a3");
    next.abandon();
  }

  private static Release publish(Run run) {
    run.flush();
    return Publisher.publish(run);
  }

  private static List<String> changes(Run run) {
    return articles(ChangedGroups.since(run, JOB).rows(Tables.CLUSTERS, "cluster_id", COLUMNS));
  }

  private static List<String> changedRows(Run run) {
    return articles(
        ChangedGroups.since(run, JOB).changedRows(Tables.CLUSTERS, "cluster_id", COLUMNS));
  }

  private static List<String> articles(Dataset<Row> rows) {
    return rows.collectAsList().stream().map(row -> row.getString(1)).sorted().toList();
  }

  /** Stretches by the names of their articles; the cluster's name is the first letter. */
  private Dataset<Row> members(String articles) {
    return RowCodec.of(ClusterMember.class)
        .dataset(spark, Stream.of(articles.split(" ")).map(ChangedGroupsTest::member).toList())
        .coalesce(1);
  }

  private static ClusterMember member(String article) {
    return new ClusterMember(
        article.substring(0, 1),
        article,
        0,
        100,
        1.0,
        "unclear",
        false,
        null,
        null,
        List.of(),
        null,
        null,
        null,
        2,
        1.0);
  }
}
