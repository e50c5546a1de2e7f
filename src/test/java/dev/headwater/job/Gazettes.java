package dev.headwater.job;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;

/** A few invented articles of two stories, in nights, and a warehouse they are loaded into. */
final class Gazettes {
  private static final String BRIDGE =
      "The council of Ostermere has voted to close the old iron bridge for repairs that will cost"
          + " 4.2 million dollars, Mayor Ilsa Brandt said on Monday. About 11,300 cars cross the"
          + " bridge every day, and the detour through Hallow Lane adds 17 minutes to the trip. Work"
          + " begins in the second week of May and is to end before the first snow, according to"
          + " the engineers of the Fenwick yard who drew the plans last autumn.";
  private static final String HARVEST =
      "Farmers in the Quillon valley brought in 86,000 tonnes of barley this season, the growers'"
          + " union reported, a third more than in the dry year before. Prices at the Port Amsel"
          + " exchange fell to 190 dollars a tonne after the news spread among the traders. The"
          + " union's chair, Tobias Renn, said that 240 farms would need new silos by the summer.";

  /** Night, source, and text by name. */
  private static final Map<String, List<String>> ARTICLES = new LinkedHashMap<>();

  static {
    article("wire", "2026-04-01", "ostwire.example", BRIDGE);
    article("herald", "2026-04-01", "herald.example", "OSTERMERE (Ostwire) - " + BRIDGE);
    article("echo", "2026-04-02", "echo.example", BRIDGE);
    article("valley", "2026-04-02", "valley.example", HARVEST);
    article("courier", "2026-04-02", "courier.example", HARVEST);
    article(
        "gazette",
        "2026-04-03",
        "gazette.example",
        HARVEST.replace("86,000", "68,000") + " Rain is forecast for the end of the week.");
    article("bugle", "2026-04-03", "bugle.example", HARVEST);
    article("post", "2026-04-03", "post.example", BRIDGE.replace("11,300", "13,100"));
  }

  /** The columns that tell a row of those with the same id. */
  private static final Map<String, List<String>> MEMBERS =
      Map.of(
          "cluster_id", List.of("article_id", "begin"),
          "trace_id", List.of("claim_id"),
          "series_id", List.of("claim_id"));

  static final List<String> NIGHTS = List.of("2026-04-01", "2026-04-02", "2026-04-03");

  private final Path folder;

  private Gazettes(Path folder) {
    this.folder = folder;
  }

  /** An empty warehouse below a folder. */
  static Gazettes in(Path folder) {
    return new Gazettes(folder);
  }

  private static void article(String name, String night, String source, String text) {
    ARTICLES.put(name, List.of(night, source, text));
  }

  /** Loads the articles of a night, but for some, and gives what nightly said. */
  Submitted night(String night, String... without) throws IOException {
    return job("nightly", "--input", input(night, without).toString(), "--day", night);
  }

  /** A file of the articles of a night, but for some. */
  Path input(String night, String... without) throws IOException {
    Path file = Files.createDirectories(folder).resolve(night + ".jsonl");
    List<String> lines = new ArrayList<>();
    int hour = 5;
    for (Map.Entry<String, List<String>> article : ARTICLES.entrySet()) {
      List<String> facts = article.getValue();
      hour++;
      if (facts.get(0).equals(night) && !Arrays.asList(without).contains(article.getKey())) {
        lines.add(
            "{\"id\": \"%s\", \"url\": \"https://%s/%s\", \"date\": \"%sT%02d:00:00Z\", \"text\": \"%s\"}"
                .formatted(
                    article.getKey(), facts.get(1), article.getKey(), night, hour, facts.get(2)));
      }
    }
    return Files.write(file, lines);
  }

  /** Runs a job on the warehouse. */
  Submitted job(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--warehouse", path()));
    return Submitted.job(all.toArray(String[]::new));
  }

  /** Runs a query and gives the lines of its CSV below the head. */
  List<String> query(String sql, String... more) throws IOException {
    Path out = folder.resolve("query.csv");
    List<String> words = new ArrayList<>(List.of("query", sql));
    words.addAll(List.of("--format", "csv", "--output", out.toString()));
    words.addAll(List.of(more));
    Submitted asked = job(words.toArray(String[]::new));
    if (asked.status() != 0) {
      throw new AssertionError(asked.err());
    }
    List<String> lines = Files.readAllLines(out);
    return lines.subList(1, lines.size());
  }

  /** The runs published so far, in order. */
  List<String> runs() throws IOException {
    return query("select run_id from releases order by sequence");
  }

  /** The article_id of an article. */
  String id(String name) throws IOException {
    return query("select article_id from articles where native_id = '" + name + "'").get(0);
  }

  /** A session that sees the last release. */
  SparkSession spark() {
    SparkSession spark = LocalSpark.on(folder.resolve("warehouse"));
    ReleaseViews.create(Warehouse.read(spark), null);
    return spark;
  }

  /** The warehouse opened to look below the releases. */
  Warehouse warehouse() {
    return Warehouse.read(LocalSpark.on(folder.resolve("warehouse")));
  }

  String path() {
    return folder.resolve("warehouse").toString();
  }

  /**
   * All rows of a table of findings as text, but for some columns, sorted. Of an id that is left
   * out there stays which rows have it in common.
   */
  static List<String> rows(SparkSession spark, TableContract table, String... without) {
    Dataset<Row> rows = spark.table(table.name());
    for (String id : MEMBERS.keySet()) {
      List<String> columns = List.of(rows.columns());
      boolean isLeftOut = List.of(without).contains(id) && columns.contains(id);
      if (isLeftOut && columns.containsAll(MEMBERS.get(id))) {
        Column[] member = MEMBERS.get(id).stream().map(functions::col).toArray(Column[]::new);
        rows =
            rows.withColumn(
                "first_of_" + id,
                functions.min(functions.struct(member)).over(Window.partitionBy(id)));
      }
    }
    rows = rows.drop(without);
    Column[] all = Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new);
    return rows.select(functions.to_json(functions.struct(all))).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** All rows of all tables of findings. */
  static Map<String, List<String>> findings(SparkSession spark, String... without) {
    Map<String, List<String>> findings = new LinkedHashMap<>();
    TreeSet<String> left = new TreeSet<>(List.of("runs", "forgotten", "cluster_log"));
    for (TableContract table : Tables.PUBLISHED) {
      if (!left.contains(table.name())) {
        findings.put(table.name(), rows(spark, table, without));
      }
    }
    return findings;
  }
}
