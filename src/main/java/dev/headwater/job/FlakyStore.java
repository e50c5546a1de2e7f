package dev.headwater.job;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.BufferedFSInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A store for benches: local files under {@code flaky:///}, of which every so many calls, reads
 * included, fail while a file says so. Where that file begins with "slow" they take a while longer
 * instead. Each such call adds a line to it.
 *
 * <p>{@code fs.flaky.switch} names that file; {@code fs.flaky.every} is how many calls succeed
 * between two that fail (49).
 */
public final class FlakyStore extends RawLocalFileSystem {
  static final String SCHEME = "flaky";

  /** How the file begins that makes the store slow. */
  static final String SLOW = "slow";

  private static final long DELAY_MILLIS = 500;

  /** Counted by switch: a test that has its own begins at none. */
  private static final Map<java.nio.file.Path, AtomicLong> CALLS = new ConcurrentHashMap<>();

  private java.nio.file.Path flag;
  private AtomicLong calls;
  private long every = 50;

  @Override
  public void initialize(URI uri, Configuration conf) throws IOException {
    super.initialize(uri, conf);
    flag = java.nio.file.Path.of(conf.get("fs.flaky.switch", "/nonexistent"));
    calls = CALLS.computeIfAbsent(flag, none -> new AtomicLong());
    every = conf.getLong("fs.flaky.every", 49) + 1;
  }

  @Override
  public URI getUri() {
    return URI.create(SCHEME + ":///");
  }

  @Override
  public String getScheme() {
    return SCHEME;
  }

  private void call(String what, Path path) throws IOException {
    if (Files.exists(flag) && calls.incrementAndGet() % every == 0) {
      disturb(what + " " + path);
    }
  }

  private void disturb(String call) throws IOException {
    boolean slow;
    try {
      slow = Files.readString(flag).startsWith(SLOW);
      Files.writeString(flag, call + "\n", StandardOpenOption.APPEND);
    } catch (NoSuchFileException switchedOff) {
      return;
    }
    if (!slow) {
      throw new IOException("The store failed on purpose: " + call);
    }
    try {
      Thread.sleep(DELAY_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("Interrupted: " + call);
    }
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    call("open", path);
    Reads reads = new Reads(super.open(path, bufferSize), path);
    return new FSDataInputStream(new BufferedFSInputStream(reads, bufferSize));
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    call("create", path);
    return super.create(path, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int bufferSize,
      short replication,
      long blockSize,
      Progressable progress)
      throws IOException {
    call("create", path);
    return super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress);
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    call("rename", from);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    call("delete", path);
    return super.delete(path, recursive);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    call("list", path);
    return super.listStatus(path);
  }

  @Override
  public FileStatus getFileStatus(Path path) throws IOException {
    call("look at", path);
    return super.getFileStatus(path);
  }

  /** A stream of which each read is a call. */
  private final class Reads extends FSInputStream {
    private final FSDataInputStream in;
    private final Path path;

    Reads(FSDataInputStream in, Path path) {
      this.in = in;
      this.path = path;
    }

    @Override
    public int read() throws IOException {
      call("read", path);
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      call("read", path);
      return in.read(into, offset, length);
    }

    @Override
    public void seek(long to) throws IOException {
      in.seek(to);
    }

    @Override
    public long getPos() throws IOException {
      return in.getPos();
    }

    @Override
    public boolean seekToNewSource(long to) throws IOException {
      return in.seekToNewSource(to);
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
