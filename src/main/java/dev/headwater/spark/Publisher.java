package dev.headwater.spark;

import dev.headwater.model.Overtaken;
import dev.headwater.model.Release;
import dev.headwater.table.Tables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.util.Tasks;

/**
 * Moves all tables forward together.
 *
 * <p>Three steps. Each table's branch gets a tag named after the run: harmless, as no reader knows
 * the name yet. Then one row is appended to {@code releases}: this commit alone is the publish.
 * Then each table's main branch is moved up for readers who look at tables without a release, and
 * the run's branches are dropped; a run that dies before this has published all the same, and the
 * next one moves main up.
 */
public final class Publisher {
  private static final int TRIES = 6;
  private static final long LEAST_WAIT_MILLIS = 50;
  private static final long MOST_WAIT_MILLIS = 2_000;
  private static final long ALL_WAITS_MILLIS = 60_000;

  private Publisher() {}

  /**
   * Publishes a run; fails if another run has published since this one was opened. A run that is
   * published already, as an answer of the store was lost, is published no second time.
   */
  public static Release publish(Run run) {
    Warehouse warehouse = run.warehouse();
    // Loaded before the check: a row that comes in between makes the commit fail.
    Table releases = warehouse.table(Tables.RELEASES);
    Optional<Release> now = warehouse.release();
    if (isOf(run, now)) {
      rollForward(warehouse);
      return now.get();
    }
    if (!now.map(Release::runId).equals(run.base().map(Release::runId))) {
      throw overtaken(run, now);
    }
    onEachTable(
        warehouse,
        loaded -> {
          if (!loaded.refs().containsKey(run.id())) {
            long snapshot = loaded.refs().get(run.branch()).snapshotId();
            loaded.manageSnapshots().createTag(run.id(), snapshot).commit();
          }
        });
    Release release =
        new Release(
            now.map(last -> last.sequence() + 1).orElse(1L),
            run.id(),
            // As exact as the table, so that the release given back equals the one read.
            latest(run.startedAt(), Instant.now()).truncatedTo(ChronoUnit.MICROS),
            run.base().map(Release::runId).orElse(null),
            Tables.LAYOUT);
    try {
      commit(releases, release);
    } catch (ValidationException | CommitFailedException e) {
      Optional<Release> winner = warehouse.release();
      if (!isOf(run, winner)) {
        dropTags(run);
        throw overtaken(run, winner);
      }
      // The store had taken the row and said it had not, or another try of this run was quicker.
      release = winner.get();
    }
    rollForward(warehouse);
    return release;
  }

  private static boolean isOf(Run run, Optional<Release> release) {
    return release.map(Release::runId).equals(Optional.of(run.id()));
  }

  private static Overtaken overtaken(Run run, Optional<Release> by) {
    return new Overtaken(
        "Run "
            + run.id()
            + " was built on "
            + run.base().map(Release::runId).orElse("an empty warehouse")
            + ", but "
            + by.map(Release::runId).orElse("?")
            + " has been published since. Nothing was published; run the same command again.");
  }

  private static void dropTags(Run run) {
    onEachTable(
        run.warehouse(),
        loaded -> {
          if (loaded.refs().containsKey(run.id())) {
            loaded.manageSnapshots().removeTag(run.id()).commit();
          }
        });
  }

  /** Changes a reference of every table; another run that changes the same table is waited for. */
  private static void onEachTable(Warehouse warehouse, Consumer<Table> change) {
    Tasks.foreach(Tables.PUBLISHED)
        .retry(TRIES)
        .exponentialBackoff(LEAST_WAIT_MILLIS, MOST_WAIT_MILLIS, ALL_WAITS_MILLIS, 2.0)
        .onlyRetryOn(CommitFailedException.class)
        .run(table -> change.accept(warehouse.table(table)));
  }

  /**
   * Moves every main branch to the current release and drops the branches of its run, where a
   * publish died before doing so.
   */
  public static void rollForward(Warehouse warehouse) {
    warehouse
        .release()
        .ifPresent(
            release -> {
              String left = Run.branch(release.runId());
              onEachTable(
                  warehouse,
                  loaded -> {
                    SnapshotRef tag = loaded.refs().get(release.runId());
                    // A table that is newer than the release has no tag of it, and no rows.
                    if (tag != null
                        && (loaded.currentSnapshot() == null
                            || loaded.currentSnapshot().snapshotId() != tag.snapshotId())) {
                      loaded.manageSnapshots().setCurrentSnapshot(tag.snapshotId()).commit();
                    }
                    if (loaded.refs().containsKey(left)) {
                      loaded.manageSnapshots().removeBranch(left).commit();
                    }
                  });
            });
  }

  /**
   * Appends the release's row in one commit, which fails if any other row came since the table was
   * loaded: two runs that end together cannot both be the next release.
   */
  private static void commit(Table releases, Release release) {
    Map<String, Object> row = new HashMap<>();
    row.put("sequence", release.sequence());
    row.put("run_id", release.runId());
    row.put("published_at", release.publishedAt());
    row.put("parent_run_id", release.parentRunId());
    row.put("layout", release.layout());
    RowFile.compareAndSet(releases).addFile(RowFile.write(releases, release.runId(), row)).commit();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
