package dev.headwater.text;

/**
 * Converts between UTF-16 indexes, which Java's strings use, and Unicode code points, which every
 * table uses.
 *
 * <p>A text without characters outside the basic plane needs no table: both indexes are the same.
 * Otherwise one int per UTF-16 unit is kept. Building costs one pass over the text, a conversion
 * from UTF-16 is one array access, the other way a binary search.
 */
public final class CodePoints {
  private final String text;

  /** Code points before each UTF-16 unit; null where both counts are the same throughout. */
  private final int[] before;

  private CodePoints(String text, int[] before) {
    this.text = text;
    this.before = before;
  }

  /** Prepares the conversions for one text. */
  public static CodePoints of(String text) {
    int units = text.length();
    for (int i = 0; i < units; i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new CodePoints(text, table(text));
      }
    }
    return new CodePoints(text, null);
  }

  private static int[] table(String text) {
    int[] before = new int[text.length() + 1];
    int points = 0;
    for (int i = 0; i < text.length(); ) {
      int width = Character.charCount(text.codePointAt(i));
      for (int k = 0; k < width; k++) {
        before[i + k] = points;
      }
      i += width;
      points++;
    }
    before[text.length()] = points;
    return before;
  }

  /** Number of code points in the text. */
  public int length() {
    return before == null ? text.length() : before[text.length()];
  }

  /** The code point offset of a UTF-16 index; the middle of a pair counts as its begin. */
  public int fromUnit(int unit) {
    return before == null ? unit : before[unit];
  }

  /** The UTF-16 index of a code point offset, 0 to {@link #length()}. */
  public int toUnit(int point) {
    if (before == null) {
      return point;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (before[middle] < point) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The text between two code point offsets, half-open. */
  public String slice(int begin, int end) {
    return text.substring(toUnit(begin), toUnit(end));
  }
}
