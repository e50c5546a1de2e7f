package dev.headwater.job;

import dev.headwater.bench.PlantedCorpus;
import dev.headwater.bench.PowerLaw;
import dev.headwater.bench.TraceScore;
import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * How well traces tell planted drift, roots and look-alikes, and how the cost of {@code traces} and
 * {@code sources} grows with the claims.
 *
 * <p>Input: none; the stories are those of {@link dev.headwater.bench.PlantedCorpus}. Output: the
 * figures of the kernels in a plain loop; with {@code --claims} a table of the jobs' times, a row a
 * size, then the exponent of each as a power of the size. A first small run warms the machine up
 * and is not counted. Example: {@code jobs/bench families --claims 1000000,2000000,4000000}.
 */
@Command(
    name = "families",
    mixinStandardHelpOptions = true,
    description = "Planted families: drift, roots and look-alikes; time of traces and sources.")
public final class FamiliesBench implements Callable<Integer> {
  private static final List<String> STEPS = List.of("planted", "traces", "sources");
  private static final int CLAIMS_A_FAMILY = 26;
  private static final int BYTES_A_CLAIM = 600;
  private static final int WARM_UP = 1_000;

  @Option(
      names = "--families",
      paramLabel = "N",
      description = "Stories that the kernels are judged on (default: 1000).")
  private int families = 1_000;

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the stories (default: 1).")
  private long seed = 1;

  @Option(
      names = "--claims",
      split = ",",
      paramLabel = "N",
      description = "Sizes at which the jobs are timed: about so many claims.")
  private List<Long> sizes = new ArrayList<>();

  @Option(
      names = "--folder",
      paramLabel = "PATH",
      description = "Where warehouses are made (default: the system's temporary folder).")
  private Path folder;

  @Option(names = "--stages", description = "Also show the Spark stages that took longest.")
  private boolean stages;

  private final Map<String, List<PowerLaw.Point>> points = new LinkedHashMap<>();

  @Override
  public Integer call() throws IOException {
    if (families < 1) {
      throw new UserMistake("--families is " + families + "; at least 1 is needed.");
    }
    for (long size : sizes) {
      if (size < CLAIMS_A_FAMILY) {
        throw new UserMistake(
            "--claims is " + size + "; a story alone has about " + CLAIMS_A_FAMILY + ".");
      }
    }
    print(TraceScore.of(PlantedCorpus.of(families, seed)));
    int status = sizes.isEmpty() ? 0 : measure(WARM_UP, run -> {});
    for (long size : sizes) {
      if (status == 0) {
        status = measure(size / CLAIMS_A_FAMILY, this::print);
      }
    }
    points.forEach(
        (step, measured) ->
            say("%-20s time grows with exponent %.3f", step, PowerLaw.of(measured).exponent()));
    return status;
  }

  private void print(TraceScore score) {
    say("%,d stories, seed %d", families, seed);
    say("drift right    %6d of %6d  %.4f", score.driftRight(), score.copies(), score.driftShare());
    say(
        "roots right    %6d of %6d  %.4f",
        score.rootsRight(), score.families(), score.rootsShare());
    say("look-alikes    %6d, traces that join two families %d", score.lookAlikes(), score.joined());
    say("disputes found %6d of %6d", score.disputes(), families);
    say("later values   %6d of %6d", score.snapshots(), families);
    say("links to another story or a look-alike %d", score.wrongLinks());
    score.mistakes().forEach((mistake, count) -> say("  %5d  %s", count, mistake));
  }

  private int measure(long stories, BenchRun.Use use) throws IOException {
    return BenchRun.ofGenerated(
        List.of(new PlantedStage(stories, seed), new TracesStage(), new SourcesStage()),
        stories * CLAIMS_A_FAMILY * BYTES_A_CLAIM,
        folder,
        use);
  }

  private void print(BenchRun run) {
    long claims = run.number("SELECT count(*) FROM claims");
    say(
        "%n%,d claims, %,d links, %,d traces",
        claims,
        run.number("SELECT count(*) FROM claim_links"),
        run.number("SELECT count(*) FROM trace_summary"));
    for (String step : STEPS) {
      double processor = run.processorSeconds().getOrDefault(step, 0.0);
      say("%-20s %9.2f s, processor %9.2f s", step, run.seconds(step), processor);
      point(step, claims, run.seconds(step));
      point(step + ", processor", claims, processor);
    }
    point("traces + sources", claims, run.seconds("traces") + run.seconds("sources"));
    say("blocking keys capped %,.0f", run.counters().getOrDefault("traces.keys_capped", 0.0));
    say(
        "heap left by a collection %,d MB; shuffled %,d MB, spilled %,d MB",
        run.liveBytes() / 1_000_000,
        run.tasks().shuffledBytes() / 1_000_000,
        run.tasks().spilledBytes() / 1_000_000);
    if (stages) {
      run.tasks().longest(25).forEach(line -> say("%s", line));
    }
  }

  private void point(String step, long claims, double seconds) {
    points
        .computeIfAbsent(step, name -> new ArrayList<>())
        .add(new PowerLaw.Point(claims, Math.max(seconds, 1e-3)));
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
