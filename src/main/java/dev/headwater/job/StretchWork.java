package dev.headwater.job;

import static org.apache.spark.sql.functions.col;

import dev.headwater.model.Ids;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.reuse.Stretches;
import dev.headwater.spark.Groups;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Merges the sides of passages that lie in one article into its stretches. */
record StretchWork(ReuseSettings settings) implements Groups.Work {
  /** What goes in: one side of a passage. */
  static final Column[] INTERVAL = {
    col("article_id"),
    col("begin"),
    col("end"),
    col("share"),
    col("passage"),
    col("side"),
    col("article_words"),
    col("link_share")
  };

  /** What comes out: the side with its stretch. */
  static final StructType SIDES =
      new StructType()
          .add("passage", DataTypes.LongType, false)
          .add("side", DataTypes.IntegerType, false)
          .add("node", DataTypes.LongType, false)
          .add("article_id", DataTypes.StringType, false)
          .add("stretch_begin", DataTypes.IntegerType, false)
          .add("stretch_end", DataTypes.IntegerType, false)
          .add("share", DataTypes.DoubleType, false);

  @Override
  public Iterator<Row> group(List<Row> rows) {
    int[] begins = rows.stream().mapToInt(row -> row.getInt(1)).toArray();
    int[] ends = rows.stream().mapToInt(row -> row.getInt(2)).toArray();
    String article = rows.get(0).getString(0);
    double[] linkShares = rows.stream().mapToDouble(row -> row.getDouble(7)).toArray();
    Stretches stretches = Stretches.of(begins, ends, linkShares, rows.get(0).getInt(6), settings);
    double[] shares = shares(rows, stretches);
    List<Row> sides = new ArrayList<>(rows.size());
    for (int i = 0; i < begins.length; i++) {
      int stretch = stretches.stretchOf()[i];
      if (stretch < 0) {
        continue;
      }
      int begin = stretches.begins()[stretch];
      int end = stretches.ends()[stretch];
      sides.add(
          RowFactory.create(
              rows.get(i).getLong(4),
              rows.get(i).getInt(5),
              Ids.number(Ids.of(article, begin, end)),
              article,
              begin,
              end,
              shares[stretch]));
    }
    return sides.iterator();
  }

  /** Share of the article that each stretch covers, after that of its longest passage. */
  private static double[] shares(List<Row> rows, Stretches stretches) {
    double[] shares = new double[stretches.begins().length];
    int[] longest = new int[shares.length];
    for (int i = 0; i < rows.size(); i++) {
      int stretch = stretches.stretchOf()[i];
      int length = rows.get(i).getInt(2) - rows.get(i).getInt(1);
      if (stretch >= 0 && length > longest[stretch]) {
        longest[stretch] = length;
        int whole = stretches.ends()[stretch] - stretches.begins()[stretch];
        shares[stretch] = Math.min(1, rows.get(i).getDouble(3) * whole / length);
      }
    }
    return shares;
  }
}
