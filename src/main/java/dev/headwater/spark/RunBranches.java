package dev.headwater.spark;

import dev.headwater.model.Release;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.Optional;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;

/**
 * The branches of one run: one of the same name in every table.
 *
 * <p>That of {@code runs} says that all others are there: it is made last and goes first. One of
 * the others may still be missing where a store failed in between; it is made again.
 */
final class RunBranches {
  private final Warehouse warehouse;
  private final String name;
  private final Optional<Release> base;

  RunBranches(Warehouse warehouse, String name, Optional<Release> base) {
    this.warehouse = warehouse;
    this.name = name;
    this.base = base;
  }

  /** Whether a run has left them. */
  boolean exist() {
    return warehouse.table(Tables.RUNS).refs().containsKey(name);
  }

  /** Makes all of them anew, each at the release that the run builds on. */
  void create() {
    for (TableContract table : Tables.PUBLISHED) {
      if (table != Tables.RUNS) {
        create(table);
      }
    }
    create(Tables.RUNS);
  }

  /** Makes the branch of a table anew, at the release that the run builds on. */
  void create(TableContract table) {
    Table loaded = remove(table);
    SnapshotRef from = base.map(release -> loaded.refs().get(release.runId())).orElse(null);
    if (from == null) {
      loaded.manageSnapshots().createBranch(name).commit();
    } else {
      loaded.manageSnapshots().createBranch(name, from.snapshotId()).commit();
    }
  }

  /** Lets the branch of a table end in a snapshot. */
  void set(TableContract table, long snapshot) {
    Table loaded = warehouse.table(table);
    if (loaded.refs().containsKey(name)) {
      loaded.manageSnapshots().replaceBranch(name, snapshot).commit();
    } else {
      loaded.manageSnapshots().createBranch(name, snapshot).commit();
    }
  }

  /** Lets the branch of a table end in a release; without rows where the table is newer. */
  void set(TableContract table, Release release) {
    SnapshotRef tag = warehouse.table(table).refs().get(release.runId());
    if (tag == null) {
      remove(table).manageSnapshots().createBranch(name).commit();
    } else {
      set(table, tag.snapshotId());
    }
  }

  /** Removes all of them. */
  void remove() {
    remove(Tables.RUNS);
    for (TableContract table : Tables.PUBLISHED) {
      if (table != Tables.RUNS) {
        remove(table);
      }
    }
  }

  private Table remove(TableContract table) {
    Table loaded = warehouse.table(table);
    if (loaded.refs().containsKey(name)) {
      loaded.manageSnapshots().removeBranch(name).commit();
    }
    return loaded;
  }
}
