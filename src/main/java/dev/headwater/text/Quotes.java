package dev.headwater.text;

import dev.headwater.model.TextSpan;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds quotations, marks included, in code points, in order and without overlap.
 *
 * <p>Curly and angle quotes say which side they are; a straight quote opens where a blank, a
 * bracket or a dash stands before it and none after it. Two single marks in a row count as one
 * double mark. A quotation ends at the end of its paragraph at the latest: kind {@code quote} where
 * it was closed, {@code open} where it was not, as in a quotation over several paragraphs. One
 * pass, linear.
 */
public final class Quotes {
  private Quotes() {}

  /** The quotations of a text. */
  public static List<TextSpan> of(String text, CodePoints points) {
    List<TextSpan> quotes = new ArrayList<>();
    for (Lines.Segment segment : Lines.segments(text)) {
      int opened = -1;
      for (int i = segment.begin(); i < segment.end(); i++) {
        int width = markWidth(text, i, segment.end());
        if (width == 0) {
          continue;
        }
        if (opened < 0) {
          if (opens(text, i, width, segment)) {
            opened = i;
          }
        } else if (closes(text, i, width, segment)) {
          quotes.add(span(points, opened, i + width, "quote"));
          opened = -1;
        }
        i += width - 1;
      }
      if (opened >= 0) {
        quotes.add(span(points, opened, segment.end(), "open"));
      }
    }
    return List.copyOf(quotes);
  }

  private static TextSpan span(CodePoints points, int begin, int end, String kind) {
    return new TextSpan(points.fromUnit(begin), points.fromUnit(end), kind);
  }

  /** Number of UTF-16 units of the double quotation mark at an index, 0 where there is none. */
  private static int markWidth(String text, int at, int end) {
    char c = text.charAt(at);
    switch (c) {
      case '"', '\u201C', '\u201D', '\u201E', '\u00AB', '\u00BB':
        return 1;
      case '\'', '\u2019', '\u2018', '`':
        return at + 1 < end && text.charAt(at + 1) == c ? 2 : 0;
      default:
        return 0;
    }
  }

  private static boolean opens(String text, int at, int width, Lines.Segment segment) {
    char c = text.charAt(at);
    if (c == '\u201C' || c == '\u201E' || c == '\u00AB' || c == '\u2018' || c == '`') {
      return true;
    }
    if (c == '\u201D' || c == '\u00BB') {
      return false;
    }
    boolean gapBefore = at == segment.begin() || isGap(text.charAt(at - 1));
    boolean wordAfter = at + width < segment.end() && !Lines.isBlank(text.charAt(at + width));
    return gapBefore && wordAfter;
  }

  private static boolean closes(String text, int at, int width, Lines.Segment segment) {
    char c = text.charAt(at);
    if (c == '\u201C' || c == '\u201E' || c == '\u00AB' || c == '\u2018' || c == '`') {
      return false;
    }
    if (c != '"' && width == 1) {
      return true;
    }
    boolean gapAfter =
        at + width == segment.end() || !Character.isLetterOrDigit(text.charAt(at + width));
    boolean gapBefore = Lines.isBlank(text.charAt(at - 1));
    return gapAfter || !gapBefore;
  }

  private static boolean isGap(char c) {
    return Lines.isBlank(c)
        || c == '('
        || c == '['
        || c == '\u2014'
        || c == '\u2013'
        || c == '-'
        || c == ':'
        || c == '\u2018'
        || c == '\'';
  }
}
