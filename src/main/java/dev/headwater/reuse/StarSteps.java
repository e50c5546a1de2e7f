package dev.headwater.reuse;

import java.util.Arrays;

/**
 * The two steps that find connected components in a few rounds of map and reduce.
 *
 * <p>Large-star and small-star of Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii,
 * "Connected components in MapReduce and beyond" (SoCC 2014): alternated until no edge changes,
 * every node points to the least node of its component; O(log² n) rounds, and a node is never sent
 * more edges than it has. Pure functions on the neighbours of one node.
 */
public final class StarSteps {
  private StarSteps() {}

  /**
   * Links each neighbour larger than the node to the least of the node and its neighbours.
   *
   * @param neighbours all neighbours, in any order, repeats allowed
   * @return edges as pairs: from, to, from, to, …
   */
  public static long[] largeStar(long node, long[] neighbours) {
    long least = least(node, neighbours);
    long[] edges = new long[neighbours.length * 2];
    int size = 0;
    for (long neighbour : distinct(neighbours)) {
      if (neighbour > node) {
        edges[size++] = neighbour;
        edges[size++] = least;
      }
    }
    return Arrays.copyOf(edges, size);
  }

  /**
   * Links the node and its neighbours to the least of them.
   *
   * @param neighbours the neighbours that are smaller than the node
   * @return edges as pairs: from, to, from, to, …
   */
  public static long[] smallStar(long node, long[] neighbours) {
    long least = least(node, neighbours);
    long[] edges = new long[neighbours.length * 2 + 2];
    int size = 0;
    for (long neighbour : distinct(neighbours)) {
      if (neighbour < node && neighbour != least) {
        edges[size++] = neighbour;
        edges[size++] = least;
      }
    }
    if (node != least) {
      edges[size++] = node;
      edges[size++] = least;
    }
    return Arrays.copyOf(edges, size);
  }

  private static long least(long node, long[] neighbours) {
    long least = node;
    for (long neighbour : neighbours) {
      least = Math.min(least, neighbour);
    }
    return least;
  }

  private static long[] distinct(long[] values) {
    return Arrays.stream(values).sorted().distinct().toArray();
  }
}
