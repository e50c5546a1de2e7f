package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.ingest.Boilerplate;
import dev.headwater.model.Article;
import dev.headwater.model.OutletLine;
import dev.headwater.model.TextSpan;
import dev.headwater.spark.KeptRows;
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
    run.expect(input.bytes());
    Progress.say(NAME, "reading %,d files, %,.1f MB", input.files().size(), input.bytes() / 1e6);
    ArticleReading reading =
        new ArticleReading(
            run.spark(),
            run.id(),
            options.reading(),
            options.building(run.spark().sparkContext().hadoopConfiguration()),
            run.startedAt());
    Dataset<Row> records = reading.read(input).transform(KeptRows::keep);
    NewArticles batch =
        NewArticles.of(
            wanted(run, records.where(col("article").isNotNull()).select("article.*")),
            run.read(Tables.ARTICLES));
    Dataset<Row> fresh = batch.added();
    long added = fresh.count();
    long clashes = batch.clashesOf(lit(true));
    long firstClashes = clashes == 0 ? 0 : batch.clashesOf(col("place").equalTo(1));
    Row counts = counts(records);
    long read = counts.getLong(0);
    long unusable = counts.getLong(1);
    long rejected = unusable + clashes;
    long distinct = counts.getLong(3);
    Progress.say(NAME, "%,d records: %,d new articles, %,d rejected", read, added, rejected);
    if (read > 0 && read == unusable) {
      RejectWork.refuseUnmapped(records);
    }
    long newRejects = RejectWork.write(run, RejectWork.of(records).union(batch.clashes(run.id())));
    if (added > 0) {
      Dataset<Row> numbered = numbered(run, fresh);
      Dataset<Row> marked = marked(run, numbered, lines(fresh).transform(KeptRows::keep));
      run.append(Tables.ARTICLES, marked);
    }
    run.count(NAME, "records_read", read);
    run.count(NAME, "articles", added);
    run.count(NAME, "rejected", rejected);
    run.count(NAME, "files_rejected", counts.getLong(2));
    run.count(NAME, "known_before", distinct - added - firstClashes);
    run.count(NAME, "duplicates_in_batch", read - unusable - distinct - (clashes - firstClashes));
    run.count(NAME, "rows_written", added + newRejects);
  }

  /** The articles that were not withdrawn. */
  private static Dataset<Row> wanted(Run run, Dataset<Row> articles) {
    return RowCodec.of(Article.class)
        .select(articles)
        .withColumn("key_hash", xxhash64(col("article_key")))
        .join(run.read(Tables.FORGOTTEN).select("key_hash"), "key_hash", "left_anti")
        .drop("key_hash");
  }

  /**
   * Records, those rejected, files of which all or all from some place on is lost, and different
   * articles.
   */
  private static Row counts(Dataset<Row> records) {
    Column ofFile = col("reject").isNotNull().and(col("reject.position").isNull());
    return records
        .agg(
            count(lit(1)),
            count(when(col("reject").isNotNull(), lit(1))),
            countDistinct(when(ofFile, col("reject.input"))),
            countDistinct(col("article.article_id")))
        .first();
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
            .transform(KeptRows::keep);
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
            .transform(KeptRows::keep);
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
  private Dataset<Row> marked(Run run, Dataset<Row> articles, Dataset<Row> lines) {
    RowCodec<Article> codec = RowCodec.of(Article.class);
    Dataset<Row> tonight = counted(run, lines).transform(KeptRows::keep);
    Dataset<Row> counts = outletLines(run, tonight).transform(KeptRows::keep);
    run.append(Tables.OUTLET_LINES, tonight);
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
        .select(col("article_id"), col("source"), explode(col("hashes")).alias("line_hash"));
  }

  /** How many articles have each line, as rows of {@code outlet_lines}. */
  static Dataset<Row> counted(Run run, Dataset<Row> lines) {
    return RowCodec.of(OutletLine.class)
        .select(
            lines
                .groupBy("source", "line_hash")
                .agg(count("*").cast("int").alias("articles"))
                .withColumn("run_id", lit(run.id())));
  }

  /** In how many articles each line of tonight stands, those of the history included. */
  private static Dataset<Row> outletLines(Run run, Dataset<Row> tonight) {
    Dataset<Row> known =
        run.read(Tables.OUTLET_LINES)
            .join(tonight.select("source", "line_hash"), OF_LINE, "left_semi");
    return inAll(RowCodec.of(OutletLine.class).select(known).union(tonight));
  }

  /** The articles that have a line, of all runs together. */
  static Dataset<Row> inAll(Dataset<Row> outletLines) {
    return outletLines
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
