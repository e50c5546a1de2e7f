package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Clusters of stretches: connected components, taken apart where a few weak links hold dense groups
 * together.
 *
 * <p>Components by {@link DisjointSets}, near-linear. A component of {@code guardSize} stretches or
 * more whose density is below {@code guardDensity} loses the edges whose ends have few neighbours
 * in common (structural similarity, SCAN: Xu et al. 2007), with a rising bound, until its parts are
 * dense or small. The outcome depends on the set of edges alone, not on their order. Cost of a
 * guard round: for each edge of the component the lesser degree of its ends, times the logarithm of
 * the larger one.
 */
public final class Clusters {
  private static final double[] BOUNDS = {0.2, 0.35, 0.5, 0.7};

  /**
   * Times that one list is longer than the other from which on a search is cheaper than a merge.
   */
  private static final int MUCH_FEWER = 16;

  private Clusters() {}

  /**
   * One cluster.
   *
   * @param members its nodes, ascending; two or more
   * @param edges edges between them as given
   * @param density edges over those that its members could have, 0..1: with every other member, or
   *     with {@code maxOccurrence} others, as no more need be compared
   * @param oversized whether it has more than {@code maxCluster} members: to be reported, not used
   */
  public record Cluster(int[] members, int edges, double density, boolean oversized) {}

  /** The clusters of the nodes 0 to n-1, ordered by their least member; edges may repeat. */
  public static List<Cluster> of(int nodes, int[] from, int[] to, ReuseSettings settings) {
    int[][] neighbours = neighbours(nodes, from, to);
    int[] all = new int[nodes];
    Arrays.setAll(all, n -> n);
    List<Cluster> clusters = new ArrayList<>();
    for (int[] component : components(all, neighbours, 0)) {
      refine(component, neighbours, 0, settings, clusters);
    }
    clusters.sort((x, y) -> Integer.compare(x.members()[0], y.members()[0]));
    return clusters;
  }

  private static void refine(
      int[] members, int[][] neighbours, int round, ReuseSettings settings, List<Cluster> into) {
    int edges = edges(members, neighbours);
    double reach = Math.min(members.length - 1, settings.maxOccurrence());
    double density = Math.min(1, 2.0 * edges / (members.length * reach));
    boolean guarded = members.length >= settings.guardSize();
    if (guarded && density < settings.guardDensity() && round < BOUNDS.length) {
      for (int[] part : components(members, neighbours, BOUNDS[round])) {
        refine(part, neighbours, round + 1, settings, into);
      }
    } else {
      into.add(new Cluster(members, edges, density, members.length > settings.maxCluster()));
    }
  }

  private static int edges(int[] members, int[][] neighbours) {
    int edges = 0;
    for (int member : members) {
      for (int other : neighbours[member]) {
        edges += other > member && Arrays.binarySearch(members, other) >= 0 ? 1 : 0;
      }
    }
    return edges;
  }

  /** Components of two or more of the members, by the edges whose ends are similar enough. */
  private static List<int[]> components(int[] members, int[][] neighbours, double bound) {
    DisjointSets sets = new DisjointSets(members.length);
    for (int m = 0; m < members.length; m++) {
      for (int other : neighbours[members[m]]) {
        int o = other > members[m] ? Arrays.binarySearch(members, other) : -1;
        if (o >= 0 && (bound == 0 || similarity(members[m], other, neighbours) >= bound)) {
          sets.unite(m, o);
        }
      }
    }
    IntArrayList[] groups = new IntArrayList[members.length];
    for (int m = 0; m < members.length; m++) {
      int root = sets.find(m);
      if (groups[root] == null) {
        groups[root] = new IntArrayList();
      }
      groups[root].add(members[m]);
    }
    List<int[]> components = new ArrayList<>();
    for (IntArrayList group : groups) {
      if (group != null && group.size() > 1) {
        components.add(group.toIntArray());
      }
    }
    return components;
  }

  /** Common neighbours over the geometric mean of both neighbourhoods, the ends counted in. */
  private static double similarity(int a, int b, int[][] neighbours) {
    int common = 2 + common(neighbours[a], neighbours[b]);
    return common / Math.sqrt((neighbours[a].length + 1.0) * (neighbours[b].length + 1.0));
  }

  /** How many numbers two ascending lists have in common. */
  static int common(int[] one, int[] other) {
    int[] few = one.length <= other.length ? one : other;
    int[] many = few == one ? other : one;
    // A hub would else cost its degree again for each of its neighbours.
    return (long) few.length * MUCH_FEWER < many.length ? searched(few, many) : merged(few, many);
  }

  private static int searched(int[] few, int[] many) {
    int common = 0;
    int from = 0;
    for (int wanted : few) {
      int place = Arrays.binarySearch(many, from, many.length, wanted);
      common += place >= 0 ? 1 : 0;
      from = place >= 0 ? place + 1 : -place - 1;
    }
    return common;
  }

  private static int merged(int[] one, int[] other) {
    int common = 0;
    int i = 0;
    int k = 0;
    while (i < one.length && k < other.length) {
      if (one[i] < other[k]) {
        i++;
      } else if (one[i] > other[k]) {
        k++;
      } else {
        common++;
        i++;
        k++;
      }
    }
    return common;
  }

  private static int[][] neighbours(int nodes, int[] from, int[] to) {
    int[] degrees = new int[nodes];
    for (int e = 0; e < from.length; e++) {
      degrees[from[e]]++;
      degrees[to[e]]++;
    }
    int[][] neighbours = new int[nodes][];
    for (int n = 0; n < nodes; n++) {
      neighbours[n] = new int[degrees[n]];
    }
    for (int e = 0; e < from.length; e++) {
      neighbours[from[e]][--degrees[from[e]]] = to[e];
      neighbours[to[e]][--degrees[to[e]]] = from[e];
    }
    for (int n = 0; n < nodes; n++) {
      int node = n;
      neighbours[n] =
          Arrays.stream(neighbours[n]).filter(o -> o != node).sorted().distinct().toArray();
    }
    return neighbours;
  }
}
