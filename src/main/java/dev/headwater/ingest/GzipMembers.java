package dev.headwater.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file (RFC 1952), all of its members one after the other.
 *
 * <p>The JDK's own reader takes damage between two members for the end of the file; web archives
 * have a member for each page. Here every byte behind a member is another member, padding of zeros,
 * or an error. Content before an error is given out before the error is thrown, and the error is
 * thrown again on each later read. One pass; memory is two fixed buffers.
 *
 * <p>Errors: {@link EOFException} where the file is cut, {@link ZipException} where it is damaged.
 */
final class GzipMembers extends InputStream {
  private static final int BUFFER = 1 << 16;
  private static final int DEFLATED = 8;
  private static final int HAS_CHECKSUM = 2;
  private static final int HAS_EXTRA = 4;
  private static final int HAS_NAME = 8;
  private static final int HAS_COMMENT = 16;
  private static final int RESERVED = 0xE0;

  private final InputStream in;
  private final Inflater inflater = new Inflater(true);
  private final CRC32 checksum = new CRC32();
  private final byte[] input = new byte[BUFFER];
  private final byte[] one = new byte[1];
  private int at;
  private int end;
  private long members;
  private boolean inside;
  private boolean finished;
  private IOException failure;

  GzipMembers(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (failure != null) {
      throw failure;
    }
    try {
      while (!finished) {
        int count = inside || nextMember() ? inflate(bytes, offset, length) : 0;
        if (count > 0) {
          return count;
        }
      }
      return -1;
    } catch (IOException e) {
      failure = e;
      inflater.end();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    in.close();
  }

  private int inflate(byte[] bytes, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(bytes, offset, length);
      checksum.update(bytes, offset, count);
      if (inflater.finished()) {
        at = end - inflater.getRemaining();
        inside = false;
      } else if (inflater.needsDictionary()) {
        throw damaged("asks for a dictionary");
      } else if (count == 0 && inflater.needsInput()) {
        if (!fill()) {
          throw cut();
        }
        inflater.setInput(input, 0, end);
      }
      return count;
    } catch (DataFormatException e) {
      throw damaged(String.valueOf(e.getMessage()));
    }
  }

  /** Goes to the content of the next member; false at the end of the file. */
  private boolean nextMember() throws IOException {
    if (members > 0) {
      endMember();
    }
    int first = members == 0 ? next() : afterPadding();
    if (first < 0) {
      finished = true;
      inflater.end();
      return false;
    }
    members++;
    if (first != 0x1F || byteWithin() != 0x8B || byteWithin() != DEFLATED) {
      throw damaged("does not begin as a member of gzip does");
    }
    int flags = byteWithin();
    skip(6);
    if ((flags & RESERVED) != 0) {
      throw damaged("has reserved flags");
    }
    if ((flags & HAS_EXTRA) != 0) {
      skip(byteWithin() | byteWithin() << 8);
    }
    if ((flags & HAS_NAME) != 0) {
      skipText();
    }
    if ((flags & HAS_COMMENT) != 0) {
      skipText();
    }
    if ((flags & HAS_CHECKSUM) != 0) {
      skip(2);
    }
    checksum.reset();
    inflater.reset();
    inflater.setInput(input, at, end - at);
    inside = true;
    return true;
  }

  /** Compares what was read with what the member's end says. */
  private void endMember() throws IOException {
    long told = fourBytes();
    long size = fourBytes();
    long read = inflater.getBytesWritten() & 0xFFFFFFFFL;
    if (told != checksum.getValue() || size != read) {
      throw damaged("has another checksum or length than its end says");
    }
  }

  /** The first byte behind zeros, which archives are padded with; -1 at the end. */
  private int afterPadding() throws IOException {
    int next = next();
    while (next == 0) {
      next = next();
    }
    return next;
  }

  private long fourBytes() throws IOException {
    long value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= (long) byteWithin() << shift;
    }
    return value;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      byteWithin();
    }
  }

  private void skipText() throws IOException {
    int next = byteWithin();
    while (next != 0) {
      next = byteWithin();
    }
  }

  private int byteWithin() throws IOException {
    int next = next();
    if (next < 0) {
      throw cut();
    }
    return next;
  }

  private int next() throws IOException {
    return at < end || fill() ? input[at++] & 0xFF : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(input, 0, input.length));
    return end > 0;
  }

  private EOFException cut() {
    return new EOFException("the file ends within member " + members + " of gzip");
  }

  private ZipException damaged(String how) {
    return new ZipException("member " + members + " of gzip " + how);
  }
}
