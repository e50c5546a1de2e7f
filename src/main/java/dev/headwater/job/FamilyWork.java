package dev.headwater.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import dev.headwater.spark.DayRanges;
import dev.headwater.spark.Groups;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import dev.headwater.trace.ClaimFacts;
import dev.headwater.trace.Offices;
import dev.headwater.trace.Traces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Makes the families of one connected component of claims. Rows of turn 0 are claims with what is
 * known of their articles, of turn 1 links.
 */
record FamilyWork() implements Groups.Work {
  /** A row is a member or a summary. */
  static final StructType OUTPUT =
      new StructType()
          .add("member", RowCodec.of(TraceMember.class).schema(), true)
          .add("summary", RowCodec.of(TraceSummary.class).schema(), true);

  private static final StructType OFFICE =
      new StructType()
          .add("of_claim", DataTypes.StringType, false)
          .add("office", DataTypes.StringType, false);

  private static final String[] FACTS = {
    "article_key", "source_name", "owner", "agency", "cluster_id", "parent", "office", "trace_id"
  };

  /** Rows of all components. */
  static Dataset<Row> rows(
      Run run,
      Dataset<Row> affected,
      Dataset<Row> touched,
      Dataset<Row> links,
      Dataset<Row> components) {
    RowCodec<Claim> codec = RowCodec.of(Claim.class);
    String[] id = {"claim_id"};
    Dataset<Row> stored = codec.select(run.read(Tables.CLAIMS));
    Dataset<Row> places =
        stored
            .select("claim_id", "article_id", "begin", "published_at")
            .join(affected, id, "left_semi")
            .transform(KeptRows::keep);
    // A claim has the date of its article; whole rows are read of these days only.
    DayRanges days = DayRanges.of(places.select(ReprintsStage.day(col("published_at"))), 0);
    Dataset<Row> near = stored.where(days.hold(col("published_at")));
    Dataset<Row> claims = near.join(affected, id, "left_semi");
    Dataset<Row> joined =
        codec
            .select(claims)
            .select(struct(codec.columns()).alias("claim"))
            .join(articles(run, days), col("claim.article_id").equalTo(col("of_article")))
            .join(stretches(run, places), col("claim.claim_id").equalTo(col("in_claim")), "left")
            .join(offices(near, places), col("claim.claim_id").equalTo(col("of_claim")), "left")
            .join(
                touched.select(col("claim_id").alias("traced_claim"), col("trace_id")),
                col("claim.claim_id").equalTo(col("traced_claim")),
                "left")
            .withColumn("agency", coalesce(col("agency"), col("own_agency")))
            .join(components, xxhash64(col("claim.claim_id")).equalTo(col("node")));
    DataType link = RowCodec.of(ClaimLink.class).schema();
    List<Column> claimColumns = new ArrayList<>();
    claimColumns.add(col("component"));
    claimColumns.add(lit(0).alias("turn"));
    claimColumns.add(col("claim.claim_id").alias("sort"));
    claimColumns.add(col("claim"));
    for (String fact : FACTS) {
      claimColumns.add(col(fact));
    }
    claimColumns.add(lit(null).cast(link).alias("link"));
    Dataset<Row> claimRows = joined.select(claimColumns.toArray(Column[]::new));
    List<Column> linkColumns = new ArrayList<>();
    linkColumns.add(col("component"));
    linkColumns.add(lit(1).alias("turn"));
    linkColumns.add(
        concat_ws(" ", col("from_claim_id"), col("to_claim_id"), col("via")).alias("sort"));
    linkColumns.add(lit(null).cast(claimRows.schema().apply("claim").dataType()).alias("claim"));
    for (String fact : FACTS) {
      linkColumns.add(lit(null).cast("string").alias(fact));
    }
    linkColumns.add(struct(RowCodec.of(ClaimLink.class).columns()).alias("link"));
    return claimRows.union(
        links
            .join(components, xxhash64(col("from_claim_id")).equalTo(col("node")))
            .select(linkColumns.toArray(Column[]::new)));
  }

  private static Dataset<Row> articles(Run run, DayRanges days) {
    return run.read(Tables.ARTICLES)
        .where(days.hold(col("published_at")))
        .select(
            col("article_id").alias("of_article"),
            col("article_key"),
            col("source_name"),
            col("owner"),
            col("agency").alias("own_agency"));
  }

  /** For each claim the longest stretch it lies in. */
  private static Dataset<Row> stretches(Run run, Dataset<Row> claims) {
    Dataset<Row> members =
        run.read(Tables.CLUSTERS)
            .select(
                col("article_id").alias("in_article"),
                col("begin").alias("stretch_begin"),
                col("end").alias("stretch_end"),
                col("cluster_id"),
                col("parent"),
                col("agency"));
    return claims
        .select(col("claim_id").alias("in_claim"), col("article_id"), col("begin"))
        .join(
            members,
            col("article_id")
                .equalTo(col("in_article"))
                .and(col("begin").geq(col("stretch_begin")))
                .and(col("begin").lt(col("stretch_end"))))
        .withColumn(
            "place",
            row_number()
                .over(
                    Window.partitionBy("in_claim")
                        .orderBy(
                            col("stretch_end").minus(col("stretch_begin")).desc(),
                            col("cluster_id"))))
        .where(col("place").equalTo(1))
        .select("in_claim", "cluster_id", "parent", "agency");
  }

  /** The office of each claim's original source, read from all claims of its article. */
  private static Dataset<Row> offices(Dataset<Row> near, Dataset<Row> claims) {
    Dataset<Row> beside =
        near.join(claims.select("article_id").distinct(), new String[] {"article_id"}, "left_semi");
    return Groups.by(
        RowCodec.of(Claim.class).select(beside),
        "article_id",
        List.of("claim_id"),
        OFFICE,
        rows -> {
          List<Claim> own = rows.stream().map(RowCodec.of(Claim.class)::record).toList();
          List<Row> offices = new ArrayList<>();
          Offices.of(own).forEach((id, office) -> offices.add(RowFactory.create(id, office)));
          return offices.iterator();
        });
  }

  @Override
  public Iterator<Row> group(List<Row> rows) {
    List<ClaimFacts> claims = new ArrayList<>();
    List<ClaimLink> links = new ArrayList<>();
    Map<String, String> existing = new HashMap<>();
    for (Row row : rows) {
      if (row.<Integer>getAs("turn") == 1) {
        links.add(RowCodec.of(ClaimLink.class).record(row.getStruct(row.fieldIndex("link"))));
        continue;
      }
      Claim claim = RowCodec.of(Claim.class).record(row.getStruct(row.fieldIndex("claim")));
      claims.add(
          new ClaimFacts(
              claim,
              row.getAs("article_key"),
              row.getAs("source_name"),
              row.getAs("owner"),
              row.getAs("agency"),
              row.getAs("cluster_id"),
              row.getAs("parent"),
              row.getAs("office")));
      if (row.getAs("trace_id") != null) {
        existing.put(claim.claimId(), row.getAs("trace_id"));
      }
    }
    Traces.Rows made = Traces.of(claims, links, existing);
    List<Row> out = new ArrayList<>();
    made.members()
        .forEach(m -> out.add(RowFactory.create(RowCodec.of(TraceMember.class).row(m), null)));
    made.summaries()
        .forEach(s -> out.add(RowFactory.create(null, RowCodec.of(TraceSummary.class).row(s))));
    return out.iterator();
  }
}
