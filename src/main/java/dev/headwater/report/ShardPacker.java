package dev.headwater.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Packs pages, which come in order of part and key, into shards of limited size; a shard holds
 * pages of one part, so that the shards do not depend on how many tasks wrote them.
 */
public final class ShardPacker {
  /** Where the content of a shard goes. */
  public interface Sink {
    /** Writes a file of the site. */
    void write(String path, byte[] content) throws IOException;
  }

  private final String folder;
  private final Sink sink;
  private final List<ShardEntry> entries = new ArrayList<>();
  private String part;
  private int number;
  private Shard shard;
  private String firstKey;

  /**
   * A packer of one kind of pages.
   *
   * @param folder folder of the shards, such as clusters
   */
  public ShardPacker(String folder, Sink sink) {
    this.folder = folder;
    this.sink = sink;
  }

  /** Takes the next page. */
  public void add(String nextPart, String key, String json) throws IOException {
    if (shard != null && (shard.isFull() || !nextPart.equals(part))) {
      close();
    }
    if (shard == null) {
      number = nextPart.equals(part) ? number + 1 : 0;
      part = nextPart;
      shard = new Shard(folder + "/" + fileName(part) + "-" + number);
      firstKey = key;
    }
    shard.add(key, json);
  }

  /** Writes what is left and gives an entry a shard. */
  public List<ShardEntry> finish() throws IOException {
    close();
    return entries;
  }

  private void close() throws IOException {
    if (shard != null) {
      byte[] content = shard.content();
      sink.write("data/" + shard.name() + ".js", content);
      entries.add(new ShardEntry(firstKey, shard.name(), shard.pages(), content.length));
      shard = null;
    }
  }

  /** A part as a file may be named on every system: letters and digits, others in hex. */
  static String fileName(String part) {
    if (part.matches("[a-z0-9]*")) {
      return part.isEmpty() ? "all" : part;
    }
    return "x" + HexFormat.of().formatHex(part.getBytes(StandardCharsets.UTF_8));
  }
}
