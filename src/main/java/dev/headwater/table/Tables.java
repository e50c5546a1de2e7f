package dev.headwater.table;

import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimKeys;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.ClusterChange;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.CopyEdge;
import dev.headwater.model.Forgotten;
import dev.headwater.model.Lease;
import dev.headwater.model.OutletLine;
import dev.headwater.model.OutletRank;
import dev.headwater.model.Passage;
import dev.headwater.model.Posting;
import dev.headwater.model.Reject;
import dev.headwater.model.Release;
import dev.headwater.model.RunCounter;
import dev.headwater.model.SourceDay;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import java.util.List;

/** Every table of a warehouse, declared once. */
public final class Tables {
  /** Version of this layout; a warehouse of another one is refused. */
  public static final int LAYOUT = 10;

  public static final TableContract ARTICLES =
      new TableContract(
          "articles",
          Article.class,
          List.of("article_id"),
          List.of("months(published_at)"),
          List.of("published_at", "article_id"),
          "One version of one article, with its text as stored");

  public static final TableContract PASSAGES =
      new TableContract(
          "passages",
          Passage.class,
          List.of("left_id", "right_id", "left_begin", "right_begin"),
          List.of(),
          List.of("left_id", "right_id", "left_begin"),
          "A stretch of text that two articles share");

  public static final TableContract CLUSTERS =
      new TableContract(
          "clusters",
          ClusterMember.class,
          List.of("cluster_id", "article_id", "begin"),
          List.of(),
          List.of("cluster_id", "article_id"),
          "A stretch of an article that belongs to a reprint cluster");

  public static final TableContract CLUSTER_LOG =
      new TableContract(
          "cluster_log",
          ClusterChange.class,
          List.of("run_id", "event", "cluster_id", "other_id"),
          List.of(),
          List.of("run_id", "cluster_id"),
          "Stretches whose cluster has another id than before: what merged, split or moved");

  public static final TableContract CLAIMS =
      new TableContract(
          "claims",
          Claim.class,
          List.of("claim_id"),
          List.of("months(published_at)"),
          List.of("published_at", "article_id", "begin"),
          "One number said in one article");

  public static final TableContract CLAIM_LINKS =
      new TableContract(
          "claim_links",
          ClaimLink.class,
          List.of("from_claim_id", "to_claim_id", "via"),
          List.of(),
          List.of("from_claim_id"),
          "Two claims judged to be the same number, and how they differ");

  public static final TableContract TRACES =
      new TableContract(
          "traces",
          TraceMember.class,
          List.of("trace_id", "claim_id"),
          List.of(),
          List.of("trace_id", "claim_id"),
          "A claim's place in the family of one number");

  public static final TableContract TRACE_SUMMARY =
      new TableContract(
          "trace_summary",
          TraceSummary.class,
          List.of("trace_id"),
          List.of(),
          List.of("trace_id"),
          "The family of one number, with its independent roots");

  public static final TableContract SOURCE_DAYS =
      new TableContract(
          "source_days",
          SourceDay.class,
          List.of("source", "day"),
          List.of(),
          List.of("source", "day"),
          "One outlet on one day");

  public static final TableContract COPY_EDGES =
      new TableContract(
          "copy_edges",
          CopyEdge.class,
          List.of("from_source", "to_source", "month"),
          List.of(),
          List.of("from_source", "to_source"),
          "How much one outlet copies another in a month");

  public static final TableContract OUTLET_RANKS =
      new TableContract(
          "outlet_ranks",
          OutletRank.class,
          List.of("source"),
          List.of(),
          List.of("source"),
          "An outlet's place in the network of copies");

  public static final TableContract REJECTS =
      new TableContract(
          "rejects",
          Reject.class,
          List.of("run_id", "input", "position", "reason"),
          List.of(),
          List.of("input"),
          "An input, or a record of one, that was not used");

  public static final TableContract FORGOTTEN =
      new TableContract(
          "forgotten",
          Forgotten.class,
          List.of("article_id"),
          List.of(),
          List.of("article_id"),
          "An article that was withdrawn and is not loaded again");

  public static final TableContract RUNS =
      new TableContract(
          "runs",
          RunCounter.class,
          List.of("run_id", "job", "name"),
          List.of(),
          List.of("run_id", "job"),
          "One counter of one run");

  public static final TableContract RELEASES =
      new TableContract(
          "releases",
          Release.class,
          List.of("sequence"),
          List.of(),
          List.of("sequence"),
          "One publish; readers go by the last row");

  public static final TableContract LOCKS =
      new TableContract(
          "locks",
          Lease.class,
          List.of("since"),
          List.of(),
          List.of("since"),
          "Who may write to the warehouse now; no row where it is free");

  public static final TableContract POSTINGS =
      new TableContract(
          "postings",
          Posting.class,
          List.of("bucket", "article_id"),
          List.of("bucket"),
          List.of("published_at", "article_id"),
          "n-grams of every article, packed by bucket; where tonight's articles meet the history");

  public static final TableContract CLAIM_KEYS =
      new TableContract(
          "claim_keys",
          ClaimKeys.class,
          List.of("claim_id"),
          List.of(),
          List.of("published_at", "claim_id"),
          "Keys of every claim that has some, packed; where tonight's claims meet the history");

  public static final TableContract OUTLET_LINES =
      new TableContract(
          "outlet_lines",
          OutletLine.class,
          List.of("run_id", "source", "line_hash"),
          List.of(),
          List.of("source", "line_hash"),
          "How many articles of an outlet open or close with the same line, run by run");

  /** The tables that a run writes on its branch and publishes together. */
  public static final List<TableContract> PUBLISHED =
      List.of(
          ARTICLES,
          PASSAGES,
          CLUSTERS,
          CLUSTER_LOG,
          CLAIMS,
          CLAIM_LINKS,
          TRACES,
          TRACE_SUMMARY,
          SOURCE_DAYS,
          COPY_EDGES,
          OUTLET_RANKS,
          REJECTS,
          FORGOTTEN,
          RUNS,
          POSTINGS,
          CLAIM_KEYS,
          OUTLET_LINES);

  private Tables() {}
}
