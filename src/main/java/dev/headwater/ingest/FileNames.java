package dev.headwater.ingest;

import java.util.Locale;
import java.util.regex.Pattern;

/** Parts of a path on any file system. */
final class FileNames {
  private static final Pattern COMPRESSION = Pattern.compile("(?i)\\.(gz|gzip|zst|zstd)$");

  private FileNames() {}

  /** The last part of the path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The name without its endings for compression and format. */
  static String stem(String path) {
    String name = withoutCompression(name(path));
    int dot = name.lastIndexOf('.');
    return dot > 0 && name.length() - dot <= 7 ? name.substring(0, dot) : name;
  }

  /** The ending that tells the format, lower-cased, behind which only compression may stand. */
  static String suffix(String path) {
    String name = withoutCompression(name(path));
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  private static String withoutCompression(String name) {
    return COMPRESSION.matcher(name).replaceFirst("");
  }
}
