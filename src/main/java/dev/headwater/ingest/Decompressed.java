package dev.headwater.ingest;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a file behind gzip (RFC 1952, any number of members) or Zstandard (RFC 8878), told
 * by their magic numbers; other files pass through. Guards against decompression bombs.
 */
final class Decompressed {
  private static final int PEEKED = 1 << 16;

  private Decompressed() {}

  /** Opens the content, ready to be peeked at through mark and reset. */
  static BufferedInputStream open(InputStream raw, ReadSettings settings) throws IOException {
    Counted counted = new Counted(raw);
    BufferedInputStream in = new BufferedInputStream(counted, PEEKED);
    byte[] magic = peek(in, 4);
    InputStream content = in;
    if (magic.length >= 2 && magic[0] == (byte) 0x1F && magic[1] == (byte) 0x8B) {
      content = new Bounded(new GzipMembers(in), counted, settings);
    } else if (magic.length == 4
        && magic[0] == (byte) 0x28
        && magic[1] == (byte) 0xB5
        && magic[2] == (byte) 0x2F
        && magic[3] == (byte) 0xFD) {
      content = new Bounded(new ZstdInputStream(in), counted, settings);
    }
    return content == in ? in : new BufferedInputStream(content, PEEKED);
  }

  /** Up to {@code length} first bytes, without consuming them. */
  static byte[] peek(BufferedInputStream in, int length) throws IOException {
    in.mark(length);
    byte[] bytes = new byte[length];
    int count = 0;
    try {
      for (int b = in.read(); b >= 0; b = count < length ? in.read() : -1) {
        bytes[count++] = (byte) b;
      }
    } catch (IOException e) {
      // A stream that breaks this early still gives what came before; reading on meets it again.
      if (count == 0) {
        throw e;
      }
    }
    in.reset();
    return Arrays.copyOf(bytes, count);
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }

  private static final class Bounded extends FilterInputStream {
    private final Counted compressed;
    private final ReadSettings settings;
    private long expanded;

    Bounded(InputStream in, Counted compressed, ReadSettings settings) {
      super(in);
      this.compressed = compressed;
      this.settings = settings;
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      grow(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      grow(Math.max(read, 0));
      return read;
    }

    @Override
    public int available() {
      // A reader that fills its buffer in several reads would lose all of them when the last fails.
      return 0;
    }

    private void grow(int read) throws IOException {
      expanded += read;
      if (expanded > settings.expansionFloor()
          && expanded / settings.maxExpansion() > compressed.count) {
        throw new ExpansionExceeded(expanded, compressed.count, settings.maxExpansion());
      }
    }
  }
}
