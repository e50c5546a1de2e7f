package dev.headwater.bench;

import dev.headwater.text.Words;
import java.util.Arrays;

/** Sets of word n-grams, and the exact Jaccard of two: what pairs are measured by. */
public final class WordGrams {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private WordGrams() {}

  /** Distinct hashes of a text's word n-grams, ascending. */
  public static long[] of(String text, int n) {
    Words words = Words.of(text);
    long[] grams = new long[Math.max(0, words.size() - n + 1)];
    for (int first = 0; first < grams.length; first++) {
      long hash = 0;
      for (int w = first; w < first + n; w++) {
        hash = (hash ^ words.hash(w)) * BASE;
        hash ^= hash >>> 29;
      }
      grams[first] = hash;
    }
    return Arrays.stream(grams).sorted().distinct().toArray();
  }

  /** Members in common over members of either; 0 where both are empty. One merge of the two. */
  public static double jaccard(long[] one, long[] other) {
    int i = 0;
    int j = 0;
    int both = 0;
    while (i < one.length && j < other.length) {
      int order = Long.compare(one[i], other[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    int either = one.length + other.length - both;
    return either == 0 ? 0 : (double) both / either;
  }
}
