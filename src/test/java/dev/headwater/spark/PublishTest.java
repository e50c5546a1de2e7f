package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.LocalSpark;
import dev.headwater.model.OutletLine;
import dev.headwater.model.OutletRank;
import dev.headwater.model.Overtaken;
import dev.headwater.model.Reject;
import dev.headwater.model.Release;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.iceberg.Table;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Runs, resumes and publishes on one warehouse; each test goes on from what is published there. */
@TestInstance(Lifecycle.PER_CLASS)
class PublishTest {
  private static final String JOB = "ingest";

  @TempDir static Path folder;

  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeAll
  void publishOnce() {
    spark = LocalSpark.on(folder);
    warehouse = Warehouse.write(spark);
    Run run = open("first");
    write(run, "first");
    run.finish(JOB);
    Publisher.publish(run);
  }

  @Test
  void readersSeeNothingOfARunBeforeItsReleaseAndAllOfItAfter() {
    Run run = open("unseen");
    write(run, "unseen");
    run.finish(JOB);
    assertThat(run.read(Tables.REJECTS).where("input = 'unseen'").count()).isOne();
    assertThat(seen("unseen")).containsExactly(0L, 0L, 0L);
    assertThat(onMain("unseen")).isZero();

    Publisher.publish(run);

    assertThat(seen("unseen")).containsExactly(1L, 1L, 1L);
    assertThat(onMain("unseen")).isOne();
    assertThat(references()).doesNotContain(run.branch());
    assertThat(warehouse.release().orElseThrow().parentRunId())
        .isEqualTo(run.base().orElseThrow().runId());
  }

  @Test
  void anOlderReleaseStaysAsItWas() {
    Release before = warehouse.release().orElseThrow();
    publish("newer");
    ReleaseViews.create(warehouse, before.runId());
    assertThat(spark.sql("SELECT * FROM rejects WHERE input = 'newer'").count()).isZero();
  }

  @Test
  void refusesTheSecondOfTwoRunsBuiltOnOneRelease() {
    Run quick = open("quick");
    Run slow = open("slow");
    write(quick, "quick");
    write(slow, "slow");
    Release published = Publisher.publish(quick);

    assertThatThrownBy(() -> Publisher.publish(slow))
        .isInstanceOf(Overtaken.class)
        .hasMessage(
            "Run "
                + slow.id()
                + " was built on "
                + slow.base().orElseThrow().runId()
                + ", but "
                + published.runId()
                + " has been published since. Nothing was published; run the same command again.");

    assertThat(warehouse.release()).contains(published);
    assertThat(seen("slow")).containsExactly(0L, 0L, 0L);
    assertThat(onMain("slow")).isZero();
    assertThat(references()).doesNotContain(slow.id());
    slow.abandon();
    assertThat(references()).doesNotContain(slow.branch());
  }

  @Test
  void onlyOneOfTwoRunsThatEndTogetherIsPublished() throws Exception {
    long before = warehouse.release().orElseThrow().sequence();
    List<Run> runs = List.of(open("left"), open("right"));
    write(runs.get(0), "left");
    write(runs.get(1), "right");
    CountDownLatch start = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<Future<Release>> ends = new ArrayList<>();
    for (Run run : runs) {
      ends.add(
          pool.submit(
              () -> {
                start.await();
                return Publisher.publish(run);
              }));
    }
    start.countDown();
    List<Release> published = new ArrayList<>();
    List<Throwable> refused = new ArrayList<>();
    for (Future<Release> end : ends) {
      try {
        published.add(end.get());
      } catch (ExecutionException e) {
        refused.add(e.getCause());
      }
    }
    pool.shutdown();

    assertThat(published).hasSize(1);
    assertThat(refused).hasSize(1);
    assertThat(refused.get(0))
        .isInstanceOf(Overtaken.class)
        .hasMessageContaining("Nothing was published; run the same command again.");
    assertThat(warehouse.release()).contains(published.get(0));
    assertThat(published.get(0).sequence()).isEqualTo(before + 1);
    assertThat(seen("left")[0] + seen("right")[0]).isOne();
  }

  @Test
  void aRunThatDiedGoesOnAfterItsLastFinishedJob() {
    Run died = open("died");
    write(died, "died");
    died.count(JOB, "articles", 3);
    died.finish(JOB);
    append(died, "half");

    Run again = open("died");

    assertThat(again.id()).isEqualTo(died.id());
    assertThat(again.isFinished(JOB)).isTrue();
    assertThat(again.isFinished("reprints")).isFalse();
    assertThat(again.counter(JOB, "articles")).isEqualTo(3);
    assertThat(again.startedAt()).isEqualTo(died.startedAt());
    assertThat(again.read(Tables.REJECTS).where("input = 'died'").count()).isOne();
    assertThat(again.read(Tables.REJECTS).where("input = 'half'").count()).isZero();
    Publisher.publish(again);
    assertThat(seen("died")).containsExactly(1L, 1L, 1L);
    assertThat(onMain("half")).isZero();
  }

  @Test
  void aRunThatDiedInItsFirstJobBeginsAnew() {
    Run died = open("early");
    append(died, "early");

    Run again = open("early");

    assertThat(again.isFinished(JOB)).isFalse();
    assertThat(again.read(Tables.REJECTS).where("input = 'early'").count()).isZero();
    again.abandon();
    assertThat(references()).doesNotContain(again.branch());
  }

  /** A store that failed while a run was abandoned has left some of its branches, in some order. */
  @Test
  void aRunThatLostBranchesGoesOnAllTheSame() {
    Run died = open("partial");
    write(died, "partial");
    died.finish(JOB);
    for (TableContract table : List.of(Tables.ARTICLES, Tables.REJECTS)) {
      warehouse.table(table).manageSnapshots().removeBranch(died.branch()).commit();
    }

    Run again = open("partial");

    assertThat(again.isFinished(JOB)).isTrue();
    assertThat(again.read(Tables.REJECTS).where("input = 'partial'").count()).isOne();
    again.abandon();
    assertThat(references()).doesNotContain(again.branch());
  }

  @Test
  void aRunThatIsHalfAbandonedBeginsAnew() throws IOException {
    Run run = open("half abandoned");
    write(run, "half abandoned");
    run.finish(JOB);
    // The store fails at a table that comes before runs.
    Path metadata = folder.resolve("news/forgotten/metadata");
    Path away = Files.move(metadata, folder.resolve("away"));
    assertThatThrownBy(run::abandon).isInstanceOf(RuntimeException.class);
    Files.move(away, metadata);

    Run again = open("half abandoned");

    assertThat(again.id()).isEqualTo(run.id());
    assertThat(again.isFinished(JOB)).isFalse();
    assertThat(again.read(Tables.REJECTS).where("input = 'half abandoned'").count()).isZero();
    again.abandon();
    assertThat(references()).doesNotContain(again.branch());
  }

  /** So does a maintain that died before its publish: it counts, but finishes no job. */
  @Test
  void aRunThatDiedInItsFirstJobHoldsNothingUp() {
    Run early = open("no job done");
    write(early, "no job done");
    assertThat(Expiry.dropDeadBranches(warehouse, Duration.ofDays(7))).isEmpty();
    assertThat(references()).doesNotContain(early.branch());

    Run late = open("a job done");
    write(late, "a job done");
    late.finish(JOB);
    assertThat(Expiry.dropDeadBranches(warehouse, Duration.ofDays(7))).containsExactly(late.id());
    assertThat(references()).contains(late.branch());
    late.abandon();
  }

  @Test
  void aRunThatIsPublishedAlreadyIsPublishedOnce() {
    Run slow = open("twice");
    write(slow, "twice");
    slow.finish(JOB);
    Run quick = open("twice");
    Release published = Publisher.publish(quick);

    assertThat(Publisher.publish(slow)).isEqualTo(published);

    assertThat(warehouse.release()).contains(published);
    assertThat(seen("twice")).containsExactly(1L, 1L, 1L);
    assertThat(onMain("twice")).isOne();
  }

  @Test
  void otherInputIsAnotherRun() {
    assertThat(key("one").id(warehouse.release())).isNotEqualTo(key("two").id(warehouse.release()));
  }

  @Test
  void aPublishThatDiedBeforeItMovedMainIsRolledForward() {
    List<Long> before = mains();
    Release release = publish("interrupted");
    List<Long> after = mains();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        warehouse
            .table(Tables.PUBLISHED.get(i))
            .manageSnapshots()
            .setCurrentSnapshot(before.get(i))
            .commit();
      }
    }
    String left = Run.branch(release.runId());
    warehouse.table(Tables.REJECTS).manageSnapshots().createBranch(left).commit();
    assertThat(onMain("interrupted")).isZero();
    assertThat(seen("interrupted")).containsExactly(1L, 1L, 1L);

    Publisher.rollForward(warehouse);

    assertThat(mains()).isEqualTo(after);
    assertThat(references()).doesNotContain(left);
    assertThat(onMain("interrupted")).isOne();
    assertThat(warehouse.release()).contains(release);
  }

  @Test
  void gatesFindWhatIsWrongInARun() {
    Run run = open("wrong");
    append(run, "wrong");
    append(run, "wrong");

    List<Gates.Finding> broken = Gates.check(run, GateLimits.DEFAULTS, Set.of());

    assertThat(broken)
        .containsExactly(
            Gates.Finding.of("keys_unique_rejects", 1, "rows of rejects with the same key"));
    assertThat(run.counter("gates", "gate_keys_unique_rejects")).isOne();
    assertThat(Gates.check(run, GateLimits.DEFAULTS, Set.of("keys_unique_rejects"))).isEmpty();
    assertThat(seen("wrong")).containsExactly(0L, 0L, 0L);
    run.abandon();
  }

  @Test
  void gatesFindARowBesideTheOneItShouldHaveReplaced() {
    Run first = open("rank");
    rank(first);
    first.finish(JOB);
    Publisher.publish(first);
    Run run = open("rank again");
    rank(run);
    assertThat(Gates.check(run, GateLimits.DEFAULTS, Set.of()))
        .containsExactly(
            Gates.Finding.of(
                "keys_unique_outlet_ranks", 1, "rows of outlet_ranks with the same key"));
    run.abandon();
  }

  private void rank(Run run) {
    OutletRank rank =
        new OutletRank("stale.example", 0, 0, 1, "stale.example", 1, 0, 0, null, null, null);
    run.append(Tables.OUTLET_RANKS, RowCodec.of(OutletRank.class).dataset(spark, List.of(rank)));
  }

  @Test
  void aReaderDuringPublishesSeesAllTablesOfOneRelease() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    CountDownLatch reading = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    Future<List<long[]>> looks = pool.submit(() -> look(done, reading));
    reading.await();
    for (int night = 0; night < 4; night++) {
      publish("night " + night);
    }
    done.set(true);
    List<long[]> seen = looks.get();
    pool.shutdown();

    assertThat(seen).hasSizeGreaterThan(1);
    for (long[] counts : seen) {
      assertThat(counts[1]).isEqualTo(counts[0]);
      assertThat(counts[2]).isEqualTo(counts[0]);
    }
    assertThat(seen.get(seen.size() - 1)[0]).isEqualTo(4);
    assertThat(seen.stream().map(counts -> counts[0])).isSorted();
  }

  private List<long[]> look(AtomicBoolean done, CountDownLatch reading) {
    Warehouse own = Warehouse.read(LocalSpark.on(folder));
    List<long[]> seen = new ArrayList<>();
    boolean last;
    do {
      last = done.get();
      ReleaseViews.create(own, null);
      reading.countDown();
      seen.add(counts(own.spark(), "night %"));
    } while (!last);
    return seen;
  }

  private Run open(String name) {
    return Run.open(warehouse, key(name), Instant.now());
  }

  private static RunKey key(String name) {
    return new RunKey(LocalDate.of(2026, 3, 1), JOB, "settings", "test", name);
  }

  private Release publish(String name) {
    Run run = open(name);
    write(run, name);
    run.finish(JOB);
    return Publisher.publish(run);
  }

  /** Writes a row of this name to three tables. */
  private void write(Run run, String name) {
    append(run, name);
    run.append(
        Tables.OUTLET_LINES,
        RowCodec.of(OutletLine.class)
            .dataset(spark, List.of(new OutletLine(run.id(), name, 1, 1))));
    run.count(JOB, "name", 1, name);
    run.flush();
  }

  private void append(Run run, String name) {
    run.append(
        Tables.REJECTS,
        RowCodec.of(Reject.class)
            .dataset(spark, List.of(new Reject(run.id(), name, 1L, "test", null, null))));
  }

  /** Rows of this name in the three tables, as a reader of the last release sees them. */
  private long[] seen(String name) {
    ReleaseViews.create(warehouse, null);
    return counts(spark, name);
  }

  private static long[] counts(SparkSession session, String name) {
    return Stream.of(
            "SELECT count(*) FROM rejects WHERE input LIKE '%s'",
            "SELECT count(*) FROM outlet_lines WHERE source LIKE '%s'",
            "SELECT count(*) FROM runs WHERE name = 'name' AND detail LIKE '%s'")
        .mapToLong(sql -> session.sql(sql.formatted(name)).takeAsList(1).get(0).getLong(0))
        .toArray();
  }

  private long onMain(String name) {
    return spark.table(Warehouse.name(Tables.REJECTS)).where("input = '" + name + "'").count();
  }

  private List<Long> mains() {
    List<Long> snapshots = new ArrayList<>();
    for (TableContract table : Tables.PUBLISHED) {
      Table loaded = warehouse.table(table);
      snapshots.add(loaded.currentSnapshot() == null ? 0 : loaded.currentSnapshot().snapshotId());
    }
    return snapshots;
  }

  /** Names of the branches and tags of all tables. */
  private Set<String> references() {
    return Tables.PUBLISHED.stream()
        .flatMap(table -> warehouse.table(table).refs().keySet().stream())
        .collect(Collectors.toSet());
  }
}
