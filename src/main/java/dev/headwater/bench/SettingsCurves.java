package dev.headwater.bench;

import dev.headwater.bench.PlantedCopies.Plant;
import dev.headwater.bench.PlantedCopies.Way;
import dev.headwater.model.Article;
import dev.headwater.reuse.PlainReprints;
import dev.headwater.reuse.ReuseSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * The effect of each setting of {@code reprints} as a Markdown table: the share of planted copies
 * that are found as they are changed more, get shorter or become more, and what it costs in pairs
 * that are aligned for nothing.
 */
public final class SettingsCurves {
  private static final ReuseSettings DEFAULTS = ReuseSettings.DEFAULTS;
  private static final double[] CHANGED = {0, 0.1, 0.2, 0.3, 0.4, 0.5};
  private static final int[] LENGTHS = {10, 15, 20, 30, 60};
  private static final int[] LATE_LENGTHS = {15, 20, 30, 40, 60, 80};
  private static final int[] WINDOWS = {30, 180, 400};
  private static final double[] MISREAD = {0.05, 0.1, 0.15, 0.2, 0.25, 0.3};
  private static final int[] SCANNED_LENGTHS = {20, 30, 60, 100};
  private static final int[] COPIES = {100, 200, 400};
  private static final int CURVE_WORDS = 80;
  private static final double FEW_CHANGED = 0.05;
  private static final int SHARED = DEFAULTS.minShared();
  private static final int UNRELATED = 2_000;
  private static final int UNRELATED_WORDS = 300;

  private final Consumer<String> out;
  private final List<Article> unrelated = new ArrayList<>();

  private SettingsCurves(Consumer<String> out) {
    this.out = out;
    List<GeneratedNews.Item> items = new ArrayList<>();
    for (int k = 0; k < UNRELATED; k++) {
      SplittableRandom random = new SplittableRandom(31L * k + 5);
      String text = String.join(" ", GeneratedWords.draw(random, UNRELATED_WORDS)) + ".";
      items.add(
          new GeneratedNews.Item(
              "u" + k, "outlet" + k % 50 + ".example", "2025-03-02T08:00:00", "Title " + k, text));
    }
    unrelated.addAll(PlainArticles.of(items));
  }

  /** Prints a table for each setting. */
  public static void print(Consumer<String> out) {
    SettingsCurves curves = new SettingsCurves(out);
    curves.table("--ngram", new int[] {3, 4, 5, 6, 7, 8}, n -> with(n, 100, 1, SHARED, 15));
    curves.table("--max-occurrence", new int[] {20, 50, 100, 200}, n -> with(5, n, 1, SHARED, 15));
    curves.table("--sampling", new int[] {1, 2, 4, 8, 16}, n -> with(5, 100, n, SHARED, 15));
    curves.table("--min-shared", new int[] {1, 2, 3, 5, 10}, n -> with(5, 100, 1, n, 15));
    curves.table("--passage-words", new int[] {8, 10, 15, 20, 30}, n -> with(5, 100, 1, SHARED, n));
    curves.late();
    curves.scanned();
  }

  private static ReuseSettings with(
      int ngram, int maxOccurrence, int sampling, int minShared, int minWords) {
    return ReuseSettings.chosen(
        ngram, maxOccurrence, sampling, minShared, DEFAULTS.windowDays(), minWords);
  }

  private void table(String option, int[] values, IntFunction<ReuseSettings> settings) {
    List<String> columns = new ArrayList<>();
    percents(CHANGED, columns);
    words(LENGTHS, columns);
    for (int copies : COPIES) {
      columns.add("×" + copies);
    }
    columns.add("chance pairs");
    head("`" + option + "`", columns);
    for (int value : values) {
      out.accept(row(value, settings.apply(value)));
    }
  }

  /** Passages of so many words, unchanged, a year apart, by the window of days. */
  private void late() {
    List<String> columns = new ArrayList<>();
    words(LATE_LENGTHS, columns);
    head("`--window-days`", columns);
    for (int days : WINDOWS) {
      ReuseSettings settings = ReuseSettings.chosen(5, 100, 1, SHARED, days, 15);
      StringBuilder row = new StringBuilder(first(days, settings));
      for (int words : LATE_LENGTHS) {
        row.append(share(new Plant(words, 0, 2, Way.YEAR_APART), settings));
      }
      out.accept(row.toString());
    }
  }

  /** Passages in two scans, by their words and the share of all words that is misread. */
  private void scanned() {
    List<String> columns = new ArrayList<>();
    percents(MISREAD, columns);
    head("scanned", columns);
    for (int words : SCANNED_LENGTHS) {
      StringBuilder row = new StringBuilder("| " + words + " w |");
      for (double misread : MISREAD) {
        row.append(share(new Plant(words, misread, 2, Way.SCANNED), DEFAULTS));
      }
      out.accept(row.toString());
    }
  }

  private static void percents(double[] shares, List<String> columns) {
    for (double share : shares) {
      columns.add(String.format(Locale.ROOT, "%.0f %%", 100 * share));
    }
  }

  private static void words(int[] lengths, List<String> columns) {
    for (int words : lengths) {
      columns.add(words + " w");
    }
  }

  private void head(String first, List<String> columns) {
    out.accept("");
    out.accept("| " + first + " | " + String.join(" | ", columns) + " |");
    out.accept("|" + "---|".repeat(1 + columns.size()));
  }

  private static String first(int value, ReuseSettings settings) {
    return settings.equals(DEFAULTS) ? "| **" + value + "** |" : "| " + value + " |";
  }

  private String row(int value, ReuseSettings settings) {
    StringBuilder row = new StringBuilder(first(value, settings));
    for (double changed : CHANGED) {
      row.append(share(new Plant(CURVE_WORDS, changed, 2, Way.SAME_DAY), settings));
    }
    for (int words : LENGTHS) {
      row.append(share(new Plant(words, FEW_CHANGED, 2, Way.SAME_DAY), settings));
    }
    for (int copies : COPIES) {
      row.append(share(new Plant(CURVE_WORDS, FEW_CHANGED, copies, Way.SAME_DAY), settings));
    }
    long pairs = PlainReprints.passages(unrelated, settings).candidates();
    return row + String.format(Locale.ROOT, " %.2f |", (double) pairs / unrelated.size());
  }

  private static String share(Plant plant, ReuseSettings settings) {
    return String.format(Locale.ROOT, " %.2f |", PlantedCopies.found(plant, settings));
  }
}
