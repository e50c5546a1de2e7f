package dev.headwater.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Optional;

/**
 * The characters of a stream, decoded line by line, so that one badly encoded line does not spoil
 * the others; remembers what was doubtful since it was last asked.
 */
final class DecodedLines extends Reader {
  private final ByteLines lines;
  private final int limit;
  private String current = "";
  private int at;
  private long sinceMark;
  private boolean guessed;
  private boolean cut;
  private boolean atEnd;

  DecodedLines(InputStream in, int limit) {
    this.lines = new ByteLines(in, limit);
    this.limit = limit;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == current.length() && !advance()) {
      return -1;
    }
    int count = Math.min(length, current.length() - at);
    current.getChars(at, at + count, chars, offset);
    at += count;
    return count;
  }

  private boolean advance() throws IOException {
    Optional<ByteLines.Line> line = lines.next();
    if (line.isEmpty()) {
      atEnd = true;
      return false;
    }
    Decoded decoded = Decoded.of(line.get().bytes());
    String text = decoded.text();
    if (line.get().number() == 1 && text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    guessed |= decoded.issues().contains(Decoded.GUESSED);
    cut |= line.get().isCut();
    sinceMark += text.length();
    if (sinceMark > 2L * limit) {
      // A quote that is never closed would otherwise swallow the rest of the file into memory.
      throw new RecordTooLarge(lines.number(), limit);
    }
    current = text + "\n";
    at = 0;
    return true;
  }

  /** Whether the reader has come to the end of the stream. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** Whether a line since the last call was no UTF-8. */
  boolean takeGuessed() {
    boolean taken = guessed;
    guessed = false;
    return taken;
  }

  /** Whether a line since the last call was longer than the limit; begins a new record. */
  boolean takeCut() {
    boolean taken = cut;
    cut = false;
    sinceMark = 0;
    return taken;
  }

  @Override
  public void close() {
    // The stream belongs to the caller.
  }
}
