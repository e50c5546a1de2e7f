package dev.headwater.reuse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Joins runs into chains that ascend on both sides, best chain first.
 *
 * <p>Collinear chaining with gap costs (Abouelhoda and Ohlebusch 2005) over a bounded look-back:
 * each run looks at the {@link #LOOK_BACK} runs before it, so the cost is linear in the runs.
 */
final class Chains {
  private static final int LOOK_BACK = 64;
  private static final int MOST_OVERLAP = 4;
  private static final int BOTH_SIDES = 12;
  private static final double GAP_COST = 0.2;
  private static final double MOST_COST = 6;

  private Chains() {}

  /** Chains as lists of runs in ascending order; no run is in two chains. */
  static List<int[]> of(Runs runs, ReuseSettings settings) {
    int size = runs.size();
    double[] scores = new double[size];
    int[] before = new int[size];
    for (int k = 0; k < size; k++) {
      scores[k] = runs.length(k);
      before[k] = -1;
      for (int p = k - 1; p >= Math.max(0, k - LOOK_BACK); p--) {
        double cost = cost(runs, p, k, settings);
        double score = scores[p] + runs.length(k) - cost;
        if (cost < scores[p] && score > scores[k]) {
          scores[k] = score;
          before[k] = p;
        }
      }
    }
    return bestFirst(scores, before);
  }

  /** Cost of the step from one run to a later one; infinite where they cannot be joined. */
  private static double cost(Runs runs, int p, int k, ReuseSettings settings) {
    int left = runs.left(k) - runs.leftEnd(p);
    int right = runs.right(k) - runs.rightEnd(p);
    int overlap = -Math.min(0, Math.min(left, right));
    int most = Math.max(left, right);
    int least = Math.max(0, Math.min(left, right));
    boolean near = most <= settings.gap() || least <= BOTH_SIDES && most <= settings.cutGap();
    if (overlap > MOST_OVERLAP || overlap >= Math.min(runs.length(p), runs.length(k)) || !near) {
      return Double.POSITIVE_INFINITY;
    }
    return overlap + Math.min(MOST_COST, GAP_COST * most);
  }

  private static List<int[]> bestFirst(double[] scores, int[] before) {
    int size = scores.length;
    Integer[] order = new Integer[size];
    for (int k = 0; k < size; k++) {
      order[k] = k;
    }
    Arrays.sort(
        order,
        (x, y) -> {
          int byScore = Double.compare(scores[y], scores[x]);
          return byScore != 0 ? byScore : Integer.compare(x, y);
        });
    boolean[] used = new boolean[size];
    List<int[]> chains = new ArrayList<>();
    for (int last : order) {
      int length = 0;
      for (int k = last; k >= 0 && !used[k]; k = before[k]) {
        length++;
      }
      int[] chain = new int[length];
      int k = last;
      for (int at = length - 1; at >= 0; at--) {
        chain[at] = k;
        used[k] = true;
        k = before[k];
      }
      if (length > 0) {
        chains.add(chain);
      }
    }
    return chains;
  }
}
