package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTest {
  @TempDir static Path folder;

  private static Path published;
  private static Path articles;

  @BeforeAll
  static void publishOneArticle() throws IOException {
    articles =
        Files.writeString(
            folder.resolve("articles.jsonl"),
            "{\"url\": \"https://lowtide.example/ferry\", \"text\": \"The ferry to Gannet Point"
                + " carried 312 passengers on Friday, the harbour master said.\"}\n");
    published = folder.resolve("published");
    Submitted first =
        Submitted.job(
            "ingest", "--input", articles.toString(), "--warehouse", published.toString());
    assertThat(first.status()).as(first.err()).isZero();
  }

  @Test
  void inputThatIsNotThere() {
    assertThat(mistake(ingest(folder.resolve("nowhere.jsonl"))))
        .isEqualTo(
            "headwater ingest: Cannot read --input "
                + folder.resolve("nowhere.jsonl")
                + ": there is no such file or folder.");
  }

  @Test
  void inputBelowAPlainFile() {
    assertThat(mistake(ingest(articles.resolve("below.jsonl"))))
        .startsWith("headwater ingest: Cannot read --input " + articles.resolve("below.jsonl"));
  }

  @Test
  void inputOnAFileSystemThatIsUnknown() {
    assertThat(mistake("ingest", "--input", "nosuch://host/x", "--warehouse", warehouse()))
        .startsWith("headwater ingest: Cannot read --input nosuch://host/x: ")
        .contains("nosuch");
  }

  @Test
  void inputFolderWithoutFiles() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty/below"));
    assertThat(mistake(ingest(empty.getParent())))
        .isEqualTo(
            "headwater ingest: Cannot read --input "
                + empty.getParent()
                + ": the folder holds no files.");
  }

  @Test
  void noInputAtAll() {
    assertThat(mistake("nightly", "--warehouse", warehouse()))
        .startsWith("headwater nightly: Missing required option: '--input=PATH'");
  }

  @Test
  void unknownOption() {
    assertThat(mistake(and(ingest(articles), "--min-wrods", "3")))
        .startsWith("headwater ingest: ")
        .contains("--min-wrods")
        .contains("--help");
  }

  @Test
  void misspeltOptionIsNamedBeforeTheOneThatIsMissing() {
    assertThat(mistake("nightly", "--inputs", articles.toString(), "--warehouse", warehouse()))
        .startsWith("headwater nightly: Unknown option: '--inputs'. Did you mean --input?");
  }

  @Test
  void unknownJob() {
    assertThat(mistake("nightyl"))
        .startsWith("headwater: There is no job 'nightyl'. Did you mean nightly");
    assertThat(mistake("xylophone", "a", "b")).startsWith("headwater: There is no job 'xylophone'");
  }

  @Test
  void wordsBehindAMisspeltOptionAreNotTheMistake() {
    assertThat(mistake("query", "--warehous", "w", "select 1"))
        .startsWith("headwater query: Unknown option: '--warehous'. Did you mean --warehouse?");
    assertThat(mistake("query", "select", "1"))
        .startsWith("headwater query: Unexpected: '1'; a value with blanks needs quotation marks");
  }

  @Test
  void optionOfSparkBehindTheJob() {
    assertThat(mistake("query", "--driver-memory", "2g", "select 1"))
        .startsWith(
            "headwater query: Unknown option: '--driver-memory'; options of spark-submit stand"
                + " before the job's name");
  }

  @Test
  void outputBehindAnOptionThatTakesAllWords() {
    assertThat(mistake("bench", "pairs", "--input", "one", "two", "pairs.tsv"))
        .isEqualTo(
            "headwater bench pairs: Missing required parameter: 'OUT.tsv'; --input takes all words"
                + " behind it, so OUT.tsv stands before it (headwater bench pairs --help lists the"
                + " options)");
    assertThat(mistake("bench", "pairs", "--input", "one"))
        .isEqualTo(
            "headwater bench pairs: Missing required parameter: 'OUT.tsv' (headwater bench pairs"
                + " --help lists the options)");
  }

  @Test
  void nothingToExplain() {
    assertThat(mistake("explain"))
        .startsWith("headwater explain: Missing required argument")
        .contains("(--pair=ID ID | --claim=ID | --trace=ID)");
    assertThat(mistake("explain", "--pair", "00000000000000aa"))
        .startsWith("headwater explain: --pair needs 2 values and was given 00000000000000aa");
  }

  @Test
  void questionThatIsNotInTheCatalogue() {
    assertThat(mistake("query", "--question", "first-printing"))
        .startsWith("headwater query: There is no question first-printing in the catalogue;")
        .endsWith("?")
        .contains("Did you mean first-printing-of-number");
  }

  @Test
  void noJob() {
    Submitted given = Submitted.job();
    assertThat(given.status()).isEqualTo(2);
    assertThat(given.err()).contains("nightly").contains("query").doesNotContain("\tat ");
  }

  @Test
  void wordWhereANumberBelongs() {
    assertThat(mistake(and(ingest(articles), "--min-words", "few")))
        .startsWith(
            "headwater ingest: Invalid value for option '--min-words': 'few' is not an int");
  }

  @Test
  void numberThatCannotWork() {
    assertThat(mistake(and(ingest(articles), "--min-words", "0")))
        .isEqualTo("headwater ingest: --min-words is 0; give 1 or more.");
    assertThat(mistake(and(ingest(articles), "--recurring-line", "1")))
        .isEqualTo("headwater ingest: --recurring-line is 1; give 2 or more.");
    assertThat(mistake(and(ingest(articles), "--max-record-bytes", "0")))
        .isEqualTo("headwater ingest: --max-record-bytes is 0; give 1 or more.");
    assertThat(mistake("reprints", "--ngram", "1", "--warehouse", warehouse()))
        .isEqualTo("headwater reprints: --ngram is 1; give 2 or more.");
  }

  @Test
  void unknownOrderOfDates() {
    assertThat(mistake(and(ingest(articles), "--date-order", "backwards")))
        .startsWith("headwater ingest: Invalid value for option '--date-order'")
        .contains("MONTH_FIRST")
        .contains("backwards");
  }

  @Test
  void dayThatIsNoDay() {
    assertThat(mistake(and(ingest(articles), "--day", "yesterday")))
        .startsWith("headwater ingest: Invalid value for option '--day'")
        .contains("'yesterday' is no day; write it as 2026-03-01");
  }

  @Test
  void columnOfAFieldThatIsNone() {
    assertThat(mistake(and(ingest(articles), "--column", "headline=h1")))
        .startsWith("headwater ingest: Cannot map column \"h1\": \"headline\" is no field.");
  }

  @Test
  void columnThatNoFileHas() throws IOException {
    Path table =
        Files.writeString(
            folder.resolve("table.csv"), "id,url,story\n1,https://lowtide.example/a,Some words\n");
    assertThat(mistake(and(ingest(table), "--column", "text=body")))
        .startsWith("headwater ingest: Cannot read articles from ")
        .endsWith(
            "table.csv: column \"body\" is missing (found: id, url, story)."
                + " Map it with --column text=NAME.");
  }

  @Test
  void ownersFileThatIsNotThere() {
    assertThat(mistake(and(ingest(articles), "--owners", folder + "/owners.csv")))
        .isEqualTo(
            "headwater ingest: Cannot read --owners "
                + folder
                + "/owners.csv: there is no such file.");
  }

  @Test
  void unknownKeyOfAConfigFile() throws IOException {
    Path config = Files.writeString(folder.resolve("run.properties"), "min-word=3\n");
    assertThat(mistake(and(ingest(articles), "--config", config.toString())))
        .isEqualTo(
            "headwater ingest: Unknown key \"min-word\" in "
                + config
                + ". Keys are the long options of ingest, without dashes.");
  }

  @Test
  void configFileThatIsNotThere() {
    assertThat(mistake(and(ingest(articles), "--config=" + folder + "/none.properties")))
        .isEqualTo(
            "headwater ingest: Cannot read --config "
                + folder
                + "/none.properties: there is no such file.");
  }

  @Test
  void badValueInAConfigFile() throws IOException {
    Path config = Files.writeString(folder.resolve("bad.properties"), "min-words = some\n");
    assertThat(mistake(and(ingest(articles), "--config", config.toString())))
        .startsWith(
            "headwater ingest: Invalid value for option '--min-words': 'some' is not an int");
  }

  @Test
  void theCommandLineWinsOverAConfigFile() throws IOException {
    Path config = Files.writeString(folder.resolve("wins.properties"), "min-words = some\n");
    Submitted given =
        Submitted.job(and(ingest(articles), "--config", config.toString(), "--min-words=4"));
    assertThat(given.status()).as(given.err()).isZero();
  }

  @Test
  void warehouseThatCannotBeWritten() {
    String below = articles + "/warehouse";
    assertThat(mistake("ingest", "--input", articles.toString(), "--warehouse", below))
        .startsWith("headwater ingest: Cannot write to --warehouse file:" + below + ": ");
  }

  @Test
  void queryWithoutSql() {
    assertThat(mistake("query", "--warehouse", published.toString()))
        .isEqualTo(
            "headwater query: Give a SQL text, --file F or --question NAME (--list shows them).");
  }

  @Test
  void portThatCannotBeHad() throws IOException {
    assertThat(mistake("serve", "--warehouse", published.toString(), "--port", "70000"))
        .isEqualTo("headwater serve: --port is 70000; give 0 to 65535.");
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      assertThat(mistake("serve", "--warehouse", published.toString(), "--port", port))
          .startsWith("headwater serve: Cannot listen at 127.0.0.1:" + port + ": ");
    }
  }

  @Test
  void queryFileThatIsNotThere() {
    assertThat(mistake(query("--file", folder + "/none.sql")))
        .isEqualTo(
            "headwater query: Cannot read --file " + folder + "/none.sql: there is no such file.");
  }

  @Test
  void sqlThatDoesNotParse() {
    assertThat(mistake(query("selec * from articles")))
        .startsWith("headwater query: The SQL cannot run: ")
        .contains("selec");
  }

  @Test
  void tableThatIsUnknownToSql() {
    assertThat(mistake(query("select * from artikles")))
        .startsWith("headwater query: The SQL cannot run: ")
        .contains("artikles")
        .contains("SHOW VIEWS");
  }

  @Test
  void columnThatIsUnknownToSql() {
    assertThat(mistake(query("select titel from articles")))
        .startsWith("headwater query: The SQL cannot run: ")
        .contains("titel")
        .contains("title");
  }

  @Test
  void sqlThatFailsAtARow() {
    assertThat(mistake(query("select cast(title as int) / 0, 1 / (words - words) from articles")))
        .startsWith("headwater query: The SQL cannot run: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DROP TABLE headwater.news.claims",
        "DELETE FROM headwater.news.claims",
        "INSERT INTO headwater.news.claims SELECT * FROM claims",
        "WITH c AS (SELECT * FROM claims) INSERT INTO headwater.news.claims SELECT * FROM c",
        "CREATE TABLE headwater.news.more AS SELECT 1 AS a",
        "ALTER TABLE headwater.news.claims DROP COLUMN unit",
        "CALL headwater.system.expire_snapshots('news.claims')",
        "EXECUTE IMMEDIATE 'DROP TABLE headwater.news.claims'",
        "BEGIN DROP TABLE headwater.news.claims; END",
        "SET spark.sql.ansi.enabled = false"
      })
  void sqlThatWouldChangeSomething(String sql) {
    assertThat(mistake(query(sql)))
        .isEqualTo(
            "headwater query: The SQL cannot run: only SELECT, DESCRIBE, SHOW and EXPLAIN are"
                + " allowed; jobs alone change the tables.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DESCRIBE articles",
        "SHOW VIEWS",
        "EXPLAIN SELECT * FROM articles",
        "SHOW TABLES IN headwater.news",
        "WITH a AS (SELECT 1 AS one) SELECT one FROM a UNION ALL VALUES (2)",
        "FROM articles SELECT title"
      })
  void sqlThatOnlyLooks(String sql) {
    assertThat(Submitted.job(query(sql)).status()).isZero();
  }

  @Test
  void parameterWithoutAValue() {
    assertThat(mistake(query("select * from articles where source = :source")))
        .isEqualTo(
            "headwater query: The SQL cannot run: the parameter :source has no value;"
                + " give --param source=VALUE.");
  }

  @Test
  void adviceToProgrammersIsLeftOut() {
    assertThat(mistake(query("select 1 / 0")))
        .contains("Division by zero")
        .doesNotContain("ansi.enabled");
  }

  @Test
  void outputThatCannotBeWritten() {
    assertThat(mistake(query("select 1", "--output", folder + "/missing/x.csv")))
        .isEqualTo(
            "headwater query: Cannot write %1$s/missing/x.csv: the folder %1$s/missing is missing."
                .formatted(folder));
    assertThat(mistake(query("select 1", "--output", folder.toString())))
        .isEqualTo("headwater query: Cannot write " + folder + ": it is a folder.");
  }

  @Test
  void parameterThatTheSqlDoesNotHave() {
    assertThat(mistake(query("select 1", "--param", "source=x")))
        .isEqualTo("headwater query: The SQL has no parameter :source.");
  }

  @Test
  void formatThatIsUnknown() {
    assertThat(mistake(query("select 1", "--format", "xml")))
        .startsWith("headwater query: Invalid value for option '--format'")
        .contains("jsonl");
  }

  @Test
  void queryOfAWarehouseWithoutTables() {
    assertThat(mistake("query", "select 1", "--warehouse", folder + "/none"))
        .startsWith("headwater query: No tables in warehouse file:")
        .contains("Load articles first: jobs/submit nightly --input PATH --warehouse ");
  }

  @Test
  void releaseThatWasNeverPublished() {
    assertThat(mistake(query("select 1", "--release", "r20260101_00000000")))
        .startsWith("headwater query: No release of run r20260101_00000000 in ")
        .contains("select run_id, published_at from releases");
  }

  @Test
  void exportToAFolderThatExists() {
    assertThat(
            mistake("export", "--warehouse", published.toString(), "--output", folder.toString()))
        .isEqualTo(
            "headwater export: Cannot export to "
                + folder
                + ": it exists already. Name another folder.");
  }

  @Test
  void exportBelowAPlainFile() {
    assertThat(
            mistake("export", "--warehouse", published.toString(), "--output", articles + "/out"))
        .startsWith("headwater export: Cannot export to " + articles + "/out: ");
  }

  @Test
  void exportOfATableThatIsUnknown() {
    assertThat(
            mistake(
                "export",
                "--warehouse",
                published.toString(),
                "--output",
                folder + "/export",
                "--tables",
                "articles,pages"))
        .startsWith("headwater export: There is no table \"pages\" (there are articles, passages,");
  }

  @Test
  void warehouseOfAnotherLayout() {
    Path other = folder.resolve("other-layout");
    assertThat(
            Submitted.job("ingest", "--input", articles.toString(), "--warehouse", other.toString())
                .status())
        .isZero();
    int newer = Tables.LAYOUT + 1;
    LocalSpark.on(other)
        .sql(
            "ALTER TABLE headwater.news.releases SET TBLPROPERTIES ('headwater.layout'='%d')"
                .formatted(newer));
    for (String[] words :
        List.of(
            new String[] {"query", "select 1", "--warehouse", other.toString()},
            new String[] {
              "nightly", "--input", articles.toString(), "--warehouse", other.toString()
            })) {
      assertThat(mistake(words))
          .contains(
              "has table layout %d; this version reads and writes layout %d."
                  .formatted(newer, Tables.LAYOUT));
    }
  }

  @Test
  void aMistakeLeavesNothingBehind() {
    Path left = folder.resolve("left");
    String[] words = {"ingest", "--input", articles.toString(), "--warehouse", left.toString()};
    assertThat(mistake(and(words, "--owners", folder + "/owners.csv"))).contains("--owners");
    assertThat(mistake("query", "select 1", "--warehouse", left.toString()))
        .containsAnyOf("Nothing has been published yet", "No tables in warehouse");
    assertThat(Submitted.job(words).status()).isZero();
  }

  /** The one line that a mistake gives. */
  private static String mistake(String... words) {
    Submitted given = Submitted.job(words);
    assertThat(given.status()).as(given.err()).isEqualTo(2);
    assertThat(given.err()).doesNotContain("\tat ");
    assertThat(given.out()).isEmpty();
    assertThat(given.complaints()).hasSize(1);
    return given.complaints().get(0);
  }

  private static String[] ingest(Path input) {
    return new String[] {"ingest", "--input", input.toString(), "--warehouse", warehouse()};
  }

  private static String[] query(String... words) {
    List<String> all = new ArrayList<>(List.of("query", "--warehouse", published.toString()));
    all.addAll(List.of(words));
    return all.toArray(String[]::new);
  }

  private static String[] and(String[] words, String... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
  }

  /** A warehouse of which no test expects tables. */
  private static String warehouse() {
    return folder.resolve("unused").toString();
  }
}
