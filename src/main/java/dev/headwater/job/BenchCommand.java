package dev.headwater.job;

import dev.headwater.bench.ClaimLines;
import dev.headwater.bench.QuantitiesBench;
import dev.headwater.bench.SettingsCurves;
import dev.headwater.model.Claim;
import dev.headwater.model.UserMistake;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.RowCodec;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Benchmarks, and predictions for scorers; for people who work on the product.
 *
 * <p>Input: as each one says. Output: a file of predictions, or a table on standard output.
 * Example: {@code jobs/bench pairs OUT.tsv --input corpus.jsonl.gz}.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Runs a benchmark or prepares predictions for a scorer.",
    synopsisSubcommandLabel = "NAME",
    subcommands = {
      SpeedBench.class,
      GrowthBench.class,
      FamiliesBench.class,
      ReportBench.class,
      FaultBench.class,
      NightsBench.class
    },
    footer = {
      "",
      "jobs/bench kernels [JMH options] runs the benchmarks of kernels in src/bench; -l lists them.",
      "jobs/bench opening SITE [ROUTE...] times how long Chromium takes to show views of a report.",
      "jobs/bench visit SITE [LINKS] follows the links of a report in Chromium and looks for faults."
    })
public final class BenchCommand {
  /** Predictions of the quantities of single sentences. */
  @Command(
      name = "quantities",
      mixinStandardHelpOptions = true,
      description = "Quantities of the sentences of a JSON file, as JSON Lines.")
  int quantities(
      @Parameters(paramLabel = "SENTENCES.json") Path sentences,
      @Parameters(paramLabel = "OUT.jsonl") Path out)
      throws IOException {
    QuantitiesBench.run(existing(sentences), out);
    return 0;
  }

  /** What each setting of reprints does, on planted copies. */
  @Command(
      name = "settings",
      mixinStandardHelpOptions = true,
      description =
          "Share of planted copies found for values of each setting of reprints, as Markdown.")
  int settings() {
    SettingsCurves.print(line -> System.out.println(line));
    return 0;
  }

  /** Predictions of who is named as the source of each number. */
  @Command(
      name = "attribution",
      mixinStandardHelpOptions = true,
      description = "Claims of a folder of plain texts with their attribution, as JSON Lines.")
  int attribution(
      @Parameters(paramLabel = "FOLDER") Path folder,
      @Parameters(paramLabel = "OUT.jsonl") Path out)
      throws IOException {
    ClaimLines.ofFolder(existing(folder), out);
    return 0;
  }

  /** Predictions of claims and of which are the same. */
  @Command(
      name = "articles",
      mixinStandardHelpOptions = true,
      description = "Claims of a folder of plain texts with their traces, as JSON Lines.")
  int articles(
      @Parameters(paramLabel = "FOLDER") Path folder,
      @Parameters(paramLabel = "OUT.jsonl") Path out)
      throws IOException {
    existing(folder);
    return BenchRun.of(
        List.of(new ReprintsStage(ReuseSettings.DEFAULTS), new ClaimsStage(), new TracesStage()),
        List.of(folder.toString()),
        run -> writeClaims(run.spark().sql(CLAIMS), out));
  }

  /** Every pair of articles that share a passage. */
  @Command(
      name = "pairs",
      mixinStandardHelpOptions = true,
      description = "Every pair of articles with a passage in common: id, id, shared words.")
  int pairs(
      @Parameters(paramLabel = "OUT.tsv") Path out,
      @Option(names = "--input", required = true, arity = "1..*", paramLabel = "PATH")
          List<String> inputs,
      @Option(
              names = "--kinds",
              split = ",",
              paramLabel = "KIND",
              description = "Only passages of these kinds.")
          List<String> kinds,
      @Mixin ReprintsOptions reprints)
      throws IOException {
    String only =
        kinds == null
            ? "true"
            : "reuse_kind IN ('" + String.join("','", kinds).replaceAll("[^a-z_',]", "") + "')";
    return BenchRun.of(
        List.of(new ReprintsStage(reprints.settings())),
        inputs,
        run -> writePairs(run.spark().sql(PAIRS.formatted(only)), out));
  }

  private static void writePairs(Dataset<Row> rows, Path out) throws IOException {
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      Iterator<Row> all = rows.toLocalIterator();
      while (all.hasNext()) {
        Row row = all.next();
        writer.write(row.getString(0) + "\t" + row.getString(1) + "\t" + row.get(2) + "\n");
      }
    }
  }

  private static void writeClaims(Dataset<Row> rows, Path out) throws IOException {
    RowCodec<Claim> codec = RowCodec.of(Claim.class);
    try (BufferedWriter writer = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
      Iterator<Row> all = rows.toLocalIterator();
      while (all.hasNext()) {
        Row row = all.next();
        Claim claim = codec.record(row.getStruct(1));
        writer.write(ClaimLines.line(row.getString(0), claim, row.getString(2)));
        writer.newLine();
      }
    }
  }

  private static Path existing(Path path) {
    if (!Files.exists(path)) {
      throw new UserMistake("Cannot read " + path + ": there is no such file or folder.");
    }
    return path;
  }

  private static final String CLAIMS =
      """
      SELECT regexp_extract(a.input_file, '[^/]+$', 0) AS doc, struct(c.*) AS claim, t.trace_id
      FROM claims c JOIN articles a ON c.article_id = a.article_id
                    LEFT JOIN traces t ON c.claim_id = t.claim_id
      ORDER BY doc, c.begin
      """;

  /**
   * Pairs by the ids that the input gave, and their shared words. Exact copies have passages with
   * the first of their text only: their pairs are put back.
   */
  static final String PAIRS =
      """
      WITH names AS (SELECT article_id, coalesce(native_id, url, article_id) AS id, text_hash, words
                     FROM articles),
           found AS (SELECT l.text_hash AS one, r.text_hash AS other, sum(p.words) AS words
                     FROM passages p JOIN names l ON p.left_id = l.article_id
                                     JOIN names r ON p.right_id = r.article_id
                     WHERE l.text_hash <> r.text_hash AND %s
                     GROUP BY 1, 2),
           pairs AS (SELECT l.id AS one, r.id AS other, f.words
                     FROM found f JOIN names l ON f.one = l.text_hash
                                  JOIN names r ON f.other = r.text_hash
                     UNION ALL
                     SELECT l.id, r.id, l.words
                     FROM names l JOIN names r ON l.text_hash = r.text_hash AND l.id < r.id)
      SELECT least(one, other) AS one, greatest(one, other) AS other, sum(words) AS words
      FROM pairs WHERE one <> other GROUP BY 1, 2 ORDER BY 1, 2
      """;
}
