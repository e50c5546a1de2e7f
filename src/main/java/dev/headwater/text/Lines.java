package dev.headwater.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Cuts a text into segments no sentence runs across: paragraphs, headlines, menu and table lines.
 *
 * <p>A blank line always cuts. A single newline cuts too, except inside wrapped prose: a block of
 * short lines of which enough begin in lower case, as in newswire and OCR. One pass, linear.
 */
final class Lines {
  private static final int WIDEST_WRAPPED_LINE = 120;
  private static final double LOWER_CASE_SHARE = 0.2;
  private static final double FULL_LINE_SHARE = 0.6;

  /** One line in UTF-16 units, trimmed; {@code indent} is the blank space before it. */
  private record Line(int begin, int end, int indent) {
    int length() {
      return end - begin;
    }
  }

  /** A segment in UTF-16 units. */
  record Segment(int begin, int end) {}

  private Lines() {}

  static List<Segment> segments(String text) {
    List<Segment> segments = new ArrayList<>();
    List<Line> block = new ArrayList<>();
    int units = text.length();
    int at = 0;
    while (at < units) {
      int newline = at;
      while (newline < units && !isNewline(text.charAt(newline))) {
        newline++;
      }
      Line line = trim(text, at, newline);
      if (line == null) {
        cut(text, block, segments);
      } else {
        block.add(line);
      }
      at = newline + 1;
      if (newline + 1 < units && text.charAt(newline) == '\r' && text.charAt(newline + 1) == '\n') {
        at++;
      }
    }
    cut(text, block, segments);
    return segments;
  }

  private static boolean isNewline(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\f';
  }

  private static Line trim(String text, int begin, int end) {
    int from = begin;
    int to = end;
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return from == to ? null : new Line(from, to, from - begin);
  }

  /** White space of any kind, no-break and zero-width space included. */
  static boolean isBlank(char c) {
    return c <= ' '
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u0085'
        || c == '\u200B'
        || c == '\uFEFF';
  }

  private static void cut(String text, List<Line> block, List<Segment> segments) {
    if (block.isEmpty()) {
      return;
    }
    int typical = typicalLength(block);
    boolean wrapped = isWrapped(text, block);
    int begin = block.get(0).begin();
    for (int i = 1; i < block.size(); i++) {
      Line before = block.get(i - 1);
      Line line = block.get(i);
      if (!continues(text, before, line, wrapped, typical)) {
        segments.add(new Segment(begin, before.end()));
        begin = line.begin();
      }
    }
    segments.add(new Segment(begin, block.get(block.size() - 1).end()));
    block.clear();
  }

  private static int typicalLength(List<Line> block) {
    int[] lengths = block.stream().mapToInt(Line::length).toArray();
    Arrays.sort(lengths);
    return lengths[lengths.length / 2];
  }

  private static boolean isWrapped(String text, List<Line> block) {
    if (block.size() < 2) {
      return false;
    }
    int lower = 0;
    int widest = 0;
    for (int i = 0; i < block.size(); i++) {
      widest = Math.max(widest, block.get(i).length());
      if (i > 0 && Character.isLowerCase(text.charAt(block.get(i).begin()))) {
        lower++;
      }
    }
    return widest <= WIDEST_WRAPPED_LINE && lower >= LOWER_CASE_SHARE * (block.size() - 1);
  }

  private static boolean continues(
      String text, Line before, Line line, boolean wrapped, int typical) {
    if (isTabular(text, before) || isTabular(text, line)) {
      return false;
    }
    boolean lower = Character.isLowerCase(text.charAt(line.begin()));
    if (!wrapped) {
      // A link or a name on a line of its own often splits one sentence of scraped text.
      return lower && !endsSentence(text, before) && before.length() > 20;
    }
    if (line.indent() >= before.indent() + 2 && !lower) {
      return false;
    }
    if (isUpperCase(text, before) != isUpperCase(text, line)) {
      return false;
    }
    return lower || before.length() >= FULL_LINE_SHARE * typical;
  }

  private static boolean endsSentence(String text, Line line) {
    char last = text.charAt(line.end() - 1);
    return last == '.' || last == '!' || last == '?' || last == ':' || last == '\u2026';
  }

  private static boolean isTabular(String text, Line line) {
    int blanks = 0;
    int gaps = 0;
    for (int i = line.begin(); i < line.end(); i++) {
      char c = text.charAt(i);
      blanks = isBlank(c) ? blanks + 1 : 0;
      if (c == '\t' || blanks == 3) {
        gaps++;
      }
    }
    return gaps >= 2;
  }

  private static boolean isUpperCase(String text, Line line) {
    boolean upper = false;
    for (int i = line.begin(); i < line.end(); i++) {
      char c = text.charAt(i);
      if (Character.isLowerCase(c)) {
        return false;
      }
      upper |= Character.isUpperCase(c);
    }
    return upper && line.length() > 8;
  }
}
