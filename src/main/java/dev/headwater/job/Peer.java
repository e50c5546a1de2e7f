package dev.headwater.job;

import dev.headwater.bench.PairFile;
import dev.headwater.model.UserMistake;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;

/**
 * MLlib's MinHashLSH on the published articles, in a process of its own with its own Spark.
 *
 * <p>{@code src/bench/peer} holds the program; {@code jobs/bench} builds it into {@code
 * target/peer}. It is given the articles as Parquet, the same heap and the same cores, and says
 * itself how long it took from its session on: the start of the machine and of Spark is in neither
 * side's time.
 *
 * @param seconds from reading the articles to the last pair written
 * @param processorSeconds processor time of its process in that time
 * @param peakBytes peak of its heap, garbage included
 * @param pairs pairs whose exact Jaccard reaches the least one
 */
record Peer(
    double seconds, double processorSeconds, long peakBytes, Map<PairFile.Ids, Double> pairs) {
  private static final String PROGRAM = "dev.headwater.peer.MinHashPeer";

  /**
   * How the peer is set.
   *
   * @param tables hash tables: a pair of Jaccard J is found with probability 1 - (1 - J)^tables
   * @param least least Jaccard of a pair
   * @param hours after which it is given up
   */
  record Settings(int tables, double least, int hours) {}

  /** Runs the peer on the articles that are published in a session. */
  static Peer run(SparkSession spark, Settings settings, Path folder) throws IOException {
    Path home = home();
    Path articles = folder.resolve("articles");
    Path pairs = folder.resolve("pairs.tsv");
    Path figures = folder.resolve("figures.properties");
    Path log = folder.resolve("peer.log");
    spark
        .sql("SELECT coalesce(native_id, url, article_id) AS id, text FROM articles")
        .write()
        .mode("overwrite")
        .parquet(articles.toUri().toString());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + (Runtime.getRuntime().maxMemory() >> 20) + "m");
    command.add("-XX:+UseParallelGC");
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.add("-cp");
    command.add(home.resolve("peer.jar") + File.pathSeparator + home.resolve("jars") + "/*");
    command.add(PROGRAM);
    command.add(spark.sparkContext().master());
    command.addAll(List.of(articles.toString(), pairs.toString(), figures.toString()));
    command.add(Integer.toString(settings.tables()));
    command.add(Double.toString(settings.least()));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    await(process, settings, log);
    Properties found = new Properties();
    try (java.io.Reader reader = Files.newBufferedReader(figures)) {
      found.load(reader);
    }
    return new Peer(
        Double.parseDouble(found.getProperty("seconds")),
        Double.parseDouble(found.getProperty("processor_seconds")),
        Long.parseLong(found.getProperty("peak_bytes")),
        PairFile.read(pairs));
  }

  private static void await(Process process, Settings settings, Path log) throws IOException {
    try {
      if (!process.waitFor(settings.hours(), TimeUnit.HOURS)) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "The peer did not end within " + settings.hours() + " hours");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while the peer ran", e);
    }
    if (process.exitValue() != 0) {
      List<String> lines = Files.readAllLines(log);
      throw new IllegalStateException(
          "The peer ended with status "
              + process.exitValue()
              + ":\n"
              + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size())));
    }
  }

  private static Path home() {
    String root = System.getenv().getOrDefault("HEADWATER_HOME", ".");
    Path home = Path.of(root, "target", "peer").toAbsolutePath();
    if (!Files.exists(home.resolve("peer.jar"))) {
      throw new UserMistake(
          "Cannot find the peer: there is no "
              + home.resolve("peer.jar")
              + ". jobs/bench speed --peer builds it, or mvn -f src/bench/peer/pom.xml package.");
    }
    return home;
  }
}
