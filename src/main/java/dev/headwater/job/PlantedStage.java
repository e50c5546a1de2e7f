package dev.headwater.job;

import dev.headwater.bench.PlantedCorpus;
import dev.headwater.bench.PlantedRows;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.Serializable;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Writes invented stories as the jobs before {@code traces} would have, in place of these jobs.
 *
 * @param families stories to write, some 26 claims each
 * @param seed seed of the stories
 */
record PlantedStage(long families, long seed) implements Stage {
  /** Stories a task makes. */
  private static final int A_TASK = 2_000;

  @Override
  public String name() {
    return "planted";
  }

  @Override
  public String settings() {
    return families + " " + seed;
  }

  @Override
  public void run(Run run) {
    append(run, Tables.ARTICLES, Article.class, PlantedRows::articles);
    append(run, Tables.CLAIMS, Claim.class, PlantedRows::claims);
    append(run, Tables.PASSAGES, Passage.class, PlantedRows::passages);
    append(run, Tables.CLUSTERS, ClusterMember.class, PlantedRows::clusters);
    run.count(name(), "rows_written", families);
  }

  private interface Part<T> extends Serializable {
    List<T> of(PlantedRows rows);
  }

  private <T extends Record> void append(
      Run run, TableContract table, Class<T> type, Part<T> part) {
    int tasks = (int) Math.max(2, families / A_TASK);
    long from = seed;
    Dataset<Row> rows =
        run.spark()
            .range(0, families, 1, tasks)
            .flatMap(
                (FlatMapFunction<Long, Row>)
                    number ->
                        part.of(PlantedCorpus.family(number, from)).stream()
                            .map(RowCodec.of(type)::row)
                            .iterator(),
                Encoders.row(RowCodec.of(type).schema()));
    run.append(table, rows);
  }
}
