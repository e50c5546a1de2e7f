package dev.headwater.job;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.CopyEdge;
import dev.headwater.source.CopyEdges;
import dev.headwater.source.OutletCopy;
import dev.headwater.spark.Groups;
import dev.headwater.spark.RowCodec;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Sums up what one outlet copied, by the outlet it copied from and by month. */
record CopyEdgeWork() implements Groups.Work {
  @Override
  public Iterator<Row> group(List<Row> rows) {
    List<OutletCopy> copies =
        rows.stream()
            .map(
                row ->
                    new OutletCopy(
                        RowCodec.of(ClusterMember.class)
                            .record(row.getStruct(row.fieldIndex("stretch"))),
                        row.getAs("from_source"),
                        row.getAs("to_source"),
                        row.getAs("published_at"),
                        row.<Boolean>getAs("credited")))
            .toList();
    RowCodec<CopyEdge> codec = RowCodec.of(CopyEdge.class);
    return CopyEdges.of(copies).stream().map(codec::row).iterator();
  }
}
