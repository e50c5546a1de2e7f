package dev.headwater.bench;

import dev.headwater.bench.PlantedCopies.Plant;
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
  }

  private static ReuseSettings with(
      int ngram, int maxOccurrence, int sampling, int minShared, int minWords) {
    return ReuseSettings.chosen(
        ngram, maxOccurrence, sampling, minShared, DEFAULTS.windowDays(), minWords);
  }

  private void table(String option, int[] values, IntFunction<ReuseSettings> settings) {
    StringBuilder head = new StringBuilder("| `" + option + "` |");
    for (double changed : CHANGED) {
      head.append(String.format(Locale.ROOT, " %.0f %% |", 100 * changed));
    }
    for (int words : LENGTHS) {
      head.append(" ").append(words).append(" w |");
    }
    for (int copies : COPIES) {
      head.append(" ×").append(copies).append(" |");
    }
    head.append(" chance pairs |");
    out.accept("");
    out.accept(head.toString());
    out.accept("|" + "---|".repeat(2 + CHANGED.length + LENGTHS.length + COPIES.length));
    for (int value : values) {
      out.accept(row(value, settings.apply(value)));
    }
  }

  private String row(int value, ReuseSettings settings) {
    boolean standard = settings.equals(DEFAULTS);
    StringBuilder row = new StringBuilder("| ");
    row.append(standard ? "**" + value + "**" : Integer.toString(value)).append(" |");
    for (double changed : CHANGED) {
      row.append(share(new Plant(CURVE_WORDS, changed, 2, false), settings));
    }
    for (int words : LENGTHS) {
      row.append(share(new Plant(words, FEW_CHANGED, 2, false), settings));
    }
    for (int copies : COPIES) {
      row.append(share(new Plant(CURVE_WORDS, FEW_CHANGED, copies, false), settings));
    }
    long pairs = PlainReprints.passages(unrelated, settings).candidates();
    return row + String.format(Locale.ROOT, " %.2f |", (double) pairs / unrelated.size());
  }

  private static String share(Plant plant, ReuseSettings settings) {
    return String.format(Locale.ROOT, " %.2f |", PlantedCopies.found(plant, settings));
  }
}
