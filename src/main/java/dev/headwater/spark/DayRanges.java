package dev.headwater.spark;

import static org.apache.spark.sql.functions.lit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Few ranges of days by which a scan leaves out the files of all other days: tables of articles,
 * claims and postings lie in order of time.
 *
 * @param ranges ascending and apart, at most {@link #MOST}
 * @param undated whether rows without a date belong to them too
 */
public record DayRanges(List<Range> ranges, boolean undated) {
  /** Ranges above which those nearest to each other become one. */
  static final int MOST = 64;

  /** Days beyond which a reach has no end: nothing that is news is older. */
  private static final int FARTHEST = 1_000_000;

  /** Days since 1970, both included. */
  record Range(int first, int last) {}

  /**
   * The ranges of some days. The distinct days are collected: 366 for each year that they are of.
   *
   * @param days one column of days since 1970, null for rows without a date
   * @param reach days before and after that belong to them too
   */
  public static DayRanges of(Dataset<Row> days, int reach) {
    List<Range> ranges = new ArrayList<>();
    boolean undated = false;
    int most = Math.min(reach, FARTHEST);
    for (Row row : days.distinct().orderBy(days.columns()[0]).collectAsList()) {
      if (row.isNullAt(0)) {
        undated = true;
      } else {
        add(ranges, new Range(row.getInt(0) - most, row.getInt(0) + most));
      }
    }
    while (ranges.size() > MOST) {
      joinNearest(ranges);
    }
    return new DayRanges(List.copyOf(ranges), undated);
  }

  private static void add(List<Range> ranges, Range next) {
    int end = ranges.size() - 1;
    if (end >= 0 && next.first() <= ranges.get(end).last() + 1) {
      ranges.set(end, new Range(ranges.get(end).first(), next.last()));
    } else {
      ranges.add(next);
    }
  }

  private static void joinNearest(List<Range> ranges) {
    int nearest = 1;
    for (int r = 2; r < ranges.size(); r++) {
      if (gap(ranges, r) < gap(ranges, nearest)) {
        nearest = r;
      }
    }
    Range second = ranges.remove(nearest);
    ranges.set(nearest - 1, new Range(ranges.get(nearest - 1).first(), second.last()));
  }

  private static int gap(List<Range> ranges, int range) {
    return ranges.get(range).first() - ranges.get(range - 1).last();
  }

  /** Whether an instant lies in the ranges. */
  public Column hold(Column instant) {
    Column held = undated ? instant.isNull() : lit(false);
    for (Range range : ranges) {
      Column from = instant.geq(lit(midnight(range.first())));
      held = held.or(from.and(instant.lt(lit(midnight(range.last() + 1)))));
    }
    return held;
  }

  private static Instant midnight(int day) {
    return LocalDate.ofEpochDay(day).atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
