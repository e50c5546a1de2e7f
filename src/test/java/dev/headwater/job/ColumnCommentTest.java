package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.spark.Warehouse;
import dev.headwater.table.ColumnContract;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** DESCRIBE shows what the contract says of every column. */
class ColumnCommentTest {
  private final SparkSession spark = SampleRun.whole().spark();

  @TestFactory
  Stream<DynamicTest> describesTablesOfTheCatalog() {
    return tables(Warehouse::name);
  }

  @TestFactory
  Stream<DynamicTest> describesViewsOfTheRelease() {
    return tables(TableContract::name);
  }

  private Stream<DynamicTest> tables(java.util.function.Function<TableContract, String> name) {
    List<TableContract> all = new ArrayList<>(Tables.PUBLISHED);
    all.add(Tables.RELEASES);
    all.add(Tables.LOCKS);
    return all.stream()
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.name(),
                    () ->
                        assertThat(described(name.apply(table)))
                            .containsAllEntriesOf(declared(table))));
  }

  private Map<String, String> described(String name) {
    Map<String, String> comments = new LinkedHashMap<>();
    for (Row row : spark.sql("DESCRIBE " + name).collectAsList()) {
      comments.putIfAbsent(row.getString(0), row.getString(2));
    }
    return comments;
  }

  private static Map<String, String> declared(TableContract table) {
    Map<String, String> comments = new LinkedHashMap<>();
    for (ColumnContract column : table.columns()) {
      comments.put(column.name(), column.comment());
    }
    return comments;
  }
}
