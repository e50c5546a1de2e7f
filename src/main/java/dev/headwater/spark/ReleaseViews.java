package dev.headwater.spark;

import dev.headwater.model.Release;
import dev.headwater.model.UserMistake;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructField;

/** Names every table of one release in a session, so that SQL sees them all as of one publish. */
public final class ReleaseViews {
  private ReleaseViews() {}

  /**
   * Creates a temporary view a table, under the table's own name, and the views {@code reprints},
   * {@code source_weeks} and {@code source_months}.
   *
   * @param runId the run whose release to read; null for the last one
   */
  public static Release create(Warehouse warehouse, String runId) {
    Release release = kept(warehouse, runId);
    for (TableContract table : Tables.PUBLISHED) {
      view(warehouse.at(table, release), table);
    }
    view(warehouse.spark().table(Warehouse.name(Tables.RELEASES)), Tables.RELEASES);
    if (warehouse.find(Tables.LOCKS).isPresent()) {
      view(warehouse.spark().table(Warehouse.name(Tables.LOCKS)), Tables.LOCKS);
    }
    warehouse.spark().sql(REPRINTS);
    SourcePeriods.create(warehouse.spark());
    return release;
  }

  /** One row an article that was reprinted or is a reprint, with its main cluster. */
  private static final String REPRINTS =
      """
      CREATE OR REPLACE TEMPORARY VIEW reprints (
        article_id COMMENT 'The article',
        cluster_id COMMENT 'The cluster of its longest stretch',
        share COMMENT 'Share of the article that the stretch covers, 0..1',
        role COMMENT 'original, copy or unclear',
        parent COMMENT 'Article it was most likely copied from',
        parent_confidence COMMENT 'Confidence in the parent, 0..1',
        lag_minutes COMMENT 'Minutes from the parent to this article',
        agency COMMENT 'News agency behind the stretch',
        size COMMENT 'Stretches in the cluster',
        representative COMMENT 'Whether it stands for the cluster')
      COMMENT 'One row an article, with its main cluster'
      AS SELECT article_id, m.cluster_id, m.share, m.role, m.parent, m.parent_confidence,
                m.lag_minutes, m.agency, m.size, m.representative
         FROM (SELECT article_id,
                      max_by(struct(cluster_id, share, role, parent, parent_confidence, lag_minutes,
                                    agency, size, representative),
                             struct(share, end - begin, cluster_id)) AS m
               FROM clusters GROUP BY article_id)
      """;

  /**
   * The release of a run, or the last one where the id is null; a mistake where there is none, or
   * where its rows are no longer kept.
   */
  public static Release kept(Warehouse warehouse, String runId) {
    Release release = find(warehouse, runId);
    // Every release has a tag on runs until maintain lets it go.
    if (!warehouse.table(Tables.RUNS).refs().containsKey(release.runId())) {
      throw new UserMistake(
          "The rows of release "
              + release.runId()
              + " are no longer kept in "
              + warehouse.location()
              + ": maintain keeps the newest releases only (--keep).");
    }
    return release;
  }

  private static Release find(Warehouse warehouse, String runId) {
    if (runId != null) {
      RowCodec<Release> codec = RowCodec.of(Release.class);
      return codec
          .select(warehouse.spark().table(Warehouse.name(Tables.RELEASES)))
          .where(functions.col("run_id").equalTo(runId))
          .collectAsList()
          .stream()
          .findFirst()
          .map(codec::record)
          .orElseThrow(
              () ->
                  new UserMistake(
                      "No release of run "
                          + runId
                          + " in "
                          + warehouse.location()
                          + ". The releases: query \"select run_id, published_at from releases\""));
    }
    Optional<Release> last = warehouse.release();
    return last.orElseThrow(
        () ->
            new UserMistake(
                "Nothing has been published yet in "
                    + warehouse.location()
                    + ". Load articles first: jobs/submit nightly --input PATH"));
  }

  private static void view(Dataset<Row> rows, TableContract table) {
    // Comments come from the contract: a read at a tag keeps none of the table's own.
    Dataset<Row> described = rows;
    for (StructField field : RowCodec.schemaOf(table.row()).fields()) {
      described = described.withMetadata(field.name(), field.metadata());
    }
    described.createOrReplaceTempView(table.name());
  }
}
