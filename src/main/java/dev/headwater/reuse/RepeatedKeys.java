package dev.headwater.reuse;

/**
 * Tells keys that stand in several postings from those that stand in one: a bit for a key seen and
 * one for a key seen again, side by side in a table of hashes. It misses none of several; of the
 * others at most one in four passes, as another key has its place.
 *
 * <p>Most n-grams of news stand in one article alone. What falls out here needs no number, no place
 * in a list and no order in time. 8 to 16 bits a key, and one look into memory for each at either
 * pass.
 */
public final class RepeatedKeys {
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int KEYS_A_WORD = 8;

  /** log2 of the places of a word, of two bits each. */
  private static final int PLACES = 5;

  private static final int LEAST_BITS = 1;
  private static final int MOST_BITS = 28;

  private final long[] words;
  private final int shift;

  /** For so many postings, none of them added. */
  public RepeatedKeys(long postings) {
    int bits = LEAST_BITS;
    while (bits < MOST_BITS && (long) KEYS_A_WORD << bits < postings) {
      bits++;
    }
    this.words = new long[1 << bits];
    this.shift = Long.SIZE - bits - PLACES;
  }

  /** Adds the key of a posting; what stands around it does not count. */
  public void add(long key) {
    long place = place(key);
    int word = (int) (place >>> PLACES);
    long seen = 1L << (place << 1);
    words[word] |= (words[word] & seen) == 0 ? seen : seen << 1;
  }

  /** Whether a key that was added may stand in several postings. */
  public boolean mayRepeat(long key) {
    long place = place(key);
    return (words[(int) (place >>> PLACES)] & 2L << (place << 1)) != 0;
  }

  private long place(long key) {
    return PostingKey.hash(key) * MIX >>> shift;
  }
}
