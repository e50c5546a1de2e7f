package dev.headwater.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * One line of a text that is not blank: UTF-16 indexes of its first and one past its last visible
 * character.
 *
 * @param text the line without white space around it
 * @param words its words, by white space
 * @param block number of the run of lines without a blank line between them
 */
record TextLine(int begin, int end, String text, int words, int block) {
  private static final int LONG_PROSE_WORDS = 20;
  private static final int SHORT_PROSE_WORDS = 8;
  private static final int WRAPPED_WIDTH = 100;
  private static final double WRAPPED_SHARE = 0.3;
  private static final int WRAPPED_LINES = 8;

  /** The lines of a text in order. One pass. */
  static List<TextLine> of(String text) {
    List<TextLine> lines = new ArrayList<>();
    int block = 0;
    int at = 0;
    while (at < text.length()) {
      int stop = text.indexOf('\n', at);
      stop = stop < 0 ? text.length() : stop;
      int begin = at;
      int end = stop;
      while (begin < end && isSpace(text.charAt(begin))) {
        begin++;
      }
      while (end > begin && isSpace(text.charAt(end - 1))) {
        end--;
      }
      if (begin == end) {
        block++;
      } else {
        String line = text.substring(begin, end);
        lines.add(new TextLine(begin, end, line, countWords(line), block));
      }
      at = stop + 1;
    }
    return lines;
  }

  /** Whether no line is long and sentences run on from one to the next: wrapped, however few. */
  static boolean areCutShort(List<TextLine> lines) {
    boolean runsOn = false;
    for (TextLine line : lines) {
      String text = line.text.strip();
      if (text.length() > WRAPPED_WIDTH) {
        return false;
      }
      runsOn |= !text.isEmpty() && Character.isLowerCase(text.codePointAt(0));
    }
    return runsOn;
  }

  /**
   * Whether the lines are those of a print column or a teletype, broken where the width ends: their
   * shortness then says nothing.
   */
  static boolean areWrapped(List<TextLine> lines) {
    long all = 0;
    long inLong = 0;
    for (TextLine line : lines) {
      all += line.text.length();
      inLong += line.text.length() > WRAPPED_WIDTH ? line.text.length() : 0;
    }
    return lines.size() >= WRAPPED_LINES && inLong < all * WRAPPED_SHARE;
  }

  /** Whether any line is as long as only paragraphs are. */
  static boolean haveParagraphs(List<TextLine> lines) {
    return lines.stream().anyMatch(line -> line.text.length() > WRAPPED_WIDTH);
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT).replace('’', '\'').replace('\u00A0', ' ');
  }

  /** A text with every run of blanks taken for one space, without those before the first word. */
  static String folded(String text, IntPredicate blank) {
    char[] folded = new char[text.length()];
    int length = 0;
    boolean space = true;
    for (int i = 0; i < folded.length; i++) {
      char c = text.charAt(i);
      boolean isBlank = blank.test(c);
      if (!isBlank || !space) {
        folded[length++] = isBlank ? ' ' : c;
      }
      space = isBlank;
    }
    return new String(folded, 0, length);
  }

  boolean isProse() {
    return words >= LONG_PROSE_WORDS || (words >= SHORT_PROSE_WORDS && endsSentence());
  }

  boolean endsSentence() {
    int at = text.length() - 1;
    while (at > 0 && "\"'”’»)]".indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return ".?!…".indexOf(text.charAt(at)) >= 0;
  }

  static boolean isSpace(int c) {
    if (c <= '~') {
      // Asked of every character that is loaded.
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= '\u001C' && c <= '\u001F');
    }
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF';
  }

  private static int countWords(String line) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < line.length(); i++) {
      boolean space = isSpace(line.charAt(i));
      words += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    return words;
  }
}
