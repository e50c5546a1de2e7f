package dev.headwater.bench;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows a nightly run by the lines it prints: which job it is in, and since when. */
public final class RunWatch {
  /** The jobs of a night in order, then its gates and its publish. */
  public static final List<String> STEPS =
      List.of("ingest", "reprints", "claims", "traces", "sources", "gates", "publish");

  private RunWatch() {}

  /** Whether a line says that a step begins. */
  public static boolean begins(String step, String line) {
    return switch (step) {
      case "ingest" -> line.startsWith("[ingest] reading ");
      case "publish" -> line.startsWith("[gates] passed ");
      default -> line.startsWith("[" + STEPS.get(STEPS.indexOf(step) - 1) + "] done in ");
    };
  }

  /** The step that a run is in by its lines so far; "start" before the first, "end" at the end. */
  public static String step(List<WatchedProcess.Line> lines) {
    String now = "start";
    for (WatchedProcess.Line line : lines) {
      for (String step : STEPS) {
        if (begins(step, line.text())) {
          now = step;
        }
      }
      if (line.text().startsWith("[publish] release ")) {
        now = "end";
      }
    }
    return now;
  }

  /** How long each step of a finished run took. */
  public static Map<String, Duration> durations(List<WatchedProcess.Line> lines) {
    Map<String, Duration> durations = new LinkedHashMap<>();
    String now = null;
    long since = 0;
    for (WatchedProcess.Line line : lines) {
      String next = step(List.of(line));
      if (!next.equals("start")) {
        if (now != null) {
          durations.put(now, Duration.ofNanos(line.nanos() - since));
        }
        now = next;
        since = line.nanos();
      }
    }
    return durations;
  }
}
