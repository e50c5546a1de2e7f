package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reading an export sees the rows that Spark SQL sees. */
class ExportTest {
  @TempDir private static Path folder;

  private static Path export;

  @BeforeAll
  static void exportSample() {
    export = folder.resolve("export");
    assertThat(SampleRun.whole().run(List.of("export", "--output", export.toString()))).isZero();
  }

  @Test
  void givesTheSameArticles() throws SQLException {
    same(
        "articles",
        "article_id, source, coalesce(title, '-'), coalesce(agency, '-'), CAST(version AS"
            + " VARCHAR(9)), CAST(words AS VARCHAR(9)), text",
        "article_id");
  }

  @Test
  void givesTheSameClaims() throws SQLException {
    same(
        "claims",
        "claim_id, article_id, surface, CAST(begin AS VARCHAR(9)),"
            + " CAST(value_low AS VARCHAR(50)), CAST(value_high AS VARCHAR(50)),"
            + " coalesce(unit, '-'), bound, modality",
        "claim_id");
  }

  @Test
  void givesTheSameClusters() throws SQLException {
    same(
        "clusters",
        "cluster_id, article_id, CAST(begin AS VARCHAR(9)), role, coalesce(parent, '-'),"
            + " CAST(CAST(round(share * 1000000) AS BIGINT) AS VARCHAR(20))",
        "cluster_id, article_id, begin");
  }

  @Test
  void theStatementsOfThePageOnOtherProgramsRun() throws SQLException, IOException {
    String page = Files.readString(Path.of("src", "docs", "engines.md"));
    int run = 0;
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      Matcher block = Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL).matcher(page);
      while (block.find()) {
        for (String sql : SqlScript.of(block.group(1)).statements()) {
          boolean rows = statement.execute(sql.replace("'export/", "'" + export + "/"));
          assertThat(!rows || statement.getResultSet().next()).as(sql).isTrue();
          run++;
        }
      }
    }
    assertThat(run).isEqualTo(8);
  }

  private static void same(String table, String columns, String order) throws SQLException {
    SparkSession spark = SampleRun.whole().spark();
    List<String> ours = new ArrayList<>();
    for (Row row :
        spark
            .sql("SELECT concat_ws('|', " + columns + ") FROM " + table + " ORDER BY " + order)
            .collectAsList()) {
      ours.add(row.getString(0));
    }
    List<String> theirs = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT concat_ws('|', "
                    + columns
                    + ") FROM read_parquet('"
                    + export.resolve(table)
                    + "/*.parquet') ORDER BY "
                    + order)) {
      while (rows.next()) {
        theirs.add(rows.getString(1));
      }
    }
    assertThat(theirs).isNotEmpty().isEqualTo(ours);
  }
}
