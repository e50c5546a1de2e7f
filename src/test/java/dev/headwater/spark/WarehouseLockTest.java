package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.LocalSpark;
import dev.headwater.model.Lease;
import dev.headwater.model.Overtaken;
import dev.headwater.model.UserMistake;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(Lifecycle.PER_CLASS)
class WarehouseLockTest {
  private static final Duration AT_ONCE = Duration.ZERO;

  @TempDir static Path folder;

  private final ConcurrentLinkedQueue<String> said = new ConcurrentLinkedQueue<>();
  private Warehouse warehouse;

  @BeforeAll
  void makeTables() {
    warehouse = Warehouse.write(LocalSpark.on(folder));
  }

  @AfterEach
  void everyLockIsGivenBack() {
    assertThat(Leases.read(warehouse.table(Tables.LOCKS))).isEmpty();
    said.clear();
  }

  @Test
  void refusesTheSecondJobInOneLineThatNamesTheFirst() {
    try (WarehouseLock first = take("nightly", AT_ONCE)) {
      Lease held = Leases.read(warehouse.table(Tables.LOCKS)).orElseThrow();
      assertThatThrownBy(() -> take("maintain", AT_ONCE))
          .isInstanceOf(UserMistake.class)
          .hasMessageStartingWith(
              "Warehouse "
                  + warehouse.location()
                  + " is in use: nightly in process "
                  + ProcessHandle.current().pid()
                  + " on "
                  + held.host()
                  + ", since "
                  + held.since().toString().substring(0, 19))
          .hasMessageContaining("Wait for it with --wait 30m; if it is dead, its hold ends by")
          .hasMessageNotContaining("\n");
      assertThat(first.isHeld()).isTrue();
    }
  }

  @Test
  void theSecondJobGoesOnAsSoonAsTheFirstIsDone() throws Exception {
    WarehouseLock first = take("nightly", AT_ONCE);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    CountDownLatch waiting = new CountDownLatch(1);
    Future<Boolean> second =
        pool.submit(
            () -> {
              try (WarehouseLock lock =
                  WarehouseLock.take(
                      warehouse,
                      "claims",
                      Duration.ofMinutes(2),
                      line -> {
                        said.add(line);
                        waiting.countDown();
                      })) {
                return lock.isHeld();
              }
            });
    waiting.await();
    assertThat(second.isDone()).isFalse();
    first.close();
    assertThat(second.get()).isTrue();
    pool.shutdown();
    assertThat(said).hasSize(1).first().asString().startsWith("waiting for nightly in process ");
  }

  @Test
  void onlyOneOfManyThatComeTogetherGetsIt() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(4);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<WarehouseLock>> tries = new ArrayList<>();
    for (int n = 0; n < 4; n++) {
      tries.add(
          pool.submit(
              () -> {
                start.await();
                try {
                  return take("claims", AT_ONCE);
                } catch (UserMistake inUse) {
                  return null;
                }
              }));
    }
    start.countDown();
    List<WarehouseLock> got = new ArrayList<>();
    for (Future<WarehouseLock> next : tries) {
      if (next.get() != null) {
        got.add(next.get());
      }
    }
    pool.shutdown();
    assertThat(got).hasSize(1);
    got.get(0).close();
  }

  @Test
  void takesOverAtOnceFromAProcessOfThisMachineThatIsGone() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    String here = WarehouseLock.host();
    put(lease(here, gone.pid(), Instant.now()));
    try (WarehouseLock lock = take("nightly", AT_ONCE)) {
      lock.check();
    }
    assertThat(said)
        .containsExactly(
            "taking over from nightly in process "
                + gone.pid()
                + " on "
                + here
                + ", since 2026-03-01T00:00:00Z: its process is gone");
  }

  @Test
  void takesOverFromALaterProcessWithTheNumberOfTheHolder() {
    Lease earlier = lease(WarehouseLock.host(), ProcessHandle.current().pid(), Instant.now());
    put(earlier);
    take("nightly", AT_ONCE).close();
    assertThat(said).hasSize(1).first().asString().endsWith(": its process is gone");
  }

  @Test
  void aHolderElsewhereIsDeadWhenItsLeaseIsOver() {
    put(lease("elsewhere.example", 7, Instant.now()));
    assertThatThrownBy(() -> take("nightly", AT_ONCE))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("nightly in process 7 on elsewhere.example");
    put(lease("elsewhere.example", 7, Instant.now().minusSeconds(601)));
    take("nightly", AT_ONCE).close();
    assertThat(said).hasSize(1).first().asString().endsWith(": no sign of life for 10 minutes");
  }

  @Test
  void aHolderThatWasTakenForDeadFindsOutBeforeItPublishes() {
    WarehouseLock slow = take("nightly", AT_ONCE);
    put(lease("elsewhere.example", 7, Instant.now()));
    assertThatThrownBy(slow::check)
        .isInstanceOf(Overtaken.class)
        .hasMessage(
            "This job lost the warehouse: it gave no sign of life for 5 minutes, and nightly in"
                + " process 7 on elsewhere.example, since 2026-03-01T00:00:00Z took it. Nothing"
                + " was published; run the same command again.");
    slow.close();
    assertThat(Leases.read(warehouse.table(Tables.LOCKS))).as("the other's lock").isPresent();
    Leases.clear(warehouse.table(Tables.LOCKS));
  }

  private WarehouseLock take(String job, Duration wait) {
    return WarehouseLock.take(warehouse, job, wait, said::add);
  }

  private void put(Lease lease) {
    assertThat(Leases.replace(warehouse.table(Tables.LOCKS), lease)).isTrue();
  }

  private static Lease lease(String host, long pid, Instant renewedAt) {
    Instant began = Instant.parse("2026-03-01T00:00:00Z");
    return new Lease("nightly", host, pid, began, began, renewedAt, 300);
  }
}
