package dev.headwater.job;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import dev.headwater.model.Posting;
import dev.headwater.model.UserMistake;
import dev.headwater.reuse.Buckets;
import dev.headwater.reuse.Grams;
import dev.headwater.reuse.PostingBlock;
import dev.headwater.reuse.ReadingErrors;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.DayRanges;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.PairTasks;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.Seen;
import dev.headwater.spark.TaskCounter;
import dev.headwater.spark.TaskMemory;
import dev.headwater.table.Tables;
import dev.headwater.text.Words;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Finds shared text: articles become postings, candidate pairs, passages, and clusters.
 *
 * <p>Input: {@code articles} that this job has not seen, {@code postings} of the history. Output:
 * {@code postings}, {@code passages}, {@code clusters}. Exact copies are collapsed first: only the
 * first article of a text has postings, each other one is aligned with it alone, so a text that
 * stands in 65,000 pages makes 65,000 pairs and not two billion.
 */
final class ReprintsStage implements ArticleStage {
  static final String NAME = "reprints";

  /** What a word takes once its text is indexed, with room for all else that a task holds. */
  private static final long BYTES_A_WORD_HELD = 250;

  /** Copies whose ids are sent to every task, some 100 bytes each. */
  private static final long MOST_SENT = 500_000;

  /** Counter of the words in an n-gram. */
  private static final String NGRAM = "ngram";

  private static final long SECONDS_A_DAY = 86_400;
  private static final int LEAST_PAIRS_A_DEAL = 50;
  private static final int MOST_DEALS = 1_000_000;

  private final ReuseSettings settings;

  ReprintsStage(ReuseSettings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String settings() {
    return settings.toString();
  }

  /** The articles as they lie in the table: only one step reads their texts. */
  @Override
  public Dataset<Row> fresh(Run run) {
    return Seen.unseenArticles(run, NAME);
  }

  @Override
  public long work(Run run, Dataset<Row> fresh, long articles) {
    refuseOtherNgrams(run);
    run.count(NAME, NGRAM, settings.ngram());
    long passages = compare(run, fresh, articles);
    StepClock clock = new StepClock(run, NAME);
    clock.begin("clusters");
    new ClusterStep(settings).run(run, fresh.select("article_id").limit(0));
    clock.end();
    return articles + passages;
  }

  /** N-grams of another length than those of the history would meet none of them, unnoticed. */
  private void refuseOtherNgrams(Run run) {
    run.read(Tables.RUNS)
        .where(col("job").equalTo(NAME).and(col("name").equalTo(NGRAM)))
        .where(col("value").notEqual(settings.ngram()))
        .takeAsList(1)
        .forEach(
            other -> {
              throw new UserMistake(
                  "--ngram is %d; the articles of this warehouse were compared by %.0f words. Keep that, or load them into a new warehouse."
                      .formatted(settings.ngram(), other.<Double>getAs("value")));
            });
  }

  /**
   * Compares articles again as if they were new, and makes the clusters again that they or articles
   * that have left belong to.
   */
  void remake(Run run, Dataset<Row> again, Dataset<Row> gone) {
    long articles = again.count();
    refuseOtherNgrams(run);
    if (articles > 0) {
      compare(run, again, articles);
    }
    new ClusterStep(settings).run(run, gone.union(again.select("article_id")));
  }

  /** Writes the postings and passages of articles; gives the number of passages. */
  private long compare(Run run, Dataset<Row> fresh, long articles) {
    StepClock clock = new StepClock(run, NAME);
    clock.begin("exact_copies");
    Dataset<Row> firsts = firstsOfText(run, fresh).transform(KeptRows::keep);
    clock.begin("postings");
    Dataset<Row> copies = firsts.where(col("article_id").notEqual(col("first_id")));
    long exact = copies.count();
    Dataset<Row> posted = without(fresh, copies, exact <= MOST_SENT);
    Dataset<Row> before = run.readAsOfNow(Tables.POSTINGS);
    // Keys hardly compress: their table's size tells their number without a look at its rows.
    long known = run.bytes(Tables.POSTINGS) / Long.BYTES;
    SparkContext spark = run.spark().sparkContext();
    TaskCounter counted = TaskCounter.of(spark, "keys");
    Dataset<Row> postings = run.appendAsMade(Tables.POSTINGS, postings(posted, settings, counted));
    long keys = counted.value();
    clock.begin("candidates");
    Progress.say(NAME, "%,d articles, %,d keys", articles, keys);
    TaskCounter capped = TaskCounter.of(spark, "capped keys");
    Dataset<Row> pairs =
        new CandidateSearch(
                settings, keys, known, spark.defaultParallelism(), TaskMemory.bytes(spark))
            .pairs(postings, before, capped)
            .union(copyPairs(copies))
            .transform(KeptRows::keep);
    long candidates = pairs.count();
    Progress.say(NAME, "%,d candidate pairs", candidates);
    clock.begin("alignment");
    long passages = align(run, pairs, fresh, candidates);
    clock.end();
    run.count(NAME, "keys", keys);
    run.count(NAME, "keys_capped", capped.value());
    run.count(NAME, "candidate_pairs", candidates);
    run.count(NAME, "exact_copies", exact);
    run.count(NAME, "passages", passages);
    return passages;
  }

  /**
   * For each new article the first article that has its very text, itself or an older one:
   * article_id, published_at, first_id, first_at.
   */
  private static Dataset<Row> firstsOfText(Run run, Dataset<Row> fresh) {
    Column[] columns = {
      col("article_id"), col("text_hash"), col("ingested_at"), col("published_at")
    };
    Dataset<Row> hashes = fresh.select("text_hash").distinct();
    WindowSpec sameText =
        Window.partitionBy("text_hash").orderBy(col("ingested_at"), col("article_id"));
    return run.read(Tables.ARTICLES)
        .select(columns)
        .join(hashes, "text_hash", "left_semi")
        .withColumn("first_id", first("article_id").over(sameText))
        .withColumn("first_at", first("published_at").over(sameText))
        .join(fresh.select("article_id"), "article_id", "left_semi");
  }

  /**
   * Articles that are no copies, days that lie together in the table together in a partition.
   *
   * @param areFew whether the ids of the copies can be sent to every task; else they are joined by
   *     a shuffle, which scatters the days, and the articles are dealt out by day again
   */
  static Dataset<Row> without(Dataset<Row> articles, Dataset<Row> copies, boolean areFew) {
    Dataset<Row> ids = copies.select("article_id");
    if (areFew) {
      return articles.join(broadcast(ids), "article_id", "left_anti");
    }
    return articles
        .join(ids, "article_id", "left_anti")
        .repartitionByRange(col("published_at"), col("article_id"));
  }

  /** The copies, each with the first of its text, as {@link CandidateSearch} gives pairs. */
  private static Dataset<Row> copyPairs(Dataset<Row> copies) {
    Column ordered = col("article_id").lt(col("first_id"));
    return copies.select(
        least(col("article_id"), col("first_id")),
        greatest(col("article_id"), col("first_id")),
        day(when(ordered, col("published_at")).otherwise(col("first_at"))),
        day(when(ordered, col("first_at")).otherwise(col("published_at"))));
  }

  /** Days since 1970 of an instant in UTC, whatever the session's zone; null without one. */
  static Column day(Column instant) {
    return floor(unix_seconds(instant).divide(SECONDS_A_DAY)).cast("int");
  }

  /**
   * A row an article and stored bucket.
   *
   * @param keys counts the keys of all articles
   */
  static Dataset<Row> postings(Dataset<Row> articles, ReuseSettings settings, TaskCounter keys) {
    return RowCodec.of(Article.class)
        .select(articles)
        .flatMap(
            (FlatMapFunction<Row, Row>) row -> postings(row, settings, keys),
            Encoders.row(RowCodec.of(Posting.class).schema()));
  }

  private static Iterator<Row> postings(Row row, ReuseSettings settings, TaskCounter counted) {
    Article article = RowCodec.of(Article.class).record(row);
    Words words = Words.of(article.text());
    long[] keys = Grams.keys(article, words, settings);
    boolean isMisread = ReadingErrors.areMany(article.text(), words.size());
    counted.add((long) keys.length);
    int[] offsets = Buckets.group(keys, Buckets.STORED_BITS);
    List<Row> rows = new ArrayList<>();
    for (int bucket = 0; bucket + 1 < offsets.length; bucket++) {
      if (offsets[bucket] < offsets[bucket + 1]) {
        byte[] grams = PostingBlock.bytes(keys, offsets[bucket], offsets[bucket + 1]);
        rows.add(
            RowCodec.of(Posting.class)
                .row(
                    new Posting(
                        bucket,
                        article.articleId(),
                        article.publishedAt(),
                        keys.length,
                        isMisread,
                        grams)));
      }
    }
    return rows.iterator();
  }

  private long align(Run run, Dataset<Row> pairs, Dataset<Row> fresh, long candidates) {
    DayRanges days = DayRanges.of(pairs.select("left_day").union(pairs.select("right_day")), 0);
    Dataset<Row> articles = run.read(Tables.ARTICLES).where(days.hold(col("published_at")));
    Dataset<Row> passages =
        PairTasks.run(
                pairs.select("left_id", "right_id"),
                RowCodec.of(Article.class).select(articles),
                "article_id",
                deals(run, fresh, candidates),
                RowCodec.of(Passage.class).schema(),
                new Alignment(settings))
            .transform(KeptRows::keep);
    long found = passages.count();
    Progress.say(NAME, "%,d passages", found);
    if (found > 0) {
      run.append(Tables.PASSAGES, passages);
    }
    return found;
  }

  /**
   * Deals among which the pairs are divided: so many that the texts of one can be held in memory
   * although every article meets every other, or, where articles have few partners, although no two
   * pairs have a text in common; and enough for all cores, but few, as a text is read into words in
   * each deal that needs it.
   */
  private static int deals(Run run, Dataset<Row> fresh, long candidates) {
    SparkContext spark = run.spark().sparkContext();
    Row all = ArticleStage.size(run.read(Tables.ARTICLES));
    Row ours = ArticleStage.size(fresh);
    double mean = Math.max(meanWords(all), meanWords(ours));
    // Of a long history a night needs no more than its pairs name.
    double words = Math.min(all.getLong(1), ours.getLong(1) + candidates * mean);
    double wordsADeal = Math.max(1, TaskMemory.bytes(spark) / BYTES_A_WORD_HELD);
    double blocks = Math.ceil(2 * words / wordsADeal);
    double dense = blocks * (blocks + 1) / 2;
    double sparse = Math.ceil(2 * candidates * mean / wordsADeal);
    double busy = Math.min(1.5 * spark.defaultParallelism(), 1 + candidates / LEAST_PAIRS_A_DEAL);
    return (int) Math.min(MOST_DEALS, Math.max(busy, Math.min(dense, sparse)));
  }

  private static double meanWords(Row size) {
    return (double) size.getLong(1) / Math.max(1, size.getLong(0));
  }
}
