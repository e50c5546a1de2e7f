package dev.headwater.source;

import java.util.ArrayList;
import java.util.List;

/** The median: the middle value, or the mean of the two middle ones. O(n log n). */
final class Medians {
  private Medians() {}

  /** The median of values in any order; null without values. */
  static Double of(List<Long> values) {
    if (values.isEmpty()) {
      return null;
    }
    List<Long> sorted = new ArrayList<>(values);
    sorted.sort(null);
    int middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1) {
      return (double) sorted.get(middle);
    }
    return sorted.get(middle - 1) / 2.0 + sorted.get(middle) / 2.0;
  }
}
