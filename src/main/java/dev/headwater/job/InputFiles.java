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
 * Hadoop file system. Names that begin with a dot or an underscore are passed over in folders and
 * by globs, unless the glob itself begins so.
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

  /** Finds the files; a path without any file is a mistake, a store that fails is none. */
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
          if (isMeant(match.getPath(), path)) {
            addAll(system, match, found);
          }
        }
      } catch (FileNotFoundException e) {
        throw new UserMistake(
            "Cannot read --input " + input + ": there is no such file or folder.");
      } catch (IOException e) {
        throw Unreadable.named("--input " + input, e);
      } catch (IllegalArgumentException e) {
        throw new UserMistake("Cannot read --input " + input + ": " + Unreadable.said(e));
      }
      if (found.size() == before) {
        throw new UserMistake("Cannot read --input " + input + ": " + nothingIn(input));
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
      if (!isHidden(child.getPath().getName())) {
        addAll(system, child, found);
      }
    }
  }

  /** Whether each hidden name on the way was asked for by name, part by part from the end. */
  private static boolean isMeant(Path match, Path glob) {
    Path found = match;
    Path asked = glob;
    while (found != null && asked != null && !asked.getName().isEmpty()) {
      String name = found.getName();
      if (isHidden(name) && !asked.getName().startsWith(name.substring(0, 1))) {
        return false;
      }
      found = found.getParent();
      asked = asked.getParent();
    }
    return true;
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static String nothingIn(String input) {
    return input.matches(".*[*?\\[{].*")
        ? "all that it matches is empty or begins with a dot or an underscore."
        : "the folder holds no files.";
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
