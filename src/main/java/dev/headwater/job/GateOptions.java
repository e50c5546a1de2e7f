package dev.headwater.job;

import dev.headwater.spark.GateLimits;
import dev.headwater.spark.Gates;
import dev.headwater.spark.Run;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options of the gates that a run passes before it is published. */
public final class GateOptions {
  @Option(
      names = "--allow-gate",
      paramLabel = "GATE",
      description = "Publish although this gate fails; may be given again.")
  private Set<String> allowed = new LinkedHashSet<>();

  @Option(
      names = "--gate-limit",
      paramLabel = "GATE=NUMBER",
      description =
          "Another limit of a gate; may be given again. Defaults: clusters_too_large=0,"
              + " cluster_density=0.01 (of large clusters), reject_share=0.5, feed_factor=10 (an"
              + " outlet with so many times fewer or more articles than ever in four weeks, or a"
              + " night with so many times fewer).")
  private Map<String, Double> limits = new LinkedHashMap<>();

  /** Refuses a limit that no gate has. */
  void check() {
    GateLimits.of(limits);
  }

  /** Checks a run; a failure names each broken gate, what to look at and how to override it. */
  void check(Run run) {
    demandNone(run, Gates.check(run, GateLimits.of(limits), allowed));
  }

  /** Checks a run that adds no row to any table: whether there should have been news. */
  void checkNews(Run run) {
    demandNone(run, Gates.checkNews(run, GateLimits.of(limits), allowed));
  }

  private static void demandNone(Run run, List<Gates.Finding> broken) {
    if (broken.isEmpty()) {
      return;
    }
    // Kept on the run's branch, for whoever has to look into it.
    run.flush();
    throw new GateFailure(
        "Nothing was published, as "
            + broken.stream()
                .map(f -> "gate " + f.gate() + " found " + f.broken() + " " + f.look())
                .collect(Collectors.joining("; "))
            + ". To publish all the same: "
            + broken.stream()
                .map(f -> "--allow-gate " + f.gate())
                .collect(Collectors.joining(" ")));
  }
}
