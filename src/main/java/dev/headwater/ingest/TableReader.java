package dev.headwater.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV (RFC 4180) and its relatives: separated by comma, semicolon, tab or bar, whichever the header
 * has most of; quoted fields may hold separators, quotes and line ends.
 */
final class TableReader implements RecordReader {
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  private final DecodedLines lines;
  private final ReadSettings settings;
  private final String path;
  private final Iterator<CSVRecord> rows;
  private final CSVParser parser;
  private List<String> header;
  private long failures;
  private boolean finished;

  TableReader(InputStream in, byte[] peeked, String path, ReadSettings settings)
      throws IOException {
    this.lines = new DecodedLines(in, settings.maxRecordBytes());
    this.settings = settings;
    this.path = path;
    this.parser =
        CSVParser.parse(
            lines,
            CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(Decoded.of(peeked).text()))
                .setIgnoreEmptyLines(true)
                .get());
    this.rows = parser.iterator();
  }

  /** The separator that stands most often outside quotes in the first line. */
  static char separator(String beginning) {
    int[] counts = new int[SEPARATORS.length];
    boolean quoted = false;
    for (int i = 0; i < beginning.length(); i++) {
      char c = beginning.charAt(i);
      if (c == '\n' && !quoted) {
        break;
      }
      quoted ^= c == '"';
      for (int s = 0; s < SEPARATORS.length && !quoted; s++) {
        counts[s] += c == SEPARATORS[s] ? 1 : 0;
      }
    }
    int best = 0;
    for (int s = 1; s < SEPARATORS.length; s++) {
      best = counts[s] > counts[best] ? s : best;
    }
    return SEPARATORS[best];
  }

  @Override
  public Optional<ReadResult> next() throws IOException {
    if (header == null) {
      Optional<ReadResult> problem = readHeader();
      if (problem.isPresent()) {
        finished = true;
        return problem;
      }
    }
    if (finished) {
      return Optional.empty();
    }
    long before = parser.getCurrentLineNumber();
    try {
      return rows.hasNext() ? Optional.of(row(rows.next())) : Optional.empty();
    } catch (UncheckedIOException e) {
      return Optional.of(broken(e.getCause(), before));
    }
  }

  private Optional<ReadResult> readHeader() throws IOException {
    try {
      if (!rows.hasNext()) {
        finished = true;
        return Optional.empty();
      }
      header = new ArrayList<>();
      for (String name : rows.next()) {
        header.add(name.strip());
      }
    } catch (UncheckedIOException e) {
      return Optional.of(broken(e.getCause(), 0));
    }
    if (lines.takeCut()) {
      return Optional.of(Problem.ofFile("too_large", "a header over the limit"));
    }
    return settings.columns().missingText(header, path).map(problem -> problem);
  }

  private ReadResult row(CSVRecord row) {
    long position = row.getRecordNumber() - 1 + failures;
    boolean guessed = lines.takeGuessed();
    if (lines.takeCut()) {
      String detail = "a row with a line over " + settings.maxRecordBytes() + " bytes";
      return new Problem(position, "too_large", detail, row.get(0));
    }
    if (row.size() < header.size() || !isBlankBeyond(row, header.size())) {
      String detail = row.size() + " columns where the header has " + header.size();
      String reason = row.size() < header.size() ? "short_row" : "long_row";
      return new Problem(position, reason, detail, String.join(" ", row.values()));
    }
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < header.size(); i++) {
      fields.putIfAbsent(header.get(i), row.get(i));
    }
    List<String> issues = guessed ? List.of(Decoded.GUESSED) : List.of();
    return RawRecord.fromFields(fields, settings.columns(), position, issues);
  }

  private static boolean isBlankBeyond(CSVRecord row, int columns) {
    for (int i = columns; i < row.size(); i++) {
      if (!row.get(i).isBlank()) {
        return false;
      }
    }
    return true;
  }

  private Problem broken(IOException cause, long lineBefore) throws IOException {
    // The parser wraps errors of the stream and of the syntax alike; only the latter can go on.
    if (!cause.getClass().equals(IOException.class)
        && !cause.getClass().getName().startsWith("org.apache.commons.csv")) {
      throw cause;
    }
    long records = parser.getRecordNumber() - 1 + failures;
    failures++;
    boolean swallowed = lines.isAtEnd();
    finished = swallowed || parser.getCurrentLineNumber() <= lineBefore;
    if (finished) {
      // A quote that is never closed: what stands behind it is lost as a whole.
      String before = "; the rest cannot be read; " + records + " records were read before";
      return Problem.ofFile("broken_csv", cause.getMessage() + before);
    }
    return new Problem(records + 1, "broken_csv", cause.getMessage(), null);
  }
}
