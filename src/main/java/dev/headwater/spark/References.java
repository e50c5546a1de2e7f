package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;

import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether what the rows of a run refer to is there, and offsets lie inside the text they are of.
 *
 * <p>All references are looked up together: a night reads two narrow columns of the history's
 * articles once, however many gates ask. Cost: linear in the run's own rows and in the number of
 * rows of the table referred to.
 */
final class References {
  /**
   * A column that holds keys of another table.
   *
   * @param gate the gate's name
   * @param table the table that refers
   * @param column the column that refers
   * @param begin column of the first code point referred to; null where a row is referred to
   * @param end column of the code point behind the last; null where a row is referred to
   * @param look what to look at where the gate is broken
   */
  private record Reference(
      String gate, TableContract table, String column, String begin, String end, String look) {
    static Reference of(TableContract table, String column, TableContract other) {
      return new Reference(
          "present_" + table.name() + "_" + column,
          table,
          column,
          null,
          null,
          "rows of " + table.name() + " whose " + column + " is not in " + other.name());
    }

    static Reference inside(TableContract table, String id, String begin, String end) {
      return new Reference(
          "offsets_inside_" + table.name() + "_" + id,
          table,
          id,
          begin,
          end,
          "rows of " + table.name() + " whose " + begin + " and " + end + " lie outside the text");
    }

    /**
     * The references as rows of gate, known, within, begin, end and how many are equal. Those that
     * refer to a row are counted at once: an article has its postings in sixteen rows.
     */
    Dataset<Row> rows(Run run) {
      boolean within = begin != null;
      Dataset<Row> all =
          run.added(table)
              .where(col(column).isNotNull())
              .select(
                  lit(gate).alias("gate"),
                  col(column).alias("known"),
                  lit(within).alias("within"),
                  (within ? col(begin) : NONE).alias("begin"),
                  (within ? col(end) : NONE).alias("end"),
                  lit(1L).alias("rows"));
      return within
          ? all
          : all.groupBy("gate", "known", "within", "begin", "end").agg(sum("rows").alias("rows"));
    }
  }

  private static final Column NONE = lit(null).cast("int");

  /**
   * A table that others refer to.
   *
   * @param table the table
   * @param key its column that others hold
   * @param length column of the code points that its text has; null where it has none
   * @param references those that hold it
   */
  private record Target(
      TableContract table, String key, String length, List<Reference> references) {
    Target touched(Run run) {
      return new Target(
          table,
          key,
          length,
          references.stream().filter(reference -> !run.isUntouched(reference.table())).toList());
    }

    /**
     * The rows asked for that are there, as rows of target, there and length. What each target is
     * asked for is kept by itself: of a night's it is few, and is sent to the history's tasks.
     */
    Dataset<Row> there(Run run) {
      Dataset<Row> asked = asked(run).select("known").distinct().transform(KeptRows::keep);
      return run.read(table)
          .select(
              lit(table.name()).alias("target"),
              col(key).alias("there"),
              (length == null ? NONE : col(length)).alias("length"))
          .join(asked, col("there").equalTo(col("known")), "left_semi");
    }

    /** What refers to them, as rows of of_target and what a reference gives. */
    Dataset<Row> asked(Run run) {
      return references.stream()
          .map(reference -> reference.rows(run))
          .reduce(Dataset::union)
          .orElseThrow()
          .withColumn("of_target", lit(table.name()));
    }
  }

  private static final List<Target> TARGETS =
      List.of(
          new Target(
              Tables.ARTICLES,
              "article_id",
              "chars",
              List.of(
                  Reference.inside(Tables.CLAIMS, "article_id", "begin", "end"),
                  Reference.inside(Tables.CLUSTERS, "article_id", "begin", "end"),
                  Reference.inside(Tables.PASSAGES, "left_id", "left_begin", "left_end"),
                  Reference.inside(Tables.PASSAGES, "right_id", "right_begin", "right_end"),
                  Reference.of(Tables.CLUSTERS, "parent", Tables.ARTICLES),
                  Reference.of(Tables.POSTINGS, "article_id", Tables.ARTICLES))),
          new Target(
              Tables.CLAIMS,
              "claim_id",
              null,
              List.of(
                  Reference.of(Tables.TRACES, "claim_id", Tables.CLAIMS),
                  Reference.of(Tables.CLAIM_KEYS, "claim_id", Tables.CLAIMS),
                  Reference.of(Tables.CLAIM_LINKS, "from_claim_id", Tables.CLAIMS),
                  Reference.of(Tables.CLAIM_LINKS, "to_claim_id", Tables.CLAIMS))),
          new Target(
              Tables.TRACES,
              "trace_id",
              null,
              List.of(Reference.of(Tables.TRACE_SUMMARY, "trace_id", Tables.TRACES))));

  private References() {}

  /** The finding of every gate. */
  static List<Gates.Finding> check(Run run) {
    List<Target> touched =
        TARGETS.stream()
            .map(target -> target.touched(run))
            .filter(target -> !target.references().isEmpty())
            .toList();
    Map<String, Long> broken = touched.isEmpty() ? Map.of() : broken(run, touched);
    return TARGETS.stream()
        .flatMap(target -> target.references().stream())
        .map(
            reference ->
                Gates.Finding.of(
                    reference.gate(), broken.getOrDefault(reference.gate(), 0L), reference.look()))
        .toList();
  }

  /** How many references of each gate lead nowhere. */
  private static Map<String, Long> broken(Run run, List<Target> targets) {
    Dataset<Row> rows = union(targets, target -> target.asked(run));
    Column isIt = col("target").equalTo(col("of_target")).and(col("there").equalTo(col("known")));
    Dataset<Row> there = union(targets, target -> target.there(run)).transform(KeptRows::keep);
    Column isInside =
        col("begin").geq(0).and(col("begin").lt(col("end"))).and(col("end").leq(col("length")));
    Map<String, Long> counts = new HashMap<>();
    rows.join(there, isIt.and(not(col("within")).or(isInside)), "left_anti")
        .groupBy("gate")
        .agg(sum("rows").alias("rows"))
        .collectAsList()
        .forEach(row -> counts.put(row.getAs("gate"), row.getAs("rows")));
    return counts;
  }

  private static Dataset<Row> union(List<Target> targets, Function<Target, Dataset<Row>> rows) {
    return targets.stream().map(rows).reduce(Dataset::union).orElseThrow();
  }
}
