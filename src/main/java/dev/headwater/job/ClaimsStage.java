package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import dev.headwater.claim.ClaimReader;
import dev.headwater.claim.ClaimReading;
import dev.headwater.claim.NonClaim;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;

/**
 * Reads the numeric claims of articles.
 *
 * <p>Input: {@code articles} that this job has not seen. Output: {@code claims}; numbers that are
 * no claims are counted by kind, articles in a language that is not read are counted too.
 */
final class ClaimsStage implements Stage {
  static final String NAME = "claims";

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

  @Override
  public void run(Run run) {
    Dataset<Row> fresh = run.unseenArticles(NAME);
    long articles = fresh.count();
    run.count(NAME, "articles", articles);
    if (articles == 0) {
      run.count(NAME, "rows_written", 0);
      return;
    }
    int tasks =
        (int) Math.max(2L * run.spark().sparkContext().defaultParallelism(), articles / 2_000);
    Dataset<Row> read =
        RowCodec.of(Article.class)
            .select(fresh)
            .repartition(tasks, col("article_id"))
            .flatMap((FlatMapFunction<Row, Row>) ClaimsStage::read, Encoders.row(READ))
            .localCheckpoint(true, StorageLevel.DISK_ONLY());
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
    run.count(NAME, "rows_written", articles);
    run.seenThrough(NAME);
  }

  /** The claims of one article, then how often each kind of number stood there that is none. */
  private static Iterator<Row> read(Row row) {
    ClaimReading reading = ClaimReader.read(RowCodec.of(Article.class).record(row));
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
