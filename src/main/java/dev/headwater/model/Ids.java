package dev.headwater.model;

import com.dynatrace.hash4j.hashing.HashStream64;
import com.dynatrace.hash4j.hashing.Hashing;

/**
 * Ids made from content: a 64-bit hash written as 16 hex digits, the same on every machine.
 *
 * <p>64 bits let the hot stages carry an id as one long. Among 100 million ids the chance that any
 * two clash is 3 in 10,000 (birthday bound n²/2⁶⁵). An article whose id is taken by another one is
 * rejected as {@code id_clash}; in the other tables the key gate sees clashes within a run.
 */
public final class Ids {
  private Ids() {}

  /** The id of a row known by the given parts, in order; null and "" differ. */
  public static String of(Object... parts) {
    HashStream64 stream = Hashing.wyhashFinal4().hashStream();
    for (Object part : parts) {
      if (part == null) {
        stream.putByte((byte) 0);
      } else {
        stream.putByte((byte) 1).putString(part.toString());
      }
    }
    return text(stream.getAsLong());
  }

  /** The written form of an id. */
  public static String text(long id) {
    String hex = Long.toHexString(id);
    return "0".repeat(16 - hex.length()) + hex;
  }

  /** The number behind a written id. */
  public static long number(String id) {
    return Long.parseUnsignedLong(id, 16);
  }
}
