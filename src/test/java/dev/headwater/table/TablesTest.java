package dev.headwater.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {
  static Stream<TableContract> tables() {
    return Stream.concat(Tables.PUBLISHED.stream(), Stream.of(Tables.RELEASES, Tables.LOCKS));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnSaysWhatItMeans(TableContract table) {
    assertThat(table.comment()).isNotBlank();
    assertThat(table.columns()).isNotEmpty();
    for (ColumnContract column : table.columns()) {
      assertThat(column.comment()).as("%s.%s", table.name(), column.name()).isNotBlank();
      assertThat(column.name()).matches("[a-z][a-z0-9_]*");
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void keysAndOrdersAreColumns(TableContract table) {
    List<String> columns = table.columns().stream().map(ColumnContract::name).toList();
    assertThat(table.key()).isNotEmpty().isSubsetOf(columns);
    assertThat(table.order()).isNotEmpty().isSubsetOf(columns);
    for (String transform : table.partitioning()) {
      assertThat(transform.replaceAll("^\\w+\\(|\\)$", "")).isIn(columns);
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void columnsOfATableHaveDifferentNames(TableContract table) {
    assertThat(table.columns().stream().map(ColumnContract::name)).doesNotHaveDuplicates();
  }

  @Test
  void tablesHaveDifferentNames() {
    assertThat(tables().map(TableContract::name)).doesNotHaveDuplicates();
  }

  @Test
  void everyTableOfTheContractIsThere() {
    assertThat(tables().map(TableContract::name))
        .contains(
            "articles",
            "passages",
            "clusters",
            "claims",
            "traces",
            "trace_summary",
            "source_days",
            "copy_edges",
            "rejects",
            "runs");
  }

  /** Every constant that is a table is published by a run, but those of publishes and locks. */
  @Test
  void aRunPublishesEveryTableButReleasesAndLocks() throws IllegalAccessException {
    List<Object> declared = new ArrayList<>();
    for (java.lang.reflect.Field field : Tables.class.getFields()) {
      if (field.getType() == TableContract.class) {
        declared.add(field.get(null));
      }
    }
    declared.removeAll(List.of(Tables.RELEASES, Tables.LOCKS));
    assertThat(declared).containsExactlyInAnyOrderElementsOf(Tables.PUBLISHED);
  }

  @Test
  void namesColumnsInSnakeCase() {
    assertThat(ColumnContract.snakeCase("publishedAtBasis")).isEqualTo("published_at_basis");
    assertThat(ColumnContract.snakeCase("at")).isEqualTo("at");
  }

  @Test
  void refusesAColumnWithoutAComment() {
    assertThatThrownBy(() -> ColumnContract.of(Silent.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Silent.value has no @Column comment");
  }

  record Silent(int value) {}
}
