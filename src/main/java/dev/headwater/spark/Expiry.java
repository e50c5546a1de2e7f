package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;

import dev.headwater.model.Release;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.iceberg.ManageSnapshots;
import org.apache.iceberg.Snapshot;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.iceberg.actions.ExpireSnapshots;
import org.apache.iceberg.spark.SparkReadOptions;
import org.apache.iceberg.spark.actions.SparkActions;
import org.apache.iceberg.util.SnapshotUtil;

/**
 * Lets go of what no reader and no run needs any more: branches of runs that cannot go on, tags of
 * old releases, snapshots under no reference, and files that no table knows.
 *
 * <p>Only for the holder of the {@link WarehouseLock}. Readers of the last releases are safe: what
 * they read has a tag, and a tag keeps its snapshot and all its files.
 */
public final class Expiry {
  private static final Pattern OF_A_RUN = Pattern.compile("r\\d{8}_[0-9a-f]{8}");

  /** Readers of {@code releases} have no tag; they are done within this time. */
  private static final Duration READING = Duration.ofHours(1);

  private Expiry() {}

  /**
   * Drops the branches of runs that cannot go on: those built on an older release than the last,
   * those that were left alone for too long, and those that died in their first job. A {@code
   * maintain} that died is one of these.
   *
   * @return the runs that are unfinished and can go on
   */
  public static Set<String> dropDeadBranches(Warehouse warehouse, Duration abandonedAfter) {
    Set<String> alive = new TreeSet<>();
    Set<String> all = new TreeSet<>();
    Table runs = warehouse.table(Tables.RUNS);
    long oldest = Instant.now().minus(abandonedAfter).toEpochMilli();
    Optional<Release> last = warehouse.release();
    for (TableContract contract : Tables.PUBLISHED) {
      branches(warehouse.table(contract)).forEach(all::add);
    }
    for (String branch : all) {
      SnapshotRef ref = runs.refs().get(branch);
      if (ref != null
          && isOnLastRelease(runs, ref, last)
          && runs.snapshot(ref.snapshotId()).timestampMillis() >= oldest
          && hasFinishedAJob(warehouse, branch)) {
        alive.add(branch);
      }
    }
    for (TableContract contract : Tables.PUBLISHED) {
      Table table = warehouse.table(contract);
      ManageSnapshots change = table.manageSnapshots();
      List<String> own = branches(table);
      for (String branch : own) {
        if (alive.contains(branch)) {
          // A run that goes on goes back to the end of its last finished job, never further.
          change.setMinSnapshotsToKeep(branch, ownSnapshots(table, branch, last));
        } else {
          change.removeBranch(branch);
        }
      }
      if (!own.isEmpty()) {
        change.commit();
      }
    }
    return alive.stream().map(Run::idOf).collect(Collectors.toCollection(TreeSet::new));
  }

  /** A run that has not begins anew: it loses nothing with its branches. */
  private static boolean hasFinishedAJob(Warehouse warehouse, String branch) {
    return !warehouse
        .spark()
        .read()
        .option(SparkReadOptions.BRANCH, branch)
        .table(Warehouse.name(Tables.RUNS))
        .where(col("run_id").equalTo(Run.idOf(branch)).and(col("name").equalTo(Run.FINISHED)))
        .isEmpty();
  }

  /** Snapshots from a branch's end back to the release it was made on. */
  private static int ownSnapshots(Table table, String branch, Optional<Release> last) {
    SnapshotRef tag = last.map(release -> table.refs().get(release.runId())).orElse(null);
    int own = 1;
    Snapshot at = table.snapshot(table.refs().get(branch).snapshotId());
    while (at.parentId() != null && (tag == null || at.snapshotId() != tag.snapshotId())) {
      at = table.snapshot(at.parentId());
      if (at == null) {
        return own;
      }
      own++;
    }
    return own;
  }

  private static List<String> branches(Table table) {
    return table.refs().keySet().stream().filter(name -> Run.idOf(name) != null).toList();
  }

  /** The counters of each release end in a snapshot of their own, so it tells what was built on. */
  private static boolean isOnLastRelease(Table runs, SnapshotRef branch, Optional<Release> last) {
    return last.isEmpty()
        || SnapshotUtil.isAncestorOf(
            runs, branch.snapshotId(), runs.refs().get(last.get().runId()).snapshotId());
  }

  /**
   * The releases to keep: the newest ones, but none that still holds the text of a withdrawn
   * article.
   */
  public static Set<String> kept(Warehouse warehouse, int newest) {
    List<Release> releases = warehouse.releases();
    long withdrawn = warehouse.lastWithdrawal().map(Release::sequence).orElse(0L);
    return releases.subList(Math.max(0, releases.size() - newest), releases.size()).stream()
        .filter(release -> release.sequence() >= withdrawn)
        .map(Release::runId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Drops the tags of all releases but the given ones; tags that a person made stay. */
  public static int dropTags(Warehouse warehouse, Set<String> kept) {
    Set<String> dropped = new TreeSet<>();
    for (TableContract contract : Tables.PUBLISHED) {
      Table table = warehouse.table(contract);
      ManageSnapshots change = table.manageSnapshots();
      List<String> old = new ArrayList<>();
      table
          .refs()
          .forEach(
              (name, ref) -> {
                if (ref.isTag() && OF_A_RUN.matcher(name).matches() && !kept.contains(name)) {
                  old.add(name);
                  change.removeTag(name);
                }
              });
      if (!old.isEmpty()) {
        change.commit();
        dropped.addAll(old);
      }
    }
    return dropped.size();
  }

  /** Expires all snapshots that no branch ends in and no tag names; gives the files removed. */
  public static long expireSnapshots(Warehouse warehouse) {
    Instant now = Instant.now();
    long files = 0;
    for (TableContract contract : Tables.PUBLISHED) {
      files += expire(warehouse, contract, now);
    }
    Compaction.compactReleases(warehouse);
    return files + expire(warehouse, Tables.RELEASES, now.minus(READING));
  }

  /**
   * Spark's action removes every file that nothing reaches any more. The table's own would leave
   * those that the oldest kept snapshot had replaced, such as the ones with a withdrawn text.
   */
  private static long expire(Warehouse warehouse, TableContract contract, Instant olderThan) {
    ExpireSnapshots.Result gone =
        SparkActions.get(warehouse.spark())
            .expireSnapshots(warehouse.table(contract))
            .expireOlderThan(olderThan.toEpochMilli())
            .retainLast(1)
            .execute();
    return gone.deletedDataFilesCount()
        + gone.deletedPositionDeleteFilesCount()
        + gone.deletedManifestsCount()
        + gone.deletedManifestListsCount();
  }

  /**
   * Removes the files of this age or more that no snapshot of their table knows; gives how many.
   */
  public static long removeOrphans(Warehouse warehouse, Duration age) {
    long removed = 0;
    List<TableContract> all = new ArrayList<>(Tables.PUBLISHED);
    all.add(Tables.RELEASES);
    all.add(Tables.LOCKS);
    for (TableContract contract : all) {
      for (String ignored :
          SparkActions.get(warehouse.spark())
              .deleteOrphanFiles(warehouse.table(contract))
              .olderThan(Instant.now().minus(age).toEpochMilli())
              .execute()
              .orphanFileLocations()) {
        removed++;
      }
    }
    return removed;
  }
}
