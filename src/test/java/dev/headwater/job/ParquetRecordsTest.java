package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.LocalSpark;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.Problem;
import dev.headwater.ingest.RawRecord;
import dev.headwater.ingest.ReadResult;
import dev.headwater.ingest.ReadSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRecordsTest {
  private static final Configuration HADOOP = new Configuration();
  private static final MessageType STORIES =
      MessageTypeParser.parseMessageType(
          "message story { required binary id (UTF8); optional binary text (UTF8); }");

  @TempDir java.nio.file.Path folder;

  @Test
  void readsEachRowOnceWhateverThePartsOfTheFile() throws IOException {
    Path file = stories("groups.parquet", 0, 1_000);
    long bytes = Files.size(folder.resolve("groups.parquet"));
    try (ParquetFileReader footer =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, HADOOP))) {
      assertThat(footer.getRowGroups()).hasSizeGreaterThan(5);
    }
    for (long size : List.of(bytes, bytes / 2 + 1, 1_000L, 977L)) {
      List<ReadResult> results = new ArrayList<>();
      for (long begin = 0; begin < bytes; begin += size) {
        results.addAll(read(file, begin, Math.min(bytes, begin + size)));
      }
      assertThat(results)
          .extracting(result -> ((RawRecord) result).nativeId())
          .containsExactlyElementsOf(IntStream.range(0, 1_000).mapToObj(i -> "s" + i).toList());
      assertThat(results)
          .extracting(result -> ((RawRecord) result).position())
          .containsExactlyElementsOf(IntStream.range(0, 1_000).mapToObj(i -> i + 1L).toList());
    }
  }

  @Test
  void readsManySmallFilesInFewTasks() throws IOException {
    for (int f = 0; f < 200; f++) {
      stories("part-" + f + ".parquet", f * 10, 1);
    }

    Dataset<Row> rows =
        new ArticleReading(
                LocalSpark.cleanSession(),
                "run",
                ReadSettings.standard(),
                BuildSettings.standard(),
                Instant.parse("2026-03-02T05:30:00Z"))
            .read(InputFiles.find(List.of(folder.toString()), HADOOP));

    assertThat(rows.javaRDD().getNumPartitions()).isLessThanOrEqualTo(16);
    assertThat(rows.selectExpr("article.native_id").distinct().count()).isEqualTo(200);
    assertThat(rows.count()).isEqualTo(200);
  }

  @Test
  void takesTheFirstOfTwoColumnsOfOneNameThatIsNotEmpty() throws IOException {
    MessageType twice =
        MessageTypeParser.parseMessageType(
            "message story { optional binary Text (UTF8); optional binary TEXT (UTF8); }");
    Group both = new SimpleGroupFactory(twice).newGroup().append("Text", "a").append("TEXT", "b");
    Group second = new SimpleGroupFactory(twice).newGroup().append("TEXT", "b");

    List<ReadResult> results = whole(write("twice.parquet", twice, List.of(both, second)));

    assertThat(results).extracting(result -> ((RawRecord) result).text()).containsExactly("a", "b");
  }

  @Test
  void readsTheTextBesideADeeplyNestedColumn() throws IOException {
    int depth = 150;
    MessageType deep =
        MessageTypeParser.parseMessageType(
            "message story { required binary text (UTF8); "
                + "optional group g { ".repeat(depth)
                + "optional int32 n; "
                + "} ".repeat(depth)
                + "}");
    Group story = new SimpleGroupFactory(deep).newGroup().append("text", "a story");
    Group group = story;
    for (int d = 0; d < depth; d++) {
      group = group.addGroup("g");
    }
    group.append("n", 5);

    List<ReadResult> results = whole(write("deep.parquet", deep, List.of(story)));

    assertThat(results)
        .extracting(result -> ((RawRecord) result).text())
        .containsExactly("a story");
  }

  @Test
  void readsNothingFromATableWithoutRows() throws IOException {
    assertThat(whole(stories("none.parquet", 0, 0))).isEmpty();
  }

  @Test
  void saysWhatKeepsAFileFromBeingRead() throws IOException {
    Path cut = new Path(folder.resolve("cut.parquet").toUri());
    Files.writeString(folder.resolve("cut.parquet"), "PAR1 and no more");

    Problem broken =
        ParquetRecords.ofFile(new StoreFile(cut, 16, HADOOP), ReadSettings.standard())
            .orElseThrow();

    assertThat(broken.reason()).isEqualTo("broken_parquet");
    assertThat(broken.position()).isNull();
    StoreFile gone = new StoreFile(new Path(cut, "x"), 16, HADOOP);
    assertThatThrownBy(() -> ParquetRecords.ofFile(gone, ReadSettings.standard()))
        .isInstanceOf(FileNotFoundException.class);
    gone.check();
  }

  private Path stories(String name, int first, int count) throws IOException {
    SimpleGroupFactory groups = new SimpleGroupFactory(STORIES);
    List<Group> rows = new ArrayList<>();
    for (int i = first; i < first + count; i++) {
      String text = "The ferry of line " + i + " sailed for Gannet Point at dawn.";
      rows.add(groups.newGroup().append("id", "s" + i).append("text", text));
    }
    return write(name, STORIES, rows);
  }

  private Path write(String name, MessageType type, List<Group> rows) throws IOException {
    Path file = new Path(folder.resolve(name).toUri());
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(file)
            .withConf(HADOOP)
            .withType(type)
            .withRowGroupSize(4_096L)
            .withPageSize(512)
            .build()) {
      for (Group row : rows) {
        out.write(row);
      }
    }
    return file;
  }

  private List<ReadResult> whole(Path file) throws IOException {
    long bytes = Files.size(folder.resolve(file.getName()));
    StoreFile opened = new StoreFile(file, bytes, HADOOP);
    assertThat(ParquetRecords.ofFile(opened, ReadSettings.standard())).isEmpty();
    opened.check();
    return read(file, 0, bytes);
  }

  private List<ReadResult> read(Path file, long begin, long end) throws IOException {
    List<ReadResult> results = new ArrayList<>();
    StoreFile opened = new StoreFile(file, Files.size(folder.resolve(file.getName())), HADOOP);
    try (ParquetRecords rows = ParquetRecords.open(opened, begin, end, ReadSettings.standard())) {
      rows.forEachRemaining(results::add);
    }
    opened.check();
    return results;
  }
}
