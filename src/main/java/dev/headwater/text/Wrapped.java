package dev.headwater.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks a text into lines of a width, counted in code points, at its blanks; a word longer than a
 * line is broken too. Linear in the text.
 */
public final class Wrapped {
  private static final String BLANKS = "[\\s\\p{Z}]+";

  private Wrapped() {}

  /** The lines of a text; none where it holds no word. */
  public static List<String> lines(String text, int width) {
    if (width < 1) {
      throw new IllegalArgumentException("width is " + width + "; give 1 or more");
    }
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int used = 0;
    for (String word : text.strip().split(BLANKS)) {
      int length = word.codePointCount(0, word.length());
      if (used > 0 && used + 1 + length > width) {
        lines.add(line.toString());
        line.setLength(0);
        used = 0;
      }
      int from = 0;
      while (length > width) {
        int to = word.offsetByCodePoints(from, width);
        lines.add(word.substring(from, to));
        from = to;
        length -= width;
      }
      if (used > 0) {
        line.append(' ');
        used++;
      }
      line.append(word, from, word.length());
      used += length;
    }
    if (used > 0) {
      lines.add(line.toString());
    }
    return lines;
  }
}
