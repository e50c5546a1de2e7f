package dev.headwater.reuse;

import java.io.Serializable;

/**
 * Settings of the reprints job's kernels; every default was chosen by measurement on news, OCR text
 * and graded rewrites.
 *
 * @param ngram words in an n-gram; longer ones find fewer chance pairs and break sooner under
 *     reading errors
 * @param minOccurrence articles an n-gram must stand in to be used; 2 is the least that makes a
 *     pair
 * @param rareOccurrence articles up to which an n-gram counts wherever it stands; one of more
 *     counts between articles that also have the same words before it or after it, a longer run:
 *     most that share a common set phrase share nothing else
 * @param maxOccurrence articles that have an n-gram and the same words on one side of it, above
 *     which it is counted as capped: each article then meets only the first ones that have it and
 *     its neighbours in time, which bounds the work per n-gram
 * @param sampling keep an n-gram if its hash falls in the lowest 1 of so many; 1 keeps all
 * @param minShared n-grams two articles must share to be aligned; of a text that has few, two
 *     thirds are enough
 * @param windowDays days two dated articles may lie apart with so few n-grams in common; articles
 *     without a date are near one another, and far from all that have one
 * @param farShared about how many n-grams two articles further apart in time must share to be
 *     aligned: an eighth of it among the eighth of all n-grams by which such articles are found, so
 *     that of an old article the rest is not read, and with the same words before or after it. At
 *     20, articles that share 20 n-grams are found with probability .73, 30 with .90, 40 with .97,
 *     50 with .99 (binomial)
 * @param gap words that may stand between two matching runs of one passage
 * @param cutGap words that one side alone may skip inside a passage: a cut or an insertion
 * @param minWords matched words a passage must have, unless they are half of the shorter article or
 *     it is a sentence of a rewrite
 * @param minIdentity least identity of a passage
 * @param edgeWords words a passage must have to join two stretches, unless it covers half an
 *     article
 * @param guardSize stretches from which a cluster's density is looked at
 * @param guardDensity density below which such a cluster is taken apart
 * @param maxCluster stretches above which a cluster is not formed but reported; what hangs together
 *     may be larger, {@link #maxComponent}, as it is taken apart where it is thin
 * @param rewriteMaxWords words above which an article is taken for a page of many stories and not
 *     compared sentence by sentence
 */
public record ReuseSettings(
    int ngram,
    int minOccurrence,
    int rareOccurrence,
    int maxOccurrence,
    int sampling,
    int minShared,
    int windowDays,
    int farShared,
    int gap,
    int cutGap,
    int minWords,
    double minIdentity,
    int edgeWords,
    int guardSize,
    double guardDensity,
    int maxCluster,
    int rewriteMaxWords)
    implements Serializable {

  private static final int LEAST_SEED = 3;

  /** Largest clusters that a component may hold before it is taken apart. */
  private static final int CLUSTERS_A_COMPONENT = 20;

  /** The defaults, used for every corpus. */
  public static final ReuseSettings DEFAULTS =
      new ReuseSettings(5, 2, 32, 100, 1, 5, 180, 20, 50, 300, 15, 0.4, 30, 30, 0.1, 5000, 3000);

  /**
   * Words of the runs that an alignment grows from: an n-gram, or one word less where a text is
   * full of reading errors, which break one n-gram in two or three.
   */
  int seed(boolean misread) {
    return misread ? Math.min(ngram, Math.max(LEAST_SEED, ngram - 1)) : ngram;
  }

  /** Refuses values that cannot work. */
  public ReuseSettings {
    atLeast("ngram", ngram, 2);
    atLeast("min-occurrence", minOccurrence, 2);
    atLeast("rare-occurrence", rareOccurrence, minOccurrence);
    atLeast("max-occurrence", maxOccurrence, rareOccurrence);
    atLeast("sampling", sampling, 1);
    atLeast("min-shared", minShared, 1);
    atLeast("window-days", windowDays, 0);
    atLeast("far-shared", farShared, minShared);
    atLeast("gap", gap, 0);
    atLeast("cut-gap", cutGap, gap);
    atLeast("passage-words", minWords, 1);
    atLeast("edge-words", edgeWords, 1);
    atLeast("guard-size", guardSize, 3);
    atLeast("max-cluster", maxCluster, 2);
    atLeast("rewrite-max-words", rewriteMaxWords, 0);
    share("min-identity", minIdentity);
    share("guard-density", guardDensity);
  }

  /** The defaults but for the settings that a user can choose. */
  public static ReuseSettings chosen(
      int ngram, int maxOccurrence, int sampling, int minShared, int windowDays, int minWords) {
    return new ReuseSettings(
        ngram,
        DEFAULTS.minOccurrence,
        Math.max(DEFAULTS.minOccurrence, Math.min(DEFAULTS.rareOccurrence, maxOccurrence)),
        maxOccurrence,
        sampling,
        minShared,
        windowDays,
        Math.max(minShared, DEFAULTS.farShared),
        DEFAULTS.gap,
        DEFAULTS.cutGap,
        minWords,
        DEFAULTS.minIdentity,
        DEFAULTS.edgeWords,
        DEFAULTS.guardSize,
        DEFAULTS.guardDensity,
        DEFAULTS.maxCluster,
        DEFAULTS.rewriteMaxWords);
  }

  /**
   * Stretches above which what hangs together is not formed but reported, without a look at what it
   * would fall apart into: one task has to hold it for that, at 100,000 some hundreds of MB.
   */
  public long maxComponent() {
    return (long) CLUSTERS_A_COMPONENT * maxCluster;
  }

  private static void atLeast(String key, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(key + " is " + value + "; give " + least + " or more");
    }
  }

  private static void share(String key, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(key + " is " + value + "; give a share from 0 to 1");
    }
  }
}
