package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.ingest.Boilerplate;
import dev.headwater.model.Article;
import dev.headwater.model.OutletLine;
import dev.headwater.model.Reject;
import dev.headwater.model.TextSpan;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.storage.StorageLevel;

/**
 * Files become articles or rejects.
 *
 * <p>Input: files. Output: {@code articles}, {@code rejects}, {@code outlet_lines}. One article
 * fetched twice is one article; a changed text is a new version. Lines that open or close many
 * articles of one outlet are marked as boilerplate.
 */
final class IngestStage implements Stage {
  static final String NAME = "ingest";

  static final String[] OF_LINE = {"source", "line_hash"};

  private final IngestOptions options;
  private final InputFiles input;

  IngestStage(IngestOptions options, InputFiles input) {
    this.options = options;
    this.input = input;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String settings() {
    return options.text();
  }

  @Override
  public void run(Run run) {
    Progress.say(NAME, "reading %,d files, %,.1f MB", input.files().size(), input.bytes() / 1e6);
    ArticleReading reading =
        new ArticleReading(
            run.spark(),
            run.id(),
            options.reading(),
            options.building(run.spark().sparkContext().hadoopConfiguration()),
            run.startedAt());
    Dataset<Row> records = reading.read(input).localCheckpoint(true, StorageLevel.DISK_ONLY());
    long read = records.count();
    Dataset<Row> fresh = fresh(run, records).localCheckpoint(true, StorageLevel.DISK_ONLY());
    long added = fresh.count();
    long rejected = records.where(col("reject").isNotNull()).count();
    Progress.say(NAME, "%,d records: %,d new articles, %,d rejected", read, added, rejected);
    if (read > 0 && read == rejected) {
      refuseUnmapped(records);
    }
    long newRejects = writeRejects(run, records);
    if (added > 0) {
      Dataset<Row> numbered = numbered(run, fresh);
      Dataset<Row> marked = marked(run, numbered);
      run.append(Tables.ARTICLES, marked);
    }
    run.count(NAME, "records_read", read);
    run.count(NAME, "articles", added);
    run.count(NAME, "rejected", rejected);
    run.count(NAME, "known_before", read - rejected - added);
    run.count(NAME, "rows_written", added + newRejects);
  }

  /** The articles that the history does not have, each once. */
  private static Dataset<Row> fresh(Run run, Dataset<Row> records) {
    Column[] first = {
      col("published_at").asc_nulls_last(), col("input_file"), col("input_position")
    };
    return RowCodec.of(Article.class)
        .select(records.where(col("article").isNotNull()).select("article.*"))
        .withColumn("place", row_number().over(Window.partitionBy("article_id").orderBy(first)))
        .where(col("place").equalTo(1))
        .drop("place")
        .join(run.read(Tables.ARTICLES).select("article_id"), "article_id", "left_anti")
        .withColumn("key_hash", xxhash64(col("article_key")))
        .join(run.read(Tables.FORGOTTEN).select("key_hash"), "key_hash", "left_anti")
        .drop("key_hash");
  }

  /** Where no file at all has the column of the text, the person has to say which it is. */
  private static void refuseUnmapped(Dataset<Row> records) {
    Dataset<Row> rejects = records.select("reject.*");
    if (rejects.where(col("reason").notEqual("no_text_column")).isEmpty()) {
      List<Row> first = rejects.orderBy("input").select("detail").takeAsList(1);
      throw new UserMistake(first.get(0).getString(0));
    }
  }

  private static long writeRejects(Run run, Dataset<Row> records) {
    Dataset<Row> all =
        RowCodec.of(Reject.class)
            .select(records.where(col("reject").isNotNull()).select("reject.*"));
    Dataset<Row> known = run.read(Tables.REJECTS).alias("k");
    Dataset<Row> unknown =
        all.alias("r")
            .join(
                known,
                col("r.input")
                    .equalTo(col("k.input"))
                    .and(col("r.position").eqNullSafe(col("k.position")))
                    .and(col("r.reason").equalTo(col("k.reason")))
                    .and(col("r.excerpt").eqNullSafe(col("k.excerpt"))),
                "left_anti")
            .localCheckpoint(true, StorageLevel.DISK_ONLY());
    long added = unknown.count();
    if (added > 0) {
      run.append(Tables.REJECTS, unknown.coalesce(1));
    }
    return added;
  }

  /**
   * Numbers the versions of each article by date, then by the run that loaded them. A version that
   * comes late moves the later ones up; their rows are written again.
   */
  private static Dataset<Row> numbered(Run run, Dataset<Row> fresh) {
    List<String> parts =
        List.of("article_id", "article_key", "published_at", "ingested_at", "text_hash");
    Column[] columns = parts.stream().map(functions::col).toArray(Column[]::new);
    Dataset<Row> known =
        run.read(Tables.ARTICLES)
            .join(fresh.select("article_key").distinct(), "article_key", "left_semi");
    Dataset<Row> ranks =
        fresh
            .select(columns)
            .withColumn("was", lit(0))
            .union(known.select(columns).withColumn("was", lit(-1)))
            .withColumn(
                "rank",
                row_number()
                    .over(
                        Window.partitionBy("article_key")
                            .orderBy(
                                col("published_at").asc_nulls_first(),
                                col("ingested_at").asc(),
                                col("text_hash").asc())))
            .select(col("article_id").alias("ranked"), col("rank"), col("was"))
            .localCheckpoint(true, StorageLevel.DISK_ONLY());
    RowCodec<Article> codec = RowCodec.of(Article.class);
    Dataset<Row> moved =
        codec
            .select(
                known
                    .join(
                        ranks.where(col("was").equalTo(-1)),
                        col("article_id").equalTo(col("ranked")))
                    .where(col("rank").notEqual(col("version")))
                    .withColumn("version", col("rank")))
            .localCheckpoint(true, StorageLevel.DISK_ONLY());
    if (!moved.isEmpty()) {
      run.delete(Tables.ARTICLES, moved.select("article_id"));
      run.append(Tables.ARTICLES, moved);
    }
    return codec.select(
        fresh
            .join(ranks, col("article_id").equalTo(col("ranked")))
            .withColumn("version", col("rank")));
  }

  /** Marks the lines that recur among the outlet's articles, those of the history included. */
  private Dataset<Row> marked(Run run, Dataset<Row> articles) {
    RowCodec<Article> codec = RowCodec.of(Article.class);
    Dataset<Row> lines = lines(articles).localCheckpoint(true, StorageLevel.DISK_ONLY());
    Dataset<Row> counts = outletLines(run, lines).localCheckpoint(true, StorageLevel.DISK_ONLY());
    run.delete(Tables.OUTLET_LINES, counts.select("source", "line_hash"));
    run.append(Tables.OUTLET_LINES, RowCodec.of(OutletLine.class).select(counts));
    Dataset<Row> recurring =
        lines
            .join(
                counts
                    .where(col("articles").geq(options.recurringLine()))
                    .select("source", "line_hash"),
                OF_LINE,
                "left_semi")
            .groupBy(col("article_id").alias("of_article"))
            .agg(collect_set("line_hash").alias("recurring"));
    Dataset<Row> joined =
        codec
            .select(articles)
            .join(recurring, col("article_id").equalTo(col("of_article")), "left")
            .drop("of_article");
    return joined.map(
        (MapFunction<Row, Row>) IngestStage::withRepeated, Encoders.row(codec.schema()));
  }

  /** The lines that open and close articles: article_id, source, line_hash. */
  static Dataset<Row> lines(Dataset<Row> articles) {
    return articles
        .select("article_id", "source", "text")
        .withColumn("hashes", lineHashes().apply(col("text")))
        .select(col("article_id"), col("source"), explode(col("hashes")).alias("line_hash"))
        .distinct();
  }

  private static Dataset<Row> outletLines(Run run, Dataset<Row> lines) {
    Dataset<Row> tonight =
        lines.groupBy("source", "line_hash").agg(count("*").cast("int").alias("articles"));
    return tonight
        .union(
            run.read(Tables.OUTLET_LINES)
                .select("source", "line_hash", "articles")
                .join(tonight.select("source", "line_hash"), OF_LINE, "left_semi"))
        .groupBy("source", "line_hash")
        .agg(sum("articles").cast("int").alias("articles"));
  }

  private static UserDefinedFunction lineHashes() {
    return functions.udf(
        (UDF1<String, long[]>) Boilerplate::lineHashes,
        DataTypes.createArrayType(DataTypes.LongType, false));
  }

  private static Row withRepeated(Row row) {
    RowCodec<Article> codec = RowCodec.of(Article.class);
    Article article = codec.record(row);
    int last = row.size() - 1;
    if (row.isNullAt(last)) {
      return codec.row(article);
    }
    LongOpenHashSet recurring = new LongOpenHashSet(row.<Long>getList(last));
    List<TextSpan> spans = new ArrayList<>(article.boilerplate());
    for (TextSpan span : Boilerplate.repeated(article.text(), recurring::contains)) {
      if (spans.stream().noneMatch(s -> s.begin() < span.end() && span.begin() < s.end())) {
        spans.add(span);
      }
    }
    spans.sort(Comparator.comparingInt(TextSpan::begin));
    return codec.row(article.withBoilerplate(List.copyOf(spans)));
  }
}
