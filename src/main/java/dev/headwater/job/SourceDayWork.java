package dev.headwater.job;

import dev.headwater.model.ClusterMember;
import dev.headwater.model.SourceDay;
import dev.headwater.source.ArticleFacts;
import dev.headwater.source.OwnStretch;
import dev.headwater.source.SourceDays;
import dev.headwater.spark.Groups;
import dev.headwater.spark.RowCodec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** Sums up the articles of one outlet on one day. */
record SourceDayWork() implements Groups.Work {
  @Override
  public Iterator<Row> group(List<Row> rows) {
    List<ArticleFacts> articles = new ArrayList<>();
    for (Row row : rows) {
      articles.add(
          new ArticleFacts(
              row.getAs("article_id"),
              row.getAs("agency"),
              row.<Integer>getAs("words"),
              stretches(row),
              count(row.getAs("copied_out")),
              count(row.getAs("copied_out_without_wire")),
              claims(row.getAs("claims"))));
    }
    Row first = rows.get(0);
    SourceDay day = SourceDays.of(first.getAs("source"), first.getAs("day"), articles);
    return List.of(RowCodec.of(SourceDay.class).row(day)).iterator();
  }

  private static List<OwnStretch> stretches(Row row) {
    int at = row.fieldIndex("stretches");
    List<OwnStretch> stretches = new ArrayList<>();
    if (!row.isNullAt(at)) {
      for (Row own : row.<Row>getList(at)) {
        ClusterMember stretch = RowCodec.of(ClusterMember.class).record(own.getStruct(0));
        stretches.add(new OwnStretch(stretch, own.getString(1)));
      }
    }
    return stretches;
  }

  private static ArticleFacts.ClaimCounts claims(Row counts) {
    return counts == null
        ? ArticleFacts.ClaimCounts.NONE
        : new ArticleFacts.ClaimCounts(
            counts.getInt(0),
            counts.getInt(1),
            counts.getInt(2),
            counts.getInt(3),
            counts.getInt(4),
            counts.getInt(5),
            counts.getInt(6),
            counts.getList(7));
  }

  private static int count(Integer counted) {
    return counted == null ? 0 : counted;
  }
}
