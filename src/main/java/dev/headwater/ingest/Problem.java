package dev.headwater.ingest;

/**
 * An input, or a record of one, that is not used.
 *
 * @param position line, record or null for the whole file
 * @param reason normal form, such as {@code truncated} or {@code no_text}
 * @param detail what was wrong, with the value
 * @param excerpt first 200 code points of the record; null where there is none
 */
public record Problem(Long position, String reason, String detail, String excerpt)
    implements ReadResult, BuildResult {
  private static final int EXCERPT_POINTS = 200;

  public Problem {
    excerpt = shortened(excerpt);
  }

  /** A problem of a whole file. */
  static Problem ofFile(String reason, String detail) {
    return new Problem(null, reason, detail, null);
  }

  private static String shortened(String text) {
    if (text == null || text.codePointCount(0, text.length()) <= EXCERPT_POINTS) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, EXCERPT_POINTS));
  }
}
