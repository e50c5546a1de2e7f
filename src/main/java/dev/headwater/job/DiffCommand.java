package dev.headwater.job;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.spark.KeptRows;
import dev.headwater.spark.ReleaseDiff;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Sessions;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Compares two releases: what came, what went, what is different.
 *
 * <p>Input: the tables as two runs published them. Output: counts of rows added, removed and
 * changed by table, then some of the rows, to standard output or a file. Example: {@code
 * jobs/submit diff r20260302_1a2b3c4d r20260303_5e6f7a8b --warehouse W}.
 */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    description = "Counts and shows what is different between two releases.",
    footer = {
      "",
      "Example: jobs/submit diff r20260302_1a2b3c4d r20260303_5e6f7a8b --tables clusters --rows 10"
    })
public final class DiffCommand implements Callable<Integer> {
  /** Tables that hold no finding: n-grams, keys, counters and lines of page furniture. */
  private static final List<TableContract> NO_FINDINGS =
      List.of(Tables.POSTINGS, Tables.CLAIM_KEYS, Tables.OUTLET_LINES, Tables.RUNS);

  @Mixin private WarehouseOptions options;

  @Parameters(index = "0", paramLabel = "RUN", description = "The earlier run.")
  private String from;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RUN",
      description = "The later run (default: the last one published).")
  private String to;

  @Option(
      names = "--tables",
      split = ",",
      paramLabel = "TABLE",
      description = "Tables to compare (default: all that hold findings).")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--rows",
      paramLabel = "N",
      description =
          "Rows to show of each table and kind of change (default: 3 after the counts with --format"
              + " table; none with the others, where N rows take the place of the counts).")
  private Integer shown;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private RowFormat format;

  @Option(names = "--output", paramLabel = "F", description = "Write to a file instead.")
  private Path output;

  @Override
  public Integer call() throws IOException {
    boolean forPeople = format == RowFormat.table;
    int wanted = shown == null ? forPeople ? 3 : 0 : shown;
    if (wanted < 0) {
      throw new UserMistake("--rows is " + wanted + "; give 0 or more.");
    }
    List<TableContract> tables = tables();
    SparkSession spark = Sessions.start("diff", options.warehouse());
    Warehouse warehouse = Warehouse.read(spark);
    Release before = ReleaseViews.kept(warehouse, from);
    Release after = ReleaseViews.kept(warehouse, to);
    Dataset<Row> names = spark.createDataset(names(tables), Encoders.STRING()).toDF("name");
    Dataset<Row> rows = null;
    for (TableContract table : tables) {
      if (!ReleaseDiff.isSame(warehouse, table, before, after)) {
        Dataset<Row> own = ReleaseDiff.rows(warehouse, table, before, after);
        rows = rows == null ? own : rows.union(own);
      }
    }
    if (rows == null) {
      rows = ReleaseDiff.rows(warehouse, tables.get(0), before, before).limit(0);
    }
    rows = rows.transform(KeptRows::keep);
    List<Dataset<Row>> parts = new ArrayList<>();
    if (forPeople || wanted == 0) {
      parts.add(counts(names, rows));
    }
    if (wanted > 0) {
      parts.add(first(rows, wanted));
    }
    RowWriter.write(parts, format, output);
    return 0;
  }

  private List<TableContract> tables() {
    if (!names.isEmpty()) {
      return TableNames.find(Tables.PUBLISHED, names);
    }
    List<TableContract> findings = new ArrayList<>(Tables.PUBLISHED);
    findings.removeAll(NO_FINDINGS);
    return findings;
  }

  private static List<String> names(List<TableContract> tables) {
    return tables.stream().map(TableContract::name).toList();
  }

  private static Dataset<Row> counts(Dataset<Row> names, Dataset<Row> rows) {
    Dataset<Row> counted =
        rows.groupBy("table").agg(count("added"), count("removed"), count("changed"));
    return names
        .join(counted, col("name").equalTo(col("table")), "left")
        .select(
            col("name").alias("table"),
            coalesce(col("added"), lit(0)).alias("added"),
            coalesce(col("removed"), lit(0)).alias("removed"),
            coalesce(col("changed"), lit(0)).alias("changed"))
        .orderBy("table");
  }

  private static Column count(String change) {
    return count_if(col("change").equalTo(change)).alias(change);
  }

  /** The first rows by key of each table and kind of change. */
  private static Dataset<Row> first(Dataset<Row> rows, int wanted) {
    return rows.withColumn(
            "place", row_number().over(Window.partitionBy("table", "change").orderBy("key")))
        .where(col("place").leq(wanted))
        .drop("place")
        .orderBy("table", "change", "key");
  }
}
