package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import dev.headwater.explain.ClaimPage;
import dev.headwater.explain.PairPage;
import dev.headwater.explain.Printing;
import dev.headwater.explain.TracePage;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.RowCodec;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Gathers from the published tables what one page of {@code explain} shows. Reads the rows of two
 * articles, one claim, or at most {@link #SHOWN} of a cluster or family.
 */
record Evidence(SparkSession spark, String release) {
  /** Rows of one cluster or family that are read at most. */
  static final int SHOWN = 2000;

  private static final String ID = "[0-9a-f]{16}";

  /** What is known of two articles. */
  PairPage pair(String one, String other) {
    Article first = article(one);
    Article second = article(other);
    boolean swapped = one.compareTo(other) > 0;
    Article left = swapped ? second : first;
    Article right = swapped ? first : second;
    List<Passage> passages =
        rows(
            Tables.PASSAGES,
            Passage.class,
            col("left_id")
                .equalTo(left.articleId())
                .and(col("right_id").equalTo(right.articleId())));
    List<ClusterMember> stretches =
        rows(Tables.CLUSTERS, ClusterMember.class, col("article_id").isin(one, other));
    List<Passage> around = passages.isEmpty() ? around(stretches) : List.of();
    Set<String> named = new TreeSet<>(Set.of(one, other));
    stretches.stream().map(ClusterMember::parent).filter(p -> p != null).forEach(named::add);
    around.forEach(passage -> named.addAll(List.of(passage.leftId(), passage.rightId())));
    passages.sort(Comparator.comparingInt(Passage::leftBegin));
    stretches.sort(Comparator.comparing(ClusterMember::articleId));
    return new PairPage(left, right, passages, stretches, around, outlets(named));
  }

  /** Passages between articles of the clusters that two articles share. */
  private List<Passage> around(List<ClusterMember> stretches) {
    Map<String, Set<String>> articles = new HashMap<>();
    for (ClusterMember stretch : stretches) {
      articles
          .computeIfAbsent(stretch.clusterId(), key -> new TreeSet<>())
          .add(stretch.articleId());
    }
    articles.values().removeIf(of -> of.size() < 2);
    if (articles.isEmpty()) {
      return List.of();
    }
    Dataset<Row> members =
        spark
            .table(Tables.CLUSTERS.name())
            .where(col("cluster_id").isin(articles.keySet().toArray()))
            .select("article_id")
            .distinct();
    Dataset<Row> passages =
        spark
            .table(Tables.PASSAGES.name())
            .where(col("reuse_kind").notEqual("template"))
            .where(col("reuse_kind").notEqual("boilerplate"))
            .join(members.withColumnRenamed("article_id", "left_id"), "left_id")
            .join(members.withColumnRenamed("article_id", "right_id"), "right_id");
    return records(Passage.class, passages.limit(SHOWN * 10));
  }

  private Map<String, String> outlets(Set<String> articleIds) {
    Map<String, String> outlets = new HashMap<>();
    for (Row row :
        spark
            .table(Tables.ARTICLES.name())
            .where(col("article_id").isin(articleIds.toArray()))
            .select("article_id", "source")
            .collectAsList()) {
      outlets.put(row.getString(0), row.getString(1));
    }
    return outlets;
  }

  /** What is known of a claim. */
  ClaimPage claim(String id) {
    Claim claim = one(Tables.CLAIMS, Claim.class, "claim_id", id);
    List<TraceMember> places = rows(Tables.TRACES, TraceMember.class, col("claim_id").equalTo(id));
    return new ClaimPage(
        claim, article(claim.articleId()), places.isEmpty() ? null : places.get(0));
  }

  /** What is known of a family. */
  TracePage trace(String id) {
    TraceSummary summary = one(Tables.TRACE_SUMMARY, TraceSummary.class, "trace_id", id);
    Dataset<Row> members =
        spark
            .table(Tables.TRACES.name())
            .where(col("trace_id").equalTo(id))
            .orderBy("hops", "claim_id")
            .limit(SHOWN);
    Map<String, TraceMember> places = new HashMap<>();
    records(TraceMember.class, members).forEach(place -> places.put(place.claimId(), place));
    Object[] claimIds = places.keySet().toArray();
    List<Claim> claims = rows(Tables.CLAIMS, Claim.class, col("claim_id").isin(claimIds));
    List<ClaimLink> links =
        rows(
            Tables.CLAIM_LINKS,
            ClaimLink.class,
            col("from_claim_id").isin(claimIds).and(col("to_claim_id").isin(claimIds)));
    Object[] articleIds = claims.stream().map(Claim::articleId).distinct().toArray();
    Map<String, Row> articles = new HashMap<>();
    for (Row row :
        spark
            .table(Tables.ARTICLES.name())
            .where(col("article_id").isin(articleIds))
            .select("article_id", "title", "owner", "agency")
            .collectAsList()) {
      articles.put(row.getString(0), row);
    }
    Map<String, List<ClusterMember>> stretches =
        rows(Tables.CLUSTERS, ClusterMember.class, col("article_id").isin(articleIds)).stream()
            .collect(Collectors.groupingBy(ClusterMember::articleId));
    List<Printing> printings = new ArrayList<>();
    for (Claim claim : claims) {
      Row article = articles.get(claim.articleId());
      List<ClusterMember> own = stretches.getOrDefault(claim.articleId(), List.of());
      String agency = agency(claim, places.get(claim.claimId()), own);
      printings.add(
          new Printing(
              places.get(claim.claimId()),
              claim,
              article.getString(1),
              article.getString(2),
              agency == null ? article.getString(3) : agency));
    }
    return new TracePage(summary, printings, links);
  }

  private static String agency(Claim claim, TraceMember place, List<ClusterMember> stretches) {
    return stretches.stream()
        .filter(stretch -> stretch.clusterId().equals(place.clusterId()))
        .filter(stretch -> stretch.begin() <= claim.begin() && claim.begin() < stretch.end())
        .map(ClusterMember::agency)
        .filter(agency -> agency != null)
        .findFirst()
        .orElse(null);
  }

  private Article article(String id) {
    return one(Tables.ARTICLES, Article.class, "article_id", id);
  }

  private <T extends Record> T one(TableContract table, Class<T> type, String key, String id) {
    List<T> found = id.matches(ID) ? rows(table, type, col(key).equalTo(lit(id))) : List.of();
    if (found.isEmpty()) {
      throw new UserMistake(
          "There is no "
              + key
              + " "
              + id
              + " in release "
              + release
              + "."
              + otherwise(id)
              + " What there is: jobs/submit query \"select "
              + key
              + " from "
              + table.name()
              + "\"");
    }
    return found.get(0);
  }

  /** Ids look alike: whether this one is that of something else. */
  private String otherwise(String id) {
    if (!id.matches(ID)) {
      return "";
    } else if (!spark.table("articles").where(col("article_id").equalTo(lit(id))).isEmpty()) {
      return " It is an article's: explain --pair takes two of them.";
    } else if (!spark.table("claims").where(col("claim_id").equalTo(lit(id))).isEmpty()) {
      return " It is a claim's: explain --claim " + id + ".";
    } else if (!spark.table("trace_summary").where(col("trace_id").equalTo(lit(id))).isEmpty()) {
      return " It is a trace's: explain --trace " + id + ".";
    }
    return "";
  }

  private <T extends Record> List<T> rows(TableContract table, Class<T> type, Column condition) {
    return records(type, spark.table(table.name()).where(condition));
  }

  private static <T extends Record> List<T> records(Class<T> type, Dataset<Row> rows) {
    RowCodec<T> codec = RowCodec.of(type);
    List<T> records = new ArrayList<>();
    codec.select(rows).collectAsList().forEach(row -> records.add(codec.record(row)));
    return records;
  }
}
