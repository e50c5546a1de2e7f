package dev.headwater.reuse;

import java.util.Arrays;

/**
 * Counts per pair of documents, in an open-addressing table of primitives.
 *
 * <p>A pair is one long: the smaller document number in the upper half. Not thread-safe; one task
 * owns one table.
 */
public final class PairCounts {
  private static final long FREE = -1;

  private long[] pairs;
  private int[] counts;
  private int size;

  /** An empty table with room for the expected number of pairs. */
  public PairCounts(int expected) {
    int capacity = 1024;
    while (capacity < 1 << 29 && capacity < 2L * expected) {
      capacity <<= 1;
    }
    pairs = new long[capacity];
    counts = new int[capacity];
    Arrays.fill(pairs, FREE);
  }

  /** One long for two document numbers, whatever their order. */
  public static long pair(int first, int second) {
    return (long) Math.min(first, second) << 32 | Math.max(first, second);
  }

  /** The smaller document number of a pair. */
  public static int smaller(long pair) {
    return (int) (pair >>> 32);
  }

  /** The larger document number of a pair. */
  public static int larger(long pair) {
    return (int) pair;
  }

  /** Adds a count to a pair. */
  public void add(long pair, int count) {
    int slot = slot(pair);
    if (pairs[slot] == FREE) {
      pairs[slot] = pair;
      size++;
      counts[slot] = count;
      if (size > pairs.length / 3 * 2) {
        grow();
      }
    } else {
      counts[slot] += count;
    }
  }

  /** The count of a pair, 0 where it was never added. */
  public int count(long pair) {
    int slot = slot(pair);
    return pairs[slot] == FREE ? 0 : counts[slot];
  }

  /** Number of pairs. */
  public int size() {
    return size;
  }

  /** The pairs counted at least so often, ascending. */
  public long[] atLeast(int least) {
    long[] kept = new long[size];
    int n = 0;
    for (int slot = 0; slot < pairs.length; slot++) {
      if (pairs[slot] != FREE && counts[slot] >= least) {
        kept[n++] = pairs[slot];
      }
    }
    kept = Arrays.copyOf(kept, n);
    Arrays.sort(kept);
    return kept;
  }

  private int slot(long pair) {
    int mask = pairs.length - 1;
    int slot = (int) Grams.mix(pair) & mask;
    while (pairs[slot] != FREE && pairs[slot] != pair) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldPairs = pairs;
    int[] oldCounts = counts;
    pairs = new long[oldPairs.length * 2];
    counts = new int[oldPairs.length * 2];
    Arrays.fill(pairs, FREE);
    for (int i = 0; i < oldPairs.length; i++) {
      if (oldPairs[i] != FREE) {
        int slot = slot(oldPairs[i]);
        pairs[slot] = oldPairs[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
