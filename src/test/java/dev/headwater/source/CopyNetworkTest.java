package dev.headwater.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.headwater.model.OutletRank;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CopyNetworkTest {
  private static CopyNetwork.Edge edge(String from, String to, long articles, long unwired) {
    return new CopyNetwork.Edge(from, to, articles, unwired);
  }

  @Test
  void findsTheCentreAndTwoCommunities() {
    List<OutletRank> ranks =
        CopyNetwork.of(
            List.of(
                edge("a", "b", 9, 0),
                edge("a", "c", 9, 0),
                edge("b", "c", 5, 0),
                edge("x", "y", 9, 3),
                edge("y", "z", 7, 2),
                edge("x", "z", 7, 0),
                edge("a", "x", 1, 1)));
    assertThat(ranks).extracting(OutletRank::source).containsExactly("a", "b", "c", "x", "y", "z");
    assertThat(ranks)
        .extracting(OutletRank::community)
        .containsExactly("a", "a", "a", "x", "x", "x");
    assertThat(ranks).extracting(OutletRank::communitySize).containsOnly(3);
    assertThat(ranks.get(0).copiedBy()).isEqualTo(3);
    assertThat(ranks.get(0).copiedFrom()).isZero();
    assertThat(ranks.get(1).rankWithoutWire()).isNull();
    assertThat(ranks.get(0).rank()).isGreaterThan(ranks.get(1).rank());
  }

  @Test
  void leavesOutCopiesWithinAnOutlet() {
    assertThat(CopyNetwork.of(List.of(edge("a", "a", 4, 4)))).isEmpty();
  }

  @Property(tries = 100)
  void equalsADensePowerIterationInAnyOrder(@ForAll long seed) {
    Random random = new Random(seed);
    List<CopyNetwork.Edge> edges = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(30); i++) {
      String from = "s" + random.nextInt(8);
      edges.add(edge(from, "s" + random.nextInt(8), 1 + random.nextInt(9), random.nextInt(2)));
    }
    List<OutletRank> ranks = CopyNetwork.of(edges);
    List<CopyNetwork.Edge> shuffled = new ArrayList<>(edges);
    Collections.shuffle(shuffled, random);
    assertThat(CopyNetwork.of(shuffled)).isEqualTo(ranks);
    double[] expected = dense(edges, ranks.stream().map(OutletRank::source).toList());
    for (int i = 0; i < expected.length; i++) {
      assertThat(ranks.get(i).rank()).isCloseTo(expected[i], within(1e-6));
    }
    for (OutletRank rank : ranks) {
      long members =
          ranks.stream().filter(other -> other.community().equals(rank.community())).count();
      assertThat(rank.communitySize()).isEqualTo((int) members);
    }
  }

  private static double[] dense(List<CopyNetwork.Edge> edges, List<String> names) {
    int n = names.size();
    double[][] votes = new double[n][n];
    double[] sums = new double[n];
    for (CopyNetwork.Edge edge : edges) {
      if (!edge.from().equals(edge.to())) {
        votes[names.indexOf(edge.to())][names.indexOf(edge.from())] += edge.articles();
        sums[names.indexOf(edge.to())] += edge.articles();
      }
    }
    double[] rank = new double[n];
    Arrays.fill(rank, 1.0 / n);
    for (int round = 0; round < 400; round++) {
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          next[j] += 0.15 * rank[i] / n;
          next[j] += 0.85 * rank[i] * (sums[i] == 0 ? 1.0 / n : votes[i][j] / sums[i]);
        }
      }
      rank = next;
    }
    return rank;
  }
}
