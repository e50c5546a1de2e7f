package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ClustersTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  @Test
  void joinsWhatEdgesJoin() {
    List<Clusters.Cluster> clusters =
        Clusters.of(6, new int[] {4, 1, 2}, new int[] {5, 2, 0}, SETTINGS);
    assertThat(clusters).hasSize(2);
    assertThat(clusters.get(0).members()).containsExactly(0, 1, 2);
    assertThat(clusters.get(0).edges()).isEqualTo(2);
    assertThat(clusters.get(0).density()).isEqualTo(2.0 / 3);
    assertThat(clusters.get(1).members()).containsExactly(4, 5);
  }

  @Test
  void takesDenseGroupsApartThatOneEdgeHoldsTogether() {
    List<int[]> edges = new ArrayList<>();
    for (int group = 0; group < 12; group++) {
      clique(group * 8, 8, edges);
      if (group > 0) {
        edges.add(new int[] {group * 8 - 1, group * 8});
      }
    }
    List<Clusters.Cluster> clusters = of(96, edges);
    assertThat(clusters).hasSize(12).allMatch(c -> c.members().length == 8 && c.density() == 1.0);
  }

  @Test
  void leavesAChainShorterThanTheGuardAlone() {
    List<int[]> edges = new ArrayList<>();
    for (int n = 1; n < 20; n++) {
      edges.add(new int[] {n - 1, n});
    }
    assertThat(of(20, edges)).hasSize(1);
  }

  @Test
  void reportsAClusterAboveTheCap() {
    List<int[]> edges = new ArrayList<>();
    clique(0, 60, edges);
    ReuseSettings small =
        new ReuseSettings(5, 2, 32, 100, 1, 2, 180, 20, 50, 300, 15, 0.4, 30, 30, 0.1, 50, 3000);
    assertThat(Clusters.of(60, ends(edges, 0), ends(edges, 1), small))
        .extracting(Clusters.Cluster::oversized)
        .containsExactly(true);
  }

  @Property(tries = 200)
  void countsWhatTwoListsOfAnyLengthsHaveInCommon(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    TreeSet<Integer> few = new TreeSet<>();
    TreeSet<Integer> many = new TreeSet<>();
    random.ints(random.nextInt(20), 0, 2000).forEach(few::add);
    random.ints(random.nextInt(1500), 0, 2000).forEach(many::add);
    TreeSet<Integer> both = new TreeSet<>(few);
    both.retainAll(many);
    assertThat(Clusters.common(array(few), array(many))).isEqualTo(both.size());
    assertThat(Clusters.common(array(many), array(few))).isEqualTo(both.size());
  }

  /** A merge of both lists at each edge would take minutes. */
  @Test
  void takesAHubOfManyLeavesApart() {
    int leaves = 400_000;
    int[] from = new int[leaves];
    int[] to = new int[leaves];
    Arrays.fill(from, leaves);
    Arrays.setAll(to, leaf -> leaf);
    assertThat(Clusters.of(leaves + 1, from, to, SETTINGS)).isEmpty();
  }

  private static int[] array(TreeSet<Integer> numbers) {
    return numbers.stream().mapToInt(n -> n).toArray();
  }

  @Property(tries = 40)
  void doesNotDependOnTheOrderOfEdges(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    List<int[]> edges = new ArrayList<>();
    for (int e = 0; e < 150; e++) {
      edges.add(new int[] {random.nextInt(120), random.nextInt(120)});
    }
    List<Clusters.Cluster> clusters = of(120, edges);
    Collections.shuffle(edges, random);
    edges.replaceAll(e -> random.nextBoolean() ? e : new int[] {e[1], e[0]});
    assertThat(texts(of(120, edges))).isEqualTo(texts(clusters));
  }

  @Property(tries = 40)
  void starStepsFindTheComponents(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    List<int[]> edges = new ArrayList<>();
    for (int e = 0; e < 25; e++) {
      int from = random.nextInt(30);
      int to = random.nextInt(30);
      if (from != to) {
        edges.add(new int[] {from, to});
      }
    }
    TreeSet<String> stars = new TreeSet<>();
    edges.forEach(e -> stars.add(Math.max(e[0], e[1]) + " " + Math.min(e[0], e[1])));
    TreeSet<String> before = new TreeSet<>();
    while (!before.equals(stars)) {
      before = new TreeSet<>(stars);
      step(stars, StarStep.LARGE);
      step(stars, StarStep.SMALL);
    }
    TreeSet<String> expected = new TreeSet<>();
    for (Clusters.Cluster cluster : of(30, edges)) {
      for (int m = 1; m < cluster.members().length; m++) {
        expected.add(cluster.members()[m] + " " + cluster.members()[0]);
      }
    }
    assertThat(stars).isEqualTo(expected);
  }

  private enum StarStep {
    LARGE,
    SMALL
  }

  private static void step(TreeSet<String> stars, StarStep step) {
    TreeMap<Long, LongArrayList> neighbours = new TreeMap<>();
    for (String star : stars) {
      long larger = Long.parseLong(star.split(" ")[0]);
      long smaller = Long.parseLong(star.split(" ")[1]);
      neighbours.computeIfAbsent(larger, n -> new LongArrayList()).add(smaller);
      if (step == StarStep.LARGE) {
        neighbours.computeIfAbsent(smaller, n -> new LongArrayList()).add(larger);
      }
    }
    stars.clear();
    neighbours.forEach(
        (node, others) -> {
          long[] edges =
              step == StarStep.LARGE
                  ? StarSteps.largeStar(node, others.toLongArray())
                  : StarSteps.smallStar(node, others.toLongArray());
          for (int e = 0; e < edges.length; e += 2) {
            stars.add(edges[e] + " " + edges[e + 1]);
          }
        });
  }

  private static void clique(int first, int size, List<int[]> edges) {
    for (int a = first; a < first + size; a++) {
      for (int b = a + 1; b < first + size; b++) {
        edges.add(new int[] {a, b});
      }
    }
  }

  private static List<Clusters.Cluster> of(int nodes, List<int[]> edges) {
    return Clusters.of(nodes, ends(edges, 0), ends(edges, 1), SETTINGS);
  }

  private static int[] ends(List<int[]> edges, int end) {
    return edges.stream().mapToInt(e -> e[end]).toArray();
  }

  private static List<String> texts(List<Clusters.Cluster> clusters) {
    return clusters.stream().map(c -> Arrays.toString(c.members()) + c.density()).toList();
  }
}
