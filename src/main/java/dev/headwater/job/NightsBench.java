package dev.headwater.job;

import dev.headwater.model.UserMistake;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Runs inputs as one batch and as one night each, and compares what is published.
 *
 * <p>Input: files or folders, each of them a night. Output: a table on standard output: for each
 * order of the nights and each kind of finding how many the batch and the nights have, and how many
 * only one of them. Example: {@code jobs/bench nights --input 1916-05-0*.jsonl.gz --orders
 * given,shuffled,twice}.
 */
@Command(
    name = "nights",
    mixinStandardHelpOptions = true,
    description = "Compares nights, one input each, with one batch over all of them.")
public final class NightsBench implements Callable<Integer> {
  private static final List<String> ORDERS = List.of("given", "shuffled", "twice");

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files or folders, a night each, in order.")
  private List<String> inputs;

  @Option(
      names = "--orders",
      split = ",",
      paramLabel = "ORDER",
      description =
          "given, shuffled, and twice: in the given order, every third night run again (default:"
              + " given).")
  private List<String> orders = List.of("given");

  @Option(names = "--seed", paramLabel = "N", description = "Seed of the shuffle (default: 1).")
  private long seed = 1;

  @Option(
      names = "--folder",
      paramLabel = "PATH",
      description = "Where warehouses are made (default: the system's temporary folder).")
  private Path folder;

  @Override
  public Integer call() throws IOException {
    for (String order : orders) {
      if (!ORDERS.contains(order)) {
        throw new UserMistake("--orders " + order + ": give " + String.join(", ", ORDERS) + ".");
      }
    }
    Path own =
        folder == null
            ? Files.createTempDirectory("headwater-nights")
            : Files.createTempDirectory(Files.createDirectories(folder), "nights");
    try {
      int status = night(own.resolve("batch"), inputs);
      if (status != 0) {
        return status;
      }
      write(own, "batch");
      for (String order : orders) {
        for (List<String> night : nights(order)) {
          Instant began = Instant.now();
          status = night(own.resolve(order), night);
          if (status != 0) {
            return status;
          }
          Progress.say("bench", "%s: %s took %.1f s", order, night, Progress.secondsSince(began));
        }
        print(order, write(own, order), own);
      }
      return 0;
    } finally {
      BenchRun.remove(own);
    }
  }

  private List<List<String>> nights(String order) {
    List<String> shuffled = new ArrayList<>(inputs);
    if (order.equals("shuffled")) {
      Collections.shuffle(shuffled, new Random(seed));
    }
    List<List<String>> nights = new ArrayList<>();
    for (int n = 0; n < shuffled.size(); n++) {
      nights.add(List.of(shuffled.get(n)));
      if (order.equals("twice") && n % 3 == 1) {
        nights.add(List.of(shuffled.get(n)));
      }
    }
    return nights;
  }

  private static int night(Path warehouse, List<String> inputs) {
    List<String> words = new ArrayList<>(List.of("--warehouse", warehouse.toString()));
    // What the nights bring is compared, not watched.
    words.addAll(List.of("--allow-gate", "feeds_silent", "--allow-gate", "feeds_flooding"));
    words.add("--input");
    words.addAll(inputs);
    return ExitCodes.handledBy(new CommandLine(new NightlyCommand()))
        .execute(words.toArray(String[]::new));
  }

  /** Writes the findings of a warehouse, a hash each, beside it. */
  private static SparkSession write(Path own, String name) {
    SparkSession spark = Sessions.start("bench", own.resolve(name).toUri().toString());
    ReleaseViews.create(Warehouse.read(spark), null);
    FINDINGS.forEach(
        (finding, sql) ->
            spark
                .sql(sql)
                .select(functions.xxhash64(functions.to_json(functions.struct("*"))).alias("hash"))
                .distinct()
                .write()
                .parquet(found(own, name, finding)));
    Row capped =
        spark.sql("SELECT coalesce(sum(value), 0) FROM runs WHERE name = 'keys_capped'").first();
    System.out.printf(Locale.ROOT, "%s: %,.0f keys capped%n", name, capped.getDouble(0));
    return spark;
  }

  private static String found(Path own, String name, String finding) {
    return own.resolve("found").resolve(name).resolve(finding.replace(' ', '-')).toUri().toString();
  }

  private static void print(String order, SparkSession spark, Path own) {
    System.out.printf(
        "%n%-22s %10s %10s %12s %12s%n", order, "batch", "nights", "not nights", "not batch");
    for (String finding : FINDINGS.keySet()) {
      Dataset<Row> batch = spark.read().parquet(found(own, "batch", finding));
      Dataset<Row> nights = spark.read().parquet(found(own, order, finding));
      long missing = batch.join(nights, new String[] {"hash"}, "left_anti").count();
      long more = nights.join(batch, new String[] {"hash"}, "left_anti").count();
      System.out.printf(
          Locale.ROOT,
          "%-22s %,10d %,10d %,12d %,12d  %.3f %%%n",
          finding,
          batch.count(),
          nights.count(),
          missing,
          more,
          100.0 * (missing + more) / Math.max(1, batch.count() + more));
    }
  }

  /** What is compared; nothing in it may tell one run from another, nor one id of a cluster. */
  private static final Map<String, String> FINDINGS = new LinkedHashMap<>();

  private static final String SIDES =
      """
      FROM passages p JOIN articles l ON p.left_id = l.article_id
                      JOIN articles r ON p.right_id = r.article_id
      WHERE l.text_hash <> r.text_hash
      """;

  static {
    FINDINGS.put("articles", "SELECT article_id, version, text_hash FROM articles");
    FINDINGS.put(
        "pairs of texts",
        "SELECT least(l.text_hash, r.text_hash) AS a, greatest(l.text_hash, r.text_hash) AS b "
            + SIDES);
    FINDINGS.put(
        "pairs of stories",
        "SELECT least(l.text_hash, r.text_hash) AS a, greatest(l.text_hash, r.text_hash) AS b "
            + SIDES
            + " AND reuse_kind NOT IN ('template', 'boilerplate')");
    FINDINGS.put(
        "passages",
        "SELECT array_sort(array(struct(l.text_hash AS t, left_begin AS b, left_end AS e),"
            + " struct(r.text_hash AS t, right_begin AS b, right_end AS e))) AS p,"
            + " reuse_kind "
            + SIDES);
    FINDINGS.put(
        "articles of clusters",
        "SELECT article_id, min(article_id) OVER (PARTITION BY cluster_id) AS c FROM clusters");
    FINDINGS.put(
        "stretches",
        "SELECT article_id, begin, end, min(article_id) OVER (PARTITION BY cluster_id) AS c"
            + " FROM clusters");
    FINDINGS.put("parents", "SELECT article_id, begin, role, parent FROM clusters");
    FINDINGS.put("claims", "SELECT * FROM claims");
    FINDINGS.put(
        "claims of families",
        "SELECT claim_id, relation, min(claim_id) OVER (PARTITION BY trace_id) AS t FROM traces");
    FINDINGS.put(
        "claims of series",
        "SELECT claim_id, min(claim_id) OVER (PARTITION BY series_id) AS s FROM traces");
    FINDINGS.put(
        "roots of families",
        "SELECT min(t.claim_id) AS t, any_value(s.independent_roots) AS r FROM traces t"
            + " JOIN trace_summary s ON t.trace_id = s.trace_id GROUP BY t.trace_id");
    FINDINGS.put("days of outlets", "SELECT * FROM source_days");
    FINDINGS.put("copy edges", "SELECT * FROM copy_edges");
  }
}
