package dev.headwater.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.OverwriteFiles;
import org.apache.iceberg.Table;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.data.parquet.GenericParquetWriter;
import org.apache.iceberg.expressions.Expressions;
import org.apache.iceberg.io.DataWriter;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.parquet.Parquet;

/** A data file of one row, and the commit that lets it in only if nothing else came before. */
final class RowFile {
  private RowFile() {}

  /** Writes one row to a file of its own; it belongs to no table until it is committed. */
  static DataFile write(Table table, String name, Map<String, Object> values) {
    GenericRecord row = GenericRecord.create(table.schema());
    values.forEach(
        (column, value) ->
            row.setField(
                column, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value));
    OutputFile file =
        table.io().newOutputFile(table.locationProvider().newDataLocation(name + ".parquet"));
    try {
      DataWriter<Record> writer =
          Parquet.writeData(file)
              .schema(table.schema())
              .createWriterFunc(GenericParquetWriter::create)
              .withSpec(table.spec())
              .overwrite()
              .build();
      try (writer) {
        writer.write(row);
      }
      return writer.toDataFile();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file.location(), e);
    }
  }

  /**
   * A commit that fails if any row came to the table since it was loaded: compare-and-set, on every
   * catalog.
   *
   * <p>Where the store took the commit and said it had not, the commit fails on its own row.
   * Iceberg would then remove its files, and the table could not be read any more: they stay, and
   * those of commits that truly failed are orphans that {@code maintain} removes.
   */
  static OverwriteFiles compareAndSet(Table table) {
    OverwriteFiles commit =
        table
            .newOverwrite()
            .conflictDetectionFilter(Expressions.alwaysTrue())
            .validateNoConflictingData()
            .deleteWith(file -> {});
    if (table.currentSnapshot() != null) {
      commit.validateFromSnapshot(table.currentSnapshot().snapshotId());
    }
    return commit;
  }
}
