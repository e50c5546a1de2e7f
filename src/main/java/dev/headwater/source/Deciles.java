package dev.headwater.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The nine deciles of some values; between two values by proportion, as SQL's {@code percentile}
 * has it (definition 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996). O(n
 * log n).
 */
final class Deciles {
  private static final int TEN = 10;

  private Deciles() {}

  /** The deciles of values in any order, ascending; null without values. */
  static List<Double> of(List<Long> values) {
    if (values.isEmpty()) {
      return null;
    }
    List<Long> sorted = values.stream().sorted().toList();
    List<Double> deciles = new ArrayList<>();
    for (int tenth = 1; tenth < TEN; tenth++) {
      long tenths = (long) tenth * (sorted.size() - 1);
      int below = (int) (tenths / TEN);
      double rest = tenths % TEN / (double) TEN;
      long low = sorted.get(below);
      long high = sorted.get(Math.min(below + 1, sorted.size() - 1));
      deciles.add(low * (1 - rest) + high * rest);
    }
    return List.copyOf(deciles);
  }
}
