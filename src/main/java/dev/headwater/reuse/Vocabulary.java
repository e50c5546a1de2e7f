package dev.headwater.reuse;

import it.unimi.dsi.fastutil.longs.LongArrays;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * The content words of a text: the distinct stems of all words outside boilerplate that are not too
 * common to tell anything.
 *
 * <p>A sketch of one bit a stem says with certainty that two texts have less than a share in
 * common: what they share cannot be more than the bits both have set, and the stems of one of them
 * that had no bit of their own. Only what passes it is compared in full, so most pairs cost 128
 * operations on longs.
 */
final class Vocabulary {
  private static final int SKETCH_BITS = 13;

  private final long[] sketch = new long[1 << (SKETCH_BITS - 6)];

  /** Stems without a bit of their own. */
  private final int hidden;

  private final long[] stems;
  private boolean sorted;

  private Vocabulary(long[] stems) {
    this.stems = stems;
    int bits = 0;
    for (long stem : stems) {
      int bit = (int) (stem >>> (64 - SKETCH_BITS));
      bits += (sketch[bit >> 6] & 1L << bit) == 0 ? 1 : 0;
      sketch[bit >> 6] |= 1L << bit;
    }
    this.hidden = stems.length - bits;
  }

  static Vocabulary of(TextIndex index) {
    LongOpenHashSet stems = new LongOpenHashSet(Math.max(16, index.words().size() / 2));
    for (int w = 0; w < index.words().size(); w++) {
      if (Statements.isContent(index, w)) {
        stems.add(Statements.stem(index, w));
      }
    }
    return new Vocabulary(stems.toLongArray());
  }

  /** Whether at least a share of the stems of the smaller vocabulary are in the other too. */
  boolean isLike(Vocabulary other, double least) {
    int smaller = Math.max(1, Math.min(stems.length, other.stems.length));
    int bound = Math.min(hidden, other.hidden);
    for (int k = 0; k < sketch.length; k++) {
      bound += Long.bitCount(sketch[k] & other.sketch[k]);
    }
    return bound >= least * smaller
        && Statements.common(ascending(), other.ascending()) >= least * smaller;
  }

  private long[] ascending() {
    if (!sorted) {
      LongArrays.radixSort(stems);
      sorted = true;
    }
    return stems;
  }
}
