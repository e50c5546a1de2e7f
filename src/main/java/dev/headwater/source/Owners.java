package dev.headwater.source;

import java.io.IOException;
import java.io.Reader;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The owners file: outlets by domain or id, with the name a person would write and the owner.
 *
 * @param byOutlet outlet in normal form to its entry
 */
public record Owners(Map<String, Entry> byOutlet) implements Serializable {
  private static final List<String> KEYS = List.of("domain", "source", "outlet", "id");

  public Owners {
    byOutlet = Map.copyOf(byOutlet);
  }

  /** What the file says about one outlet; unknown parts are null. */
  public record Entry(String name, String owner) implements Serializable {}

  /** No file. */
  public static Owners none() {
    return new Owners(Map.of());
  }

  /**
   * Reads a CSV file with a header of {@code domain} (or {@code source}), {@code name} and {@code
   * owner}; the last two may be missing.
   *
   * @throws IllegalArgumentException when no column identifies the outlet
   */
  public static Owners read(Reader csv, String path) throws IOException {
    Map<String, Entry> owners = new HashMap<>();
    CSVFormat format =
        CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).setTrim(true).get();
    try (CSVParser rows = CSVParser.parse(csv, format)) {
      Map<String, Integer> columns = new HashMap<>();
      for (Map.Entry<String, Integer> column : rows.getHeaderMap().entrySet()) {
        String name = column.getKey().replace("\uFEFF", "").toLowerCase(Locale.ROOT);
        columns.put(name, column.getValue());
      }
      Integer key = null;
      for (String name : KEYS) {
        key = key == null ? columns.get(name) : key;
      }
      if (key == null) {
        throw new IllegalArgumentException(
            "Cannot read owners from "
                + path
                + ": column \"domain\" is missing (found: "
                + String.join(", ", rows.getHeaderNames())
                + "). The header must be domain,name,owner.");
      }
      for (CSVRecord row : rows) {
        Entry entry = new Entry(cell(row, columns.get("name")), cell(row, columns.get("owner")));
        Optional<String> outlet = Outlets.named(cell(row, key));
        outlet.ifPresent(found -> owners.put(found, entry));
      }
    }
    return new Owners(owners);
  }

  /** What the file says about an outlet. */
  public Optional<Entry> of(String outlet) {
    return Optional.ofNullable(byOutlet.get(outlet));
  }

  private static String cell(CSVRecord row, Integer column) {
    if (column == null || column >= row.size() || row.get(column).isEmpty()) {
      return null;
    }
    return row.get(column);
  }
}
