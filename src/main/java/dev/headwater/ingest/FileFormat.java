package dev.headwater.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Formats of input files, told by name, else by content. */
public enum FileFormat {
  JSON("jsonl", "ndjson", "json", "jl"),
  TABLE("csv", "tsv", "tab", "psv"),
  TEXT("txt", "text"),
  HTML("html", "htm", "xhtml"),
  WARC("warc", "wet"),
  /** Read by Spark itself; its rows become records through {@link RawRecord#fromFields}. */
  PARQUET("parquet");

  private static final List<List<String>> MAGIC = WordLists.rows("magic.tsv");
  private static final double MOST_CONTROLS = 0.1;

  private final List<String> suffixes;

  FileFormat(String... suffixes) {
    this.suffixes = List.of(suffixes);
  }

  /** The format that a file's name tells. */
  public static Optional<FileFormat> ofName(String path) {
    String suffix = FileNames.suffix(path);
    for (FileFormat format : values()) {
      if (format.suffixes.contains(suffix)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The format of a file with the given first bytes; empty where it is no text at all. */
  static Optional<FileFormat> of(String path, byte[] beginning) {
    if (isBinary(beginning)) {
      return Optional.empty();
    }
    return ofName(path).or(() -> Optional.of(ofContent(beginning)));
  }

  private static FileFormat ofContent(byte[] beginning) {
    String text = Decoded.of(beginning).text().replaceFirst("^\uFEFF", "").stripLeading();
    String lower = text.substring(0, Math.min(text.length(), 1000)).toLowerCase(Locale.ROOT);
    if (text.startsWith("WARC/")) {
      return WARC;
    }
    if (lower.startsWith("<!doctype html") || lower.contains("<html")) {
      return HTML;
    }
    if (lower.matches("(?s)(\\{\\s*\"|\\[\\s*\\{).*")) {
      return JSON;
    }
    String header = lower.split("\n", 2)[0].strip();
    String separator = String.valueOf(TableReader.separator(header));
    List<String> cells = List.of(header.split("\\Q" + separator + "\\E"));
    boolean table = cells.size() > 1 && ColumnMap.usual().missingText(cells, "").isEmpty();
    return table ? TABLE : TEXT;
  }

  private static boolean isBinary(byte[] beginning) {
    String hex = hex(beginning);
    for (List<String> magic : MAGIC) {
      if (hex.startsWith(magic.get(0))) {
        return true;
      }
    }
    if (Decoded.isUtf16(beginning, beginning.length)) {
      return false;
    }
    int controls = 0;
    for (byte b : beginning) {
      // NUL is counted too: a few are damage in a text, many are another format.
      controls += (b >= 0 && b < 9) || (b > 13 && b < 32 && b != 27) || b == 127 ? 1 : 0;
    }
    return controls > beginning.length * MOST_CONTROLS;
  }

  /** What a known binary beginning is called. */
  static String describe(byte[] beginning) {
    String hex = hex(beginning);
    for (List<String> magic : MAGIC) {
      if (hex.startsWith(magic.get(0))) {
        return "the file is " + magic.get(1);
      }
    }
    return "the file holds no text that could be read: it begins with bytes " + hex;
  }

  private static String hex(byte[] beginning) {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < Math.min(8, beginning.length); i++) {
      hex.append(String.format("%02x", beginning[i]));
    }
    return hex.toString();
  }
}
