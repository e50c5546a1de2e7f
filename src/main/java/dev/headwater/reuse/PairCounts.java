package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Adds up what pairs of documents share over several buckets.
 *
 * <p>Counts are only collected until they are asked for, then grouped by the pair's first document
 * (a counting sort) and added up document by document in an array: linear in counts and documents,
 * 24 bytes a count, and without a hash table's jump through memory for each. Not thread-safe.
 */
public final class PairCounts {
  private final IntArrayList firsts = new IntArrayList();
  private final IntArrayList seconds = new IntArrayList();
  private final IntArrayList counts = new IntArrayList();
  private int documents;

  /** What reads the sums. */
  public interface Reader {
    /** One pair, its first document first as it was added, with its sum; pairs in any order. */
    void pair(int first, int second, int count);
  }

  /** One long for two document numbers, whatever their order. */
  public static long pair(int first, int second) {
    return (long) Math.min(first, second) << 32 | Math.max(first, second);
  }

  /** The smaller document number of a pair. */
  public static int smaller(long pair) {
    return (int) (pair >>> 32);
  }

  /** The larger document number of a pair. */
  public static int larger(long pair) {
    return (int) pair;
  }

  /** Adds to the count of a pair; it must always be given with the same document first. */
  public void add(int first, int second, int count) {
    firsts.add(first);
    seconds.add(second);
    counts.add(count);
    documents = Math.max(documents, Math.max(first, second) + 1);
  }

  /** Gives each pair whose sum is at least so much, by first document ascending. */
  public void atLeast(int least, Reader reader) {
    int[] ends = new int[documents + 1];
    for (int i = 0; i < firsts.size(); i++) {
      ends[firsts.getInt(i) + 1]++;
    }
    for (int d = 0; d < documents; d++) {
      ends[d + 1] += ends[d];
    }
    int[] next = ends.clone();
    int[] grouped = new int[firsts.size()];
    int[] groupedCounts = new int[firsts.size()];
    for (int i = 0; i < grouped.length; i++) {
      int to = next[firsts.getInt(i)]++;
      grouped[to] = seconds.getInt(i);
      groupedCounts[to] = counts.getInt(i);
    }
    int[] sums = new int[documents];
    for (int first = 0; first < documents; first++) {
      for (int i = ends[first]; i < ends[first + 1]; i++) {
        sums[grouped[i]] += groupedCounts[i];
      }
      for (int i = ends[first]; i < ends[first + 1]; i++) {
        int sum = sums[grouped[i]];
        if (sum >= least) {
          reader.pair(first, grouped[i], sum);
        }
        sums[grouped[i]] = 0;
      }
    }
  }
}
