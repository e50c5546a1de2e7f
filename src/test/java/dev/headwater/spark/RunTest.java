package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.OutletLine;
import dev.headwater.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run reads of a table that it adds to. */
class RunTest {
  @TempDir Path folder;

  @Test
  void rowsAddedAsMadeAreMadeOnceAndReadAloneAndInFullOnly() {
    SparkSession spark = LocalSpark.on(folder);
    Run run = TestRun.open(Warehouse.write(spark), "as made");
    run.append(Tables.OUTLET_LINES, lines(spark, 0, 3));
    Dataset<Row> before = run.readAsOfNow(Tables.OUTLET_LINES);
    LongAccumulator made = spark.sparkContext().longAccumulator();
    Dataset<Row> rows =
        lines(spark, 3, 10)
            .map(
                (MapFunction<Row, Row>)
                    row -> {
                      made.add(1);
                      return row;
                    },
                Encoders.row(RowCodec.of(OutletLine.class).schema()));

    Dataset<Row> added = run.appendAsMade(Tables.OUTLET_LINES, rows);

    assertThat(made.value()).isEqualTo(7);
    assertThat(hashes(added)).containsExactly(3L, 4L, 5L, 6L, 7L, 8L, 9L);
    assertThat(hashes(before)).containsExactly(0L, 1L, 2L);
    assertThat(hashes(run.read(Tables.OUTLET_LINES))).hasSize(10);
    assertThat(run.appendAsMade(Tables.OUTLET_LINES, rows.limit(0)).isEmpty()).isTrue();
  }

  @Test
  void theFirstRowsOfATableAreReadToo() {
    SparkSession spark = LocalSpark.on(folder);
    Run run = TestRun.open(Warehouse.write(spark), "first rows");
    Dataset<Row> before = run.readAsOfNow(Tables.OUTLET_LINES);
    assertThat(hashes(run.appendAsMade(Tables.OUTLET_LINES, lines(spark, 0, 2))))
        .containsExactly(0L, 1L);
    assertThat(before.isEmpty()).isTrue();
  }

  /** Without Hadoop's native library each file would cost a process, or two with its checksum. */
  @Test
  void writingStartsNoProcess() throws Exception {
    SparkSession spark = LocalSpark.on(folder);
    Run run = TestRun.open(Warehouse.write(spark), "processes");
    Path events = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      run.append(Tables.OUTLET_LINES, lines(spark, 0, 2));
      new ProcessBuilder("true").start().waitFor();
      recording.stop();
      recording.dump(events);
    }
    assertThat(RecordingFile.readAllEvents(events))
        .extracting(event -> event.getString("command"))
        // Spark clears the folders of collected sessions with a process of its own, at any time
        .filteredOn(command -> !command.matches("rm -rf \\S+/artifacts-\\S+"))
        .containsExactly("true");
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> data = files.filter(file -> file.toString().endsWith(".parquet")).toList();
      assertThat(data).isNotEmpty();
      for (Path file : data) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .startsWith("rw-");
      }
    }
  }

  private static Dataset<Row> lines(SparkSession spark, int from, int to) {
    return RowCodec.of(OutletLine.class)
        .dataset(
            spark,
            IntStream.range(from, to)
                .mapToObj(i -> new OutletLine("run", "outlet", i, 1))
                .toList());
  }

  private static List<Long> hashes(Dataset<Row> lines) {
    return lines.select("line_hash").as(Encoders.LONG()).collectAsList().stream().sorted().toList();
  }
}
