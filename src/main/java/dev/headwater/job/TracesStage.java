package dev.headwater.job;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Passage;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import dev.headwater.spark.ChangedGroups;
import dev.headwater.spark.Components;
import dev.headwater.spark.DayRanges;
import dev.headwater.spark.Groups;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.PairTasks;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.Seen;
import dev.headwater.table.Tables;
import dev.headwater.trace.QuantityLinks;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Follows each number from article to article.
 *
 * <p>Input: {@code claims}, {@code passages} and {@code clusters}; of these, what lies in articles
 * that this job has not seen, and the families it touches; {@code claim_keys} of the history.
 * Output: {@code claim_keys}, {@code claim_links}, {@code traces}, {@code trace_summary}. Two
 * claims are linked through an aligned passage, or as the same quantity in other words; families
 * are the connected components, guarded against chains.
 */
final class TracesStage implements ArticleStage {
  static final String NAME = "traces";

  private static final int PASSAGES_A_TASK = 10_000;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String settings() {
    return "";
  }

  @Override
  public Dataset<Row> fresh(Run run) {
    return placed(Seen.unseenArticles(run, NAME));
  }

  /** What links need of articles: which, and when they were published and loaded. */
  private static Dataset<Row> placed(Dataset<Row> articles) {
    return articles.select("article_id", "published_at", "ingested_at").transform(KeptRows::keep);
  }

  @Override
  public long work(Run run, Dataset<Row> fresh, long articles) {
    Dataset<Row> affected =
        ends(joining(link(run, fresh)))
            .union(reclustered(run))
            .distinct()
            .transform(KeptRows::keep);
    if (!affected.isEmpty()) {
      families(run, affected);
    }
    return articles;
  }

  /**
   * The traced claims of articles that lie in other clusters now, have another parent there or are
   * taken for another agency's: their numbers may stand on other roots, though no link is new.
   */
  private static Dataset<Row> reclustered(Run run) {
    Dataset<Row> articles =
        ChangedGroups.since(run, NAME)
            .changedRows(
                Tables.CLUSTERS,
                "cluster_id",
                "article_id",
                "begin",
                "end",
                "cluster_id",
                "parent",
                "agency")
            .select("article_id")
            .distinct();
    return run.read(Tables.TRACES)
        .join(articles, new String[] {"article_id"}, "left_semi")
        .select("claim_id");
  }

  /**
   * Links the claims of articles again as if they were new, and makes the families again that they
   * or the given claims belong to.
   *
   * @param again rows of {@code articles} whose claims have no rows in {@code claim_keys} any more
   */
  void remake(Run run, Dataset<Row> again, Dataset<Row> claims) {
    Dataset<Row> articles = placed(again);
    Dataset<Row> affected =
        articles.isEmpty() ? claims : claims.union(ends(joining(link(run, articles))));
    families(run, affected.distinct().transform(KeptRows::keep));
  }

  /** Writes the links of the claims of articles. */
  private static Dataset<Row> link(Run run, Dataset<Row> articles) {
    StepClock clock = new StepClock(run, NAME);
    clock.begin("pairs");
    QuantityStep quantities = new QuantityStep(run);
    Dataset<Row> told = byPassage(run, articles).union(quantities.links(run, articles));
    clock.begin("links");
    Dataset<Row> links = once(told).transform(KeptRows::keep);
    long found = links.count();
    Progress.say(NAME, "%,d links between claims", found);
    if (found > 0) {
      run.append(Tables.CLAIM_LINKS, links);
    }
    run.count(NAME, "links", found);
    run.count(NAME, "claims_left_out", quantities.leftOut());
    clock.end();
    return links;
  }

  /** Each pair of claims once in each way; of two findings always the same one. */
  private static Dataset<Row> once(Dataset<Row> links) {
    Column[] findings = {col("reason"), col("relation"), col("drift"), col("factor")};
    return RowCodec.of(ClaimLink.class)
        .select(
            links
                .groupBy("from_claim_id", "to_claim_id", "via")
                .agg(min(struct(findings)).alias("finding"))
                .select("from_claim_id", "to_claim_id", "via", "finding.*"));
  }

  /** The links that make families; two measures of the same things stay two. */
  private static Dataset<Row> joining(Dataset<Row> links) {
    return links.where(col("relation").notEqual(QuantityLinks.RELATED));
  }

  private static Dataset<Row> ends(Dataset<Row> links) {
    return links
        .select(col("from_claim_id").alias("claim_id"))
        .union(links.select("to_claim_id"))
        .distinct()
        .transform(KeptRows::keep);
  }

  /** Links through the passages that have a new article on either side. */
  private static Dataset<Row> byPassage(Run run, Dataset<Row> articles) {
    Dataset<Row> passages =
        RowCodec.of(Passage.class)
            .select(ClusterStep.passagesOf(run, articles.select("article_id")))
            .transform(KeptRows::keep);
    Dataset<Row> ends =
        passages.select(explode(array(col("left_id"), col("right_id"))).alias("article_id"));
    Dataset<Row> keys =
        run.read(Tables.ARTICLES)
            .select("article_id", "article_key", "published_at")
            .join(ends.distinct(), new String[] {"article_id"}, "left_semi")
            .transform(KeptRows::keep);
    // A claim has the date of its article.
    DayRanges days = DayRanges.of(keys.select(ReprintsStage.day(col("published_at"))), 0);
    Dataset<Row> claims =
        run.read(Tables.CLAIMS)
            .where(days.hold(col("published_at")))
            .join(keys.select("article_id", LinkWork.KEY), "article_id")
            .select(QuantityStep.columns(RowCodec.of(Claim.class).columns(), LinkWork.KEY));
    int cores = run.spark().sparkContext().defaultParallelism();
    int tasks = (int) Math.min(20_000, Math.max(2L * cores, passages.count() / PASSAGES_A_TASK));
    return PairTasks.run(
        passages,
        claims,
        "article_id",
        tasks,
        RowCodec.of(ClaimLink.class).schema(),
        new LinkWork());
  }

  /**
   * Claims with those they are linked with: a number that stays apart from its neighbours is a
   * family of its own, which only they explain.
   */
  static Dataset<Row> linkedWith(Run run, Dataset<Row> claims) {
    Dataset<Row> links = joining(run.read(Tables.CLAIM_LINKS));
    Column isFrom = col("from_claim_id").equalTo(col("claim_id"));
    Column isTo = col("to_claim_id").equalTo(col("claim_id"));
    return claims
        .union(links.join(claims, isFrom, "left_semi").select("to_claim_id"))
        .union(links.join(claims, isTo, "left_semi").select("from_claim_id"))
        .distinct()
        .transform(KeptRows::keep);
  }

  /** Makes the families again that claims belong to, and those they are linked with. */
  private static void families(Run run, Dataset<Row> ends) {
    StepClock clock = new StepClock(run, NAME);
    clock.begin("families");
    Dataset<Row> known = run.read(Tables.TRACES);
    Dataset<Row> near = linkedWith(run, ends);
    Dataset<Row> touched =
        known
            .join(
                known.join(near, "claim_id").select("trace_id").distinct(),
                new String[] {"trace_id"},
                "left_semi")
            .transform(KeptRows::keep);
    Dataset<Row> affected =
        near.union(touched.select("claim_id")).distinct().transform(KeptRows::keep);
    Dataset<Row> kept =
        joining(run.read(Tables.CLAIM_LINKS))
            .join(affected, col("from_claim_id").equalTo(col("claim_id")), "left_semi")
            .join(affected, col("to_claim_id").equalTo(col("claim_id")), "left_semi")
            .transform(KeptRows::keep);
    Dataset<Row> components =
        Components.of(
            kept.select(
                xxhash64(col("from_claim_id")).alias("from"),
                xxhash64(col("to_claim_id")).alias("to")));
    Dataset<Row> rows =
        Groups.by(
                FamilyWork.rows(run, affected, touched, kept, components),
                "component",
                List.of("turn", "sort"),
                FamilyWork.OUTPUT,
                new FamilyWork())
            .transform(KeptRows::keep);
    Dataset<Row> members =
        RowCodec.of(TraceMember.class)
            .select(rows.where(col("member").isNotNull()).select("member.*"));
    Dataset<Row> summaries =
        RowCodec.of(TraceSummary.class)
            .select(rows.where(col("summary").isNotNull()).select("summary.*"));
    long traces = summaries.count();
    Dataset<Row> gone = touched.select("trace_id").distinct();
    run.delete(Tables.TRACES, gone);
    run.delete(Tables.TRACE_SUMMARY, gone);
    if (traces > 0) {
      run.append(Tables.TRACES, members);
      run.append(Tables.TRACE_SUMMARY, summaries);
    }
    run.count(NAME, "traces", traces);
    clock.end();
    Progress.say(NAME, "%,d families of one number", traces);
  }
}
