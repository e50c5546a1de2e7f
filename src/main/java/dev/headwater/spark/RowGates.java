package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import dev.headwater.table.ColumnContract;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Whether the rows that a run adds have keys of their own, and nothing is missing in them.
 *
 * <p>Keys of all tables are counted in one query, by two hashes of 64 bits each: keys that differ
 * have both in common with a probability of n² / 2^129 for n rows. What is missing the files
 * themselves tell, which count the nulls of their columns as they are written; a column that they
 * do not count, as one of lists, is read where the table would let a null in. Cost: linear in the
 * run's rows, and where it replaces rows in the keys of that table.
 */
final class RowGates {
  /**
   * Tables in which a run writes rows again: there a row that was not deleted would stand beside
   * its successor, so the new rows' keys are counted in all of the table.
   */
  private static final Set<TableContract> REPLACED =
      Set.of(
          Tables.ARTICLES,
          Tables.CLUSTERS,
          Tables.TRACES,
          Tables.TRACE_SUMMARY,
          Tables.SOURCE_DAYS,
          Tables.COPY_EDGES,
          Tables.OUTLET_RANKS);

  private static final String[] KEY = {"of_table", "hash", "other_hash"};

  private RowGates() {}

  /** Two findings for each table that the run has touched. */
  static List<Gates.Finding> check(Run run) {
    List<TableContract> touched =
        Tables.PUBLISHED.stream()
            .filter(table -> table != Tables.RUNS && !run.isUntouched(table))
            .toList();
    Map<String, Long> repeated = repeatedKeys(run, touched);
    List<Gates.Finding> findings = new ArrayList<>();
    for (TableContract table : touched) {
      findings.add(
          Gates.Finding.of(
              "keys_unique_" + table.name(),
              repeated.getOrDefault(table.name(), 0L),
              "rows of " + table.name() + " with the same key"));
      findings.add(
          Gates.Finding.of(
              "nothing_null_" + table.name(),
              missing(run, table),
              "values missing in required columns of " + table.name()));
    }
    return findings;
  }

  /** For each table how many keys more than one of its rows has; none where they are unique. */
  private static Map<String, Long> repeatedKeys(Run run, List<TableContract> tables) {
    Map<String, Long> repeated = new HashMap<>();
    tables.stream()
        .map(table -> keysToCount(run, table))
        .reduce(Dataset::union)
        .ifPresent(
            keys ->
                keys.groupBy(KEY[0], KEY[1], KEY[2])
                    .count()
                    .where(col("count").gt(1))
                    .groupBy(KEY[0])
                    .agg(count("*").alias("keys"))
                    .collectAsList()
                    .forEach(row -> repeated.put(row.getString(0), row.getLong(1))));
    return repeated;
  }

  /** Each table's are joined by themselves, so that a night's are sent to the history's tasks. */
  private static Dataset<Row> keysToCount(Run run, TableContract table) {
    Dataset<Row> added = keys(table, run.added(table));
    return REPLACED.contains(table) && run.base().isPresent()
        ? keys(table, run.read(table)).join(added.distinct(), KEY, "left_semi")
        : added;
  }

  /** The hash of a null is that of what stands before it, so each column says whether it is one. */
  private static Dataset<Row> keys(TableContract table, Dataset<Row> rows) {
    List<Column> parts = new ArrayList<>();
    for (String name : table.key()) {
      parts.add(col(name).isNull());
      parts.add(col(name));
    }
    Column hash = xxhash64(parts.toArray(Column[]::new));
    parts.add(0, lit(table.name()));
    Column other = xxhash64(parts.toArray(Column[]::new));
    return rows.select(lit(table.name()).alias(KEY[0]), hash.alias(KEY[1]), other.alias(KEY[2]));
  }

  /** Nulls in the required columns of the rows that a run has added to a table. */
  private static long missing(Run run, TableContract table) {
    Schema schema = run.warehouse().table(table).schema();
    Map<String, Long> nulls = new HashMap<>();
    for (ColumnContract column : table.columns()) {
      if (column.required()) {
        nulls.put(column.name(), 0L);
      }
    }
    Set<String> uncounted = new TreeSet<>();
    for (DataFile file : run.addedFiles(table, Set.copyOf(nulls.keySet()))) {
      Map<Integer, Long> counts = file.nullValueCounts();
      for (String column : List.copyOf(nulls.keySet())) {
        Long found = counts == null ? null : counts.get(schema.findField(column).fieldId());
        if (found == null) {
          nulls.remove(column);
          uncounted.add(column);
        } else {
          nulls.merge(column, found, Long::sum);
        }
      }
    }
    // Where the table itself requires a column, Iceberg wrote no null, and Spark would look for
    // none.
    uncounted.removeIf(column -> schema.findField(column).isRequired());
    long counted = nulls.values().stream().mapToLong(Long::longValue).sum();
    return uncounted.isEmpty() ? counted : counted + nulls(run.added(table), uncounted);
  }

  private static long nulls(Dataset<Row> rows, Set<String> columns) {
    Column all = lit(0L);
    for (String column : columns) {
      all = all.plus(functions.count_if(col(column).isNull()));
    }
    return rows.agg(all).takeAsList(1).get(0).getLong(0);
  }
}
