package dev.headwater.job;

import java.io.IOException;
import java.net.URI;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.security.AccessControlException;

/**
 * Local files under {@code locked:/}, where names that begin with "private" may not be read: modes
 * of the operating system do not hold back root, under which tests often run.
 */
public final class LockedFileSystem extends RawLocalFileSystem {
  @Override
  public URI getUri() {
    return URI.create("locked:///");
  }

  @Override
  public String getScheme() {
    return "locked";
  }

  @Override
  public FSDataInputStream open(Path path, int bufferSize) throws IOException {
    refuse(path);
    return super.open(path, bufferSize);
  }

  @Override
  public FileStatus[] listStatus(Path path) throws IOException {
    refuse(path);
    return super.listStatus(path);
  }

  private static void refuse(Path path) throws AccessControlException {
    if (path.getName().startsWith("private")) {
      throw new AccessControlException(
          "Permission denied: user=reader, access=READ, inode=" + path.getName() + "\n\tat a.b.C");
    }
  }
}
