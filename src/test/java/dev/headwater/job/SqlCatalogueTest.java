package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every query of jobs/sql on the sample; src/test/resources/…/sql holds the rows of some. */
class SqlCatalogueTest {
  private static final Path CATALOGUE = Path.of("jobs", "sql");
  private static final Path ROWS = Path.of("src/test/resources/dev/headwater/job/sql");

  private final SparkSession spark = SampleRun.whole().spark();

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> answersEveryQuestion() throws IOException {
    return files(CATALOGUE, ".sql")
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> runs(file)));
  }

  private void runs(Path file) throws IOException {
    assertThat(Files.readAllLines(file).get(0)).startsWith("-- ").endsWith("?");
    Dataset<Row> rows = query(file);
    assertThat(rows.columns()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(rows.collectAsList()).allSatisfy(row -> assertThat(row.size()).isPositive());
  }

  @TestFactory
  Stream<DynamicTest> givesTheRowsWrittenDown() throws IOException {
    return files(ROWS, ".tsv")
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> gives(file)));
  }

  private void gives(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".tsv", ".sql");
    Path output = folder.resolve("rows.tsv");
    RowWriter.write(query(CATALOGUE.resolve(name)), RowFormat.tsv, output);
    assertThat(output).hasSameTextualContentAs(file);
  }

  @Test
  void reprintsHasOneRowAnArticle() {
    List<Row> counts =
        spark
            .sql(
                "SELECT count(*), count(DISTINCT article_id),"
                    + " (SELECT count(DISTINCT article_id) FROM clusters) FROM reprints")
            .collectAsList();
    assertThat(counts.get(0).getLong(0)).isPositive();
    assertThat(counts.get(0).getLong(1)).isEqualTo(counts.get(0).getLong(0));
    assertThat(counts.get(0).getLong(2)).isEqualTo(counts.get(0).getLong(0));
  }

  private Dataset<Row> query(Path file) throws IOException {
    SqlText text = SqlText.of(Files.readString(file), java.util.Map.of());
    return spark.sql(text.sql(), text.arguments());
  }

  private static Stream<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    }
  }
}
