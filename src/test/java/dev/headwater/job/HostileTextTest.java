package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Article text is anybody's: what it says must stay text wherever it is written. */
class HostileTextTest {
  private static final StructType CELL = new StructType().add("cell", DataTypes.StringType);

  @TempDir Path folder;

  @Test
  void aCellThatASpreadsheetWouldComputeIsTextInCsv() throws IOException {
    assertThat(
            written(
                RowFormat.csv,
                "=HYPERLINK(\"http://away.example\")",
                "@SUM(A1)",
                "-2+3+cmd|' /C calc'!A0",
                "+1",
                "-5.25",
                "five = 5"))
        .containsExactly(
            "cell",
            "\"'=HYPERLINK(\"\"http://away.example\"\")\"",
            "'@SUM(A1)",
            "'-2+3+cmd|' /C calc'!A0",
            "+1",
            "-5.25",
            "five = 5");
  }

  @Test
  void tsvAndJsonLinesKeepTheTextAsItIs() throws IOException {
    assertThat(written(RowFormat.tsv, "=1+1")).containsExactly("cell", "=1+1");
    assertThat(written(RowFormat.jsonl, "</script><script>x"))
        .containsExactly("{\"cell\":\"</script><script>x\"}");
  }

  @Test
  void noTextCommandsTheTerminal() throws IOException {
    assertThat(written(RowFormat.table, "\u001B[2Jgone\r\u0007"))
        .containsExactly("cell", "----------", " [2Jgone");
  }

  private List<String> written(RowFormat format, String... cells) throws IOException {
    SparkSession spark = LocalSpark.cleanSession();
    Dataset<Row> rows =
        spark
            .createDataFrame(
                List.of(cells).stream().map(cell -> RowFactory.create(cell)).toList(), CELL)
            .coalesce(1);
    Path file = folder.resolve("cells." + format);
    RowWriter.write(List.of(rows), format, file);
    return Files.readAllLines(file);
  }
}
