package dev.headwater.job;

import dev.headwater.ingest.Problem;
import dev.headwater.ingest.RawRecord;
import dev.headwater.ingest.ReadResult;
import dev.headwater.ingest.ReadSettings;
import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.StringJoiner;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.PrimitiveStringifier;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/**
 * The records of a part of a Parquet file, row by row: the row groups whose middle lies in the
 * part. Every column is read as text, dates and decimals in their ISO form; the position is the
 * row's number in the file, from 1. A damaged page ends the part with a {@link Problem}; the rows
 * before it are kept.
 */
final class ParquetRecords implements Iterator<ReadResult>, Closeable {
  private static final long JULIAN_DAY_OF_1970 = 2_440_588;
  private static final long SECONDS_A_DAY = 86_400;

  private final ParquetReader<Group> rows;
  private final ReadSettings settings;
  private Optional<ReadResult> upcoming = Optional.empty();
  private long read;
  private boolean finished;

  private ParquetRecords(ParquetReader<Group> rows, ReadSettings settings) {
    this.rows = rows;
    this.settings = settings;
  }

  /**
   * Opens a part of a file; nothing is read before the first record is asked for.
   *
   * @param begin first byte of the part
   * @param end byte after the part
   */
  static ParquetRecords open(StoreFile file, long begin, long end, ReadSettings settings)
      throws IOException {
    return new ParquetRecords(
        new Groups(file).withConf(file.hadoop()).withFileRange(begin, end).build(), settings);
  }

  /**
   * What keeps a whole file from being read, the same in each of its parts; empty where nothing
   * does.
   *
   * @throws IOException where the file is not there or may not be read, and where its store failed
   */
  static Optional<Problem> ofFile(StoreFile file, ReadSettings settings) throws IOException {
    file.open().close();
    ParquetReadOptions options = HadoopReadOptions.builder(file.hadoop(), file.path()).build();
    try (ParquetFileReader footer = ParquetFileReader.open(file, options)) {
      List<String> header =
          footer.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
      return settings.columns().missingText(header, file.path().toString());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // The footer's parser throws what it likes on bytes that are no footer.
      return Optional.of(new Problem(null, "broken_parquet", Unreadable.said(e), null));
    }
  }

  /** The reader of a file that is not opened by its path. */
  private static final class Groups extends ParquetReader.Builder<Group> {
    Groups(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }

  @Override
  public boolean hasNext() {
    if (upcoming.isEmpty() && !finished) {
      upcoming = advance();
      finished |= upcoming.isEmpty();
    }
    return upcoming.isPresent();
  }

  @Override
  public ReadResult next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    ReadResult result = upcoming.orElseThrow();
    upcoming = Optional.empty();
    return result;
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }

  private Optional<ReadResult> advance() {
    try {
      Group row = rows.read();
      if (row == null) {
        return Optional.empty();
      }
      read++;
      return Optional.of(
          RawRecord.fromFields(
              fields(row), settings.columns(), rows.getCurrentRowIndex() + 1, List.of()));
    } catch (IOException | RuntimeException | StackOverflowError e) {
      // Decoders of pages throw what they like on damaged bytes; other errors still end the task.
      finished = true;
      String detail = Unreadable.said(e) + "; " + read + " records of this part were read before";
      return Optional.of(new Problem(null, "broken_parquet", detail, null));
    }
  }

  private static Map<String, String> fields(Group row) {
    GroupType type = row.getType();
    Map<String, String> fields = new LinkedHashMap<>();
    for (int f = 0; f < type.getFieldCount(); f++) {
      fields.putIfAbsent(type.getFieldName(f), text(row, f));
    }
    return fields;
  }

  /** A field as text: values of a list are joined by commas, a missing one is null. */
  private static String text(Group row, int field) {
    int values = row.getFieldRepetitionCount(field);
    if (values == 0) {
      return null;
    }
    Type type = row.getType().getType(field);
    StringJoiner joined = new StringJoiner(", ");
    for (int v = 0; v < values; v++) {
      joined.add(type.isPrimitive() ? primitive(row, field, v) : group(row.getGroup(field, v)));
    }
    return joined.toString();
  }

  private static String group(Group group) {
    StringJoiner joined = new StringJoiner(", ");
    for (int f = 0; f < group.getType().getFieldCount(); f++) {
      String text = text(group, f);
      if (text != null) {
        joined.add(text);
      }
    }
    return joined.toString();
  }

  private static String primitive(Group row, int field, int value) {
    PrimitiveType type = row.getType().getType(field).asPrimitiveType();
    PrimitiveStringifier printed = type.stringifier();
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> printed.stringify(row.getInteger(field, value));
      case INT64 -> printed.stringify(row.getLong(field, value));
      case INT96 -> instant(NanoTime.fromBinary(row.getInt96(field, value)));
      case FLOAT -> printed.stringify(row.getFloat(field, value));
      case DOUBLE -> printed.stringify(row.getDouble(field, value));
      case BOOLEAN -> printed.stringify(row.getBoolean(field, value));
      case BINARY, FIXED_LEN_BYTE_ARRAY -> {
        Binary bytes = row.getBinary(field, value);
        // Old writers leave strings without their annotation.
        yield type.getLogicalTypeAnnotation() == null
            ? bytes.toStringUsingUTF8()
            : printed.stringify(bytes);
      }
    };
  }

  /** The instant of the 96-bit form that Hive and Spark write: a Julian day and nanoseconds. */
  private static String instant(NanoTime time) {
    long day = time.getJulianDay() - JULIAN_DAY_OF_1970;
    return Instant.ofEpochSecond(day * SECONDS_A_DAY, time.getTimeOfDayNanos()).toString();
  }
}
