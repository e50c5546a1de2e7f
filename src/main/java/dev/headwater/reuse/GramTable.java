package dev.headwater.reuse;

import dev.headwater.text.Words;
import java.util.Arrays;

/**
 * The n-grams of one text by hash: where in the text each stands.
 *
 * <p>A filter of bits in front of an open-addressing table (Knuth 1998, 6.4). Built once for the
 * text that many others are compared with; a look-up of what the text does not have mostly ends at
 * the filter, which fits into the first cache. Cost: one pass; 28 to 52 bytes an n-gram. Texts are
 * indexed one after the other in the same memory where the last table was given back: it is in the
 * cache still, and the collector hears of none of it.
 */
final class GramTable {
  private static final int FILTER_BITS = 16;

  /** One bit for each possible upper part of a hash: a first look, without false no. */
  private final long[] present = new long[1 << (FILTER_BITS - 6)];

  private static final ThreadLocal<GramTable> SPARE = new ThreadLocal<>();
  private static final int MOST_SPARE = 1 << 16;

  private final long[] slots;

  /** One more than the last place of a slot's n-gram; 0 for an empty slot. */
  private final int[] lasts;

  /** For each place one more than the place before it that has the same n-gram; 0 for none. */
  private final int[] before;

  /** Slots in use, less one: a power of two, and no more than there are. */
  private int mask;

  private GramTable(int slots) {
    this.slots = new long[slots];
    this.lasts = new int[slots];
    this.before = new int[slots / 2];
  }

  /** An empty table for so many n-grams: the one given back last, where it is large enough. */
  private static GramTable empty(int grams) {
    int size = Math.max(16, Integer.highestOneBit(Math.max(1, grams)) * 4);
    GramTable table = SPARE.get();
    if (table == null || table.slots.length < size) {
      table = new GramTable(size);
    } else {
      SPARE.remove();
      Arrays.fill(table.present, 0);
      Arrays.fill(table.lasts, 0, size, 0);
    }
    table.mask = size - 1;
    return table;
  }

  /** Gives the table back; it must not be used any more. */
  void giveBack() {
    if (slots.length <= MOST_SPARE) {
      SPARE.set(this);
    }
  }

  static GramTable of(Words words, int ngram) {
    GramTable table = empty(Math.max(0, words.size() - ngram + 1));
    Grams.Rolling rolling = new Grams.Rolling(ngram);
    for (int w = 0; w < words.size(); w++) {
      long gram = rolling.next(words, w);
      if (w >= ngram - 1) {
        table.add(gram, w - ngram + 1);
      }
    }
    return table;
  }

  private void add(long gram, int place) {
    int bit = (int) (gram >>> (64 - FILTER_BITS));
    present[bit >> 6] |= 1L << bit;
    int slot = slot(gram);
    slots[slot] = gram;
    before[place] = lasts[slot];
    lasts[slot] = place + 1;
  }

  private int slot(long gram) {
    int slot = (int) gram & mask;
    while (lasts[slot] != 0 && slots[slot] != gram) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** Last place of an n-gram, as the number of its first word; -1 where the text has it not. */
  int last(long gram) {
    int bit = (int) (gram >>> (64 - FILTER_BITS));
    return (present[bit >> 6] & 1L << bit) == 0 ? -1 : lasts[slot(gram)] - 1;
  }

  /** The place before a given one that has the same n-gram; -1 where there is none. */
  int before(int place) {
    return before[place] - 1;
  }
}
