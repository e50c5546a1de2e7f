package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unix_seconds;

import dev.headwater.table.Tables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares what a night loads with the nights before it: feeds that deliver what is known, or
 * nothing.
 *
 * <p>{@link FeedGates} looks at the day that the new articles are of, which a run without news does
 * not have. Here articles count on the night they were loaded. What was loaded in the hours before
 * counts with the run, so that another try of a night that brought its news is not silent; and a
 * run of new articles only, however few, is a small archive and no night.
 */
final class NightGate {
  private static final String INGEST = "ingest";
  private static final int NIGHTS = 28;
  private static final int LEAST_NIGHTS = 7;
  private static final long LEAST_USUAL = 5;

  /** A night that begins a little earlier than the one before does not find that one's articles. */
  private static final Duration TONIGHT = Duration.ofHours(20);

  private NightGate() {}

  static Gates.Finding check(Run run, double factor) {
    long articles = (long) run.counter(INGEST, "articles");
    long known = (long) run.counter(INGEST, "known_before");
    boolean isNight = run.isFinished(INGEST) && run.base().isPresent();
    String found = "";
    if (isNight && (articles == 0 || known > articles)) {
      TreeMap<Integer, Long> loaded = loaded(run);
      long now = loaded.getOrDefault(0, 0L);
      List<Long> before = loaded.tailMap(1).values().stream().sorted().toList();
      int nights = before.isEmpty() ? 0 : loaded.lastKey();
      long usual = FeedGates.tenthPercentile(before, nights);
      if (before.size() >= LEAST_NIGHTS && usual >= LEAST_USUAL && now * factor < usual) {
        found =
            String.format(
                Locale.ROOT,
                "%d new articles, mostly %d or more: of %d records read %d were known before, so look"
                    + " whether an old delivery came again",
                now,
                usual,
                (long) run.counter(INGEST, "records_read"),
                known);
      }
    }
    return Gates.Finding.of(
        "night_silent",
        found.isEmpty() ? 0 : 1,
        "night with " + (found.isEmpty() ? "far fewer new articles than usual" : found));
  }

  /** Articles by how many nights ago they were loaded; 0 is this one. */
  private static TreeMap<Integer, Long> loaded(Run run) {
    Instant tonight = run.startedAt().minus(TONIGHT);
    Dataset<Row> counts =
        run.read(Tables.ARTICLES)
            .where(col("ingested_at").gt(lit(tonight.minus(Duration.ofDays(NIGHTS)))))
            .groupBy(
                floor(
                        lit(tonight.plus(Duration.ofDays(1)).getEpochSecond())
                            .minus(unix_seconds(col("ingested_at")))
                            .divide(Duration.ofDays(1).toSeconds()))
                    .cast("int")
                    .alias("ago"))
            .agg(count("*").alias("articles"));
    TreeMap<Integer, Long> loaded = new TreeMap<>();
    for (Row row : counts.collectAsList()) {
      loaded.put(row.getAs("ago"), row.getAs("articles"));
    }
    return loaded;
  }
}
