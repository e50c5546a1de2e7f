package dev.headwater.job;

import dev.headwater.bench.GeneratedFiles;
import dev.headwater.bench.GeneratedNews;
import dev.headwater.bench.PowerLaw;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.Sessions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * How the cost of the reprints job grows with the corpus, on generated articles whose reprints are
 * known.
 *
 * <p>Input: none. Output: a table on standard output: a row a size, then the exponent of each
 * step's time as a power of the size. A first small run warms the machine up and is not counted.
 * Example: {@code jobs/bench growth --articles 1000000,2000000,4000000}.
 */
@Command(
    name = "growth",
    mixinStandardHelpOptions = true,
    description = "Time, memory and recall of reprints over growing generated corpora.")
public final class GrowthBench implements Callable<Integer> {
  /** The jobs; one that did not run took no time. */
  private static final List<String> JOBS =
      List.of("ingest", ReprintsStage.NAME, ClaimsStage.NAME, TracesStage.NAME, SourcesStage.NAME);

  /** The steps behind those of reprints. */
  private static final List<String> STEPS_BEHIND =
      List.of("claims", "traces.pairs", "traces.links", "traces.families", "traces", "sources");

  @Option(
      names = "--articles",
      required = true,
      split = ",",
      paramLabel = "N",
      description = "Sizes, each a multiple of 200.")
  private List<Long> sizes;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the corpus (default: 1).")
  private long seed = 1;

  @Option(
      names = "--words",
      paramLabel = "N",
      description = "Mean words of an article (default: 200).")
  private int words = 200;

  @Option(
      names = "--notice",
      paramLabel = "PERCENT",
      description = "Articles that end with one and the same notice of 25 words (default: 0).")
  private int notice;

  @Option(
      names = "--night",
      paramLabel = "N",
      description =
          "Also ingest and compare N more articles on top of each size, a multiple of 200"
              + " (default: none).")
  private long night;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description =
          "Articles of a run before the first size, which is not shown: a cold process is slower;"
              + " a multiple of 200, 0 for none (default: 800).")
  private long warmUp = 4 * GeneratedNews.BATCH;

  @Option(
      names = "--folder",
      paramLabel = "PATH",
      description =
          "Where corpora and warehouses are made; some 10 KB an article (default: the system's"
              + " temporary folder).")
  private Path folder;

  @Option(names = "--stages", description = "Also show the Spark stages that took longest.")
  private boolean stages;

  @Option(
      names = "--keep",
      description =
          "Leave corpora and warehouses where they were made, for a look or another night.")
  private boolean keep;

  @Option(
      names = "--all",
      description = "Run claims, traces and sources too (default: ingest and reprints).")
  private boolean all;

  @Mixin private ReprintsOptions reprints;

  private final Map<String, List<PowerLaw.Point>> points = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    List<GeneratedNews> corpora = new ArrayList<>();
    try {
      sizes.forEach(size -> corpora.add(news(size)));
    } catch (IllegalArgumentException e) {
      throw new UserMistake("--" + e.getMessage() + ".");
    }
    demandBatches("--night", night);
    demandBatches("--warm-up", warmUp);
    Path own =
        folder == null
            ? Files.createTempDirectory("headwater-growth")
            : Files.createTempDirectory(Files.createDirectories(folder), "growth");
    try {
      int status = warmUp == 0 ? 0 : measure(news(warmUp), own, run -> {});
      for (GeneratedNews news : corpora) {
        if (status == 0) {
          status = measure(news, own, run -> printWithNight(run, news, own));
        }
      }
      points.forEach(GrowthBench::printExponent);
      return status;
    } finally {
      remove(own);
    }
  }

  /** One size has none. */
  private static void printExponent(String step, List<PowerLaw.Point> measured) {
    if (measured.size() > 1) {
      say(
          "%-28s time grows with exponent %.3f",
          step.replace("reprints.", "  "), PowerLaw.of(measured).exponent());
    }
  }

  private void remove(Path made) throws IOException {
    if (keep) {
      Progress.say("bench", "left in %s", made);
    } else {
      BenchRun.remove(made);
    }
  }

  private static void demandBatches(String option, long articles) {
    if (articles < 0 || articles % GeneratedNews.BATCH != 0) {
      throw new UserMistake(
          "%s is %,d; give a multiple of %d.".formatted(option, articles, GeneratedNews.BATCH));
    }
  }

  private GeneratedNews news(long articles) {
    return new GeneratedNews(articles, seed, words).withNotice(notice);
  }

  /** What runs behind ingest. */
  private List<Stage> stagesOfARun() {
    Stage first = new ReprintsStage(reprints.settings());
    return all
        ? List.of(first, new ClaimsStage(), new TracesStage(), new SourcesStage())
        : List.of(first);
  }

  private List<String> steps() {
    List<String> steps = new ArrayList<>(BenchRun.STEPS);
    steps.addAll(all ? STEPS_BEHIND : List.of());
    return steps;
  }

  private static double secondsOfJobs(BenchRun run) {
    return JOBS.stream().mapToDouble(run::seconds).sum();
  }

  private int measure(GeneratedNews news, Path own, BenchRun.Use use) throws IOException {
    Path corpus = own.resolve("articles-" + news.articles());
    Instant began = Instant.now();
    GeneratedFiles.write(news, corpus);
    Progress.say(
        "bench", "%,d articles generated in %.1f s", news.articles(), Progress.secondsSince(began));
    // Its own name: with --keep a second one of this size would find every article there.
    Path warehouse = Files.createTempDirectory(own, "warehouse-" + news.articles() + "-");
    try {
      return BenchRun.of(
          Sessions.start("bench", warehouse.toUri().toString()),
          stagesOfARun(),
          List.of(corpus.toString()),
          use);
    } finally {
      remove(corpus);
      remove(warehouse);
    }
  }

  private void printWithNight(BenchRun run, GeneratedNews news, Path own) throws IOException {
    print(run, news);
    if (night == 0) {
      return;
    }
    double whole = secondsOfJobs(run);
    Path corpus = own.resolve("night-" + news.articles());
    GeneratedFiles.write(news.next(night), corpus);
    int status =
        BenchRun.of(
            run.spark(),
            stagesOfARun(),
            List.of(corpus.toString()),
            more -> printNight(more, whole));
    if (status != 0) {
      throw new IllegalStateException("The night ended with status " + status);
    }
  }

  private void printNight(BenchRun more, double whole) {
    double seconds = secondsOfJobs(more);
    say(
        "a night of %,d on top of it: %s %.2f s, %.1f %% of the full run; gates and all %.2f s",
        night,
        all ? "the five jobs" : "ingest and reprints",
        seconds,
        100 * seconds / whole,
        more.counters().getOrDefault("publish.seconds_total", 0.0));
    for (String step : steps()) {
      say("  night: %-28s %9.2f s", step, more.seconds(step));
    }
    printStages(more);
  }

  private void printStages(BenchRun run) {
    if (stages) {
      run.tasks().longest(25).forEach(line -> say("%s", line));
    }
  }

  private void print(BenchRun run, GeneratedNews news) {
    long articles = run.number("SELECT count(*) FROM articles");
    say("%n%,d articles, %,d planted pairs", articles, news.plantedPairs());
    for (String step : steps()) {
      double seconds = run.seconds(step);
      say("%-28s %9.2f s", step.replace("reprints.", "  "), seconds);
      if (seconds > 0) {
        points
            .computeIfAbsent(step, name -> new ArrayList<>())
            .add(new PowerLaw.Point(articles, seconds));
      }
    }
    say(
        "keys %,.0f, capped %,.0f; candidate pairs %,.0f; passages %,.0f; clusters %,.0f",
        run.counters().getOrDefault("reprints.keys", 0.0),
        run.counters().getOrDefault("reprints.keys_capped", 0.0),
        run.counters().getOrDefault("reprints.candidate_pairs", 0.0),
        run.counters().getOrDefault("reprints.passages", 0.0),
        run.counters().getOrDefault("reprints.clusters", 0.0));
    long found = run.number(FOUND.formatted("true"));
    long right = run.number(FOUND.formatted(PLANTED));
    say(
        "recall %.5f, precision %.5f of %,d pairs; clusters of unrelated texts: %,d",
        (double) right / news.plantedPairs(),
        found == 0 ? 1.0 : (double) right / found,
        found,
        run.number(MIXED));
    run.spark().sql(WRONG).toJSON().collectAsList().forEach(line -> say("  wrong: %s", line));
    for (Map.Entry<String, Double> job : run.processorSeconds().entrySet()) {
      say("processor time of %s %.1f s", job.getKey(), job.getValue());
      points
          .computeIfAbsent(job.getKey() + ", processor", name -> new ArrayList<>())
          .add(new PowerLaw.Point(articles, job.getValue()));
    }
    say(
        "heap: peak %,d MB (garbage included), left by a collection %,d MB; shuffled %,d MB,"
            + " spilled %,d MB",
        run.peakBytes() / 1_000_000,
        run.liveBytes() / 1_000_000,
        run.tasks().shuffledBytes() / 1_000_000,
        run.tasks().spilledBytes() / 1_000_000);
    printStages(run);
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }

  private static final String PLANTED =
      "one LIKE 'c%' AND split_part(one, '-', 1) = split_part(other, '-', 1)";

  private static final String FOUND =
      "WITH found AS ("
          + BenchCommand.PAIRS.formatted("reuse_kind NOT IN ('template', 'boilerplate')")
          + ") SELECT count(*) FROM found WHERE %s";

  /** Passages between texts that have nothing in common, by kind and by what was planted. */
  private static final String WRONG =
      """
      SELECT p.reuse_kind AS kind, left(l.native_id, 1) AS of, left(r.native_id, 1) AS and_of,
             count(*) AS passages, max(p.words) AS most_words
      FROM passages p JOIN articles l ON p.left_id = l.article_id
                      JOIN articles r ON p.right_id = r.article_id
      WHERE reuse_kind NOT IN ('template', 'boilerplate')
        AND split_part(l.native_id, '-', 1) <> split_part(r.native_id, '-', 1)
      GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 12
      """;

  private static final String MIXED =
      """
      SELECT count(*) FROM (
        SELECT c.cluster_id
        FROM clusters c JOIN articles a ON c.article_id = a.article_id
        GROUP BY c.cluster_id
        HAVING count(DISTINCT split_part(a.native_id, '-', 1)) > 1)
      """;
}
