package dev.headwater.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.left;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import dev.headwater.model.Release;
import dev.headwater.table.TableContract;
import java.util.ArrayList;
import java.util.List;
import org.apache.iceberg.SnapshotRef;
import org.apache.iceberg.Table;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * What is different between two releases: rows of a table joined by their key. One pass over both
 * states of the table; none where both releases have the same snapshot of it.
 */
public final class ReleaseDiff {
  /** Longest value that is shown; a whole text would hide the rest. */
  private static final int SHOWN = 120;

  private ReleaseDiff() {}

  /** Whether a table is the very same in both releases, told without reading it. */
  public static boolean isSame(
      Warehouse warehouse, TableContract contract, Release from, Release to) {
    Table table = warehouse.table(contract);
    SnapshotRef before = table.refs().get(from.runId());
    SnapshotRef after = table.refs().get(to.runId());
    return before != null && after != null && before.snapshotId() == after.snapshotId();
  }

  /**
   * The rows that differ: columns table, change (added, removed or changed), key, before and after;
   * the last two are JSON objects of the columns that differ.
   */
  public static Dataset<Row> rows(
      Warehouse warehouse, TableContract contract, Release from, Release to) {
    StructType schema = RowCodec.schemaOf(contract.row());
    Dataset<Row> before = packed(warehouse.at(contract, from), schema, "was");
    Dataset<Row> after = packed(warehouse.at(contract, to), schema, "now");
    Column sameKey = lit(true);
    List<Column> key = new ArrayList<>();
    for (String column : contract.key()) {
      sameKey = sameKey.and(col("was." + column).eqNullSafe(col("now." + column)));
      key.add(functions.coalesce(col("was." + column), col("now." + column)).alias(column));
    }
    Column change =
        when(col("was").isNull(), "added")
            .when(col("now").isNull(), "removed")
            .otherwise("changed");
    Column differs =
        col("was").isNull().or(col("now").isNull()).or(col("was_hash").notEqual(col("now_hash")));
    return before
        .join(after, sameKey, "full_outer")
        .where(differs)
        .select(
            lit(contract.name()).alias("table"),
            change.alias("change"),
            to_json(struct(key.toArray(Column[]::new))).alias("key"),
            differing(schema, "was", "now").alias("before"),
            differing(schema, "now", "was").alias("after"));
  }

  private static Dataset<Row> packed(Dataset<Row> rows, StructType schema, String name) {
    Column[] columns =
        java.util.Arrays.stream(schema.fieldNames()).map(functions::col).toArray(Column[]::new);
    return rows.select(
        struct(columns).alias(name), functions.xxhash64(columns).alias(name + "_hash"));
  }

  /** The columns of one side that the other side has otherwise, as JSON; null without that side. */
  private static Column differing(StructType schema, String side, String other) {
    List<Column> entries = new ArrayList<>();
    for (StructField field : schema.fields()) {
      Column value = col(side + "." + field.name());
      boolean nested =
          field.dataType() instanceof ArrayType || field.dataType() instanceof StructType;
      Column text = nested ? to_json(value) : value.cast("string");
      entries.add(
          struct(
              lit(field.name()).alias("key"),
              when(
                      value.eqNullSafe(col(other + "." + field.name())).equalTo(lit(false)),
                      left(text, lit(SHOWN)))
                  .alias("value")));
    }
    Column all = array(entries.toArray(Column[]::new));
    return when(
        col(side).isNotNull(),
        to_json(map_from_entries(filter(all, entry -> entry.apply("value").isNotNull()))));
  }
}
