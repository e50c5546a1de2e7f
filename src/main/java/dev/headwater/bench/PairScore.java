package dev.headwater.bench;

import java.util.Set;

/**
 * How well found pairs meet the right ones.
 *
 * @param found pairs found
 * @param gold right pairs
 * @param both pairs found that are right
 */
public record PairScore(long found, long gold, long both) {
  /** Compares two sets of pairs. */
  public static PairScore of(Set<PairFile.Ids> found, Set<PairFile.Ids> gold) {
    long both = gold.stream().filter(found::contains).count();
    return new PairScore(found.size(), gold.size(), both);
  }

  /** Share of the right pairs that were found; 1 where there are none. */
  public double recall() {
    return gold == 0 ? 1 : (double) both / gold;
  }

  /** Share of the pairs found that are right; 1 where none was found. */
  public double precision() {
    return found == 0 ? 1 : (double) both / found;
  }
}
