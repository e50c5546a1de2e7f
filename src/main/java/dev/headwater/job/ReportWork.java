package dev.headwater.job;

import dev.headwater.report.SearchWords;
import dev.headwater.report.Shard;
import dev.headwater.report.ShardEntry;
import dev.headwater.report.SiteFiles;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.Sessions;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Writes the site of a report from the tables that a session has under their names.
 *
 * <p>Every query of the pages is a resource of {@code report}. What grows with the corpus is
 * written by the tasks; the driver writes the overview, whose queries are all limited, and the
 * directories, a line for a quarter of a megabyte.
 */
final class ReportWork {
  /** Rows of a list in one shard, which is what the site shows at once. */
  private static final int ROWS = 100;

  /** Places of one word that are kept for each kind of entry, the most printed ones. */
  private static final int PLACES = 2000;

  /** What an article, its claims and its stretches take in the tables, roughly. */
  private static final long BYTES_AN_ARTICLE = 4096;

  private static final StructType NUMBERED =
      new StructType()
          .add("place", DataTypes.LongType, false)
          .add("page", DataTypes.StringType, false)
          .add("kind", DataTypes.StringType)
          .add("text", DataTypes.StringType);

  private static final StructType WORD =
      new StructType()
          .add("word", DataTypes.StringType, false)
          .add("kind", DataTypes.StringType, false)
          .add("place", DataTypes.LongType, false);

  private final SparkSession spark;
  private final ReportFolder folder;
  private final Path site;
  private final long articles;
  private int files;
  private long bytes;
  private int largest;

  ReportWork(SparkSession spark, ReportFolder folder) {
    this.spark = spark;
    this.folder = folder;
    this.site = folder.begin();
    this.articles = spark.table("articles").count();
    Sessions.sized(spark, articles * BYTES_AN_ARTICLE);
  }

  /** Writes everything; the site is whole afterwards but not yet in its place. */
  void write() throws IOException {
    for (Map.Entry<String, byte[]> file : SiteFiles.all().entrySet()) {
      put(file.getKey(), file.getValue());
    }
    spark
        .udf()
        .register("plain", (UDF1<BigDecimal, String>) ReportWork::plain, DataTypes.StringType);
    for (String name : SiteFiles.queries("heads")) {
      Dataset<Row> rows = spark.sql(SiteFiles.query("heads/" + name));
      KeptRows.keep(rows).createOrReplaceTempView(name);
    }
    for (String kind : SiteFiles.queries("pages")) {
      pages(kind);
    }
    List<String> lists = new ArrayList<>();
    for (String name : SiteFiles.queries("lists")) {
      lists.add(Shard.quoted(name) + ":" + list(name));
    }
    search();
    overview(lists);
  }

  /** What was written, for a line of progress. */
  String summary() {
    return "%,d files, %,.1f MB, the largest %,.1f MB"
        .formatted(files, bytes / 1048576.0, largest / 1048576.0);
  }

  private void pages(String kind) throws IOException {
    Dataset<Row> rows = spark.sql(SiteFiles.query("pages/" + kind));
    Dataset<Row> pages =
        rows.select(functions.col("key"), functions.to_json(functions.col("page")).as("page"));
    // Keys are hashes or names: their first character spreads a kind over the tasks.
    String part = "translate(hex(substring(key, 1, 1)), 'ABCDEF', 'abcdef')";
    if (!kind.equals("outlets")) {
      part = "substring(key, 1, " + digits() + ")";
    }
    directory(kind, ShardWriter.write(pages.withColumn("part", functions.expr(part)), site, kind));
  }

  /** Digits of an id that make a part: one for every 16-fold of some thousands of articles. */
  private int digits() {
    return articles < 2_000 ? 0 : articles < 32_000 ? 1 : articles < 500_000 ? 2 : 3;
  }

  /** Writes a list in shards of rows and gives the number of its rows. */
  private long list(String name) throws IOException {
    Dataset<Row> rows = spark.sql(SiteFiles.query("lists/" + name));
    Dataset<Row> numbered = numbered(rows, "NULL", "NULL");
    List<ShardEntry> entries = ShardWriter.write(paged(numbered), site, "lists/" + name);
    count(entries);
    return entries.stream().mapToLong(ShardEntry::pages).sum();
  }

  private void search() throws IOException {
    Dataset<Row> rows = spark.sql(SiteFiles.query("search/entries"));
    Dataset<Row> entries = KeptRows.keep(numbered(rows, "kind", "text"));
    List<ShardEntry> shards = ShardWriter.write(paged(entries), site, "search/entries");
    count(shards);
    // Words that begin alike stand together; the more there are, the more letters make a part.
    int letters = shards.size() < 100 ? 0 : shards.size() < 5_000 ? 1 : 2;
    Dataset<Row> words =
        entries
            .flatMap((FlatMapFunction<Row, Row>) ReportWork::words, Encoders.row(WORD))
            .groupBy("word", "kind")
            .agg(
                functions
                    .slice(
                        functions.sort_array(functions.collect_list("place")),
                        functions.lit(1),
                        functions.lit(PLACES))
                    .as("places"))
            .groupBy("word")
            .agg(
                functions
                    .expr("to_json(map_from_entries(collect_list(struct(kind, places))))")
                    .as("page"))
            .selectExpr("substring(word, 1, " + letters + ") AS part", "word AS key", "page");
    directory("words", ShardWriter.write(words, site, "search/words"));
  }

  private static Iterator<Row> words(Row entry) {
    return SearchWords.of(entry.getString(3)).stream()
        .map(word -> RowFactory.create(word, entry.getString(2), entry.getLong(0)))
        .iterator();
  }

  /** Rows of a sorted query with their place, from 0, and as JSON. */
  private Dataset<Row> numbered(Dataset<Row> sorted, String kind, String text) {
    Dataset<Row> json =
        sorted.selectExpr(
            "to_json(struct(" + shown(sorted) + ")) AS page", kind + " AS kind", text + " AS text");
    JavaRDD<Row> rows =
        json.javaRDD()
            .zipWithIndex()
            .map(
                row ->
                    RowFactory.create(
                        row._2(), row._1().getString(0), row._1().get(1), row._1().get(2)));
    return spark.createDataFrame(rows, NUMBERED);
  }

  /** All columns of a list but those that are there to find and to sort by. */
  private static String shown(Dataset<Row> rows) {
    return List.of(rows.columns()).stream()
        .filter(column -> !column.equals("text") && !column.equals("weight"))
        .map(column -> "`" + column + "`")
        .collect(Collectors.joining(", "));
  }

  private static Dataset<Row> paged(Dataset<Row> numbered) {
    return numbered.selectExpr(
        "CAST(place DIV " + ROWS + " AS STRING) AS part",
        "lpad(CAST(place % " + ROWS + " AS STRING), 3, '0') AS key",
        "page");
  }

  private void overview(List<String> lists) throws IOException {
    List<String> parts = new ArrayList<>();
    for (String name : SiteFiles.queries("overview")) {
      List<String> rows = spark.sql(SiteFiles.query("overview/" + name)).toJSON().collectAsList();
      parts.add(Shard.quoted(name) + ":[" + String.join(",", rows) + "]");
    }
    parts.add("\"lists\":{" + String.join(",", lists) + "}");
    parts.add("\"rows\":" + ROWS);
    put("data/overview.js", Shard.single("overview", "{" + String.join(",\n", parts) + "}"));
    put(SiteFiles.MARKER, "{\"headwater\":\"report\"}\n".getBytes());
  }

  private void directory(String kind, List<ShardEntry> entries) throws IOException {
    count(entries);
    String lines =
        entries.stream()
            .map(
                entry ->
                    "[" + Shard.quoted(entry.firstKey()) + "," + Shard.quoted(entry.name()) + "]")
            .collect(Collectors.joining(",\n"));
    put("data/directory-" + kind + ".js", Shard.single("directory-" + kind, "[" + lines + "]"));
  }

  private void count(List<ShardEntry> entries) {
    entries.forEach(entry -> count(entry.bytes()));
  }

  private void put(String name, byte[] content) throws IOException {
    folder.write(name, content);
    count(content.length);
  }

  private void count(int size) {
    files++;
    bytes += size;
    largest = Math.max(largest, size);
  }

  /** An exact decimal without the zeros that the tables' scale adds. */
  private static String plain(BigDecimal value) {
    return value == null ? null : value.stripTrailingZeros().toPlainString();
  }
}
