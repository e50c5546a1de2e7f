package dev.headwater.job;

import dev.headwater.model.Ids;
import dev.headwater.model.UserMistake;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files behind {@code --input}: files, folders with all that lies below, and globs, on any
 * Hadoop file system. Names that begin with a dot or an underscore are passed over in folders.
 *
 * @param files sorted by path
 */
record InputFiles(List<InputFile> files) {
  /**
   * One input file.
   *
   * @param path full path with its file system
   * @param bytes its length
   * @param modified milliseconds since 1970
   */
  record InputFile(String path, long bytes, long modified) {}

  /** Finds the files; a path without any file is a mistake. */
  static InputFiles find(List<String> inputs, Configuration configuration) {
    List<InputFile> found = new ArrayList<>();
    for (String input : inputs) {
      int before = found.size();
      try {
        Path path = new Path(input);
        FileSystem system = path.getFileSystem(configuration);
        FileStatus[] matches = system.globStatus(path);
        if (matches == null || matches.length == 0) {
          throw new UserMistake(
              "Cannot read --input " + input + ": there is no such file or folder.");
        }
        for (FileStatus match : matches) {
          addAll(system, match, found);
        }
      } catch (FileNotFoundException e) {
        throw new UserMistake(
            "Cannot read --input " + input + ": there is no such file or folder.");
      } catch (IOException | IllegalArgumentException e) {
        throw new UserMistake("Cannot read --input " + input + ": " + e.getMessage());
      }
      if (found.size() == before) {
        throw new UserMistake("Cannot read --input " + input + ": the folder holds no files.");
      }
    }
    return new InputFiles(
        found.stream().distinct().sorted(Comparator.comparing(InputFile::path)).toList());
  }

  private static void addAll(FileSystem system, FileStatus status, List<InputFile> found)
      throws IOException {
    if (status.isFile()) {
      found.add(
          new InputFile(
              status.getPath().toString(), status.getLen(), status.getModificationTime()));
      return;
    }
    for (FileStatus child : system.listStatus(status.getPath())) {
      String name = child.getPath().getName();
      if (!name.startsWith(".") && !name.startsWith("_")) {
        addAll(system, child, found);
      }
    }
  }

  /** Bytes of all files. */
  long bytes() {
    return files.stream().mapToLong(InputFile::bytes).sum();
  }

  /** Hash of the files' names, lengths and times. */
  String hash() {
    return Ids.of(files.toArray());
  }
}
