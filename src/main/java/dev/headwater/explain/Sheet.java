package dev.headwater.explain;

import dev.headwater.text.Wrapped;

/** Lines for a terminal: what is put on it is wrapped to its width. Linear in the text. */
final class Sheet {
  private static final int NAME = 12;
  private static final String INDENT = "  ";

  private final StringBuilder lines = new StringBuilder();
  private final int width;

  /** An empty sheet of this many characters a line. */
  Sheet(int width) {
    this.width = width;
  }

  /** The width of a line. */
  int width() {
    return width;
  }

  /** A line that names what follows, with an empty one before it. */
  void heading(String text) {
    if (lines.length() > 0) {
      lines.append('\n');
    }
    paragraph("", "", text);
  }

  /** A paragraph, one step to the right. */
  void text(String text) {
    paragraph(INDENT, INDENT, text);
  }

  /** A name with its value beside it; nothing where there is no value. */
  void field(String name, String value) {
    if (value != null) {
      String padded = name + " ".repeat(Math.max(1, NAME - name.length()));
      paragraph(INDENT + padded, INDENT + " ".repeat(padded.length()), value);
    }
  }

  /** A paragraph whose first line opens with other characters than those that follow. */
  void paragraph(String first, String rest, String text) {
    int room = Math.max(1, width - Math.max(length(first), length(rest)));
    String opening = first;
    for (String line : Wrapped.lines(Printed.plain(text), room)) {
      lines.append((opening + line).stripTrailing()).append('\n');
      opening = rest;
    }
  }

  /** Lines that are wrapped already. */
  void lines(String wrapped) {
    lines.append(wrapped);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  @Override
  public String toString() {
    return lines.toString();
  }
}
