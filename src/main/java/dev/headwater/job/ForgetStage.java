package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.model.Article;
import dev.headwater.model.Forgotten;
import dev.headwater.model.OutletLine;
import dev.headwater.model.UserMistake;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.Compaction;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.Seen;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * Forgets articles: they and all that was read from them leave every table, and the clusters,
 * families and statistics they were part of are made again without them.
 *
 * <p>Input: every table. Output: every table. Exact copies of a forgotten text stay; where the
 * forgotten article alone stood for their text, they are compared again as if they were new.
 */
final class ForgetStage implements Stage {
  static final String NAME = "forget";

  private final Collection<String> ids;
  private final ReuseSettings settings;

  ForgetStage(Collection<String> ids, ReuseSettings settings) {
    this.ids = new TreeSet<>(ids);
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String settings() {
    return ids + " " + settings;
  }

  @Override
  public void run(Run run) {
    run.expect(0);
    Dataset<Row> gone = versions(run).transform(KeptRows::keep);
    long articles = gone.count();
    Progress.say(NAME, "%,d versions of %,d articles", articles, ids.size());
    Dataset<Row> goneIds = gone.select("article_id");
    Dataset<Row> again = copiesOf(run, gone).transform(KeptRows::keep);
    Dataset<Row> changed = goneIds.union(again.select("article_id"));
    Dataset<Row> beside = SourcesStage.affected(run, changed).transform(KeptRows::keep);
    Dataset<Row> claims =
        run.read(Tables.CLAIMS)
            .join(beside, new String[] {"article_id"}, "left_semi")
            .select("claim_id", "article_id")
            .transform(KeptRows::keep);
    Dataset<Row> changedClaims =
        claims.join(changed, new String[] {"article_id"}, "left_semi").select("claim_id");
    // A number that only a forgotten one kept apart is found by its links, while they are there.
    Dataset<Row> explained = TracesStage.linkedWith(run, changedClaims);
    remove(run, gone, changed, changedClaims);
    new ReprintsStage(settings).remake(run, again, goneIds);
    new TracesStage().remake(run, linked(run, again), claims.select("claim_id").union(explained));
    new SourcesStage().remake(run, gone, beside);
    Seen.madeAgain(run, TracesStage.NAME, Tables.CLUSTERS);
    Seen.madeAgain(run, SourcesStage.NAME, Tables.CLUSTERS, Tables.TRACES);
    // What is deleted by mark alone would still stand in this release's files.
    Compaction.compact(run, Tables.PUBLISHED);
    run.count(NAME, "articles", articles);
    run.count(NAME, "compared_again", again.count());
    run.count(NAME, "rows_written", articles);
  }

  /** All versions of the articles. */
  private Dataset<Row> versions(Run run) {
    Dataset<Row> named = run.read(Tables.ARTICLES).where(col("article_id").isin(ids.toArray()));
    List<String> found =
        named.select("article_id").as(Encoders.STRING()).collectAsList().stream().sorted().toList();
    TreeSet<String> missing = new TreeSet<>(ids);
    found.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new UserMistake(
          "No article "
              + String.join(", ", missing)
              + " in "
              + run.warehouse().location()
              + ". Ids: query \"select article_id from articles where url = …\". Nothing was"
              + " forgotten.");
    }
    return RowCodec.of(Article.class)
        .select(
            run.read(Tables.ARTICLES)
                .join(named.select("article_key"), new String[] {"article_key"}, "left_semi"));
  }

  /** The other articles that a forgotten one stood for, as the first of their very text. */
  private static Dataset<Row> copiesOf(Run run, Dataset<Row> gone) {
    Dataset<Row> firsts =
        run.read(Tables.ARTICLES)
            .select("article_id", "text_hash", "ingested_at")
            .join(gone.select("text_hash").distinct(), new String[] {"text_hash"}, "left_semi")
            .withColumn(
                "first_id",
                first("article_id")
                    .over(
                        Window.partitionBy("text_hash")
                            .orderBy(col("ingested_at"), col("article_id"))));
    Dataset<Row> copies =
        firsts
            .join(
                gone.select(col("article_id").alias("first_id")),
                new String[] {"first_id"},
                "left_semi")
            .select("article_id");
    return RowCodec.of(Article.class)
        .select(
            run.read(Tables.ARTICLES)
                .join(copies, new String[] {"article_id"}, "left_semi")
                .join(gone.select("article_id"), new String[] {"article_id"}, "left_anti")
                .join(
                    Seen.unseenArticles(run, ReprintsStage.NAME).select("article_id"),
                    new String[] {"article_id"},
                    "left_anti"));
  }

  /** Those of some articles whose claims were linked; others will be when that job sees them. */
  private static Dataset<Row> linked(Run run, Dataset<Row> articles) {
    return articles.join(
        Seen.unseenArticles(run, TracesStage.NAME).select("article_id"),
        new String[] {"article_id"},
        "left_anti");
  }

  private static void remove(
      Run run, Dataset<Row> gone, Dataset<Row> changed, Dataset<Row> changedClaims) {
    run.append(
        Tables.FORGOTTEN,
        RowCodec.of(Forgotten.class)
            .select(
                gone.select(
                    col("article_id"),
                    xxhash64(col("article_key")).alias("key_hash"),
                    lit(run.id()).alias("run_id"))));
    forgetLines(run, gone);
    Dataset<Row> goneIds = gone.select("article_id");
    for (TableContract table : List.of(Tables.ARTICLES, Tables.CLAIMS, Tables.POSTINGS)) {
      run.delete(table, goneIds);
    }
    run.delete(Tables.CLAIM_KEYS, changed);
    run.delete(Tables.PASSAGES, changed.toDF("left_id"));
    run.delete(Tables.PASSAGES, changed.toDF("right_id"));
    run.delete(Tables.CLAIM_LINKS, changedClaims.toDF("from_claim_id"));
    run.delete(Tables.CLAIM_LINKS, changedClaims.toDF("to_claim_id"));
  }

  /** The lines that open or close the articles recur so much less. */
  private static void forgetLines(Run run, Dataset<Row> gone) {
    Dataset<Row> less =
        IngestStage.counted(run, IngestStage.lines(gone)).withColumnRenamed("articles", "less");
    Dataset<Row> touched =
        run.read(Tables.OUTLET_LINES)
            .join(less.select("source", "line_hash"), IngestStage.OF_LINE, "left_semi");
    // The rows of all runs become one, or none: nothing is to tell of withdrawn text.
    Dataset<Row> counts =
        IngestStage.inAll(touched)
            .join(less, IngestStage.OF_LINE)
            .withColumn("articles", col("articles").minus(col("less")))
            .transform(KeptRows::keep);
    run.delete(Tables.OUTLET_LINES, counts.select("source", "line_hash"));
    run.append(
        Tables.OUTLET_LINES,
        RowCodec.of(OutletLine.class).select(counts.where(col("articles").gt(0))));
  }
}
