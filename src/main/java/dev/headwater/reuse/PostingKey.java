package dev.headwater.reuse;

/**
 * A key as postings hold it, in one long: 48 bits of hash, which say what it is, and 16 that say
 * what stands around it in its document, eight of what comes before and eight of what comes after.
 *
 * <p>Two documents that share a key by chance share a set phrase; around it they differ, and of
 * those that do one in 128 is taken for the same.
 */
public final class PostingKey {
  private static final int SIDE = 8;
  private static final long ONE_SIDE = (1L << SIDE) - 1;
  private static final long BOTH_SIDES = (1L << 2 * SIDE) - 1;

  /** The bits of a key that say what it is. */
  public static final long HASH = ~BOTH_SIDES;

  private PostingKey() {}

  /**
   * A key of the high bits of a hash.
   *
   * @param before hash of what comes before, of which the low bits count
   * @param after of what comes after
   */
  static long of(long hash, long before, long after) {
    return hash & HASH | (before & ONE_SIDE) << SIDE | after & ONE_SIDE;
  }

  /** What a key is, whatever stands around it. */
  public static long hash(long key) {
    return key & HASH;
  }

  /** What stands around a key. */
  public static short around(long key) {
    return (short) key;
  }

  /** The low bits of what comes before, from 0. */
  static int before(short around) {
    return around >> SIDE & (int) ONE_SIDE;
  }

  /** The low bits of what comes after, from 0. */
  static int after(short around) {
    return around & (int) ONE_SIDE;
  }

  /** Whether the same comes before or after. */
  public static boolean isSame(short one, short other) {
    return before(one) == before(other) || after(one) == after(other);
  }
}
