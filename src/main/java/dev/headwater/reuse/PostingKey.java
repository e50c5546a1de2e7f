package dev.headwater.reuse;

/**
 * A key as postings hold it, in one long: 40 bits of hash, which say what it is, and 24 that say
 * what stands around it in its document, twelve of what comes before and twelve of what comes
 * after.
 *
 * <p>Two documents that share a key by chance share a set phrase; around it they differ, and of
 * those that do one in 2,048 is taken for the same.
 */
public final class PostingKey {
  /** Bits that tell what stands on one side. */
  static final int SIDE = 12;

  private static final long ONE_SIDE = (1L << SIDE) - 1;
  private static final long BOTH_SIDES = (1L << 2 * SIDE) - 1;

  /** The bits of a key that say what it is. */
  public static final long HASH = ~BOTH_SIDES;

  private PostingKey() {}

  /**
   * A key of the high bits of a hash.
   *
   * <p>What stands around it is mixed with the hash: of the places of a key in one document that
   * with the least number is kept, which then is another for each key, and in two documents the
   * same where both have it.
   *
   * @param before hash of what comes before, of which the low bits count
   * @param after of what comes after
   */
  static long of(long hash, long before, long after) {
    long around = (before & ONE_SIDE) << SIDE | after & ONE_SIDE;
    return hash & HASH | around ^ hash >>> 2 * SIDE & BOTH_SIDES;
  }

  /** What a key is, whatever stands around it. */
  public static long hash(long key) {
    return key & HASH;
  }

  /** What stands around a key: to be compared with that around the same key alone. */
  public static int around(long key) {
    return (int) (key & BOTH_SIDES);
  }

  /** Which of 2^{@value #SIDE} comes before. */
  static int before(int around) {
    return around >> SIDE & (int) ONE_SIDE;
  }

  /** Which of 2^{@value #SIDE} comes after. */
  static int after(int around) {
    return around & (int) ONE_SIDE;
  }

  /** Whether the same comes before or after. */
  public static boolean isSame(int one, int other) {
    return before(one) == before(other) || after(one) == after(other);
  }
}
