package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.Arrays;

/**
 * Pairs of documents that share keys of one bucket, each with the number of keys shared.
 *
 * <p>The inverted-index join of Bayardo, Ma and Srikant (2007): postings are grouped by key ({@link
 * KeyLists}); keys of fewer than two documents drop out; then, document by document, the others in
 * its lists are counted in an array.
 *
 * <p>Most pairs of a large corpus share one set phrase by chance, and their number would grow with
 * the square of the corpus. A key of more than {@code rareOccurrence} documents therefore counts
 * only between those that have the same before or after it, and so does every key between documents
 * far apart in time. A list of n documents costs n²/2 increments up to {@code maxOccurrence}.
 * Beyond, it is capped: a document meets only the first {@value #HUBS} of the list and the {@value
 * #NEXT} before it, in order of their numbers, which is that of time. So what very many outlets
 * print is still found, each copy beside the first ones and its neighbours, and the whole is linear
 * in the postings: at most {@code rareOccurrence} / 2 or {@code maxOccurrence} increments for each.
 *
 * @param pairs pairs as {@link PairCounts#pair} writes them, ascending by the larger number, then
 *     by the smaller
 * @param counts keys that each pair shares
 * @param cappedKeys keys of so many documents that of those with the same on one side of it not
 *     every two met
 * @param cappedPostings postings of those keys
 */
public record Candidates(long[] pairs, int[] counts, long cappedKeys, long cappedPostings) {
  private static final int LEAST_OF_SHORT = 2;
  private static final int MISREAD_PART = 5;
  private static final int HUBS = 4;
  private static final int NEXT = 4;

  /** Finds the pairs of one bucket. A (key, document) posting must not be repeated. */
  public static Candidates of(Postings postings, ReuseSettings settings) {
    return new Counting(KeyLists.of(postings, settings), postings, settings).pairs();
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
   * What it depends on how much a document must share with others: its keys, and whether it is full
   * of reading errors. One int, so that it travels with every document.
   *
   * @param keys how many it has over all buckets, below 2³⁰
   */
  public static int extent(int keys, boolean isMisread) {
    return keys << 1 | (isMisread ? 1 : 0);
  }

  /**
   * Whether two documents share enough to be aligned.
   *
   * <p>Of a text so short that it has few keys, two thirds are enough, and no less than {@value
   * #LEAST_OF_SHORT}: two texts of s shared and a and b &gt;= a own keys have a Jaccard of s / (a +
   * b - s), which is one half where s is a third of a and b together. For each of the two that is
   * full of reading errors a fifth less is asked, as these break a third to a half of its n-grams.
   *
   * @param shared what they share over all buckets that count for them
   * @param one {@link #extent} of the one
   * @param other of the other
   */
  public static boolean isEnough(
      int shared, int one, int other, int dayOne, int dayOther, ReuseSettings settings) {
    int least =
        areNear(dayOne, dayOther, settings) ? leastNear(one, other, settings) : leastFar(settings);
    return shared >= least;
  }

  /** The least that is enough for any two documents. */
  public static int least(ReuseSettings settings) {
    int least = extent(0, true);
    return Math.min(leastNear(least, least, settings), leastFar(settings));
  }

  private static int leastNear(int one, int other, ReuseSettings settings) {
    int fewerKeys = Math.min(one, other) >> 1;
    int misread = (one & 1) + (other & 1);
    int mostOfThem = (int) ((2L * fewerKeys + 2) / 3);
    int ofMany = settings.minShared() - misread * settings.minShared() / MISREAD_PART;
    return Math.min(ofMany, Math.max(LEAST_OF_SHORT, mostOfThem));
  }

  private static int leastFar(ReuseSettings settings) {
    return Math.max(1, settings.farShared() >> Buckets.FAR_BITS);
  }

  /** Counts, document by document, what it shares with those of lower numbers. */
  private static final class Counting {
    private final KeyLists lists;
    private final Postings postings;
    private final ReuseSettings settings;
    private final Shared shared;

    Counting(KeyLists lists, Postings postings, ReuseSettings settings) {
      this.lists = lists;
      this.postings = postings;
      this.settings = settings;
      int documents = 0;
      for (int k = 0; k < lists.size(); k++) {
        documents = Math.max(documents, lists.documents()[k] + 1);
      }
      this.shared = new Shared(documents);
    }

    Candidates pairs() {
      int documents = shared.documents();
      int[] begins = new int[documents + 1];
      for (int k = 0; k < lists.size(); k++) {
        begins[lists.documents()[k] + 1]++;
      }
      for (int d = 0; d < documents; d++) {
        begins[d + 1] += begins[d];
      }
      // for each document its lists, or, of a capped one, the complement of its place in it
      int[] listsOf = new int[lists.size()];
      int[] around = new int[lists.size()];
      int[] next = Arrays.copyOf(begins, documents);
      for (int list = 0; list < lists.lists(); list++) {
        for (int k = lists.starts()[list]; k < lists.starts()[list + 1]; k++) {
          int to = next[lists.documents()[k]]++;
          listsOf[to] = lists.capped()[list] ? ~k : list;
          around[to] = lists.around()[k];
        }
      }
      PairLists found = new PairLists();
      for (int d = 0; d < documents; d++) {
        for (int k = begins[d]; k < begins[d + 1]; k++) {
          if (listsOf[k] < 0) {
            addCapped(d, ~listsOf[k], around[k]);
          } else if (lists.kinds()[listsOf[k]] == KeyLists.RARE) {
            addRare(d, listsOf[k], around[k]);
          } else {
            int list = listsOf[k];
            for (int o = lists.starts()[list]; lists.documents()[o] < d; o++) {
              addCommon(d, list, o, around[k]);
            }
          }
        }
        shared.move(d, found);
      }
      return found.candidates(lists.cappedKeys(), lists.cappedPostings());
    }

    private void addRare(int document, int list, int own) {
      for (int o = lists.starts()[list]; o < lists.starts()[list + 1]; o++) {
        int other = lists.documents()[o];
        if (other < document
            && (areNear(document, other) || PostingKey.isSame(own, lists.around()[o]))) {
          add(document, other);
        }
      }
    }

    private boolean areNear(int document, int other) {
      int[] days = postings.days();
      return days == null || Candidates.areNear(days[document], days[other], settings);
    }

    /** Counts those that a document meets before its place in a capped list. */
    private void addCapped(int document, int place, int own) {
      int list = lists.listOf(place);
      int first = lists.starts()[list];
      int hubs = Math.min(first + HUBS, place);
      for (int o = first; o < hubs; o++) {
        addCommon(document, list, o, own);
      }
      for (int o = Math.max(hubs, place - NEXT); o < place; o++) {
        addCommon(document, list, o, own);
      }
    }

    /**
     * Adds one of a list of a common key; who has the same after it is met in the list of those.
     */
    private void addCommon(int document, int list, int o, int own) {
      boolean isInBoth =
          lists.kinds()[list] == KeyLists.SAME_BEFORE
              && PostingKey.after(lists.around()[o]) == PostingKey.after(own);
      if (!isInBoth) {
        add(document, lists.documents()[o]);
      }
    }

    /** Pairs of two known documents are known. */
    private void add(int document, int other) {
      if (postings.fresh()[document] || postings.fresh()[other]) {
        shared.add(other);
      }
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

    int documents() {
      return shared.length;
    }

    void add(int other) {
      if (shared[other] == 0) {
        touched[others++] = other;
      }
      shared[other]++;
    }

    /** Moves what a document shares to the pairs found. */
    void move(int document, PairLists found) {
      IntArrays.quickSort(touched, 0, others);
      for (int o = 0; o < others; o++) {
        found.add(PairCounts.pair(document, touched[o]), shared[touched[o]]);
        shared[touched[o]] = 0;
      }
      others = 0;
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
