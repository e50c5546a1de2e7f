package dev.headwater.reuse;

import java.util.Arrays;

/**
 * The documents of each key that more than one document has, one list behind the other.
 *
 * <p>A key of few documents has one list of them all. One of more is common: its documents are
 * listed with those that have the same after it, and once more with those that have the same before
 * it, by their numbers, so that what two of them share is part of a longer run. A list is capped
 * where it is long, or its key is so hot that many of it have the same on one side by chance.
 * Postings are grouped by key in a hash table that works on pieces small enough for the cache.
 *
 * @param starts where each list begins, and at last the end of all
 * @param kinds of each list: {@link #RARE}, {@link #SAME_AFTER} or {@link #SAME_BEFORE}
 * @param capped of each list, whether not every two of it meet
 * @param documents numbers of the documents
 * @param around what stands around the key in each, as {@link PostingKey#around} gives it
 * @param lists number of lists
 * @param cappedKeys keys that have a capped list
 * @param cappedPostings postings of those keys
 */
record KeyLists(
    int[] starts,
    byte[] kinds,
    boolean[] capped,
    int[] documents,
    int[] around,
    int lists,
    long cappedKeys,
    long cappedPostings) {
  /** All documents of a rare key, in any order. */
  static final byte RARE = 0;

  /** Documents that have the same after a common key, ascending. */
  static final byte SAME_AFTER = 1;

  /** Documents that have the same before a common key, ascending. */
  static final byte SAME_BEFORE = 2;

  private static final int PIECE = 1 << 13;

  /**
   * How many times the cap a key may have documents before all its lists are capped: of 10,000 that
   * have nothing but the key in common one in 2,048 still has the same on a side by chance, five of
   * them each, no more than each meets where they are capped.
   */
  private static final int HOT = 100;

  static KeyLists of(Postings postings, ReuseSettings settings) {
    int size = postings.size();
    int shift = 64;
    while (shift > 44 && (long) size >>> (64 - shift) > PIECE) {
      shift--;
    }
    int pieces = 1 << (64 - shift);
    int[] ends = new int[pieces + 1];
    for (int i = 0; i < size; i++) {
      ends[piece(postings.keys()[i], shift) + 1]++;
    }
    int most = 0;
    for (int p = 1; p <= pieces; p++) {
      most = Math.max(most, ends[p]);
      ends[p] += ends[p - 1];
    }
    long[] keys = new long[size];
    int[] documents = new int[size];
    int[] next = Arrays.copyOf(ends, pieces);
    for (int i = 0; i < size; i++) {
      int to = next[piece(postings.keys()[i], shift)]++;
      keys[to] = postings.keys()[i];
      documents[to] = postings.documents()[i];
    }
    Builder builder = new Builder(size, most, settings);
    for (int p = 0; p < pieces; p++) {
      builder.add(keys, documents, ends[p], ends[p + 1]);
    }
    return builder.build();
  }

  /** Otherwise than {@link Buckets#of}: by its hash all keys of a bucket were in a few pieces. */
  private static int piece(long key, int shift) {
    return shift == 64 ? 0 : (int) ((PostingKey.hash(key) * 0x9E3779B97F4A7C15L) >>> shift);
  }

  /** Entries of all lists. */
  int size() {
    return starts[lists];
  }

  /** The list that has a place. */
  int listOf(int place) {
    int at = Arrays.binarySearch(starts, 0, lists + 1, place);
    return at >= 0 ? at : -at - 2;
  }

  /** Groups the postings of one piece after the other by key. */
  private static final class Builder {
    private final ReuseSettings settings;
    private final long[] slotKey;
    private final int[] slotCount;
    private final int[] slotStart;
    private final int[] slotOf;
    private int[] documents;
    private int[] around;
    private int[] starts = new int[1 << 10];
    private byte[] kinds = new byte[1 << 10];
    private boolean[] capped = new boolean[1 << 10];
    private int lists;
    private int filled;
    private long cappedKeys;
    private long cappedPostings;

    Builder(int size, int most, ReuseSettings settings) {
      this.settings = settings;
      this.documents = new int[size];
      this.around = new int[size];
      int slots = slots(most);
      slotKey = new long[slots];
      slotCount = new int[slots];
      slotStart = new int[slots];
      slotOf = new int[most];
    }

    /** Slots for so many postings, a power of two: two to four of them for each. */
    private static int slots(int postings) {
      return Math.max(16, Integer.highestOneBit(Math.max(1, postings)) * 4);
    }

    /** Of the table only as much is used as this piece needs: one may be by far the largest. */
    void add(long[] pieceKeys, int[] pieceDocuments, int from, int to) {
      int slots = slots(to - from);
      Arrays.fill(slotCount, 0, slots, 0);
      int mask = slots - 1;
      for (int i = from; i < to; i++) {
        long key = PostingKey.hash(pieceKeys[i]);
        int slot = (int) (key >>> 2 * PostingKey.SIDE ^ key >>> 43) & mask;
        while (slotCount[slot] != 0 && slotKey[slot] != key) {
          slot = (slot + 1) & mask;
        }
        slotKey[slot] = key;
        slotCount[slot]++;
        slotOf[i - from] = slot;
      }
      int rare = 0;
      int common = 0;
      for (int slot = 0; slot < slots; slot++) {
        int count = slotCount[slot];
        slotStart[slot] = -1;
        if (count > settings.rareOccurrence()) {
          slotStart[slot] = common;
          common += count;
        } else if (count >= settings.minOccurrence()) {
          open(RARE);
          slotStart[slot] = filled + rare;
          rare += count;
          starts[lists] = filled + rare;
        }
      }
      room(rare);
      long[] places = new long[common];
      for (int i = from; i < to; i++) {
        int slot = slotOf[i - from];
        if (slotStart[slot] < 0) {
          continue;
        }
        int at = slotStart[slot]++;
        int own = PostingKey.around(pieceKeys[i]);
        if (slotCount[slot] > settings.rareOccurrence()) {
          places[at] = entry(PostingKey.after(own), pieceDocuments[i], PostingKey.before(own));
        } else {
          documents[at] = pieceDocuments[i];
          around[at] = own;
        }
      }
      filled += rare;
      for (int slot = 0; common > 0 && slot < slots; slot++) {
        if (slotCount[slot] > settings.rareOccurrence()) {
          addCommon(places, slotStart[slot] - slotCount[slot], slotStart[slot]);
        }
      }
    }

    /** What sorts by one side of a key, then by document. */
    private static long entry(int side, int document, int otherSide) {
      return (long) side << Integer.SIZE + PostingKey.SIDE
          | (long) document << PostingKey.SIDE
          | otherSide;
    }

    private static int side(long entry) {
      return (int) (entry >>> Integer.SIZE + PostingKey.SIDE);
    }

    private static int document(long entry) {
      return (int) (entry >>> PostingKey.SIDE);
    }

    private static int otherSide(long entry) {
      return (int) entry & (1 << PostingKey.SIDE) - 1;
    }

    private void addCommon(long[] places, int from, int to) {
      boolean isHot = to - from > (long) HOT * settings.maxOccurrence();
      Arrays.sort(places, from, to);
      int before = lists;
      addGroups(places, from, to, SAME_AFTER, isHot);
      for (int i = from; i < to; i++) {
        places[i] = entry(otherSide(places[i]), document(places[i]), side(places[i]));
      }
      Arrays.sort(places, from, to);
      addGroups(places, from, to, SAME_BEFORE, isHot);
      for (int list = before; list < lists; list++) {
        if (capped[list]) {
          cappedKeys++;
          cappedPostings += to - from;
          return;
        }
      }
    }

    private boolean isCapped(int size, boolean isHot) {
      return isHot || size > settings.maxOccurrence();
    }

    /** The end of those that have the same on the side that they are sorted by. */
    private static int end(long[] places, int first, int to) {
      int end = first + 1;
      while (end < to && side(places[end]) == side(places[first])) {
        end++;
      }
      return end;
    }

    /** Adds a list for each group of the same on one side. */
    private void addGroups(long[] places, int from, int to, byte kind, boolean isHot) {
      for (int first = from; first < to; ) {
        int end = end(places, first, to);
        if (end - first > 1) {
          open(kind);
          capped[lists - 1] = isCapped(end - first, isHot);
          room(end - first);
          for (int i = first; i < end; i++) {
            int after = kind == SAME_AFTER ? side(places[i]) : otherSide(places[i]);
            int earlier = kind == SAME_AFTER ? otherSide(places[i]) : side(places[i]);
            documents[filled] = document(places[i]);
            around[filled++] = earlier << PostingKey.SIDE | after;
          }
          starts[lists] = filled;
        }
        first = end;
      }
    }

    /** Begins a list where the one before ends; who calls sets its end. */
    private void open(byte kind) {
      if (lists + 2 > starts.length) {
        starts = Arrays.copyOf(starts, 2 * starts.length);
        kinds = Arrays.copyOf(kinds, 2 * kinds.length);
        capped = Arrays.copyOf(capped, 2 * capped.length);
      }
      kinds[lists++] = kind;
    }

    private void room(int more) {
      if (filled + more > documents.length) {
        int length = Math.max(filled + more, documents.length + documents.length / 2);
        documents = Arrays.copyOf(documents, length);
        around = Arrays.copyOf(around, length);
      }
    }

    KeyLists build() {
      return new KeyLists(
          starts, kinds, capped, documents, around, lists, cappedKeys, cappedPostings);
    }
  }
}
