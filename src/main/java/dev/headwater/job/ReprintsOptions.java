package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.reuse.ReuseSettings;
import picocli.CommandLine.Option;

/** Options of {@code reprints}; the defaults are those of {@link ReuseSettings#DEFAULTS}. */
public final class ReprintsOptions {
  private static final ReuseSettings DEFAULTS = ReuseSettings.DEFAULTS;

  @Option(names = "--ngram", paramLabel = "N", description = "Words in an n-gram (default: 5).")
  private int ngram = DEFAULTS.ngram();

  @Option(
      names = "--max-occurrence",
      paramLabel = "N",
      description =
          "n-grams in more articles, with the same words on one side, join each to the first ones"
              + " and to its neighbours in time only (default: 100).")
  private int maxOccurrence = DEFAULTS.maxOccurrence();

  @Option(
      names = "--sampling",
      paramLabel = "N",
      description = "Keep one n-gram in N, the same in every article (default: 1, all).")
  private int sampling = DEFAULTS.sampling();

  @Option(
      names = "--min-shared",
      paramLabel = "N",
      description =
          "n-grams two articles must share to be aligned; two thirds of those of the shorter one"
              + " are enough where that is less (default: 5).")
  private int minShared = DEFAULTS.minShared();

  @Option(
      names = "--window-days",
      paramLabel = "N",
      description = "Articles further apart are found by one n-gram in eight (default: 180).")
  private int windowDays = DEFAULTS.windowDays();

  @Option(
      names = "--passage-words",
      paramLabel = "N",
      description =
          "Matched words of a passage; fewer are enough for half of a short article and for a"
              + " reworded sentence (default: 15).")
  private int minWords = DEFAULTS.minWords();

  /** The settings; a mistake where one cannot work. */
  ReuseSettings settings() {
    try {
      return ReuseSettings.chosen(ngram, maxOccurrence, sampling, minShared, windowDays, minWords);
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--" + e.getMessage() + ".");
    }
  }
}
