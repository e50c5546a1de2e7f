package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Whether what the rows of a run refer to is there, and offsets lie inside the text they are of.
 *
 * <p>All references to one table are looked up together: a night reads two narrow columns of the
 * history's articles once, however many gates ask. Cost: linear in the run's own rows and in the
 * number of rows of the table referred to.
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

    /** The references as rows of gate, known, within, begin and end. */
    Dataset<Row> rows(Run run) {
      boolean within = begin != null;
      return run.added(table)
          .where(col(column).isNotNull())
          .select(
              lit(gate).alias("gate"),
              col(column).alias("known"),
              lit(within).alias("within"),
              (within ? col(begin) : NONE).alias("begin"),
              (within ? col(end) : NONE).alias("end"));
    }
  }

  private static final Column NONE = lit(null).cast("int");

  private static final List<Reference> TO_ARTICLES =
      List.of(
          Reference.inside(Tables.CLAIMS, "article_id", "begin", "end"),
          Reference.inside(Tables.CLUSTERS, "article_id", "begin", "end"),
          Reference.inside(Tables.PASSAGES, "left_id", "left_begin", "left_end"),
          Reference.inside(Tables.PASSAGES, "right_id", "right_begin", "right_end"),
          Reference.of(Tables.CLUSTERS, "parent", Tables.ARTICLES),
          Reference.of(Tables.POSTINGS, "article_id", Tables.ARTICLES));

  private static final List<Reference> TO_CLAIMS =
      List.of(
          Reference.of(Tables.TRACES, "claim_id", Tables.CLAIMS),
          Reference.of(Tables.CLAIM_KEYS, "claim_id", Tables.CLAIMS),
          Reference.of(Tables.CLAIM_LINKS, "from_claim_id", Tables.CLAIMS),
          Reference.of(Tables.CLAIM_LINKS, "to_claim_id", Tables.CLAIMS));

  private static final List<Reference> TO_TRACES =
      List.of(Reference.of(Tables.TRACE_SUMMARY, "trace_id", Tables.TRACES));

  private References() {}

  /** The finding of every gate. */
  static List<Gates.Finding> check(Run run) {
    List<Gates.Finding> findings = new ArrayList<>();
    findings.addAll(check(run, TO_ARTICLES, Tables.ARTICLES, "article_id", col("chars")));
    findings.addAll(check(run, TO_CLAIMS, Tables.CLAIMS, "claim_id", NONE));
    findings.addAll(check(run, TO_TRACES, Tables.TRACES, "trace_id", NONE));
    return findings;
  }

  private static List<Gates.Finding> check(
      Run run, List<Reference> references, TableContract other, String key, Column length) {
    Map<String, Long> broken =
        references.stream()
            .filter(reference -> !run.isUntouched(reference.table()))
            .map(reference -> reference.rows(run))
            .reduce(Dataset::union)
            .map(rows -> broken(rows, run.read(other).select(col(key), length)))
            .orElse(Map.of());
    return references.stream()
        .map(
            reference ->
                Gates.Finding.of(
                    reference.gate(), broken.getOrDefault(reference.gate(), 0L), reference.look()))
        .toList();
  }

  /** How many references of each gate lead nowhere. */
  private static Map<String, Long> broken(Dataset<Row> rows, Dataset<Row> other) {
    Dataset<Row> asked = rows.select("known").distinct().transform(KeptRows::keep);
    Dataset<Row> there =
        other
            .toDF("there", "length")
            .join(asked, col("there").equalTo(col("known")), "left_semi")
            .distinct()
            .transform(KeptRows::keep);
    Column isInside =
        col("begin").geq(0).and(col("begin").lt(col("end"))).and(col("end").leq(col("length")));
    Map<String, Long> counts = new HashMap<>();
    rows.join(
            there,
            col("known").equalTo(col("there")).and(not(col("within")).or(isInside)),
            "left_anti")
        .groupBy("gate")
        .agg(count("*").alias("rows"))
        .collectAsList()
        .forEach(row -> counts.put(row.getAs("gate"), row.getAs("rows")));
    return counts;
  }
}
