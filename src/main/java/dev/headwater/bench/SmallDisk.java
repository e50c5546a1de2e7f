package dev.headwater.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A disk of little room, in memory, that can be filled to its last byte and emptied again. */
public final class SmallDisk implements AutoCloseable {
  private static final int CHUNK = 1 << 16;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Mounts a disk; empty where this account may not, or the machine has no tmpfs. */
  public static Optional<SmallDisk> mount(Path folder, int megabytes)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    int status =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString());
    return status == 0 ? Optional.of(new SmallDisk(folder)) : Optional.empty();
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Takes all the room that is left; false where there was none to take. */
  public boolean fill() throws IOException {
    try (OutputStream out = Files.newOutputStream(filler())) {
      byte[] chunk = new byte[CHUNK];
      while (true) {
        out.write(chunk);
      }
    } catch (IOException full) {
      if (Files.getFileStore(folder).getUsableSpace() > CHUNK) {
        throw full;
      }
    }
    return Files.size(filler()) > 0;
  }

  /** Gives the room back. */
  public void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  @Override
  public void close() throws IOException {
    try {
      run("umount", "-l", folder.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Path filler() {
    return folder.resolve(".filler");
  }

  private static int run(String... words) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noSuchProgram) {
      return -1;
    }
  }
}
