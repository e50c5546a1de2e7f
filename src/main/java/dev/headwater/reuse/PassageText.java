package dev.headwater.reuse;

import dev.headwater.model.Block;
import dev.headwater.model.Passage;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Wrapped;
import java.util.ArrayList;
import java.util.List;

/**
 * A passage for a person to read: both texts side by side, what differs in brackets.
 *
 * <p>Words that only one side has, or has otherwise, stand in square brackets, and in doubled ones
 * where there is a digit among them, so that a changed figure catches the eye. Blocks of equal
 * words begin a row on both sides, which keeps the columns level. One pass over both texts.
 */
public final class PassageText {
  private static final int LEAST_WIDTH = 24;
  private static final String RULE = " | ";
  private static final String CLOSING = ".,;:!?)]\u201d\u2019";

  private PassageText() {}

  /** One line of a rendering, with its two columns as they stand in the texts. */
  private record Row(String left, String right) {}

  /**
   * The passage in two columns.
   *
   * @param left the left article's text
   * @param right the right article's text
   * @param width characters of a line, both columns and the rule between them; 51 or more
   * @return lines that end with a line feed
   */
  public static String sideBySide(Passage passage, String left, String right, int width) {
    int column = (width - RULE.length()) / 2;
    if (column < LEAST_WIDTH) {
      int least = 2 * LEAST_WIDTH + RULE.length();
      throw new IllegalArgumentException("width is " + width + "; give " + least + " or more");
    }
    StringBuilder lines = new StringBuilder();
    for (Row row : rows(passage, CodePoints.of(left), CodePoints.of(right))) {
      List<String> ofLeft = Wrapped.lines(row.left(), column);
      List<String> ofRight = Wrapped.lines(row.right(), column);
      for (int k = 0; k < Math.max(ofLeft.size(), ofRight.size()); k++) {
        String one = k < ofLeft.size() ? ofLeft.get(k) : "";
        String other = k < ofRight.size() ? ofRight.get(k) : "";
        lines.append(one).append(" ".repeat(column - length(one))).append(RULE).append(other);
        lines.append('\n');
      }
    }
    return lines.toString();
  }

  /** The left text of the passage on one line, with what the right one has in its place. */
  public static String inline(Passage passage, String left, String right) {
    StringBuilder line = new StringBuilder();
    CodePoints ofLeft = CodePoints.of(left);
    CodePoints ofRight = CodePoints.of(right);
    int leftAt = passage.leftBegin();
    int rightAt = passage.rightBegin();
    for (Block block : passage.blocks()) {
      change(
          line,
          ofLeft.slice(leftAt, Math.max(leftAt, block.leftBegin())),
          ofRight.slice(rightAt, Math.max(rightAt, block.rightBegin())));
      append(line, flat(ofLeft.slice(block.leftBegin(), block.leftEnd())));
      leftAt = block.leftEnd();
      rightAt = block.rightEnd();
    }
    change(
        line,
        ofLeft.slice(leftAt, Math.max(leftAt, passage.leftEnd())),
        ofRight.slice(rightAt, Math.max(rightAt, passage.rightEnd())));
    return line.toString();
  }

  private static void change(StringBuilder line, String left, String right) {
    line.append(closing(left));
    String was = words(left);
    String is = words(right);
    if (!was.isEmpty() || !is.isEmpty()) {
      append(line, "[" + was + " → " + is + "]");
    }
  }

  private static void append(StringBuilder line, String part) {
    if (line.length() > 0 && !part.isEmpty()) {
      line.append(' ');
    }
    line.append(part);
  }

  private static List<Row> rows(Passage passage, CodePoints left, CodePoints right) {
    List<Row> rows = new ArrayList<>();
    int leftAt = passage.leftBegin();
    int rightAt = passage.rightBegin();
    for (Block block : passage.blocks()) {
      addChange(
          rows,
          left.slice(leftAt, Math.max(leftAt, block.leftBegin())),
          right.slice(rightAt, Math.max(rightAt, block.rightBegin())));
      rows.add(
          new Row(
              flat(left.slice(block.leftBegin(), block.leftEnd())),
              flat(right.slice(block.rightBegin(), block.rightEnd()))));
      leftAt = block.leftEnd();
      rightAt = block.rightEnd();
    }
    addChange(
        rows,
        left.slice(leftAt, Math.max(leftAt, passage.leftEnd())),
        right.slice(rightAt, Math.max(rightAt, passage.rightEnd())));
    return rows;
  }

  private static void addChange(List<Row> rows, String left, String right) {
    if (!rows.isEmpty()) {
      Row last = rows.remove(rows.size() - 1);
      rows.add(new Row(last.left() + closing(left), last.right() + closing(right)));
    }
    String ofLeft = marked(words(left));
    String ofRight = marked(words(right));
    if (!ofLeft.isEmpty() || !ofRight.isEmpty()) {
      rows.add(new Row(ofLeft, ofRight));
    }
  }

  private static String marked(String words) {
    if (words.isEmpty()) {
      return "";
    }
    boolean figure = words.codePoints().anyMatch(Character::isDigit);
    return figure ? "[[" + words + "]]" : "[" + words + "]";
  }

  /** The marks with which a skipped stretch closes what stands before it. */
  private static String closing(String skipped) {
    int end = 0;
    while (end < skipped.length() && CLOSING.indexOf(skipped.charAt(end)) >= 0) {
      end++;
    }
    return skipped.substring(0, end);
  }

  /** A skipped stretch without those marks; empty when it holds no word. */
  private static String words(String skipped) {
    String words = flat(skipped.substring(closing(skipped).length()));
    return words.codePoints().anyMatch(Character::isLetterOrDigit) ? words : "";
  }

  private static String flat(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ").strip();
  }

  private static int length(String line) {
    return line.codePointCount(0, line.length());
  }
}
