package dev.headwater.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/**
 * A line of the directory by which the site finds the shard of a page.
 *
 * @param firstKey key of the shard's first page; keys are in order of their code points
 * @param name path of the shard without ending
 * @param pages pages in it
 * @param bytes size of the file
 */
public record ShardEntry(String firstKey, String name, int pages, int bytes) {
  /** By first key, in order of code points, which is that of the bytes of UTF-8. */
  public static final Comparator<ShardEntry> ORDER =
      Comparator.comparing(ShardEntry::keyBytes, Arrays::compareUnsigned)
          .thenComparing(ShardEntry::name);

  private byte[] keyBytes() {
    return firstKey.getBytes(StandardCharsets.UTF_8);
  }
}
