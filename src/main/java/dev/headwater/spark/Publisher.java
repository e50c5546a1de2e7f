package dev.headwater.spark;

import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.parquet.Parquet;
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

  /** Publishes a run; a mistake if another run has published since this one was opened. */
  public static Release publish(Run run) {
    Warehouse warehouse = run.warehouse();
    // Loaded before the check: a row that comes in between makes the commit fail.
    Table releases = warehouse.table(Tables.RELEASES);
    Optional<Release> now = warehouse.release();
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
      // Two tries of one run share their tags: those of the winner must stay.
      if (!winner.map(Release::runId).equals(Optional.of(run.id()))) {
        dropTags(run);
      }
      throw overtaken(run, winner);
    }
    rollForward(warehouse);
    return release;
  }

  private static UserMistake overtaken(Run run, Optional<Release> by) {
    return new UserMistake(
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
                    long wanted = loaded.refs().get(release.runId()).snapshotId();
                    if (loaded.currentSnapshot() == null
                        || loaded.currentSnapshot().snapshotId() != wanted) {
                      loaded.manageSnapshots().setCurrentSnapshot(wanted).commit();
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
    GenericRecord row = GenericRecord.create(releases.schema());
    row.setField("sequence", release.sequence());
    row.setField("run_id", release.runId());
    row.setField("published_at", release.publishedAt().atOffset(ZoneOffset.UTC));
    row.setField("parent_run_id", release.parentRunId());
    row.setField("layout", release.layout());
    OutputFile file =
        releases
            .io()
            .newOutputFile(
                releases.locationProvider().newDataLocation(release.runId() + ".parquet"));
    DataWriter<org.apache.iceberg.data.Record> writer;
    try {
      writer =
          Parquet.writeData(file)
              .schema(releases.schema())
              .createWriterFunc(GenericParquetWriter::create)
              .withSpec(releases.spec())
              .overwrite()
              .build();
      try (writer) {
        writer.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file.location(), e);
    }
    OverwriteFiles commit =
        releases
            .newOverwrite()
            .addFile(writer.toDataFile())
            .conflictDetectionFilter(Expressions.alwaysTrue())
            .validateNoConflictingData();
    if (releases.currentSnapshot() != null) {
      commit.validateFromSnapshot(releases.currentSnapshot().snapshotId());
    }
    commit.commit();
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
