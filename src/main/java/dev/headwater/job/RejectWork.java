package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.headwater.model.Reject;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** What of an input was not used, written once however often it is met. */
final class RejectWork {
  private RejectWork() {}

  /** Where no file at all has the column of the text, the person has to say which it is. */
  static void refuseUnmapped(Dataset<Row> records) {
    Dataset<Row> rejects = records.select("reject.*");
    if (rejects.where(col("reason").notEqual("no_text_column")).isEmpty()) {
      List<Row> first = rejects.orderBy("input").select("detail").takeAsList(1);
      throw new UserMistake(first.get(0).getString(0));
    }
  }

  /** The rejects among what was read. */
  static Dataset<Row> of(Dataset<Row> records) {
    return RowCodec.of(Reject.class)
        .select(records.where(col("reject").isNotNull()).select("reject.*"));
  }

  /** Rejects of one place and reason make one row, so that no input can break the table's key. */
  private static Dataset<Row> oneAPlace(Dataset<Row> rejects) {
    Column[] key = Tables.REJECTS.key().stream().map(functions::col).toArray(Column[]::new);
    Column more = concat(lit("; and "), col("rows").minus(1), lit(" more of this place"));
    Column detail =
        when(col("rows").gt(1), concat(col("said.detail"), more)).otherwise(col("said.detail"));
    return RowCodec.of(Reject.class)
        .select(
            rejects
                .groupBy(key)
                .agg(
                    min(struct(col("detail"), col("excerpt"))).alias("said"),
                    count(lit(1)).alias("rows"))
                .withColumn("detail", detail)
                .withColumn("excerpt", col("said.excerpt")));
  }

  /** Adds the rejects that are new, and says how many. */
  static long write(Run run, Dataset<Row> rejects) {
    Dataset<Row> all = oneAPlace(rejects);
    Dataset<Row> known = run.read(Tables.REJECTS).alias("k");
    Dataset<Row> unknown =
        all.alias("r")
            .join(
                known,
                col("r.input")
                    .equalTo(col("k.input"))
                    .and(col("r.position").eqNullSafe(col("k.position")))
                    .and(col("r.reason").equalTo(col("k.reason")))
                    .and(col("r.excerpt").eqNullSafe(col("k.excerpt"))),
                "left_anti")
            .transform(KeptRows::keep);
    long added = unknown.count();
    if (added > 0) {
      run.append(Tables.REJECTS, unknown.coalesce(1));
    }
    return added;
  }
}
