package dev.headwater.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hash;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dev.headwater.claim.ClaimReader;
import dev.headwater.claim.ClaimReading;
import dev.headwater.claim.NonClaim;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.Seen;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Reads the numeric claims of articles.
 *
 * <p>Input: {@code articles} that this job has not seen. Output: {@code claims}; numbers that are
 * no claims are counted by kind, articles in a language that is not read are counted too.
 */
final class ClaimsStage implements ArticleStage {
  static final String NAME = "claims";

  private static final int MOST_COPIES = 500;

  private static final StructType READ =
      new StructType()
          .add("claim", RowCodec.of(Claim.class).schema(), true)
          .add("other", DataTypes.StringType, true)
          .add("times", DataTypes.LongType, true);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String settings() {
    return "";
  }

  /** The articles as they lie in the table: they are read through once, and are large. */
  @Override
  public Dataset<Row> fresh(Run run) {
    return Seen.unseenArticles(run, NAME);
  }

  @Override
  public long work(Run run, Dataset<Row> fresh, long articles) {
    int tasks =
        (int) Math.max(2L * run.spark().sparkContext().defaultParallelism(), articles / 2_000);
    Dataset<Row> read =
        besideCopies(run, fresh, tasks)
            .flatMap((FlatMapFunction<Row, Row>) ClaimsStage::read, Encoders.row(READ))
            .transform(KeptRows::keep);
    Dataset<Row> claims =
        RowCodec.of(Claim.class).select(read.where(col("claim").isNotNull()).select("claim.*"));
    long found = claims.count();
    Progress.say(NAME, "%,d claims in %,d articles", found, articles);
    if (found > 0) {
      run.append(Tables.CLAIMS, claims);
    }
    run.count(NAME, "claims", found);
    read.where(col("other").isNotNull())
        .groupBy("other")
        .agg(sum("times"))
        .collectAsList()
        .forEach(kind -> run.count(NAME, kind.getString(0), kind.getLong(1)));
    return articles;
  }

  /**
   * Articles of one cluster one after the other in one task, so that a sentence they share is
   * tagged once; a large cluster is dealt to several tasks.
   */
  private static Dataset<Row> besideCopies(Run run, Dataset<Row> fresh, int tasks) {
    Dataset<Row> home =
        run.read(Tables.CLUSTERS)
            .groupBy(col("article_id").alias("of_home"))
            .agg(max(struct(col("share"), col("cluster_id"), col("size"))).alias("main"));
    Column part =
        pmod(hash(col("article_id")), col("main.size").divide(MOST_COPIES).cast("int").plus(1));
    return RowCodec.of(Article.class)
        .select(fresh)
        .join(home, col("article_id").equalTo(col("of_home")), "left")
        .withColumn("home", coalesce(col("main.cluster_id"), col("article_id")))
        .withColumn("part", coalesce(part, lit(0)))
        .repartition(tasks, col("home"), col("part"))
        .sortWithinPartitions("home", "part", "article_id");
  }

  /** The claims of one article, then how often each kind of number stood there that is none. */
  private static Iterator<Row> read(Row row) {
    ClaimReading reading;
    try {
      reading = ClaimReader.read(RowCodec.of(Article.class).record(row));
    } catch (RuntimeException | StackOverflowError e) {
      // One article must not end the night; it is counted, and named in the log.
      Progress.say(NAME, "cannot read article %s: %s", row.getAs("article_id"), e);
      return List.of(RowFactory.create(null, "articles_failed", 1L)).iterator();
    }
    RowCodec<Claim> codec = RowCodec.of(Claim.class);
    Map<String, Long> others = new TreeMap<>();
    for (NonClaim none : reading.nonClaims()) {
      others.merge("not_" + none.kind(), 1L, Long::sum);
    }
    if (reading.unsupportedLanguage()) {
      others.put("articles_in_other_languages", 1L);
    }
    List<Row> rows = new ArrayList<>();
    reading.claims().forEach(claim -> rows.add(RowFactory.create(codec.row(claim), null, null)));
    others.forEach((kind, times) -> rows.add(RowFactory.create(null, kind, times)));
    return rows.iterator();
  }
}
