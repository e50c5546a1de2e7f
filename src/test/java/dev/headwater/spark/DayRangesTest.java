package dev.headwater.spark;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class DayRangesTest {
  private static final StructType DAY = new StructType().add("day", DataTypes.IntegerType);
  private static final StructType INSTANT = new StructType().add("at", DataTypes.TimestampType);

  private final SparkSession spark = LocalSpark.cleanSession();

  @Test
  void daysWithinReachOfEachOtherAreOneRange() {
    DayRanges ranges = DayRanges.of(days(10, 14, 30, null, 14), 2);
    assertThat(ranges.ranges())
        .containsExactly(new DayRanges.Range(8, 16), new DayRanges.Range(28, 32));
    assertThat(ranges.undated()).isTrue();
  }

  @Test
  void holdsTheInstantsOfItsDaysAndNoOthers() {
    DayRanges ranges = DayRanges.of(days(10, 30), 1);
    assertThat(held(ranges, at(9, 0), at(12, -1), at(29, 0), at(32, -1))).hasSize(4);
    assertThat(held(ranges, at(9, -1), at(12, 0), at(29, -1), at(32, 0), null)).isEmpty();
  }

  @Test
  void holdsRowsWithoutADateWhereOneIsAsked() {
    assertThat(held(DayRanges.of(days((Integer) null), 1), at(9, 0), null)).containsOnlyNulls();
    assertThat(held(DayRanges.of(days(), 1), at(9, 0), null)).isEmpty();
  }

  @Test
  void aReachWithoutEndHoldsEveryDate() {
    DayRanges ranges = DayRanges.of(days(10), Integer.MAX_VALUE);
    assertThat(held(ranges, at(-500_000, 0), at(20_000, 0), null)).hasSize(2);
  }

  @Test
  void manyDaysBecomeFewRangesThatHoldThemAll() {
    Integer[] many = new Integer[500];
    for (int d = 0; d < many.length; d++) {
      many[d] = d * d;
    }
    DayRanges ranges = DayRanges.of(days(many), 0);
    assertThat(ranges.ranges()).hasSize(DayRanges.MOST);
    assertThat(many)
        .allMatch(
            day -> ranges.ranges().stream().anyMatch(r -> r.first() <= day && day <= r.last()));
  }

  private Dataset<Row> days(Integer... days) {
    List<Row> rows = new ArrayList<>();
    for (Integer day : days) {
      rows.add(RowFactory.create(day));
    }
    return spark.createDataFrame(rows, DAY);
  }

  private List<Instant> held(DayRanges ranges, Instant... instants) {
    List<Row> rows = new ArrayList<>();
    for (Instant instant : instants) {
      rows.add(RowFactory.create(instant));
    }
    return spark
        .createDataFrame(rows, INSTANT)
        .where(ranges.hold(col("at")))
        .collectAsList()
        .stream()
        .map(row -> row.getInstant(0))
        .toList();
  }

  /** An instant so many seconds behind the midnight that begins a day. */
  private static Instant at(int day, int seconds) {
    return LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(seconds).toInstant(ZoneOffset.UTC);
  }
}
