package dev.headwater.job;

import dev.headwater.bench.Fault;
import dev.headwater.bench.LoopbackCluster;
import dev.headwater.bench.RunWatch;
import dev.headwater.bench.SmallDisk;
import dev.headwater.bench.WatchedProcess;
import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Disturbs a night in each of its steps, in each way, and shows that the next run ends with the
 * tables of an undisturbed one.
 *
 * <p>Input: the sample. Output: a table on standard output, a row a case. A case in which nothing
 * was struck in its step proves nothing: it is tried again, sooner, and in the end it failed. Exit
 * status 1 if any case failed. Example: {@code jobs/bench faults --folder /tmp/faults}.
 */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description = {
      "Kills, starves and fails nightly runs in every step; the next run must make it good.",
      "Full disks need root (a small tmpfs is mounted); without it these cases are left out."
    })
public final class FaultBench implements Callable<Integer> {
  private static final int WORKERS = 2;
  private static final int DISK_MEGABYTES = 64;

  /** Spark copies the jar there first. */
  private static final int SCRATCH_MEGABYTES = 400;

  private static final Duration MOST = Duration.ofMinutes(5);

  /** How often a case is tried until something is struck in its step. */
  private static final int TRIES = 3;

  @Option(
      names = "--folder",
      paramLabel = "PATH",
      description = "Where warehouses and logs are made (default: the system's temporary folder).")
  private Path folder;

  @Option(
      names = "--faults",
      split = ",",
      paramLabel = "FAULT",
      description = "Only these of executor, worker, driver, term, disk, local-disk, store, slow.")
  private List<String> faults;

  @Option(
      names = "--steps",
      split = ",",
      paramLabel = "STEP",
      description = "Only in these of ingest, reprints, claims, traces, sources, gates, publish.")
  private List<String> steps;

  private final List<String> table = new ArrayList<>();
  private final Map<Boolean, Map<String, Duration>> durations = new HashMap<>();
  private Path logs;
  private FaultNight night;
  private TableContents before;
  private TableContents after;
  private LoopbackCluster cluster;
  private Optional<SmallDisk> disk = Optional.empty();
  private Optional<SmallDisk> scratch = Optional.empty();
  private int failures;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Fault> wanted = wanted();
    List<String> in = steps == null ? RunWatch.STEPS : steps;
    Path own =
        folder == null
            ? Files.createTempDirectory("headwater-faults")
            : Files.createDirectories(folder).toAbsolutePath();
    logs = Files.createDirectories(own.resolve("log"));
    Path root = Path.of(System.getenv().getOrDefault("HEADWATER_HOME", ".")).toAbsolutePath();
    if (wanted.stream().anyMatch(Fault::fillsDisk)) {
      disk = SmallDisk.mount(own.resolve("disk"), DISK_MEGABYTES);
      scratch = SmallDisk.mount(own.resolve("scratch"), SCRATCH_MEGABYTES);
    }
    try {
      Files.createDirectories(own.resolve("scratch"));
      night =
          new FaultNight(
              root, own, Files.createDirectories(own.resolve("disk")), own.resolve("scratch"));
      undisturbed(wanted.stream().anyMatch(Fault::ofStore));
      if (wanted.stream().anyMatch(Fault::onCluster)) {
        cluster = LoopbackCluster.start(root, logs, WORKERS);
        measure(true);
      }
      if (!wanted.stream().allMatch(Fault::onCluster)) {
        measure(false);
      }
      for (Fault fault : wanted) {
        if (fault.fillsDisk() && disk.isEmpty()) {
          Progress.say("bench", "%s: left out, a disk is mounted by root only", fault.words());
          continue;
        }
        for (String step : in) {
          try {
            disturb(fault, step);
          } catch (RuntimeException | IOException problem) {
            row(table.size() + 1, fault, step, "", "", "FAILED " + problem, "none");
          }
        }
      }
    } finally {
      if (cluster != null) {
        cluster.close();
      }
      for (Optional<SmallDisk> mounted : List.of(disk, scratch)) {
        if (mounted.isPresent()) {
          mounted.get().close();
        }
      }
    }
    table.forEach(System.out::println);
    System.out.printf("%n%d cases, %d failures; logs are in %s%n", table.size(), failures, logs);
    return failures == 0 ? 0 : ExitCodes.FAILED;
  }

  private List<Fault> wanted() {
    List<Fault> wanted = new ArrayList<>();
    for (String word : faults == null ? List.<String>of() : faults) {
      wanted.add(
          Arrays.stream(Fault.values())
              .filter(fault -> fault.word().equals(word))
              .findFirst()
              .orElseThrow(
                  () -> new UserMistake("--faults " + word + ": there is no such fault.")));
    }
    for (String step : steps == null ? List.<String>of() : steps) {
      if (!RunWatch.STEPS.contains(step)) {
        throw new UserMistake("--steps " + step + ": there is no such step.");
      }
    }
    return wanted.isEmpty() ? List.of(Fault.values()) : wanted;
  }

  private void undisturbed(boolean alsoFlaky) throws IOException {
    before = night.first(false);
    int status = night.next(false, logs.resolve("second-night.log"));
    after = night.contents(false);
    if (status != 0 || before.differences(after).isEmpty()) {
      throw new IllegalStateException("The undisturbed night did not publish: " + logs);
    }
    if (alsoFlaky) {
      List<String> different = night.first(true).differences(before);
      if (!different.isEmpty()) {
        throw new IllegalStateException("One night differs from store to store: " + different);
      }
    }
  }

  /** Times the steps of a run in a process of its own, and holds it against the one in here. */
  private void measure(boolean onCluster) throws IOException, InterruptedException {
    night.restore(false);
    Path log = logs.resolve(onCluster ? "undisturbed-cluster.log" : "undisturbed.log");
    try (WatchedProcess run = night.start(master(onCluster), Fault.TERM, log)) {
      int status = run.awaitEnd(MOST);
      List<String> different = night.contents(false).differences(after);
      if (status != 0 || !different.isEmpty()) {
        throw new IllegalStateException(
            "An undisturbed run ended with status " + status + ", " + different + ": " + log);
      }
      durations.put(onCluster, RunWatch.durations(run.lines()));
      Progress.say("bench", "undisturbed on %s: %s", master(onCluster), durations.get(onCluster));
    }
  }

  private String master(boolean onCluster) {
    return onCluster ? cluster.url() : "local[2]";
  }

  private void disturb(Fault fault, String step) throws IOException, InterruptedException {
    int number = table.size() + 1;
    String name = "%02d-%s-%s".formatted(number, fault.word(), step);
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      if (disturbOnce(fault, step, number, attempt, name + "-" + attempt)) {
        return;
      }
      Progress.say("bench", "%s in %s: nothing was struck", fault.words(), step);
    }
    row(number, fault, step, "not struck", "", "FAILED nothing was struck", name);
  }

  /** Makes a case's row; false, and none, where nothing was struck in the step. */
  private boolean disturbOnce(Fault fault, String step, int number, int attempt, String name)
      throws IOException, InterruptedException {
    boolean flaky = fault.ofStore();
    night.restore(flaky);
    int status;
    boolean struck;
    try (WatchedProcess run =
        night.start(master(fault.onCluster()), fault, logs.resolve(name + ".log"))) {
      if (!run.awaitLine(line -> RunWatch.begins(step, line), MOST)) {
        row(number, fault, step, "never came there", "", "FAILED", name);
        return true;
      }
      // Somewhere in the step, and another place in the next case; after a miss, sooner.
      long millis = durations.get(fault.onCluster()).get(step).toMillis();
      TimeUnit.MILLISECONDS.sleep(millis * (10 + 37 * number % 60) / 100 >> (attempt - 1));
      struck = isWithin(step, run) && strike(fault, step, run) && isWithin(step, run);
      status = run.awaitEnd(MOST);
    } finally {
      heal();
    }
    if (status == 0 && fault.endsRun() || status >= 0 && !struck) {
      return false;
    }
    String seen = seen(night.contents(flaky));
    int next = night.next(flaky, logs.resolve(name + "-next.log"));
    List<String> wrong = new ArrayList<>(night.contents(flaky).differences(after));
    wrong.addAll(Leftovers.of(night.session(flaky)));
    if (next != 0) {
      wrong.add("next run ended with status " + next);
    }
    if (status < 0) {
      wrong.add("hung");
    }
    if (fault == Fault.SLOW && status != 0) {
      wrong.add("a slow store ended the run");
    }
    if (seen == null) {
      wrong.add("readers saw neither release whole");
    }
    row(
        number,
        fault,
        step,
        status == 0 ? "finished" : status < 0 ? "hung" : "stopped, status " + status,
        seen,
        wrong.isEmpty() ? "equal" : "FAILED " + wrong,
        name);
    return true;
  }

  private String seen(TableContents contents) {
    if (contents.differences(before).isEmpty()) {
      return "night before";
    }
    return contents.differences(after).isEmpty() ? "new night" : null;
  }

  private static boolean isWithin(String step, WatchedProcess run) {
    return RunWatch.step(run.lines()).equals(step);
  }

  /** Strikes; false where there was nothing to be struck. */
  private boolean strike(Fault fault, String step, WatchedProcess run)
      throws IOException, InterruptedException {
    return switch (fault) {
      case EXECUTOR -> cluster.executor().filter(ProcessHandle::destroyForcibly).isPresent();
      case WORKER -> cluster.worker().filter(ProcessHandle::destroyForcibly).isPresent();
      case DRIVER -> run.handle().destroyForcibly();
      case TERM -> run.handle().destroy();
      case DISK -> disk.orElseThrow().fill();
      case LOCAL_DISK -> scratch.orElseThrow().fill();
      case STORE, SLOW -> strikeStore(fault, step, run);
    };
  }

  /** Disturbs the store; false where no call met it before the step was over. */
  private boolean strikeStore(Fault fault, String step, WatchedProcess run)
      throws IOException, InterruptedException {
    String first = fault.word() + "\n";
    Files.writeString(night.flag(), first);
    while (run.isAlive() && isWithin(step, run) && Files.size(night.flag()) == first.length()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return Files.size(night.flag()) > first.length();
  }

  private void heal() throws IOException, InterruptedException {
    Files.deleteIfExists(night.flag());
    for (Optional<SmallDisk> mounted : List.of(disk, scratch)) {
      if (mounted.isPresent()) {
        mounted.get().free();
      }
    }
    if (cluster != null) {
      cluster.refill(WORKERS);
    }
  }

  private void row(
      int number, Fault fault, String step, String run, String seen, String verdict, String name)
      throws IOException {
    if (verdict.startsWith("FAILED")) {
      failures++;
    }
    Path nextLog = logs.resolve(name + "-next.log");
    String resumed =
        Files.exists(nextLog)
            ? Files.readAllLines(nextLog).stream()
                .filter(line -> line.endsWith("finished by an earlier try of this run"))
                .map(line -> line.substring(1, line.indexOf(']')))
                .collect(Collectors.joining(" "))
            : "";
    String line =
        String.format(
            Locale.ROOT,
            "%2d  %-29s in %-8s  %-20s  readers saw %-12s  next run kept %-38s  %s",
            number,
            fault.words(),
            step,
            run,
            seen,
            resumed.isEmpty() ? "nothing" : resumed,
            verdict);
    table.add(line);
    Progress.say("bench", "%s", line);
  }
}
