package dev.headwater.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One record as its file gives it, before anything is judged; unknown fields are null.
 *
 * @param position line of JSON Lines, record number of CSV, WARC and Parquet, null for whole files
 * @param html the page, where the file holds HTML; {@code text} is null then
 * @param issues doubts of the reader, such as {@code encoding_guessed}
 */
public record RawRecord(
    Long position,
    String nativeId,
    String url,
    String source,
    String sourceName,
    String title,
    String byline,
    String dateText,
    String dateline,
    String lang,
    String text,
    String html,
    List<String> issues)
    implements ReadResult {

  public RawRecord {
    issues = List.copyOf(issues);
  }

  /**
   * The record that named fields make: the columns of JSON, CSV and Parquet alike. NUL characters
   * become spaces and halves of surrogate pairs U+FFFD, so that offsets keep.
   */
  public static RawRecord fromFields(
      Map<String, String> fields, ColumnMap columns, Long position, List<String> readIssues) {
    List<String> issues = new ArrayList<>(readIssues);
    Map<Field, String> found = columns.pick(fields);
    String text = found.get(Field.TEXT);
    boolean page = text == null && found.get(Field.HTML) != null;
    CleanText body = CleanText.of(page ? found.get(Field.HTML) : text);
    issues.addAll(body.issues());
    return new RawRecord(
        position,
        clean(found.get(Field.ID)),
        clean(found.get(Field.URL)),
        clean(found.get(Field.SOURCE)),
        clean(found.get(Field.SOURCE)),
        clean(found.get(Field.TITLE)),
        clean(found.get(Field.BYLINE)),
        clean(found.get(Field.DATE)),
        clean(found.get(Field.DATELINE)),
        Languages.ofTag(clean(found.get(Field.LANG))),
        page ? null : body.text(),
        page ? body.text() : null,
        issues);
  }

  /** The record of a file that holds one plain text. */
  static RawRecord ofText(String nativeId, String text, List<String> issues) {
    return new RawRecord(
        null, nativeId, null, null, null, null, null, null, null, null, text, null, issues);
  }

  /** The record of one HTML page. */
  static RawRecord ofPage(
      Long position, String nativeId, String url, String html, List<String> issues) {
    return new RawRecord(
        position, nativeId, url, null, null, null, null, null, null, null, null, html, issues);
  }

  private static String clean(String value) {
    if (value == null) {
      return null;
    }
    String stripped = CleanText.of(value).text().strip();
    return stripped.isEmpty() ? null : stripped;
  }
}
