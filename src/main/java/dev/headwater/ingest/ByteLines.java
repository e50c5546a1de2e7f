package dev.headwater.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * The lines of a stream as bytes, without their end (LF or CR LF). A line over the limit is skipped
 * without being held: only its beginning is kept. Memory is bounded by the limit; each byte is
 * looked at once.
 */
final class ByteLines {
  private static final int KEPT_OF_LONG_LINE = 1024;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private long number;
  private boolean finished;

  ByteLines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** A line: its number from 1, its bytes, its full length. */
  record Line(long number, byte[] bytes, long length) {
    boolean isCut() {
      return bytes.length < length;
    }
  }

  /** Number of the line read last. */
  long number() {
    return number;
  }

  /** The next line; empty at the end of the stream. */
  Optional<Line> next() throws IOException {
    byte[] held = new byte[256];
    int kept = 0;
    long length = 0;
    boolean any = false;
    if (finished) {
      return Optional.empty();
    }
    number++;
    while (true) {
      if (at == end && !fill()) {
        finished = true;
        return any ? Optional.of(line(held, kept, length)) : Optional.empty();
      }
      any = true;
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      int part = stop - at;
      length += part;
      int room = length > limit ? Math.max(0, KEPT_OF_LONG_LINE - kept) : part;
      int taken = Math.min(part, room);
      if (kept + taken > held.length) {
        held = Arrays.copyOf(held, Math.max(kept + taken, held.length * 2));
      }
      System.arraycopy(buffer, at, held, kept, taken);
      kept += taken;
      if (length > limit && kept > KEPT_OF_LONG_LINE) {
        held = Arrays.copyOf(held, KEPT_OF_LONG_LINE);
        kept = KEPT_OF_LONG_LINE;
      }
      at = stop;
      if (stop < end) {
        at++;
        return Optional.of(line(held, kept, length));
      }
    }
  }

  private Line line(byte[] held, int kept, long length) {
    boolean whole = kept == length;
    if (whole && kept > 0 && held[kept - 1] == '\r') {
      return new Line(number, Arrays.copyOf(held, kept - 1), length - 1);
    }
    return new Line(number, Arrays.copyOf(held, kept), length);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = 0;
    int read = in.read(buffer, 0, buffer.length);
    if (read <= 0) {
      return false;
    }
    end = read;
    return true;
  }
}
