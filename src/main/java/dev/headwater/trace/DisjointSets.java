package dev.headwater.trace;

import java.util.Arrays;

/**
 * Union-find over 0..n-1; the smallest number of a set stands for it, so the result does not depend
 * on the order of unions. Path halving (Tarjan and van Leeuwen 1984): O(log n) amortised.
 */
final class DisjointSets {
  private final int[] parents;

  DisjointSets(int size) {
    parents = new int[size];
    Arrays.setAll(parents, i -> i);
  }

  int find(int element) {
    int at = element;
    while (parents[at] != at) {
      parents[at] = parents[parents[at]];
      at = parents[at];
    }
    return at;
  }

  void unite(int a, int b) {
    int x = find(a);
    int y = find(b);
    parents[Math.max(x, y)] = Math.min(x, y);
  }
}
