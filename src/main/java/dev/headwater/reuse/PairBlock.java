package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Counts of pairs of one bucket on their way to the task that adds them up over all buckets.
 *
 * <p>Layout, little-endian: int documents, then long id and int day each; then per pair int, int
 * (numbers of the documents in this block) and int count. Not thread-safe.
 */
public final class PairBlock {
  private static final int DOCUMENT = Long.BYTES + Integer.BYTES;
  private static final int PAIR = 3 * Integer.BYTES;

  private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
  private final LongArrayList ids = new LongArrayList();
  private final IntArrayList days = new IntArrayList();
  private final IntArrayList pairs = new IntArrayList();

  /** Number of the left document of the pair before: those of one follow one another. */
  private int lastLeft;

  /** Gives the documents of a block the numbers that its reader knows them by. */
  public interface Numbering {
    /** The number of a document. */
    int number(long id, int day);
  }

  /** What reads the pairs of a block. */
  public interface Reader {
    /** One pair, by the numbers of its documents, with the keys that they share. */
    void pair(int left, int right, int count);
  }

  /** An empty block. */
  public PairBlock() {
    numbers.defaultReturnValue(-1);
  }

  /** Adds a pair. */
  public void add(long left, int leftDay, long right, int rightDay, int count) {
    if (pairs.isEmpty() || ids.getLong(lastLeft) != left) {
      lastLeft = number(left, leftDay);
    }
    pairs.add(lastLeft);
    pairs.add(number(right, rightDay));
    pairs.add(count);
  }

  private int number(long id, int day) {
    int number = numbers.get(id);
    if (number < 0) {
      number = ids.size();
      numbers.put(id, number);
      ids.add(id);
      days.add(day);
    }
    return number;
  }

  /** Pairs held. */
  public int size() {
    return pairs.size() / 3;
  }

  /** The bytes held; the block is empty afterwards. */
  public byte[] take() {
    ByteBuffer buffer =
        ByteBuffer.allocate(Integer.BYTES + ids.size() * DOCUMENT + size() * PAIR)
            .order(ByteOrder.LITTLE_ENDIAN);
    buffer.putInt(ids.size());
    for (int d = 0; d < ids.size(); d++) {
      buffer.putLong(ids.getLong(d)).putInt(days.getInt(d));
    }
    for (int i = 0; i < pairs.size(); i++) {
      buffer.putInt(pairs.getInt(i));
    }
    numbers.clear();
    ids.clear();
    days.clear();
    pairs.clear();
    return buffer.array();
  }

  /** Reads a packed block: asks for the number of each document once, then gives the pairs. */
  public static void read(byte[] block, Numbering numbering, Reader reader) {
    ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    int[] numbers = new int[buffer.getInt()];
    for (int d = 0; d < numbers.length; d++) {
      numbers[d] = numbering.number(buffer.getLong(), buffer.getInt());
    }
    while (buffer.hasRemaining()) {
      reader.pair(numbers[buffer.getInt()], numbers[buffer.getInt()], buffer.getInt());
    }
  }
}
