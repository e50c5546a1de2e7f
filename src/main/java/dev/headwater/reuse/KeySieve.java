package dev.headwater.reuse;

/**
 * A set of keys that may take others for its own, but never misses one: a Bloom filter whose bits
 * of a key lie in one word (Putze, Sanders and Singler 2007, "Cache-, hash- and space-efficient
 * Bloom filters"), so that a key costs one look into memory. A night asks it for hundreds of
 * millions of keys of the history, of which hardly any is its own.
 *
 * <p>16 to 32 bits a key; of other keys at most one in a hundred passes, mostly three in a
 * thousand.
 */
public final class KeySieve {
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int KEYS_A_WORD = 4;
  private static final int LEAST_BITS = 6;
  private static final int MOST_BITS = 26;

  /** Bits of an index into the 64 of a word. */
  private static final int INDEX = 6;

  private static final int FIRST_INDEX = Long.SIZE - 4 * INDEX;

  private final long[] words;
  private final int shift;

  /** A sieve for about so many keys, empty. */
  public KeySieve(long keys) {
    int bits = LEAST_BITS;
    while (bits < MOST_BITS && (long) KEYS_A_WORD << bits < keys) {
      bits++;
    }
    this.words = new long[1 << bits];
    this.shift = Long.SIZE - bits;
  }

  /** A sieve of what {@link #words} gave. */
  public KeySieve(long[] words) {
    this.words = words;
    this.shift = Long.SIZE - Integer.numberOfTrailingZeros(words.length);
  }

  /** What the sieve holds, not copied: a power of two of words. */
  public long[] words() {
    return words;
  }

  /** Adds a key. */
  public void add(long key) {
    long mixed = key * MIX;
    words[(int) (mixed >>> shift)] |= mask(mixed);
  }

  /** Adds all keys of another sieve of the same size. */
  public void addAll(KeySieve other) {
    if (other.words.length != words.length) {
      throw new IllegalArgumentException(
          "a sieve of " + other.words.length + " words, not " + words.length);
    }
    for (int w = 0; w < words.length; w++) {
      words[w] |= other.words[w];
    }
  }

  /** Whether a key passes: always one that was added, seldom another. */
  public boolean passes(long key) {
    long mixed = key * MIX;
    long mask = mask(mixed);
    return (words[(int) (mixed >>> shift)] & mask) == mask;
  }

  /** Four bits, of the product mixed again: the word is chosen by its high ones. */
  private static long mask(long mixed) {
    long again = (mixed ^ mixed >>> 32) * MIX;
    return 1L << (again >>> FIRST_INDEX)
        | 1L << (again >>> FIRST_INDEX + INDEX)
        | 1L << (again >>> FIRST_INDEX + 2 * INDEX)
        | 1L << (again >>> FIRST_INDEX + 3 * INDEX);
  }
}
