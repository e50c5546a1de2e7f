package dev.headwater.reuse;

import java.util.Arrays;

/**
 * Union-find over 0..n-1; the smallest number of a set stands for it, so the result does not depend
 * on the order of unions. Path halving (Tarjan and van Leeuwen 1984): O(log n) amortised.
 */
public final class DisjointSets {
  private final int[] parents;

  /** Every element alone. */
  public DisjointSets(int size) {
    parents = new int[size];
    Arrays.setAll(parents, i -> i);
  }

  /** The least element of the set that holds the element. */
  public int find(int element) {
    int at = element;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  /** Makes the sets of both elements one. */
  public void unite(int a, int b) {
    int x = find(a);
    int y = find(b);
    parents[Math.max(x, y)] = Math.min(x, y);
  }
}
