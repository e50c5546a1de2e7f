package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;

import dev.headwater.table.Tables;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Compares each outlet's articles of the night's day with its own days before: a feed that went
 * silent or exploded.
 *
 * <p>The day is the one most of the run's articles were published on, and it is looked at only if
 * this run brings most of that day: late articles and corrections raise no alarm. Days without any
 * article of any outlet do not count, so that a skipped night is no silence. What an outlet falls
 * short of is its tenth percentile, so that neither Sundays nor one bad day change it much.
 */
final class FeedGates {
  private static final int DAYS = 28;
  private static final int LEAST_DAYS = 7;
  private static final long LEAST_USUAL = 5;
  private static final long LEAST_FLOOD = 100;
  private static final int NAMED = 5;

  /** Stands for all outlets together. */
  private static final String ALL = "all outlets together";

  private FeedGates() {}

  static List<Gates.Finding> check(Run run, double factor) {
    TreeSet<String> silent = new TreeSet<>();
    TreeSet<String> flooding = new TreeSet<>();
    LocalDate day = run.isUntouched(Tables.ARTICLES) || run.base().isEmpty() ? null : dayOf(run);
    if (day != null) {
      Map<String, TreeMap<LocalDate, Long>> counts = counts(run, day);
      int days = counts.getOrDefault(ALL, new TreeMap<>()).headMap(day).size();
      if (days >= LEAST_DAYS) {
        counts.forEach(
            (source, own) -> {
              long now = own.getOrDefault(day, 0L);
              List<Long> before = own.headMap(day).values().stream().sorted().toList();
              long usual = tenthPercentile(before, days);
              long most = before.isEmpty() ? Long.MAX_VALUE : before.get(before.size() - 1);
              if (usual >= LEAST_USUAL && now * factor < usual) {
                silent.add(source + " has " + now + ", mostly " + usual + " or more");
              } else if (now >= LEAST_FLOOD && now / factor > most) {
                flooding.add(source + " has " + now + ", at most " + most + " before");
              }
            });
      }
    }
    return List.of(
        Gates.Finding.of("feeds_silent", silent.size(), look("with far fewer", day, silent)),
        Gates.Finding.of("feeds_flooding", flooding.size(), look("with far more", day, flooding)));
  }

  private static String look(String what, LocalDate day, TreeSet<String> sources) {
    String named = String.join("; ", sources.stream().limit(NAMED).toList());
    return "outlets "
        + what
        + " articles than usual"
        + (sources.isEmpty() ? "" : " on " + day + ": " + named)
        + (sources.size() > NAMED ? "; …" : "");
  }

  /** The day that most new articles are of; null if they are not most of that day's articles. */
  private static LocalDate dayOf(Run run) {
    List<Row> most =
        run.added(Tables.ARTICLES)
            .where(col("published_at").isNotNull())
            .groupBy(to_date(col("published_at")).alias("day"))
            .agg(count("*").alias("articles"))
            .orderBy(col("articles").desc(), col("day").desc())
            .takeAsList(1);
    if (most.isEmpty()) {
      return null;
    }
    LocalDate day = most.get(0).getAs("day");
    long all = between(run.read(Tables.ARTICLES), day, day.plusDays(1)).count();
    return 2 * most.get(0).<Long>getAs("articles") > all ? day : null;
  }

  private static Map<String, TreeMap<LocalDate, Long>> counts(Run run, LocalDate day) {
    Map<String, TreeMap<LocalDate, Long>> counts = new TreeMap<>();
    between(run.read(Tables.ARTICLES), day.minusDays(DAYS), day.plusDays(1))
        .groupBy(col("source"), to_date(col("published_at")).alias("day"))
        .agg(count("*").alias("articles"))
        .collectAsList()
        .forEach(
            row -> {
              for (String source : new String[] {row.getAs("source"), ALL}) {
                counts
                    .computeIfAbsent(source, s -> new TreeMap<>())
                    .merge(row.getAs("day"), row.getAs("articles"), Long::sum);
              }
            });
    return counts;
  }

  private static Dataset<Row> between(Dataset<Row> articles, LocalDate from, LocalDate to) {
    return articles.where(
        col("published_at")
            .geq(lit(from.atStartOfDay().toInstant(ZoneOffset.UTC)))
            .and(col("published_at").lt(lit(to.atStartOfDay().toInstant(ZoneOffset.UTC)))));
  }

  /**
   * What an outlet had at least on nine of ten days.
   *
   * @param counts its articles on the days it had any, ascending
   * @param days all days, also those it had none
   */
  static long tenthPercentile(List<Long> counts, int days) {
    int place = days / 10 - (days - counts.size());
    return place < 0 || counts.isEmpty() ? 0 : counts.get(place);
  }
}
