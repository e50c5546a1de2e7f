package dev.headwater.job;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileRange;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * One input file as its store gives it, and whether the store failed meanwhile.
 *
 * <p>To a parser a connection that breaks is a file that is broken: it makes a reject of both, and
 * some read on. So the streams of this file note themselves what the store did wrong, whatever is
 * made of it above them, and who reads calls {@link #check} before a result is believed.
 *
 * <p>No failure of the store, but a matter of the file, is that it is not there or may not be read,
 * and that a damaged footer points outside of it.
 */
final class StoreFile implements InputFile {
  private final Path path;
  private final long bytes;
  private final Configuration hadoop;
  private boolean opened;
  private StoreFailure failure;

  /**
   * A file.
   *
   * @param bytes its length as listed; a stream that ends before is a failure
   */
  StoreFile(Path path, long bytes, Configuration hadoop) {
    this.path = path;
    this.bytes = bytes;
    this.hadoop = hadoop;
  }

  Path path() {
    return path;
  }

  Configuration hadoop() {
    return hadoop;
  }

  /**
   * Opens the file at its first byte.
   *
   * @throws IOException where it is not there or may not be read, and where the store failed
   */
  FSDataInputStream open() throws IOException {
    try {
      FSDataInputStream in =
          new FSDataInputStream(new Watched(path.getFileSystem(hadoop).open(path)));
      opened = true;
      return in;
    } catch (IOException e) {
      // What could be opened a moment ago was neither gone nor forbidden.
      if (opened || !(Unreadable.isRefusal(e) || isGone(e))) {
        note(0, e);
      }
      throw e;
    }
  }

  @Override
  public SeekableInputStream newStream() throws IOException {
    return HadoopStreams.wrap(open());
  }

  @Override
  public long getLength() {
    return bytes;
  }

  /** Throws the first failure of the store since this file was made, if there was one. */
  synchronized void check() {
    if (failure != null) {
      throw failure;
    }
  }

  private void note(long at, Throwable problem) {
    note(at, Unreadable.said(problem));
  }

  private synchronized void note(long at, String said) {
    if (failure == null) {
      failure =
          new StoreFailure(
              String.format(
                  Locale.ROOT,
                  "Cannot read %s from byte %,d on, its store failed: %s.",
                  path,
                  at,
                  said.replaceFirst("\\.$", "")));
    }
  }

  /** Local files say "not found" of all that the operating system refuses: look again. */
  private boolean isGone(IOException problem) {
    if (!(problem instanceof FileNotFoundException || problem instanceof NoSuchFileException)) {
      return false;
    }
    try {
      return !path.getFileSystem(hadoop).exists(path);
    } catch (IOException e) {
      return false;
    }
  }

  /** Notes what goes wrong below it; positioned reads of the superclass come by here too. */
  private final class Watched extends FSInputStream {
    private final FSDataInputStream in;
    private long at;

    Watched(FSDataInputStream in) {
      this.in = in;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int count;
      try {
        count = in.read(into, offset, length);
      } catch (IOException | RuntimeException e) {
        note(at, e);
        throw e;
      } catch (FSError e) {
        note(at, e);
        throw new IOException(e);
      }
      if (count < 0 && at < bytes) {
        // Some clients take a connection that broke for the end of the file.
        note(at, String.format(Locale.ROOT, "it ends there and is listed with %,d bytes", bytes));
      }
      at += Math.max(0, count);
      return count;
    }

    @Override
    public void seek(long to) throws IOException {
      demandInside(to, 0);
      try {
        in.seek(to);
      } catch (IOException | RuntimeException e) {
        note(to, e);
        throw e;
      }
      at = to;
    }

    @Override
    public long getPos() {
      return at;
    }

    @Override
    public boolean seekToNewSource(long to) {
      return false;
    }

    @Override
    public void readVectored(List<? extends FileRange> ranges, IntFunction<ByteBuffer> allocate)
        throws IOException {
      for (FileRange range : ranges) {
        demandInside(range.getOffset(), range.getLength());
      }
      try {
        in.readVectored(ranges, allocate);
      } catch (IOException e) {
        note(at, e);
        throw e;
      }
      for (FileRange range : ranges) {
        range.setData(
            range
                .getData()
                .whenComplete(
                    (read, problem) -> {
                      if (problem != null) {
                        note(range.getOffset(), problem);
                      }
                    }));
      }
    }

    /** Keeps a store from failing at what only a damaged file asks for. */
    private void demandInside(long begin, int length) throws EOFException {
      if (begin < 0 || begin + length > bytes) {
        throw new EOFException("the file has " + bytes + " bytes and points to byte " + begin);
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
