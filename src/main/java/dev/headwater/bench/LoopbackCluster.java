package dev.headwater.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A standalone Spark cluster of this bench's own: a master and workers of one core, on loopback.
 */
public final class LoopbackCluster implements AutoCloseable {
  private static final Duration START = Duration.ofMinutes(2);
  private static final String ADDRESS = "127.0.0.1";

  private final Path root;
  private final Path logs;
  private final int port;
  private final WatchedProcess master;
  private final List<WatchedProcess> workers = new ArrayList<>();

  private LoopbackCluster(Path root, Path logs, int port, WatchedProcess master) {
    this.root = root;
    this.logs = logs;
    this.port = port;
    this.master = master;
  }

  /**
   * Starts a master and workers and waits until they know each other.
   *
   * @param root the checkout, with {@code jobs/spark-class} and {@code target/spark}
   * @param logs where their logs and the executors' folders go
   */
  public static LoopbackCluster start(Path root, Path logs, int workers)
      throws IOException, InterruptedException {
    int port = freePort();
    WatchedProcess master =
        daemon(
            root,
            logs.resolve("master.log"),
            "org.apache.spark.deploy.master.Master",
            "--host",
            ADDRESS,
            "--port",
            Integer.toString(port),
            "--webui-port",
            "0");
    LoopbackCluster cluster = new LoopbackCluster(root, logs, port, master);
    try {
      if (!master.awaitLine(line -> line.contains("I have been elected leader"), START)) {
        throw new IllegalStateException("The master did not come up; its log is in " + logs);
      }
      cluster.refill(workers);
    } catch (IllegalStateException | IOException | InterruptedException e) {
      cluster.close();
      throw e;
    }
    return cluster;
  }

  /** Starts workers until there are so many again. */
  public void refill(int wanted) throws IOException, InterruptedException {
    workers.removeIf(worker -> !worker.isAlive());
    while (workers.size() < wanted) {
      WatchedProcess worker =
          daemon(
              root,
              logs.resolve("worker.log"),
              "org.apache.spark.deploy.worker.Worker",
              "--host",
              ADDRESS,
              "--webui-port",
              "0",
              "--cores",
              "1",
              "--memory",
              "1600m",
              "--work-dir",
              logs.resolve("work").toString(),
              url());
      workers.add(worker);
      if (!worker.awaitLine(line -> line.contains("Successfully registered with master"), START)) {
        throw new IllegalStateException("A worker did not come up; its log is in " + logs);
      }
    }
  }

  /** What {@code --master} is. */
  public String url() {
    return "spark://" + ADDRESS + ":" + port;
  }

  /** An executor that runs now. */
  public Optional<ProcessHandle> executor() {
    return workers.stream()
        .flatMap(worker -> worker.handle().descendants())
        .filter(
            process ->
                process.info().commandLine().orElse("").contains("CoarseGrainedExecutorBackend"))
        .findFirst();
  }

  /** A worker that runs now. */
  public Optional<ProcessHandle> worker() {
    return workers.stream().filter(WatchedProcess::isAlive).findFirst().map(WatchedProcess::handle);
  }

  @Override
  public void close() {
    workers.forEach(
        worker -> worker.handle().descendants().forEach(ProcessHandle::destroyForcibly));
    workers.forEach(WatchedProcess::close);
    master.close();
  }

  private static WatchedProcess daemon(Path root, Path log, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(root.resolve("jobs/spark-class").toString());
    command.addAll(List.of(words));
    // At INFO, unlike the jobs: what is waited for is said there.
    return WatchedProcess.start(
        command, Map.of("SPARK_LOCAL_IP", ADDRESS, "SPARK_DAEMON_MEMORY", "384m"), log);
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(ADDRESS))) {
      return free.getLocalPort();
    }
  }
}
