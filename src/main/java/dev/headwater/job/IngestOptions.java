package dev.headwater.job;

import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.ColumnMap;
import dev.headwater.ingest.DateOrder;
import dev.headwater.ingest.ReadSettings;
import dev.headwater.model.UserMistake;
import dev.headwater.source.Owners;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Option;

/** Options of {@code ingest}. */
public final class IngestOptions {
  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "Files, folders or globs: JSON Lines, CSV, Parquet, plain text, HTML, WARC; gzip or zstd.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--column",
      paramLabel = "FIELD=NAME",
      description =
          "Name of the column that holds a field, such as text=body; may be given again. Fields:"
              + " id, url, source, title, byline, date, text, html, dateline, lang.")
  private Map<String, String> columns = new TreeMap<>();

  @Option(
      names = "--owners",
      paramLabel = "FILE",
      description = "CSV with domain,name,owner: the owners of outlets.")
  private String owners;

  @Option(
      names = "--min-words",
      paramLabel = "N",
      defaultValue = "5",
      description = "Texts with fewer words are rejected (default: ${DEFAULT-VALUE}).")
  private int minWords;

  @Option(
      names = "--date-order",
      paramLabel = "ORDER",
      defaultValue = "MONTH_FIRST",
      description = "How 9/6/17 is read: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private DateOrder dateOrder;

  @Option(
      names = "--max-record-bytes",
      paramLabel = "N",
      defaultValue = "67108864",
      description = "Longer lines, pages and texts are rejected (default: ${DEFAULT-VALUE}).")
  private int maxRecordBytes;

  @Option(
      names = "--recurring-line",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "A first or last line of so many articles of an outlet is boilerplate (default:"
              + " ${DEFAULT-VALUE}).")
  private int recurringLine;

  /** The paths as given. */
  List<String> inputs() {
    return inputs;
  }

  /** How often a line must recur in an outlet to be boilerplate. */
  int recurringLine() {
    return atLeast("--recurring-line", recurringLine, 2);
  }

  /** How files are read. */
  ReadSettings reading() {
    try {
      return ReadSettings.standard()
          .withColumns(columns.isEmpty() ? ColumnMap.usual() : ColumnMap.of(columns))
          .withMaxRecordBytes(atLeast("--max-record-bytes", maxRecordBytes, 1));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage());
    }
  }

  /** How records become articles. */
  BuildSettings building(Configuration configuration) {
    atLeast("--min-words", minWords, 1);
    try {
      return new BuildSettings(minWords, dateOrder, readOwners(configuration));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(e.getMessage());
    }
  }

  private Owners readOwners(Configuration configuration) {
    if (owners == null) {
      return Owners.none();
    }
    Path path = new Path(owners);
    try (Reader reader =
        new InputStreamReader(
            path.getFileSystem(configuration).open(path), StandardCharsets.UTF_8)) {
      return Owners.read(reader, owners);
    } catch (FileNotFoundException e) {
      throw new UserMistake("Cannot read --owners " + owners + ": there is no such file.");
    } catch (IOException e) {
      throw Unreadable.named("--owners " + owners, e);
    }
  }

  /** Refuses what cannot work before anything is written. */
  void check(Configuration configuration) {
    recurringLine();
    reading();
    building(configuration);
  }

  private static int atLeast(String option, int value, int least) {
    if (value < least) {
      throw new UserMistake(option + " is " + value + "; give " + least + " or more.");
    }
    return value;
  }

  /** Settings in a stable text form. */
  String text() {
    return "columns="
        + columns
        + " owners="
        + owners
        + " min-words="
        + minWords
        + " date-order="
        + dateOrder
        + " max-record-bytes="
        + maxRecordBytes
        + " recurring-line="
        + recurringLine;
  }
}
