package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import dev.headwater.model.OutletRank;
import dev.headwater.source.CopyNetwork;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Ranks the outlets in the network of copies, on the driver.
 *
 * <p>An edge is a pair of outlets, so there are few: at most {@value #MOST_EDGES} are held, about
 * 300 MB; beyond them the weakest are left out and counted.
 */
final class NetworkStep {
  private static final int MOST_EDGES = 1_000_000;

  void rank(Run run) {
    Dataset<Row> pairs =
        run.read(Tables.COPY_EDGES)
            .groupBy("from_source", "to_source")
            .agg(
                sum("articles").alias("articles"),
                sum("articles_without_wire").alias("articles_without_wire"));
    List<CopyNetwork.Edge> edges =
        pairs
            .orderBy(col("articles").desc(), col("from_source"), col("to_source"))
            .limit(MOST_EDGES)
            .collectAsList()
            .stream()
            .map(
                row ->
                    new CopyNetwork.Edge(
                        row.getString(0), row.getString(1), row.getLong(2), row.getLong(3)))
            .toList();
    double leftOut = edges.size() < MOST_EDGES ? 0 : pairs.count() - edges.size();
    List<OutletRank> ranks = CopyNetwork.of(edges);
    run.delete(Tables.OUTLET_RANKS, run.read(Tables.OUTLET_RANKS).select("source"));
    if (!ranks.isEmpty()) {
      run.append(
          Tables.OUTLET_RANKS,
          RowCodec.of(OutletRank.class).dataset(run.spark(), ranks).coalesce(1));
    }
    run.count(SourcesStage.NAME, "outlets_ranked", ranks.size());
    run.count(SourcesStage.NAME, "network_edges_left_out", leftOut);
  }
}
