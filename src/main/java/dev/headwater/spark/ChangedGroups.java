package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import dev.headwater.model.Release;
import dev.headwater.table.TableContract;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What has become of the groups of a table, such as its clusters, since a job last ran: what the
 * job read of them then, and made its own rows from, may no longer hold.
 *
 * <p>A group that changed has been written again, or is gone. So its rows now are found among those
 * added since, and its rows then in the release of that time. Two columns of the table are read
 * whole, besides what changed. Where {@code maintain} came between that release and one before this
 * run, it is not known any more what was added, and the rows of the table then and now are
 * compared: both are read whole and shuffled once, by the first run behind such a {@code maintain}
 * alone.
 */
public final class ChangedGroups {
  private final Run run;
  private final Optional<Release> since;

  private ChangedGroups(Run run, Optional<Release> since) {
    this.run = run;
    this.since = since;
  }

  /** The changes since the last release of which a job was part. */
  public static ChangedGroups since(Run run, String job) {
    return new ChangedGroups(run, Seen.lastWith(run, job));
  }

  /**
   * The rows then and now of each group that was written again or is gone; all rows where it is not
   * known what was then.
   *
   * @param id the column that names the group
   */
  public Dataset<Row> rows(TableContract table, String id, String... columns) {
    Dataset<Row> now = run.read(table);
    if (since.isEmpty()) {
      return now.select(columns(columns));
    }
    Dataset<Row> then = run.warehouse().at(table, since.get());
    Dataset<Row> ids = ids(table, id, now, then);
    return now.join(ids, new String[] {id}, "left_semi")
        .select(columns(columns))
        .union(then.join(ids, new String[] {id}, "left_semi").select(columns(columns)));
  }

  /** The same, but only rows that are not the same then and now in these columns. */
  public Dataset<Row> changedRows(TableContract table, String id, String... columns) {
    Dataset<Row> now = run.read(table);
    if (since.isEmpty()) {
      return now.select(columns(columns));
    }
    Dataset<Row> then = run.warehouse().at(table, since.get());
    Dataset<Row> ids = ids(table, id, now, then).transform(KeptRows::keep);
    Dataset<Row> after = now.join(ids, new String[] {id}, "left_semi").select(columns(columns));
    Dataset<Row> before = then.join(ids, new String[] {id}, "left_semi").select(columns(columns));
    return after.except(before).union(before.except(after));
  }

  /**
   * The rows written since, new ones and such as were written again: their ids.
   *
   * @param columns that show whether a row was written again, where nothing else does
   */
  public Dataset<Row> written(TableContract table, String id, String... columns) {
    return run.added(table, since)
        .map(added -> added.select(id))
        .orElseGet(
            () ->
                differing(
                    id,
                    run.read(table).select(id, columns),
                    run.warehouse().at(table, since.orElseThrow()).select(id, columns)));
  }

  private Dataset<Row> ids(TableContract table, String id, Dataset<Row> now, Dataset<Row> then) {
    Optional<Dataset<Row>> added = run.added(table, since);
    if (added.isEmpty()) {
      return differing(id, now, then);
    }
    Dataset<Row> gone = then.select(id).join(now.select(id), new String[] {id}, "left_anti");
    return added.get().select(id).union(gone).distinct();
  }

  /** The groups of which some row is there now and was not then, or was there and is not now. */
  private static Dataset<Row> differing(String id, Dataset<Row> now, Dataset<Row> then) {
    return now.withColumn("more", lit(1))
        .unionByName(then.withColumn("more", lit(-1)))
        .groupBy(columns(now.columns()))
        .agg(sum("more").alias("more"))
        .where(col("more").notEqual(0))
        .select(id)
        .distinct();
  }

  private static Column[] columns(String... names) {
    return Arrays.stream(names).map(functions::col).toArray(Column[]::new);
  }
}
