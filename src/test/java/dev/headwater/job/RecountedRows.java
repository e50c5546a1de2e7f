package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.spark.sql.Row;

/** Compares rows of a view with figures counted another way, and knows which columns were. */
final class RecountedRows {
  private final String view;
  private final String[] key;
  private final TreeSet<String> compared = new TreeSet<>();

  RecountedRows(String view, String... key) {
    this.view = view;
    this.key = key;
    compared.addAll(Arrays.asList(key));
  }

  void compare(Map<String, ?> expected, Row row) {
    StringBuilder where = new StringBuilder(view);
    for (String column : key) {
      where.append(' ').append(row.<Object>getAs(column));
    }
    expected.forEach((column, value) -> compare(where + " " + column, column, value, row));
    compared.addAll(expected.keySet());
  }

  private static void compare(String where, String column, Object value, Row row) {
    Object found = row.getAs(column);
    if (value instanceof Double number && found instanceof Number stored) {
      assertThat(stored.doubleValue()).as(where).isCloseTo(number, within(1e-9));
    } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Double) {
      List<Double> stored = row.getList(row.fieldIndex(column));
      assertThat(stored).as(where).hasSameSizeAs(list);
      for (int i = 0; i < stored.size(); i++) {
        assertThat(stored.get(i)).as(where).isCloseTo((Double) list.get(i), within(1e-6));
      }
    } else if (value instanceof List<?>) {
      assertThat(List.copyOf(row.getList(row.fieldIndex(column))).toString())
          .as(where)
          .isEqualTo(value.toString());
    } else {
      assertThat(found).as(where).isEqualTo(value);
    }
  }

  /** A column that nobody counted again fails. */
  void coverEveryColumn(Row row) {
    assertThat(compared).containsExactlyInAnyOrder(row.schema().fieldNames());
  }
}
