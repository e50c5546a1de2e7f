package dev.headwater.job;

import dev.headwater.bench.GeneratedFiles;
import dev.headwater.bench.GeneratedNews;
import dev.headwater.bench.PairFile;
import dev.headwater.bench.PairScore;
import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Throughput and memory of the reprints job, each step apart, and of a peer in the same run.
 *
 * <p>Input: corpora, each PATH one; without any, 20,000 generated articles. Output: a table on
 * standard output. Times begin when the session has started. Example: {@code jobs/bench speed
 * --input reuters.jsonl.gz --gold reuters.tsv --least 0.5 --peer}.
 */
@Command(
    name = "speed",
    mixinStandardHelpOptions = true,
    description = "Time of each step, articles and megabytes a second, memory, and a peer's.")
public final class SpeedBench implements Callable<Integer> {
  @Option(
      names = "--input",
      arity = "1..*",
      paramLabel = "PATH",
      description = "Corpora, each a file, folder or glob (default: 20,000 generated articles).")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--gold",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Right pairs of each corpus in turn: id, id, strength; - for none.")
  private List<String> golds = new ArrayList<>();

  @Option(
      names = "--least",
      paramLabel = "X",
      description =
          "Pairs of less strength are left out; up to 1 it is the Jaccard of word 5-grams, which"
              + " pairs found must reach too (default: 0.5).")
  private double least = 0.5;

  @Option(names = "--peer", description = "Run MLlib's MinHashLSH on the same articles as well.")
  private boolean peer;

  @Option(
      names = "--peer-tables",
      paramLabel = "N",
      description = "Hash tables of the peer (default: 7, which finds .992 of pairs at .5).")
  private int peerTables = 7;

  @Option(names = "--stages", description = "Also show the Spark stages that took longest.")
  private boolean stages;

  @Mixin private ReprintsOptions reprints;

  @Override
  public Integer call() throws IOException {
    if (!golds.isEmpty() && golds.size() != inputs.size()) {
      throw new UserMistake(
          "--gold names %d files for %d corpora; give one each, - for none."
              .formatted(golds.size(), inputs.size()));
    }
    if (peer && !(least > 0 && least <= 1)) {
      throw new UserMistake("--least is " + least + "; the peer needs a Jaccard, above 0 up to 1.");
    }
    for (String gold : golds) {
      if (!gold.equals("-") && !Files.exists(Path.of(gold))) {
        throw new UserMistake("Cannot read --gold " + gold + ": there is no such file.");
      }
    }
    Path folder = Files.createTempDirectory("headwater-speed");
    try {
      if (inputs.isEmpty()) {
        GeneratedFiles.write(new GeneratedNews(20_000, 1, 300), folder.resolve("generated"));
        inputs.add(folder.resolve("generated").toString());
      }
      int status = 0;
      for (int corpus = 0; corpus < inputs.size() && status == 0; corpus++) {
        String gold = golds.isEmpty() || golds.get(corpus).equals("-") ? null : golds.get(corpus);
        String input = inputs.get(corpus);
        status =
            BenchRun.of(
                List.of(new ReprintsStage(reprints.settings())),
                List.of(input),
                run -> print(run, input, gold, folder));
      }
      return status;
    } finally {
      BenchRun.remove(folder);
    }
  }

  private void print(BenchRun run, String input, String gold, Path folder) throws IOException {
    long articles = run.number("SELECT count(*) FROM articles");
    double megabytes = run.number("SELECT sum(octet_length(text)) FROM articles") / 1e6;
    say("%n%s: %,d articles, %.1f MB of text", input, articles, megabytes);
    say("%-28s %9s %12s %9s", "step", "seconds", "articles/s", "MB/s");
    for (String step : BenchRun.STEPS) {
      double seconds = run.seconds(step);
      say(
          "%-28s %9.2f %12s %9s",
          step.equals("reprints") ? "reprints, the whole job" : step.replace("reprints.", "  "),
          seconds,
          seconds == 0 ? "" : String.format(Locale.ROOT, "%,.0f", articles / seconds),
          seconds == 0 ? "" : String.format(Locale.ROOT, "%.1f", megabytes / seconds));
    }
    double processor = run.processorSeconds().getOrDefault("reprints", 0.0);
    say(
        "processor time: ingest %.1f s, reprints %.1f s (of all threads, collector and compiler"
            + " included)",
        run.processorSeconds().getOrDefault("ingest", 0.0), processor);
    say(
        "heap: peak %,d MB (garbage included), left by a collection %,d MB, limit %,d MB",
        run.peakBytes() / 1_000_000,
        run.liveBytes() / 1_000_000,
        Runtime.getRuntime().maxMemory() / 1_000_000);
    say(
        "shuffled %,d MB, spilled %,d MB",
        run.tasks().shuffledBytes() / 1_000_000, run.tasks().spilledBytes() / 1_000_000);
    if (stages) {
      run.tasks().longest(20).forEach(line -> say("%s", line));
    }
    Set<PairFile.Ids> right = gold == null ? null : strong(PairFile.read(Path.of(gold)));
    if (right != null) {
      score("headwater", PairMeasure.of(run.spark()), right);
    }
    if (peer) {
      Peer.Settings settings = new Peer.Settings(peerTables, least, 12);
      Peer other = Peer.run(run.spark(), settings, folder);
      say(
          "MLlib 4.0.1 MinHashLSH, %d tables, Jaccard >= %s: %.2f s, %.1f times the reprints job,"
              + " %.1f times ingest and reprints; processor time %.1f s, %.1f times; heap peak"
              + " %,d MB",
          peerTables,
          least,
          other.seconds(),
          other.seconds() / run.seconds("reprints"),
          other.seconds() / (run.seconds("ingest") + run.seconds("reprints")),
          other.processorSeconds(),
          other.processorSeconds() / processor,
          other.peakBytes() / 1_000_000);
      if (right != null) {
        score("MLlib", other.pairs(), right);
      }
    }
  }

  /** Precision has a sense only where the gold is a Jaccard: there it holds every right pair. */
  private void score(String name, Map<PairFile.Ids, Double> found, Set<PairFile.Ids> right) {
    PairScore recall = PairScore.of(found.keySet(), right);
    PairScore precision = PairScore.of(strong(found), right);
    say(
        "%-10s recall %.4f (%d of %d), of %,d pairs%s",
        name,
        recall.recall(),
        recall.both(),
        recall.gold(),
        found.size(),
        least > 1
            ? ""
            : String.format(
                Locale.ROOT,
                "; precision %.4f of the %,d with Jaccard >= %s",
                precision.precision(),
                precision.found(),
                least));
  }

  private Set<PairFile.Ids> strong(Map<PairFile.Ids, Double> pairs) {
    Set<PairFile.Ids> strong = new HashSet<>();
    pairs.forEach(
        (pair, strength) -> {
          // Gold files round to six digits.
          if (strength >= least - 1e-6) {
            strong.add(pair);
          }
        });
    return strong;
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
