package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every query of jobs/sql on the sample; src/test/resources/…/sql holds the rows of each. */
class SqlCatalogueTest {
  private static final Path CATALOGUE = Path.of("jobs", "sql");
  private static final Path ROWS = Path.of("src/test/resources/dev/headwater/job/sql");

  private static final String RECORD = "headwater.record";
  private static final Pattern INSTANT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
  private static final LocalDateTime BEFORE_THE_RUN =
      LocalDateTime.now(ZoneOffset.UTC).minusHours(12);

  private final SparkSession spark = SampleRun.whole().spark();

  @TempDir private Path folder;

  @TestFactory
  Stream<DynamicTest> answersEveryQuestionWithTheRowsWrittenDown() throws IOException {
    return files(CATALOGUE, ".sql")
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> answers(file)));
  }

  private void answers(Path file) throws IOException {
    assertThat(Files.readAllLines(file).get(0)).startsWith("-- ").endsWith("?");
    Dataset<Row> rows = query(file);
    assertThat(rows.columns()).isNotEmpty().doesNotHaveDuplicates();
    Path output = folder.resolve("rows.tsv");
    RowWriter.write(rows, RowFormat.tsv, output);
    String given = lasting(Files.readString(output));
    Path written = ROWS.resolve(file.getFileName().toString().replace(".sql", ".tsv"));
    if (Boolean.getBoolean(RECORD) && !Files.exists(written)) {
      Files.writeString(written, given);
    }
    assertThat(written).as("write it with -D%s=true, and read it", RECORD).exists();
    assertThat(given).isEqualTo(Files.readString(written));
  }

  /** Rows without what is another at each run: its id, times, snapshots, the checkout's folder. */
  private static String lasting(String rows) {
    List<String> header = List.of(rows.lines().findFirst().orElse("").split("\t"));
    int seconds = header.indexOf("seconds");
    return rows.lines()
        .filter(line -> !line.contains("\tseconds\t") && !line.contains("\tseconds_"))
        .filter(line -> !line.contains("\tsnapshot_"))
        .map(line -> line.replace(Path.of("").toAbsolutePath() + "/", ""))
        .map(line -> line.replaceAll("r\\d{8}_[0-9a-f]{8}", "RUN"))
        .map(line -> INSTANT.matcher(line).replaceAll(SqlCatalogueTest::now))
        .map(line -> seconds < 0 ? line : without(line, seconds))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String without(String line, int column) {
    List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
    cells.remove(column);
    return String.join("\t", cells);
  }

  private static String now(MatchResult found) {
    LocalDateTime time = LocalDateTime.parse(found.group().replace(' ', 'T'));
    return time.isAfter(BEFORE_THE_RUN) ? "NOW" : found.group();
  }

  @Test
  void everyAnswerWrittenDownHasItsQuestion() throws IOException {
    assertThat(files(ROWS, ".tsv").map(file -> name(file, ".tsv")))
        .containsExactlyElementsOf(
            files(CATALOGUE, ".sql").map(file -> name(file, ".sql")).toList());
  }

  private static String name(Path file, String ending) {
    return file.getFileName().toString().replace(ending, "");
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
