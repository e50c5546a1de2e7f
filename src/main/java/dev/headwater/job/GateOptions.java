package dev.headwater.job;

import dev.headwater.spark.Gates;
import dev.headwater.spark.Run;
import java.util.LinkedHashSet;
import java.util.List;
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

  /** Checks a run; a failure names each broken gate, what to look at and how to override it. */
  void check(Run run) {
    List<Gates.Finding> broken = Gates.check(run, Gates.Limits.DEFAULT, allowed);
    if (broken.isEmpty()) {
      return;
    }
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
