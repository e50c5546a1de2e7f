package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Pairs of documents that share keys of one bucket, each with the number of keys shared.
 *
 * <p>The inverted-index join of Bayardo, Ma and Srikant (2007): postings are grouped by key in a
 * hash table that works on pieces small enough for the cache; keys of fewer than two documents drop
 * out; then, document by document, the others in its lists are counted in an array. A key of n
 * documents costs n²/2 increments up to {@code maxOccurrence} documents. Beyond, it is capped: a
 * document meets only the first {@link #HUBS} that have the key and the {@link #NEXT} before it, in
 * order of their numbers, which is that of time. So what very many outlets print is still found,
 * each copy beside the first ones and its neighbours, and the whole is linear in the postings. A
 * capped key tells little where two documents share only a few, so it counts half.
 *
 * @param pairs pairs as {@link PairCounts#pair} writes them, ascending by the larger number, then
 *     by the smaller
 * @param counts what each pair shares, in halves of a key
 * @param cappedKeys keys of so many documents that not every two of them met
 * @param cappedPostings postings of those keys
 */
public record Candidates(long[] pairs, int[] counts, long cappedKeys, long cappedPostings) {
  /** What a key counts that is not capped; a capped one counts 1. */
  public static final int WHOLE = 2;

  private static final int LEAST_OF_SHORT = 2;
  private static final int HUBS = 4;
  private static final int NEXT = 4;

  /** Finds the pairs of one bucket. A (key, document) posting must not be repeated. */
  public static Candidates of(Postings postings, ReuseSettings settings) {
    Lists lists = Lists.of(postings, settings);
    return lists.pairs(postings, settings.maxOccurrence());
  }

  /**
   * Whether two documents are near in time: within the window of days, or both without a date. Near
   * ones are found by all keys, others by those of {@link Buckets#isFar} alone.
   */
  public static boolean areNear(int dayOne, int dayOther, ReuseSettings settings) {
    return dayOne == Postings.NO_DAY || dayOther == Postings.NO_DAY
        ? dayOne == dayOther
        : Math.abs((long) dayOne - dayOther) <= settings.windowDays();
  }

  /**
   * Whether two documents share enough to be aligned.
   *
   * <p>Of a text so short that it has few keys, two thirds are enough, and no less than {@value
   * #LEAST_OF_SHORT}: two texts of s shared and a and b &gt;= a own keys have a Jaccard of s / (a +
   * b - s), which is one half where s is a third of a and b together.
   *
   * @param shared what they share over all buckets that count for them, in halves of a key
   * @param fewerKeys keys of that document which has fewer, over all buckets
   */
  public static boolean isEnough(
      int shared, int fewerKeys, int dayOne, int dayOther, ReuseSettings settings) {
    int least =
        areNear(dayOne, dayOther, settings) ? leastNear(fewerKeys, settings) : leastFar(settings);
    return shared >= WHOLE * least;
  }

  /** The least that is enough for any two documents, in halves of a key. */
  public static int least(ReuseSettings settings) {
    return WHOLE * Math.min(leastNear(0, settings), leastFar(settings));
  }

  private static int leastNear(int fewerKeys, ReuseSettings settings) {
    int mostOfThem = (int) ((2L * fewerKeys + 2) / 3);
    return Math.min(settings.minShared(), Math.max(LEAST_OF_SHORT, mostOfThem));
  }

  private static int leastFar(ReuseSettings settings) {
    return Math.max(1, settings.farShared() >> Buckets.FAR_BITS);
  }

  /** Documents of the keys that more than one document has. */
  private record Lists(
      int[] starts, int[] documents, int keys, long cappedKeys, long cappedPostings) {
    private static final int PIECE = 1 << 13;

    static Lists of(Postings postings, ReuseSettings settings) {
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
      return shift == 64 ? 0 : (int) ((key * 0x9E3779B97F4A7C15L) >>> shift);
    }

    /** Counts those that the document at a place of a capped key meets before it. */
    private void addCapped(int place, Shared shared) {
      int at = Arrays.binarySearch(starts, 0, keys + 1, place);
      int first = starts[at >= 0 ? at : -at - 2];
      int hubs = Math.min(first + HUBS, place);
      for (int o = first; o < hubs; o++) {
        shared.add(documents[o], 1);
      }
      for (int o = Math.max(hubs, place - NEXT); o < place; o++) {
        shared.add(documents[o], 1);
      }
    }

    Candidates pairs(Postings postings, int maxOccurrence) {
      int most = -1;
      for (int k = 0; k < starts[keys]; k++) {
        most = Math.max(most, documents[k]);
      }
      int[] begins = new int[most + 2];
      for (int k = 0; k < starts[keys]; k++) {
        begins[documents[k] + 1]++;
      }
      for (int d = 0; d <= most; d++) {
        begins[d + 1] += begins[d];
      }
      // for each document its keys, or, of a capped key, the complement of its place in the lists
      int[] keysOf = new int[starts[keys]];
      int[] next = Arrays.copyOf(begins, most + 1);
      for (int key = 0; key < keys; key++) {
        boolean capped = starts[key + 1] - starts[key] > maxOccurrence;
        if (capped) {
          IntArrays.quickSort(documents, starts[key], starts[key + 1]);
        }
        for (int k = starts[key]; k < starts[key + 1]; k++) {
          keysOf[next[documents[k]]++] = capped ? ~k : key;
        }
      }
      PairLists found = new PairLists();
      Shared shared = new Shared(most + 1);
      for (int d = 0; d <= most; d++) {
        for (int k = begins[d]; k < begins[d + 1]; k++) {
          if (keysOf[k] < 0) {
            addCapped(~keysOf[k], shared);
          } else {
            for (int o = starts[keysOf[k]]; o < starts[keysOf[k] + 1]; o++) {
              if (documents[o] < d) {
                shared.add(documents[o], WHOLE);
              }
            }
          }
        }
        shared.move(d, postings, found);
      }
      return found.candidates(cappedKeys, cappedPostings);
    }
  }

  /** What one document after the other shares with those of lower numbers. */
  private static final class Shared {
    private final int[] shared;
    private final int[] touched;
    private int others;

    Shared(int documents) {
      this.shared = new int[documents];
      this.touched = new int[documents];
    }

    void add(int other, int count) {
      if (shared[other] == 0) {
        touched[others++] = other;
      }
      shared[other] += count;
    }

    /** Moves what a document shares to the pairs found, but for pairs of two known documents. */
    void move(int document, Postings postings, PairLists found) {
      IntArrays.quickSort(touched, 0, others);
      for (int o = 0; o < others; o++) {
        if (postings.fresh()[document] || postings.fresh()[touched[o]]) {
          found.add(PairCounts.pair(document, touched[o]), shared[touched[o]]);
        }
        shared[touched[o]] = 0;
      }
      others = 0;
    }
  }

  /** Groups the postings of one piece after the other by key. */
  private static final class Builder {
    private final ReuseSettings settings;
    private final long[] slotKey;
    private final int[] slotCount;
    private final int[] slotStart;
    private final int[] slotOf;
    private final int[] kept;
    private int[] starts = new int[1024];
    private int keys;
    private int filled;
    private long cappedKeys;
    private long cappedPostings;

    Builder(int size, int most, ReuseSettings settings) {
      this.settings = settings;
      int slots = slots(most);
      slotKey = new long[slots];
      slotCount = new int[slots];
      slotStart = new int[slots];
      slotOf = new int[most];
      kept = new int[size];
    }

    /** Slots for so many postings, a power of two: two to four of them for each. */
    private static int slots(int postings) {
      return Math.max(16, Integer.highestOneBit(Math.max(1, postings)) * 4);
    }

    /** Of the table only as much is used as this piece needs: one may be by far the largest. */
    void add(long[] pieceKeys, int[] documents, int from, int to) {
      int slots = slots(to - from);
      Arrays.fill(slotCount, 0, slots, 0);
      int mask = slots - 1;
      for (int i = from; i < to; i++) {
        long key = pieceKeys[i];
        int slot = (int) (key ^ key >>> 29) & mask;
        while (slotCount[slot] != 0 && slotKey[slot] != key) {
          slot = (slot + 1) & mask;
        }
        slotKey[slot] = key;
        slotCount[slot]++;
        slotOf[i - from] = slot;
      }
      for (int slot = 0; slot < slots; slot++) {
        open(slot);
      }
      for (int i = from; i < to; i++) {
        int slot = slotOf[i - from];
        if (slotStart[slot] >= 0) {
          kept[slotStart[slot]++] = documents[i];
        }
      }
    }

    private void open(int slot) {
      int count = slotCount[slot];
      slotStart[slot] = -1;
      if (count > settings.maxOccurrence()) {
        cappedKeys++;
        cappedPostings += count;
      }
      if (count >= settings.minOccurrence()) {
        if (keys + 1 == starts.length) {
          starts = Arrays.copyOf(starts, keys * 2 + 2);
        }
        starts[keys++] = filled;
        slotStart[slot] = filled;
        filled += count;
      }
    }

    Lists build() {
      int[] all = Arrays.copyOf(starts, keys + 1);
      all[keys] = filled;
      return new Lists(all, kept, keys, cappedKeys, cappedPostings);
    }
  }

  private static final class PairLists {
    private long[] pairs = new long[1024];
    private int[] counts = new int[1024];
    private int size;

    void add(long pair, int count) {
      if (size == pairs.length) {
        pairs = Arrays.copyOf(pairs, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
      }
      pairs[size] = pair;
      counts[size++] = count;
    }

    Candidates candidates(long cappedKeys, long cappedPostings) {
      return new Candidates(
          Arrays.copyOf(pairs, size), Arrays.copyOf(counts, size), cappedKeys, cappedPostings);
    }
  }
}
