package dev.headwater.reuse;

import java.util.Arrays;

/**
 * Which bucket a key falls in: the top bits of its mixed hash, so that the buckets of a finer split
 * nest in those of a coarser one and stored postings can be split further without a new layout.
 */
public final class Buckets {
  /** log2 of the buckets that postings are stored in. */
  public static final int STORED_BITS = 4;

  /**
   * log2 of the share of keys by which documents far apart in time are found: those of the first
   * bucket of so coarse a split, so that of an old document the other buckets need not be read.
   */
  public static final int FAR_BITS = 3;

  private static final long MIX = 0xD6E8FEB86659FD93L;

  private Buckets() {}

  /** The bucket of a key among 2^bits. */
  public static int of(long key, int bits) {
    return bits == 0 ? 0 : (int) ((PostingKey.hash(key) * MIX) >>> (64 - bits));
  }

  /** Whether a key is one of those by which documents far apart in time are found. */
  public static boolean isFar(long key) {
    return of(key, FAR_BITS) == 0;
  }

  /**
   * Puts keys in the order of their buckets.
   *
   * @param keys reordered in place; within a bucket they keep their order
   * @return 2^bits + 1 offsets: bucket b is [b], [b + 1]
   */
  public static int[] group(long[] keys, int bits) {
    return group(keys, bits, 0, 1 << bits);
  }

  /**
   * Puts keys of a few buckets in the order of these.
   *
   * @param keys reordered in place, all of buckets first to first + buckets - 1 of 2^bits
   * @return buckets + 1 offsets: bucket first + b is [b], [b + 1]
   */
  public static int[] group(long[] keys, int bits, int first, int buckets) {
    int[] offsets = new int[buckets + 1];
    if (buckets == 1) {
      offsets[1] = keys.length;
      return offsets;
    }
    for (long key : keys) {
      offsets[of(key, bits) - first + 1]++;
    }
    for (int b = 1; b < offsets.length; b++) {
      offsets[b] += offsets[b - 1];
    }
    int[] next = Arrays.copyOf(offsets, offsets.length - 1);
    long[] source = keys.clone();
    for (long key : source) {
      keys[next[of(key, bits) - first]++] = key;
    }
    return offsets;
  }
}
