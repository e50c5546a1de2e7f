package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What readers see of a warehouse, as a count and a hash of the rows of each table, whatever their
 * order. Two runs over the same input have the same, so columns that tell one run from another are
 * left out: its id and its times.
 *
 * @param hashes by name of the table
 */
record TableContents(Map<String, String> hashes) {
  private static final Map<String, String> JSON = Map.of("ignoreNullFields", "false");
  private static final List<String> OF_A_RUN = List.of("run_id", "ingested_at");

  /** Counters that tell of time, of snapshots, or of how the run went. */
  private static final String RESULTS =
      "name NOT LIKE 'seconds%' AND name NOT LIKE 'snapshot_%' AND name NOT IN ('through')";

  /** What is published in the warehouse of a session; nothing where nothing is. */
  static TableContents of(SparkSession spark) {
    Warehouse warehouse = Warehouse.read(spark);
    Map<String, String> hashes = new TreeMap<>();
    if (warehouse.release().isEmpty()) {
      return new TableContents(hashes);
    }
    ReleaseViews.create(warehouse, null);
    for (TableContract table : Tables.PUBLISHED) {
      Dataset<Row> rows = spark.table(table.name());
      rows =
          table == Tables.RUNS
              ? rows.where(RESULTS).select("job", "name", "value")
              : rows.drop(OF_A_RUN.toArray(String[]::new));
      hashes.put(table.name(), hash(rows));
    }
    hashes.put("releases", Long.toString(spark.table("releases").count()));
    return new TableContents(hashes);
  }

  private static String hash(Dataset<Row> rows) {
    Row all =
        rows.select(xxhash64(to_json(struct(col("*")), JSON)).alias("hash"))
            .agg(count(lit(1)), sum(col("hash").cast("decimal(38,0)")))
            .takeAsList(1)
            .get(0);
    return all.getLong(0) + " rows " + all.get(1);
  }

  /** The tables that differ, each with both hashes. */
  List<String> differences(TableContents other) {
    List<String> different = new ArrayList<>();
    Map<String, String> all = new TreeMap<>(hashes);
    all.putAll(other.hashes);
    for (String table : all.keySet()) {
      String one = hashes.getOrDefault(table, "none");
      String two = other.hashes.getOrDefault(table, "none");
      if (!one.equals(two)) {
        different.add(table + " (" + one + " against " + two + ")");
      }
    }
    return different;
  }
}
