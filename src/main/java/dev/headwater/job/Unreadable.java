package dev.headwater.job;

import dev.headwater.ingest.Problem;
import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.fs.PathIOException;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.hadoop.security.AccessControlException;

/** Why a file system did not give a file. */
final class Unreadable {
  private Unreadable() {}

  /** The problem of a file that could not be opened. */
  static Problem problem(IOException cause) {
    return new Problem(null, isRefusal(cause) ? "no_permission" : "unreadable", said(cause), null);
  }

  /**
   * What ends a job that cannot read what an option names: a failure of the store, which another
   * try may not meet, or a mistake of the person.
   *
   * @param named the option with its value
   */
  static RuntimeException named(String named, IOException cause) {
    // A path that cannot be, such as one in a bucket that is not there, is no failure of a store.
    boolean isMistake =
        isRefusal(cause)
            || cause instanceof PathIOException
            || cause instanceof UnsupportedFileSystemException;
    return isMistake
        ? new UserMistake("Cannot read " + named + ": " + said(cause))
        : new StoreFailure(
            "Cannot read "
                + named
                + ", its store failed: "
                + said(cause).replaceFirst("\\.$", "")
                + ".");
  }

  /** The first line of what was said: file systems append whole stack traces. */
  static String said(Throwable cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse("");
  }

  /** Whether the file may not be read. */
  static boolean isRefusal(IOException cause) {
    // The local file system says so in the words of the operating system only.
    return cause instanceof AccessControlException
        || cause instanceof AccessDeniedException
        || said(cause).endsWith("(Permission denied)");
  }
}
