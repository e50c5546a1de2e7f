package dev.headwater.ingest;

import java.io.Serializable;

/**
 * How files are read.
 *
 * @param columns which column gives which field
 * @param maxRecordBytes a line, page or text longer than this is a problem, not a record
 * @param maxDepth objects and arrays of JSON nested deeper than this are a problem
 * @param maxExpansion bytes that one compressed byte may become, once {@code expansionFloor} bytes
 *     are out; beyond it the file is taken for a decompression bomb
 * @param expansionFloor decompressed bytes that are read whatever their ratio
 */
public record ReadSettings(
    ColumnMap columns, int maxRecordBytes, int maxDepth, int maxExpansion, long expansionFloor)
    implements Serializable {

  public ReadSettings {
    if (maxRecordBytes < 1 || maxDepth < 1 || maxExpansion < 1 || expansionFloor < 0) {
      throw new IllegalArgumentException(
          "Limits of reading must be positive: max-record-bytes "
              + maxRecordBytes
              + ", max-depth "
              + maxDepth
              + ", max-expansion "
              + maxExpansion
              + ", expansion-floor "
              + expansionFloor);
    }
  }

  /** Usual column names, 64 MiB a record, depth 64, expansion 200 after the first GiB. */
  public static ReadSettings standard() {
    return new ReadSettings(ColumnMap.usual(), 64 << 20, 64, 200, 1L << 30);
  }

  /** The same with other columns. */
  public ReadSettings withColumns(ColumnMap others) {
    return new ReadSettings(others, maxRecordBytes, maxDepth, maxExpansion, expansionFloor);
  }

  /** The same with another limit of a record. */
  public ReadSettings withMaxRecordBytes(int bytes) {
    return new ReadSettings(columns, bytes, maxDepth, maxExpansion, expansionFloor);
  }
}
