package dev.headwater.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A child process whose lines are read as they come, with the times they came at. */
public final class WatchedProcess implements AutoCloseable {
  /**
   * A line it wrote.
   *
   * @param nanos when it was read, by {@link System#nanoTime}
   */
  public record Line(String text, long nanos) {}

  private final Process process;
  private final Thread reader;
  private final List<Line> lines = new ArrayList<>();

  private WatchedProcess(Process process, Path log) {
    this.process = process;
    this.reader = new Thread(() -> read(log), "lines of " + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /** Starts a command; both its outputs go to the log too. */
  public static WatchedProcess start(List<String> command, Map<String, String> more, Path log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // This process was started with settings of Spark that are not its children's.
    builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_"));
    builder.environment().putAll(more);
    return new WatchedProcess(builder.start(), log);
  }

  private void read(Path log) {
    try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8);
        BufferedWriter out =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        out.write(line);
        out.newLine();
        out.flush();
        synchronized (lines) {
          lines.add(new Line(line, System.nanoTime()));
          lines.notifyAll();
        }
      }
    } catch (IOException ignored) {
      // Its end: a killed process closes its outputs anyhow.
    } finally {
      synchronized (lines) {
        lines.notifyAll();
      }
    }
  }

  /** The lines so far. */
  public List<Line> lines() {
    synchronized (lines) {
      return List.copyOf(lines);
    }
  }

  /** Waits for the first line of a kind; false if it ended or the time passed before one came. */
  public boolean awaitLine(Predicate<String> wanted, Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    synchronized (lines) {
      int seen = 0;
      while (true) {
        for (; seen < lines.size(); seen++) {
          if (wanted.test(lines.get(seen).text())) {
            return true;
          }
        }
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0 || !reader.isAlive()) {
          return false;
        }
        lines.wait(Math.min(left, 500));
      }
    }
  }

  /** Waits for its end and gives its exit status; killed, and empty-handed, after a time. */
  public int awaitEnd(Duration most) throws InterruptedException {
    if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
      process.destroyForcibly().waitFor();
      reader.join();
      return -1;
    }
    reader.join();
    return process.exitValue();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
