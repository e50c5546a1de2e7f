package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Counts of pairs of one bucket on their way to the task that adds them up over all buckets.
 *
 * <p>Layout, little-endian: int documents, then long id, int day and int extent each; then for each
 * left document the complement of its number in this block (an int below 0) and its pairs, each an
 * int number of the right document and an int count. Not thread-safe.
 */
public final class PairBlock {
  private static final int DOCUMENT = Long.BYTES + 2 * Integer.BYTES;

  private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
  private final LongArrayList ids = new LongArrayList();
  private final IntArrayList days = new IntArrayList();
  private final IntArrayList extents = new IntArrayList();
  private final IntArrayList pairs = new IntArrayList();

  private int size;

  /** Number of the left document of the pair before, -1 at first. */
  private int lastLeft = -1;

  /** Gives the documents of a block the numbers that its reader knows them by. */
  public interface Numbering {
    /** The number of a document, of such an {@link Candidates#extent}. */
    int number(long id, int day, int extent);
  }

  /** What reads the pairs of a block. */
  public interface Reader {
    /** One pair, by the numbers of its documents, with the keys they share. */
    void pair(int left, int right, int count);
  }

  /** An empty block. */
  public PairBlock() {
    numbers.defaultReturnValue(-1);
  }

  /** Adds a pair; smallest where those of one left document follow one another. */
  public void add(
      long left,
      int leftDay,
      int leftExtent,
      long right,
      int rightDay,
      int rightExtent,
      int count) {
    if (lastLeft < 0 || ids.getLong(lastLeft) != left) {
      lastLeft = number(left, leftDay, leftExtent);
      pairs.add(~lastLeft);
    }
    size++;
    pairs.add(number(right, rightDay, rightExtent));
    pairs.add(count);
  }

  private int number(long id, int day, int extent) {
    int number = numbers.get(id);
    if (number < 0) {
      number = ids.size();
      numbers.put(id, number);
      ids.add(id);
      days.add(day);
      extents.add(extent);
    }
    return number;
  }

  /** Pairs held. */
  public int size() {
    return size;
  }

  /** The bytes held; the block is empty afterwards. */
  public byte[] take() {
    ByteBuffer buffer =
        ByteBuffer.allocate(Integer.BYTES + ids.size() * DOCUMENT + pairs.size() * Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(ids.size());
    for (int d = 0; d < ids.size(); d++) {
      buffer.putLong(ids.getLong(d)).putInt(days.getInt(d)).putInt(extents.getInt(d));
    }
    for (int i = 0; i < pairs.size(); i++) {
      buffer.putInt(pairs.getInt(i));
    }
    numbers.clear();
    ids.clear();
    days.clear();
    extents.clear();
    pairs.clear();
    size = 0;
    lastLeft = -1;
    return buffer.array();
  }

  /** Reads a packed block: asks for the number of each document once, then gives the pairs. */
  public static void read(byte[] block, Numbering numbering, Reader reader) {
    ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    int[] numbers = new int[buffer.getInt()];
    for (int d = 0; d < numbers.length; d++) {
      numbers[d] = numbering.number(buffer.getLong(), buffer.getInt(), buffer.getInt());
    }
    int left = -1;
    while (buffer.hasRemaining()) {
      int number = buffer.getInt();
      if (number < 0) {
        left = numbers[~number];
      } else {
        reader.pair(left, numbers[number], buffer.getInt());
      }
    }
  }
}
