package dev.headwater.spark;

import dev.headwater.model.Lease;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.IcebergGenerics;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.exceptions.CommitFailedException;
import org.apache.iceberg.exceptions.ValidationException;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.CloseableIterable;

/** Reads and writes the only row of {@code locks} without a Spark job. */
final class Leases {
  private Leases() {}

  /** The row of the table as it was loaded. */
  static Optional<Lease> read(Table locks) {
    if (locks.currentSnapshot() == null) {
      return Optional.empty();
    }
    try (CloseableIterable<Record> rows =
        IcebergGenerics.read(locks).useSnapshot(locks.currentSnapshot().snapshotId()).build()) {
      Iterator<Record> first = rows.iterator();
      return first.hasNext() ? Optional.of(lease(first.next())) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + locks.name(), e);
    }
  }

  /** Puts a row in the place of what the loaded table holds; false if another came before. */
  static boolean replace(Table locks, Lease lease) {
    Map<String, Object> row = new HashMap<>();
    row.put("job", lease.job());
    row.put("host", lease.host());
    row.put("pid", lease.pid());
    row.put("process_started_at", lease.processStartedAt());
    row.put("since", lease.since());
    row.put("renewed_at", lease.renewedAt());
    row.put("lease_seconds", lease.leaseSeconds());
    return commit(
        overwriteAll(locks).addFile(RowFile.write(locks, UUID.randomUUID().toString(), row)));
  }

  /** Empties the table; false if another row came before. */
  static boolean clear(Table locks) {
    return commit(overwriteAll(locks));
  }

  /** Lets go of what the table was before, and of its files. */
  static void forgetOlder(Table locks, Duration kept) {
    locks
        .expireSnapshots()
        .expireOlderThan(Instant.now().minus(kept).toEpochMilli())
        .retainLast(1)
        .commit();
  }

  private static OverwriteFiles overwriteAll(Table locks) {
    return RowFile.compareAndSet(locks).overwriteByRowFilter(Expressions.alwaysTrue());
  }

  private static boolean commit(OverwriteFiles change) {
    try {
      change.commit();
      return true;
    } catch (ValidationException | CommitFailedException e) {
      return false;
    }
  }

  private static Lease lease(Record row) {
    return new Lease(
        (String) row.getField("job"),
        (String) row.getField("host"),
        (Long) row.getField("pid"),
        instant(row, "process_started_at"),
        instant(row, "since"),
        instant(row, "renewed_at"),
        (Integer) row.getField("lease_seconds"));
  }

  private static Instant instant(Record row, String column) {
    Object value = row.getField(column);
    return value == null ? null : ((OffsetDateTime) value).toInstant();
  }
}
