package dev.headwater.job;

import dev.headwater.bench.Fault;
import dev.headwater.bench.WatchedProcess;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.Sessions;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;

/**
 * The second of two nights over the sample, again and again from the same warehouse of one night:
 * in a process of its own to be disturbed, or in this one to see what comes after. The input is
 * read from the store that can fail; the warehouse lies there if wanted.
 */
final class FaultNight {
  private static final String FIRST = "2026-03-01";
  private static final String SECOND = "2026-03-02";
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m";

  private final Path root;
  private final Path input;
  private final Path folder;
  private final Path warehouse;
  private final Path scratch;

  /**
   * A night.
   *
   * @param root the checkout
   * @param folder for logs, the store's switch and copies of the warehouse of one night
   * @param disk where the warehouse is made
   * @param scratch Spark's local folder for runs that are disturbed
   */
  FaultNight(Path root, Path folder, Path disk, Path scratch) {
    this.root = root;
    this.input = root.resolve("data/sample");
    this.folder = folder;
    this.warehouse = disk.resolve("warehouse");
    this.scratch = scratch;
    if (!Files.isDirectory(input.resolve(SECOND))) {
      throw new UserMistake(
          "Cannot find " + input.resolve(SECOND) + "; run jobs/bench faults from a checkout.");
    }
    // The session of this process is started with them, as those of its children are.
    System.setProperty("spark.hadoop.fs.flaky.impl", FlakyStore.class.getName());
    System.setProperty("spark.hadoop.fs.flaky.switch", flag().toString());
  }

  /** Makes the warehouse of one night, keeps a copy of it, and gives what readers see. */
  TableContents first(boolean flaky) throws IOException {
    remove(warehouse);
    Path log = folder.resolve("log").resolve("first-night.log");
    int status = here(flaky, FIRST, log);
    if (status != 0) {
      throw new IllegalStateException("The first night ended with status " + status + ": " + log);
    }
    copy(warehouse, base(flaky));
    return contents(flaky);
  }

  /** Goes back to the warehouse of one night. */
  void restore(boolean flaky) throws IOException {
    remove(warehouse);
    copy(base(flaky), warehouse);
  }

  /** Starts the second night in a process of its own, ready for a fault. */
  WatchedProcess start(String master, Fault fault, Path log) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("jobs/submit").toString());
    command.addAll(List.of("--master", master, "--driver-memory", "2500m"));
    command.addAll(List.of("--executor-memory", "1600m"));
    // Short runs: most of their time would go to the second compiler.
    command.addAll(List.of("--driver-java-options", QUICK));
    command.addAll(List.of("--conf", "spark.executor.extraJavaOptions=" + QUICK));
    command.addAll(List.of("--conf", "spark.hadoop.fs.flaky.impl=" + FlakyStore.class.getName()));
    command.addAll(List.of("--conf", "spark.hadoop.fs.flaky.switch=" + flag()));
    if (fault == Fault.LOCAL_DISK) {
      command.addAll(List.of("--conf", "spark.local.dir=" + scratch));
    }
    command.addAll(night(fault.ofStore(), SECOND));
    return WatchedProcess.start(command, Map.of(), log);
  }

  /** Runs the second night in this process, undisturbed; gives its exit status. */
  int next(boolean flaky, Path log) throws IOException {
    return here(flaky, SECOND, log);
  }

  /** What readers see now. */
  TableContents contents(boolean flaky) {
    return TableContents.of(session(flaky));
  }

  /** A session on the warehouse. */
  SparkSession session(boolean flaky) {
    return Sessions.start("bench", uri(flaky));
  }

  /** The file that makes the stores of input and warehouse fail while it is there. */
  Path flag() {
    return folder.resolve("store-fails").toAbsolutePath();
  }

  private int here(boolean flaky, String day, Path log) throws IOException {
    PrintStream out = System.out;
    PrintStream err = System.err;
    session(flaky);
    try (PrintStream to =
        new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8)) {
      System.setOut(to);
      System.setErr(to);
      return ExitCodes.handledBy(new CommandLine(new NightlyCommand()))
          .execute(night(flaky, day).stream().skip(1).toArray(String[]::new));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private List<String> night(boolean flaky, String day) {
    return List.of(
        "nightly",
        "--input",
        // Always there, so that rows name the same files whatever the fault.
        FlakyStore.SCHEME + "://" + input.resolve(day),
        "--owners",
        input.resolve("owners.csv").toString(),
        "--day",
        day,
        "--warehouse",
        uri(flaky));
  }

  private String uri(boolean flaky) {
    String path = warehouse.toAbsolutePath().toString();
    return flaky ? FlakyStore.SCHEME + "://" + path : "file:" + path;
  }

  private Path base(boolean flaky) {
    return folder.resolve(flaky ? "one-night-flaky" : "one-night");
  }

  private static void remove(Path folder) throws IOException {
    if (Files.exists(folder)) {
      BenchRun.remove(folder);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> paths = Files.walk(from)) {
      paths.forEach(
          path -> {
            try {
              Files.copy(path, to.resolve(from.relativize(path).toString()));
            } catch (IOException e) {
              throw new UncheckedIOException("Cannot copy " + path, e);
            }
          });
    }
  }
}
