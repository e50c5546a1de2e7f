package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.report.SiteFiles;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;

/**
 * The folder of a report, on any Hadoop file system. The site is written beside it and takes its
 * place when it is whole; what is no report is never replaced.
 */
final class ReportFolder {
  private final String said;
  private final Path target;
  private final Path part;
  private final FileSystem files;

  private ReportFolder(String said, Path target, FileSystem files) {
    this.said = said;
    this.target = target;
    this.part = target.suffix(".report-part");
    this.files = files;
  }

  /** Checks that a report may be written there; a mistake where it may not. */
  static ReportFolder check(String said, Configuration hadoop) {
    try {
      Path named = new Path(said);
      FileSystem files = plain(named, hadoop);
      Path target = files.makeQualified(named);
      ReportFolder folder = new ReportFolder(said, target, files);
      if (files.exists(target)) {
        folder.checkReplaceable();
      }
      return folder;
    } catch (AccessDeniedException | AccessControlException e) {
      throw cannot(said, "no permission");
    } catch (IOException | IllegalArgumentException e) {
      throw cannot(said, e.getMessage());
    }
  }

  private void checkReplaceable() throws IOException {
    if (!files.getFileStatus(target).isDirectory()) {
      throw cannot(said, "it is a file. Name a folder");
    }
    boolean report = files.exists(new Path(target, SiteFiles.MARKER));
    if (!report && files.listStatusIterator(target).hasNext()) {
      throw cannot(said, "it holds files that are no report. Name another folder");
    }
  }

  /** Begins an empty site beside the folder, and gives its path. */
  Path begin() {
    try {
      files.delete(part, true);
      if (!files.mkdirs(part)) {
        throw cannot(said, "it cannot be made");
      }
      return part;
    } catch (IOException e) {
      throw cannot(said, e.getMessage());
    }
  }

  /** Writes a file of the site that was begun. */
  void write(String name, byte[] content) throws IOException {
    write(files, new Path(part, name), content);
  }

  /** Puts the site that was begun in the place of the folder. */
  void finish() throws IOException {
    Path old = target.suffix(".report-old");
    files.delete(old, true);
    boolean replaces = files.exists(target);
    if (replaces && !files.rename(target, old)) {
      throw cannot(said, "the report there cannot be moved away");
    }
    if (!files.rename(part, target)) {
      if (replaces) {
        files.rename(old, target);
      }
      throw cannot(said, "it cannot be made from " + part);
    }
    files.delete(old, true);
  }

  /** The file system of a path; on a local disk without Hadoop's files of check sums. */
  static FileSystem plain(Path path, Configuration hadoop) throws IOException {
    FileSystem files = path.getFileSystem(hadoop);
    files.setWriteChecksum(false);
    return files;
  }

  /** Writes a whole file. */
  static void write(FileSystem files, Path file, byte[] content) throws IOException {
    try (FSDataOutputStream out = files.create(file, true)) {
      out.write(content);
    }
  }

  private static UserMistake cannot(String said, String why) {
    return new UserMistake("Cannot write the report to --output " + said + ": " + why + ".");
  }
}
