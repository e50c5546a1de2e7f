package dev.headwater.spark;

import dev.headwater.model.SourceDay;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/**
 * Views of an outlet's record by week and by month: {@code source_weeks}, {@code source_months}.
 *
 * <p>Counts are summed, shares weighed by what they are shares of, and medians and deciles taken
 * anew over the lags that the days keep: they are what a pass over the articles of the whole period
 * would give. Columns are named and mean as in {@code source_days}.
 */
final class SourcePeriods {
  private static final String DECILES = "array(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)";
  private static final String WIRELESS = "_without_wire";

  private static final List<String> SUMS =
      List.of(
          "articles",
          "words",
          "copied_in",
          "copied_out",
          "claims",
          "attributed_claims",
          "traced_claims",
          "single_rooted_claims",
          "drifted_claims",
          "first_printed_claims",
          "corrected_claims");

  private SourcePeriods() {}

  /** Creates both views over the view or table {@code source_days}. */
  static void create(SparkSession spark) {
    spark.sql(view("source_weeks", "week", "Monday of the week, UTC"));
    spark.sql(view("source_months", "month", "First day of the month, UTC"));
  }

  private static String view(String name, String period, String meaning) {
    StructType days = RowCodec.schemaOf(SourceDay.class);
    List<String> comments = new ArrayList<>();
    List<String> values = new ArrayList<>();
    comments.add("source" + comment(days, "source"));
    comments.add(period + " COMMENT '" + meaning + "'");
    values.add("s.source");
    values.add("s." + period);
    comments.add("days COMMENT 'Days with an article'");
    values.add("s.days");
    comments.add("wire_share" + comment(days, "wire_share"));
    values.add("1 - s.articles_without_wire / s.articles");
    for (String suffix : List.of("", WIRELESS)) {
      for (String sum : SUMS) {
        comments.add(sum + suffix + comment(days, sum + suffix));
        values.add("s." + sum + suffix);
      }
      comments.add("original_share" + suffix + comment(days, "original_share" + suffix));
      values.add("try_divide(s.original_words" + suffix + ", s.words" + suffix + ")");
      for (String share : List.of("attributed", "single_rooted")) {
        String whole = share.equals("attributed") ? "claims" : "traced_claims";
        comments.add(share + "_share" + suffix + comment(days, share + "_share" + suffix));
        values.add("try_divide(s." + share + "_claims" + suffix + ", s." + whole + suffix + ")");
      }
      String of = "l" + suffix;
      comments.add("lag_deciles" + suffix + comment(days, "lag_deciles" + suffix));
      values.add(of + ".deciles");
      comments.add("median_lag" + suffix + comment(days, "median_lag" + suffix));
      values.add(of + ".deciles[4]");
      comments.add("drift" + suffix + comment(days, "drift" + suffix));
      values.add("coalesce(d" + suffix + ".drift, array())");
    }
    return "CREATE OR REPLACE TEMPORARY VIEW %s (%s) COMMENT 'One outlet in one %s' AS SELECT %s FROM %s"
        .formatted(
            name, String.join(", ", comments), period, String.join(", ", values), parts(period));
  }

  /** The sums, and beside them what comes from the lists that the days keep. */
  private static String parts(String period) {
    String by = "CAST(date_trunc('" + period + "', day) AS DATE) AS " + period;
    StringBuilder sums = new StringBuilder("(SELECT source, " + by + ", count(*) AS days");
    for (String suffix : List.of("", WIRELESS)) {
      for (String sum : SUMS) {
        sums.append(", sum(%1$s) AS %1$s".formatted(sum + suffix));
      }
      sums.append(", sum(original_share%1$s * words%1$s) AS original_words%1$s".formatted(suffix));
    }
    sums.append(" FROM source_days GROUP BY 1, 2) s");
    for (String suffix : List.of("", WIRELESS)) {
      sums.append(lags(by, period, suffix)).append(drift(by, period, suffix));
    }
    return sums.toString();
  }

  private static String lags(String by, String period, String suffix) {
    return """
         LEFT JOIN (SELECT source, %1$s, percentile(lag, %4$s) AS deciles
                    FROM source_days LATERAL VIEW explode(lags%3$s) AS lag GROUP BY 1, 2) l%3$s
         ON l%3$s.source = s.source AND l%3$s.%2$s = s.%2$s\
        """
        .formatted(by, period, suffix, DECILES);
  }

  private static String drift(String by, String period, String suffix) {
    return """
         LEFT JOIN (SELECT source, %2$s,
                           sort_array(collect_list(named_struct('kind', kind, 'claims', claims))) AS drift
                    FROM (SELECT source, %1$s, kept.kind AS kind, sum(kept.claims) AS claims
                          FROM source_days LATERAL VIEW explode(drift%3$s) AS kept GROUP BY 1, 2, 3)
                    GROUP BY 1, 2) d%3$s
         ON d%3$s.source = s.source AND d%3$s.%2$s = s.%2$s\
        """
        .formatted(by, period, suffix);
  }

  private static String comment(StructType days, String column) {
    String text = days.apply(column).getComment().get();
    return " COMMENT '" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
