package dev.headwater.reuse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Postings of several documents packed into one byte array, so that a shuffle moves few large
 * values instead of a row a posting.
 *
 * <p>Layout, little-endian, once a document: long id, int epoch day, int extent, byte fresh, int n,
 * n longs. Not thread-safe.
 */
public final class PostingBlock {
  private static final int DOCUMENT = Long.BYTES + 3 * Integer.BYTES + 1;

  private ByteBuffer buffer = ByteBuffer.allocate(1 << 12).order(ByteOrder.LITTLE_ENDIAN);

  /** What reads the documents of a block. */
  public interface Reader {
    /**
     * One document with its keys of this block; the array is the reader's to keep.
     *
     * @param extent its {@link Candidates#extent}
     */
    void document(long id, int day, int extent, boolean fresh, long[] keys);
  }

  /** Bytes held. */
  public int size() {
    return buffer.position();
  }

  /** Adds the keys [from, to) of a fresh document, one that no run has compared yet. */
  public void addFresh(long id, int day, int extent, long[] keys, int from, int to) {
    add(id, day, extent, (byte) 1, keys, from, to);
  }

  /** Adds the keys [from, to) of a document of the history. */
  public void addKnown(long id, int day, int extent, long[] keys, int from, int to) {
    add(id, day, extent, (byte) 0, keys, from, to);
  }

  private void add(long id, int day, int extent, byte fresh, long[] keys, int from, int to) {
    int needed = DOCUMENT + (to - from) * Long.BYTES;
    if (buffer.remaining() < needed) {
      int capacity = Math.max(buffer.capacity() * 2, buffer.position() + needed);
      ByteBuffer grown = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
      buffer = grown.put(buffer.flip());
    }
    buffer.putLong(id).putInt(day).putInt(extent).put(fresh).putInt(to - from);
    for (int i = from; i < to; i++) {
      buffer.putLong(keys[i]);
    }
  }

  /** The bytes held; the block is empty afterwards. */
  public byte[] take() {
    byte[] bytes = Arrays.copyOf(buffer.array(), buffer.position());
    buffer.clear();
    return bytes;
  }

  /** Reads a packed block. */
  public static void read(byte[] block, Reader reader) {
    ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      long id = buffer.getLong();
      int day = buffer.getInt();
      int extent = buffer.getInt();
      boolean fresh = buffer.get() == 1;
      long[] keys = new long[buffer.getInt()];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = buffer.getLong();
      }
      reader.document(id, day, extent, fresh, keys);
    }
  }

  /** Keys as little-endian bytes, as {@code postings} and {@code claim_keys} keep them. */
  public static byte[] bytes(long[] keys, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate((to - from) * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(keys, from, to - from);
    return bytes.array();
  }

  /** The keys of little-endian bytes. */
  public static long[] keys(byte[] bytes) {
    long[] keys = new long[bytes.length / Long.BYTES];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(keys);
    return keys;
  }
}
