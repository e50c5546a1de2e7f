package dev.headwater.job;

import static org.apache.spark.sql.functions.col;

import dev.headwater.claim.ClaimReader;
import dev.headwater.claim.ClaimReading;
import dev.headwater.claim.NonClaim;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.table.Tables;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.util.CollectionAccumulator;

/**
 * Reads the numeric claims of articles.
 *
 * <p>Input: {@code articles} that this job has not seen. Output: {@code claims}; numbers that are
 * no claims are counted by kind, articles in a language that is not read are counted too.
 */
final class ClaimsStage implements Stage {
  static final String NAME = "claims";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String settings() {
    return "";
  }

  @Override
  public void run(Run run) {
    Dataset<Row> fresh = run.unseenArticles(NAME);
    long articles = fresh.count();
    run.count(NAME, "articles", articles);
    if (articles == 0) {
      run.count(NAME, "rows_written", 0);
      return;
    }
    int tasks =
        (int) Math.max(2L * run.spark().sparkContext().defaultParallelism(), articles / 2_000);
    CollectionAccumulator<Map<String, Long>> kinds =
        run.spark().sparkContext().collectionAccumulator("numbers that are no claims");
    Dataset<Row> claims =
        RowCodec.of(Article.class)
            .select(fresh)
            .repartition(tasks, col("article_id"))
            .mapPartitions(
                (org.apache.spark.api.java.function.MapPartitionsFunction<Row, Row>)
                    rows -> new Reading(rows, kinds),
                Encoders.row(RowCodec.of(Claim.class).schema()))
            .persist(StorageLevel.DISK_ONLY());
    long found = claims.count();
    Progress.say(NAME, "%,d claims in %,d articles", found, articles);
    if (found > 0) {
      run.append(Tables.CLAIMS, claims);
    }
    claims.unpersist();
    run.count(NAME, "claims", found);
    Map<String, Long> counts = new TreeMap<>();
    kinds.value().forEach(map -> map.forEach((kind, n) -> counts.merge(kind, n, Long::sum)));
    counts.forEach((kind, n) -> run.count(NAME, kind, n));
    run.count(NAME, "rows_written", articles);
    run.seenThrough(NAME);
  }

  /** Reads a task's articles and counts what is no claim. */
  private static final class Reading implements Iterator<Row> {
    private final Iterator<Row> rows;
    private final CollectionAccumulator<Map<String, Long>> kinds;
    private final Map<String, Long> counts = new TreeMap<>();
    private Iterator<Claim> found = java.util.Collections.emptyIterator();
    private boolean reported;

    Reading(Iterator<Row> rows, CollectionAccumulator<Map<String, Long>> kinds) {
      this.rows = rows;
      this.kinds = kinds;
    }

    @Override
    public boolean hasNext() {
      while (!found.hasNext() && rows.hasNext()) {
        ClaimReading reading =
            ClaimReader.read(RowCodec.of(Article.class).record(rows.next()));
        for (NonClaim none : reading.nonClaims()) {
          counts.merge("not_" + none.kind(), 1L, Long::sum);
        }
        if (reading.unsupportedLanguage()) {
          counts.merge("articles_in_other_languages", 1L, Long::sum);
        }
        found = reading.claims().iterator();
      }
      if (!found.hasNext() && !reported) {
        reported = true;
        kinds.add(counts);
      }
      return found.hasNext();
    }

    @Override
    public Row next() {
      if (!hasNext()) {
        throw new java.util.NoSuchElementException();
      }
      return RowCodec.of(Claim.class).row(found.next());
    }
  }
}
