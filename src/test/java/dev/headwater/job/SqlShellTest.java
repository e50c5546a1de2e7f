package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Submitted;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlShellTest {
  private static final String WAREHOUSE = SampleRun.whole().warehouse().toString();

  @TempDir private Path folder;

  private static Submitted piped(String typed) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)));
    try {
      return Submitted.job("sql", "--warehouse", WAREHOUSE, "--format", "csv");
    } finally {
      System.setIn(before);
    }
  }

  private String typed(String text) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (Terminal terminal = new DumbTerminal("test", "dumb", in, out, StandardCharsets.UTF_8)) {
      PublishedSql sql = PublishedSql.open("sql", "file:" + SampleRun.whole().warehouse(), null);
      new SqlPrompt(terminal, sql, RowFormat.csv, folder.resolve("history")).converse();
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r", "");
  }

  @Test
  void answersWhatComesThroughAPipeWithoutAPrompt() {
    Submitted given =
        piped(
            """
            -- two statements, one over two lines; the last without a semicolon
            select count(*) as articles
              from articles; select 'a;b' as text;
            select 3 as last
            """);
    assertThat(given.status()).as(given.err()).isZero();
    assertThat(given.out()).isEqualTo("articles\n65\ntext\na;b\nlast\n3\n");
  }

  @Test
  void theFirstMistakeInAPipeEndsTheJob() {
    Submitted given = piped("select 1 as one;\nselect nothing;\nselect 2 as two;\n");
    assertThat(given.status()).isEqualTo(2);
    assertThat(given.out()).isEqualTo("one\n1\n");
    assertThat(given.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater sql: The SQL cannot run: ")
        .contains("nothing");
  }

  @Test
  void onlyStatementsThatLookAreRun() {
    assertThat(piped("drop table headwater.news.articles;").complaints())
        .containsExactly(
            "headwater sql: The SQL cannot run: only SELECT, DESCRIBE, SHOW and EXPLAIN are"
                + " allowed; jobs alone change the tables.");
  }

  @Test
  void asksAQuestionOfTheCatalogueByName() {
    Submitted given = piped("ask first-printing-of-number value=640000000 unit=any\n");
    assertThat(given.status()).as(given.err()).isZero();
    assertThat(given.out()).startsWith("trace_id,published_at").contains("northwire.example");
    assertThat(piped("ask nobody-knows\n").complaints())
        .containsExactly(
            "headwater sql: There is no question nobody-knows in the catalogue; query --list shows"
                + " all.");
  }

  @Test
  void aMistakeAtThePromptIsToldAndTheNextLineIsRead() throws Exception {
    assertThat(
            typed("select nothing;\nselect count(*) as articles\nfrom articles;\ntables\nexit\n"))
        .contains("The SQL cannot run: ", "articles\n65\n", "trace_summary\n");
  }

  @Test
  void quitLeavesLikeExit() throws Exception {
    assertThat(typed("quit\nselect 41 + 1 as answer;\n")).doesNotContain("42");
    assertThat(typed("exit;\nselect 41 + 1 as answer;\n")).doesNotContain("42");
  }

  @Test
  void whatWasTypedIsInTheHistory() throws Exception {
    typed("select 41 + 1 as answer;\n");
    assertThat(folder.resolve("history")).content().contains("select 41 + 1 as answer;");
  }

  @Test
  void completesTablesColumnsQuestionsAndTheirParameters() {
    SqlWords words = SqlWords.of(SampleRun.whole().spark(), SqlCatalogue.questions());
    assertThat(words.columns().get("reprints")).contains("cluster_id", "role");
    assertThat(words.offered("sel")).containsKeys("select", "articles", "help", "questions");
    assertThat(words.offered("select * from claims where val"))
        .containsKeys("value_low", "claims")
        .doesNotContainKey("parent_basis");
    assertThat(words.offered("ask fir").keySet())
        .contains("first-printing-of-number")
        .doesNotContain("select");
    assertThat(words.offered("ask first-printing-of-number ").keySet())
        .containsExactly("value=", "unit=");
  }

  @Test
  void partsStatementsOutsideOfQuotesAndComments() {
    SqlScript script = SqlScript.of("select ';' /* ; */ as a; -- one;\nselect `x;y` from t");
    assertThat(script.statements()).containsExactly("select ';' /* ; */ as a");
    assertThat(script.rest()).isEqualTo("-- one;\nselect `x;y` from t");
    assertThat(SqlScript.of("select 1; -- done").isRestBlank()).isTrue();
    assertThat(SqlScript.of("select 'it\\'s; on").statements()).isEmpty();
  }

  @Test
  void theListHasEveryQuestionWithItsParameters() throws IOException {
    Submitted given = Submitted.job("query", "--list");
    assertThat(given.status()).isZero();
    try (Stream<Path> files = Files.list(Path.of("jobs", "sql"))) {
      List<String> names =
          files.map(file -> file.getFileName().toString().replace(".sql", "")).sorted().toList();
      assertThat(given.out().lines().filter(line -> !line.startsWith(" ")))
          .containsExactlyElementsOf(names);
    }
    assertThat(given.out())
        .contains(
            "first-printing-of-number\n"
                + "    Who printed this number first, as far as the dates tell, in each family of"
                + " claims?\n"
                + "      --param value=1250  --param unit=silo\n");
  }
}
