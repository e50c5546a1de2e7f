package dev.headwater.bench;

import dev.headwater.model.UserMistake;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Reads pairs of articles from tab-separated lines: id, id, and how strong the pair is. */
public final class PairFile {
  private PairFile() {}

  /**
   * Two ids, the smaller first: the order in a file means nothing.
   *
   * @param left smaller id
   * @param right larger id
   */
  public record Ids(String left, String right) {
    /** A pair in either order. */
    public static Ids of(String one, String other) {
      return one.compareTo(other) < 0 ? new Ids(one, other) : new Ids(other, one);
    }
  }

  /** The pairs of a file, gzipped where its name says so, each with its strength, 1 if none. */
  public static Map<Ids, Double> read(Path path) throws IOException {
    Map<Ids, Double> pairs = new HashMap<>();
    try (InputStream raw = Files.newInputStream(path);
        InputStream bytes = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      int number = 1;
      for (String line = lines.readLine(); line != null; line = lines.readLine(), number++) {
        add(line, path + " line " + number, pairs);
      }
    }
    return pairs;
  }

  /** Adds the pair of a line; an article with itself is none. */
  static void add(String line, String place, Map<Ids, Double> pairs) {
    String[] fields = line.split("\t", -1);
    if (fields.length < 2) {
      throw new UserMistake(
          "Cannot read pairs from " + place + ": \"" + line + "\" has no tab between two ids.");
    }
    if (fields[0].equals(fields[1])) {
      return;
    }
    try {
      double strength =
          fields.length == 2 || fields[2].isBlank() ? 1 : Double.parseDouble(fields[2]);
      pairs.put(Ids.of(fields[0], fields[1]), strength);
    } catch (NumberFormatException e) {
      throw new UserMistake(
          "Cannot read pairs from " + place + ": \"" + fields[2] + "\" is not a number.");
    }
  }
}
