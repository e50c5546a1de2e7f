package dev.headwater.reuse;

import dev.headwater.text.Words;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * Seeds of an alignment: longest runs of equal words around shared n-grams, by left then right
 * position.
 *
 * <p>The n-grams of the right text are looked up, in reading order, among those of the left. An
 * n-gram gives at most {@link #MOST_PLACES} pairs of places, else none, so the number of seeds is
 * linear in the texts. Which text is looked up in which decides the order of the runs and nothing
 * else: each diagonal is settled by itself, and along it both texts go forward.
 */
final class Runs {
  private static final int MOST_PLACES = 16;

  private final int[] lefts;
  private final int[] rights;
  private final int[] lengths;

  private Runs(int[] lefts, int[] rights, int[] lengths) {
    this.lefts = lefts;
    this.rights = rights;
    this.lengths = lengths;
  }

  static Runs of(TextIndex left, TextIndex right, int ngram) {
    LongArrayList seeds = seeds(left, right, ngram);
    long[] byDiagonal = seeds.toLongArray();
    Arrays.sort(byDiagonal);
    LongArrayList begins = new LongArrayList();
    IntArrayList ends = new IntArrayList();
    int reached = 0;
    int shift = right.words().size();
    long diagonal = -1;
    for (long seed : byDiagonal) {
      int l = (int) seed;
      int r = l - (int) ((seed >>> 32) - shift);
      if (seed >>> 32 == diagonal && l + ngram <= reached) {
        continue;
      }
      if (seed >>> 32 == diagonal && l <= reached) {
        reached = l + ngram;
        ends.set(ends.size() - 1, reached);
        continue;
      }
      diagonal = seed >>> 32;
      int back = back(left, right, l, r, begins, ends, shift);
      reached = forward(left, right, l + ngram, r + ngram);
      begins.add((long) (l - back) << 32 | r - back);
      ends.add(reached);
    }
    return sorted(begins, ends);
  }

  /** Each seed as diagonal in the upper half and left position in the lower. */
  private static LongArrayList seeds(TextIndex left, TextIndex right, int ngram) {
    long[] meetings = meetings(left.grams(ngram), right.words(), ngram);
    LongArrayList seeds = new LongArrayList(meetings.length);
    int shift = right.words().size();
    int from = 0;
    while (from < meetings.length) {
      int to = from + 1;
      while (to < meetings.length && meetings[to] >>> 32 == meetings[from] >>> 32) {
        to++;
      }
      int last = (int) (meetings[from] >>> 32);
      int places = 0;
      for (int l = last; l >= 0 && places <= MOST_PLACES; l = left.grams(ngram).before(l)) {
        places++;
      }
      if ((long) places * (to - from) <= MOST_PLACES) {
        for (int l = last; l >= 0; l = left.grams(ngram).before(l)) {
          for (int m = from; m < to; m++) {
            seeds.add((long) (l - (int) meetings[m] + shift) << 32 | l);
          }
        }
      }
      from = to;
    }
    return seeds;
  }

  /**
   * For each n-gram of the right text that the left one has too, the last place of it there in the
   * upper half and the place in the right text in the lower; ascending, so that those of one n-gram
   * stand together.
   */
  private static long[] meetings(GramTable grams, Words right, int ngram) {
    LongArrayList meetings = new LongArrayList();
    Grams.Rolling rolling = new Grams.Rolling(ngram);
    for (int w = 0; w < right.size(); w++) {
      long gram = rolling.next(right, w);
      int last = w < ngram - 1 ? -1 : grams.last(gram);
      if (last >= 0) {
        meetings.add((long) last << 32 | w - ngram + 1);
      }
    }
    long[] sorted = meetings.toLongArray();
    Arrays.sort(sorted);
    return sorted;
  }

  private static int back(
      TextIndex left,
      TextIndex right,
      int l,
      int r,
      LongArrayList begins,
      IntArrayList ends,
      int shift) {
    int floor = 0;
    if (!begins.isEmpty()) {
      long last = begins.getLong(begins.size() - 1);
      // a run on the same diagonal ends before this one
      if ((int) (last >>> 32) - (int) last == l - r) {
        floor = ends.getInt(ends.size() - 1);
      }
    }
    int back = 0;
    while (l - back > floor
        && r - back > 0
        && left.words().hash(l - back - 1) == right.words().hash(r - back - 1)) {
      back++;
    }
    return back;
  }

  private static int forward(TextIndex left, TextIndex right, int l, int r) {
    int end = l;
    while (end < left.words().size()
        && r + end - l < right.words().size()
        && left.words().hash(end) == right.words().hash(r + end - l)) {
      end++;
    }
    return end;
  }

  private static Runs sorted(LongArrayList begins, IntArrayList ends) {
    int size = begins.size();
    Integer[] order = new Integer[size];
    for (int k = 0; k < size; k++) {
      order[k] = k;
    }
    Arrays.sort(order, (x, y) -> Long.compare(begins.getLong(x), begins.getLong(y)));
    int[] lefts = new int[size];
    int[] rights = new int[size];
    int[] lengths = new int[size];
    for (int k = 0; k < size; k++) {
      long begin = begins.getLong(order[k]);
      lefts[k] = (int) (begin >>> 32);
      rights[k] = (int) begin;
      lengths[k] = ends.getInt(order[k]) - lefts[k];
    }
    return new Runs(lefts, rights, lengths);
  }

  /** The same runs with the sides exchanged. */
  Runs mirrored() {
    LongArrayList begins = new LongArrayList(size());
    IntArrayList ends = new IntArrayList(size());
    for (int k = 0; k < size(); k++) {
      begins.add((long) rights[k] << 32 | lefts[k]);
      ends.add(rightEnd(k));
    }
    return sorted(begins, ends);
  }

  int size() {
    return lefts.length;
  }

  int left(int run) {
    return lefts[run];
  }

  int right(int run) {
    return rights[run];
  }

  int length(int run) {
    return lengths[run];
  }

  int leftEnd(int run) {
    return lefts[run] + lengths[run];
  }

  int rightEnd(int run) {
    return rights[run] + lengths[run];
  }
}
