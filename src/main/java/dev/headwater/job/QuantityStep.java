package dev.headwater.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.translate;

import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.spark.DayRanges;
import dev.headwater.spark.Groups;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.PairTasks;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TaskCounter;
import dev.headwater.table.Tables;
import dev.headwater.trace.ClaimOutline;
import dev.headwater.trace.ClaimProfile;
import dev.headwater.trace.QuantityLinks;
import dev.headwater.trace.Setting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Links claims that state the same quantity in other words.
 *
 * <p>Claims meet under blocking keys and only there; a key of more claims than the cap is left out
 * and counted, so that no group is quadratic. Only claims published within the window of the new
 * ones are compared; an undated article counts as published when it was loaded.
 */
final class QuantityStep {
  /** Claims that one blocking key may hold: 40,000 comparisons at most. */
  private static final int MOST_CLAIMS = 200;

  /** Days before and after those of the new claims within which older claims are compared. */
  private static final int WINDOW_DAYS = 400;

  /** Pairs that one task compares; it holds the claims of these. */
  private static final int PAIRS_A_TASK = 50_000;

  private static final StructType PAIR =
      new StructType()
          .add("left", DataTypes.LongType, false)
          .add("right", DataTypes.LongType, false)
          .add("left_day", DataTypes.IntegerType, true)
          .add("right_day", DataTypes.IntegerType, true);

  private static final StructType SETTING =
      new StructType()
          .add("of_article", DataTypes.StringType, false)
          .add("setting", RowCodec.of(Setting.class).schema(), false);

  private final TaskCounter leftOut;

  QuantityStep(Run run) {
    leftOut = TaskCounter.of(run.spark().sparkContext(), "claims beyond the cap of an article");
  }

  /** Claims that were not compared within their article, as it has too many; known at the end. */
  long leftOut() {
    return leftOut.value();
  }

  /**
   * The links of new claims to one another and to older ones. Writes {@code claim_keys}.
   *
   * @param articles article_id, published_at and ingested_at of the new articles, kept
   */
  Dataset<Row> links(Run run, Dataset<Row> articles) {
    Dataset<Row> fresh = fresh(run, articles);
    Dataset<Row> pairs =
        pairs(run, ClaimKeyStep.outlined(run, fresh, window(articles, fresh)))
            .transform(KeptRows::keep);
    long meeting = pairs.count();
    run.count(TracesStage.NAME, "pairs_compared", meeting);
    int cores = run.spark().sparkContext().defaultParallelism();
    int tasks = (int) Math.min(20_000, Math.max(2L * cores, meeting / PAIRS_A_TASK));
    Dataset<Row> links =
        PairTasks.run(
            pairs.select("left_id", "right_id"),
            compared(run, pairs),
            "claim_id",
            tasks,
            RowCodec.of(ClaimLink.class).schema(),
            new CompareWork());
    TaskCounter counter = leftOut;
    return links.union(
        Groups.by(
            RowCodec.of(Claim.class).select(fresh),
            "article_id",
            List.of("begin", "claim_id"),
            RowCodec.of(ClaimLink.class).schema(),
            rows -> compareWithin(rows, counter)));
  }

  /** The claims of the new articles: their columns, then ingested_at. */
  private static Dataset<Row> fresh(Run run, Dataset<Row> articles) {
    // A claim has the date of its article.
    DayRanges days = DayRanges.of(articles.select(ReprintsStage.day(col("published_at"))), 0);
    Dataset<Row> claims =
        run.read(Tables.CLAIMS)
            .where(days.hold(col("published_at")))
            .join(articles.select("article_id", "ingested_at"), "article_id");
    return claims.select(columns(RowCodec.of(Claim.class).columns(), "ingested_at"));
  }

  /** Columns, then one more. */
  static Column[] columns(Column[] columns, String last) {
    Column[] more = Arrays.copyOf(columns, columns.length + 1);
    more[columns.length] = col(last);
    return more;
  }

  /**
   * The days of claims that new ones are compared with: ranges, and of days with claims, as a
   * misdated page must not widen the window by what lies between.
   */
  private static DayRanges window(Dataset<Row> articles, Dataset<Row> fresh) {
    Column knownBy = coalesce(col("published_at"), col("ingested_at"));
    return DayRanges.of(
        articles
            .join(fresh.select("article_id").distinct(), new String[] {"article_id"}, "left_semi")
            .select(ReprintsStage.day(knownBy)),
        WINDOW_DAYS);
  }

  /**
   * Pairs of claims that share a key, of which one is new, and whose outlines do not rule out a
   * link; each once: left_id, right_id, left_day, right_day.
   */
  private static Dataset<Row> pairs(Run run, Dataset<Row> outlined) {
    Dataset<Row> sizes =
        outlined
            .select(explode(col("keys")).alias("key"), col("fresh"))
            .groupBy("key")
            .agg(count("*").alias("claims"), max("fresh").alias("any"))
            .where(col("claims").gt(1).and(col("any")))
            .transform(KeptRows::keep);
    run.count(TracesStage.NAME, "keys_capped", sizes.where(col("claims").gt(MOST_CLAIMS)).count());
    Dataset<Row> shared =
        outlined
            .select(col("claim"), col("fresh"), col("outline"), explode(col("keys")).alias("key"))
            .join(
                sizes.where(col("claims").leq(MOST_CLAIMS)).select("key"),
                new String[] {"key"},
                "left_semi")
            .select("key", "claim", "fresh", "outline");
    return Groups.by(shared, "key", List.of("claim"), PAIR, QuantityStep::pairsOf)
        .distinct()
        .select(
            id(col("left")).alias("left_id"),
            id(col("right")).alias("right_id"),
            col("left_day"),
            col("right_day"));
  }

  /** {@code Ids.text}; Spark's lower() first fills a table of all of Unicode, for two seconds. */
  private static Column id(Column number) {
    return translate(lpad(hex(number), 16, "0"), "ABCDEF", "abcdef");
  }

  private static Iterator<Row> pairsOf(List<Row> rows) {
    RowCodec<ClaimOutline> codec = RowCodec.of(ClaimOutline.class);
    List<ClaimOutline> outlines = rows.stream().map(row -> codec.record(row.getStruct(3))).toList();
    List<Row> pairs = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); j++) {
        boolean fresh = rows.get(i).getBoolean(2) || rows.get(j).getBoolean(2);
        if (fresh && outlines.get(i).mayMeet(outlines.get(j))) {
          long one = rows.get(i).getLong(1);
          long other = rows.get(j).getLong(1);
          Integer oneDay = day(outlines.get(i));
          Integer otherDay = day(outlines.get(j));
          boolean inOrder = Long.compareUnsigned(one, other) <= 0;
          pairs.add(
              inOrder
                  ? RowFactory.create(one, other, oneDay, otherDay)
                  : RowFactory.create(other, one, otherDay, oneDay));
        }
      }
    }
    return pairs.iterator();
  }

  private static Integer day(ClaimOutline outline) {
    Instant at = outline.publishedAt();
    return at == null ? null : CandidateSearch.day(at);
  }

  /**
   * The claims of the pairs with what their articles tell: claim_id, claim, setting. Only these of
   * all claims are read, and only of their days.
   */
  private static Dataset<Row> compared(Run run, Dataset<Row> pairs) {
    DayRanges days = DayRanges.of(pairs.select("left_day").union(pairs.select("right_day")), 0);
    Dataset<Row> ids =
        pairs
            .select(col("left_id").alias("claim_id"))
            .union(pairs.select("right_id"))
            .distinct()
            .transform(KeptRows::keep);
    Dataset<Row> claims =
        run.read(Tables.CLAIMS)
            .where(days.hold(col("published_at")))
            .join(ids, new String[] {"claim_id"}, "left_semi")
            .select(struct(RowCodec.of(Claim.class).columns()).alias("claim"))
            .transform(KeptRows::keep);
    run.count(TracesStage.NAME, "claims_compared", claims.count());
    return claims
        .join(settings(run, claims, days), col("claim.article_id").equalTo(col("of_article")))
        .select(col("claim.claim_id").alias("claim_id"), col("claim"), col("setting"));
  }

  /** What the articles of the claims tell around them: of_article, setting. */
  private static Dataset<Row> settings(Run run, Dataset<Row> claims, DayRanges days) {
    Dataset<Row> articles =
        run.read(Tables.ARTICLES)
            .where(days.hold(col("published_at")))
            .join(
                claims.select("claim.article_id").distinct(),
                new String[] {"article_id"},
                "left_semi");
    return RowCodec.of(Article.class)
        .select(articles)
        .flatMap((FlatMapFunction<Row, Row>) QuantityStep::setting, Encoders.row(SETTING));
  }

  private static Iterator<Row> setting(Row row) {
    Article article = RowCodec.of(Article.class).record(row);
    Row setting = RowCodec.of(Setting.class).row(Setting.of(article));
    return List.of(RowFactory.create(article.articleId(), setting)).iterator();
  }

  /** Vague numbers and conversions share no key with what they repeat in their own article. */
  private static Iterator<Row> compareWithin(List<Row> rows, TaskCounter leftOut) {
    leftOut.add((long) Math.max(0, rows.size() - MOST_CLAIMS));
    List<ClaimProfile> profiles = new ArrayList<>();
    for (Row row : rows.subList(0, Math.min(rows.size(), MOST_CLAIMS))) {
      profiles.add(ClaimProfile.of(RowCodec.of(Claim.class).record(row)));
    }
    List<Row> links = new ArrayList<>();
    for (int i = 0; i < profiles.size(); i++) {
      for (int j = i + 1; j < profiles.size(); j++) {
        if (isKeyless(profiles.get(i)) || isKeyless(profiles.get(j))) {
          QuantityLinks.compare(profiles.get(i), profiles.get(j))
              .ifPresent(link -> links.add(RowCodec.of(ClaimLink.class).row(link)));
        }
      }
    }
    return links.iterator();
  }

  private static boolean isKeyless(ClaimProfile profile) {
    return profile.claim().value() == null || profile.claim().conversionOf() != null;
  }

  /** Compares two claims, each read once a task. */
  private record CompareWork() implements PairTasks.Work {
    @Override
    public Object prepare(List<Row> rows) {
      Row row = rows.get(0);
      return ClaimProfile.of(
          RowCodec.of(Claim.class).record(row.getStruct(row.fieldIndex("claim"))),
          RowCodec.of(Setting.class).record(row.getStruct(row.fieldIndex("setting"))));
    }

    @Override
    public Iterator<Row> pair(Row pair, Object left, Object right) {
      return QuantityLinks.compare((ClaimProfile) left, (ClaimProfile) right).stream()
          .map(RowCodec.of(ClaimLink.class)::row)
          .iterator();
    }
  }
}
