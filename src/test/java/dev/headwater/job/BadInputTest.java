package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.spark.ReleaseViews;
import dev.headwater.spark.Warehouse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One run over a folder of everything that a careless feed can hold. */
@TestInstance(Lifecycle.PER_CLASS)
class BadInputTest {
  private static final int LONG_LINE = 200 << 20;

  @TempDir static Path folder;

  private Submitted given;
  private SparkSession spark;

  @BeforeAll
  void runOnce() throws IOException {
    Path input = Files.createDirectory(folder.resolve("feed"));
    writeTexts(input);
    writeBytes(input);
    writeLongLine(input.resolve("long.jsonl"));
    writeParquet(input.resolve("table.parquet"));
    writeDamagedParquet(input.resolve("damaged.parquet"));
    Path warehouse = folder.resolve("warehouse");
    given =
        Submitted.job("ingest", "--input", input.toString(), "--warehouse", warehouse.toString());
    spark = LocalSpark.on(warehouse);
    if (given.status() == 0) {
      ReleaseViews.create(Warehouse.read(spark), null);
    }
  }

  private static void writeTexts(Path input) throws IOException {
    Files.writeString(input.resolve("empty.jsonl"), "");
    Files.writeString(
        input.resolve("array.json"), "[" + json("array-1") + ",\n" + json("array-2") + "]");
    Files.writeString(input.resolve("mixed.json"), "[" + json("mixed-1") + ", 5, \"x\", 7, null]");
    Files.writeString(input.resolve("half.json"), "[" + json("half-1") + ",\n{\"id\": half}]");
    Files.writeString(input.resolve("pretty.json"), json("pretty-1").replace(", ", ",\n  ") + "\n");
    Files.writeString(
        input.resolve("rows-1.jsonl"), "{\"id\": 1, \"text\": \"" + story("x") + "\"}");
    Files.writeString(
        input.resolve("rows-2.jsonl"), "{\"id\": 1, \"text\": \"" + story("y") + "\"}");
    StringBuilder lines = new StringBuilder();
    for (int line = 1; line <= 9; line++) {
      lines.append(line == 7 ? "{\"id\": \"line-7\", \"text\": \"The mayor" : json("line-" + line));
      lines.append('\n');
    }
    Files.writeString(input.resolve("breaks.jsonl"), lines);
    Files.writeString(
        input.resolve("rows.csv"),
        "id,url,text\nrow-1,https://lowtide.example/row-1,"
            + story("row-1")
            + "\nrow-2,short\n"
            + "row-3,https://lowtide.example/row-3,"
            + story("row-3")
            + "\n");
    Files.writeString(
        input.resolve("texts.jsonl"),
        "{\"id\": \"no-text\", \"title\": \"Tide tables\"}\n{\"id\": \"word\", \"text\": \"Closed\"}\n");
    Files.writeString(
        input.resolve("versions.jsonl"),
        json("twice").replace("Friday", "Monday")
            + "\n"
            + json("twice")
            + "\n"
            + json("twice")
            + "\n");
    Files.writeString(
        input.resolve("dates.jsonl"),
        json("ancient").replace("{", "{\"date\": \"0001-01-01\", ")
            + "\n"
            + json("future").replace("{", "{\"date\": \"2999-12-31\", ")
            + "\n");
    Files.writeString(
        input.resolve("nul.jsonl"), json("nul").replace("Friday", "Fri\\u0000day") + "\n");
    Files.writeString(input.resolve("raw-nul.txt"), story("raw").replace("Friday", "Fri\0day"));
  }

  private static void writeBytes(Path input) throws IOException {
    Files.write(
        input.resolve("latin.jsonl"),
        json("latin").replace("Gannet", "Gänsefuß").getBytes(Charset.forName("windows-1252")));
    byte[] zipped = gzip(json("gz-1") + "\n" + (json("gz-2") + "\n").repeat(2000));
    byte[] members = Arrays.copyOf(gzip(json("member-1") + "\n"), 2_000);
    members[1_000] = 1;
    Files.write(input.resolve("members.jsonl.gz"), members);
    Files.write(input.resolve("truncated.jsonl.gz"), Arrays.copyOf(zipped, zipped.length / 2));
    byte[] plain = (json("zstd") + "\n").getBytes(StandardCharsets.UTF_8);
    Files.write(input.resolve("whole.jsonl.zst"), Zstd.compress(plain));
    Files.write(input.resolve("broken.jsonl.zst"), Arrays.copyOf(Zstd.compress(plain), 40));
    Files.write(
        input.resolve("picture.jpg"),
        new byte[] {
          (byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0
        });
    Files.write(
        input.resolve("broken.parquet"), "PAR1 and no more".getBytes(StandardCharsets.UTF_8));
  }

  private static void writeLongLine(Path file) throws IOException {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'x');
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(
          (json("before") + "\n{\"id\": \"long\", \"text\": \"").getBytes(StandardCharsets.UTF_8));
      for (int written = 0; written < LONG_LINE; written += block.length) {
        out.write(block);
      }
      out.write(("\"}\n" + json("after") + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /** A good footer over pages whose bytes were lost. */
  private static void writeDamagedParquet(Path file) throws IOException {
    Path folder = Files.createTempDirectory("good-parquet").resolve("table");
    writeParquet(folder);
    Path part;
    try (Stream<Path> files = Files.list(folder)) {
      part = files.filter(name -> name.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(part);
    Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0x55);
    Files.write(file, bytes);
  }

  private static void writeParquet(Path file) {
    StructType columns =
        new StructType()
            .add("id", DataTypes.StringType)
            .add("text", DataTypes.StringType)
            .add("date", DataTypes.TimestampType)
            .add("authors", DataTypes.createArrayType(DataTypes.StringType));
    Timestamp date = Timestamp.from(Instant.parse("2026-03-02T05:30:00Z"));
    List<String> authors = List.of("Mira Holt", "Jon Reyes");
    LocalSpark.cleanSession()
        .createDataFrame(
            List.of(
                RowFactory.create("parquet-1", story("parquet-1"), date, authors),
                RowFactory.create("parquet-2", null, null, null)),
            columns)
        .coalesce(1)
        .write()
        .parquet(file.toString());
  }

  @Test
  void theRunGoesOn() {
    assertThat(given.status()).as(given.err()).isZero();
    assertThat(given.complaints()).isEmpty();
    assertThat(given.out()).startsWith("ingest ").contains("rejected");
  }

  @Test
  void everyRejectHasFilePositionAndReason() {
    List<String> rejects =
        spark
            .sql(
                "SELECT concat_ws(' ', regexp_replace(input, '.*/(feed|table.parquet)/', ''),"
                    + " coalesce(cast(position as string), '-'), reason) AS line FROM rejects ORDER BY line")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0).replaceFirst("part-.*parquet", "part.parquet"))
            .toList();
    assertThat(rejects)
        .containsExactlyInAnyOrder(
            "breaks.jsonl 7 broken_json",
            "broken.jsonl.zst - truncated",
            "broken.parquet - broken_parquet",
            "damaged.parquet - broken_parquet",
            "empty.jsonl - empty_file",
            "half.json - broken_json",
            "members.jsonl.gz - broken_compression",
            "mixed.json 2 broken_json",
            "mixed.json 3 broken_json",
            "mixed.json 4 broken_json",
            "mixed.json 5 broken_json",
            "long.jsonl 2 too_large",
            "part.parquet 2 no_text",
            "picture.jpg - unknown_format",
            "rows.csv 2 short_row",
            "texts.jsonl 1 no_text",
            "texts.jsonl 2 too_short",
            "truncated.jsonl.gz - truncated");
  }

  @Test
  void everyRejectSaysWhatWasWrong() {
    assertThat(
            spark
                .sql("SELECT * FROM rejects WHERE detail IS NULL OR length(excerpt) > 200")
                .count())
        .isZero();
    assertThat(
            one("SELECT excerpt FROM rejects WHERE reason = 'broken_json' AND position = 7")
                .getString(0))
        .startsWith("{\"id\": \"line-7\"");
    assertThat(one("SELECT detail FROM rejects WHERE reason = 'too_large'").getString(0))
        .contains("the limit is 67108864");
    assertThat(one("SELECT detail FROM rejects WHERE reason = 'short_row'").getString(0))
        .isEqualTo("2 columns where the header has 3");
  }

  @Test
  void theGoodRecordsAreArticles() {
    List<String> ids =
        spark
            .sql("SELECT DISTINCT native_id FROM articles WHERE native_id IS NOT NULL")
            .collectAsList()
            .stream()
            .map(row -> row.getString(0))
            .toList();
    assertThat(ids)
        .contains("array-1", "array-2", "line-1", "line-6", "line-8", "line-9", "row-1", "row-3")
        .contains("twice", "ancient", "future", "nul", "latin", "zstd", "before", "after")
        .contains("parquet-1", "gz-1", "mixed-1", "half-1", "pretty-1", "member-1")
        .doesNotContain("line-7", "row-2", "no-text", "word", "long", "parquet-2");
  }

  @Test
  void whatBecameOfEachRecordIsCounted() {
    assertThat(counter("known_before")).isZero();
    assertThat(counter("duplicates_in_batch")).isGreaterThan(1);
    // Empty, broken or cut off, and the picture: nothing of them, or not all, could be read.
    assertThat(counter("files_rejected")).isEqualTo(8);
    assertThat(counter("records_read"))
        .isEqualTo(
            counter("articles")
                + counter("rejected")
                + counter("known_before")
                + counter("duplicates_in_batch"));
    assertThat(given.out()).contains("files_rejected").contains("duplicates_in_batch");
  }

  private double counter(String name) {
    return one("SELECT value FROM runs WHERE job = 'ingest' AND name = '" + name + "'")
        .getDouble(0);
  }

  @Test
  void rowsOfTwoFeedsWithOneIdAreTwoArticles() {
    assertThat(spark.sql("SELECT DISTINCT article_key, source FROM articles WHERE native_id = '1'"))
        .satisfies(rows -> assertThat(rows.count()).isEqualTo(2));
  }

  @Test
  void columnsOfParquetAreReadWhateverTheirType() {
    Row row = one("SELECT published_at, byline FROM articles WHERE native_id = 'parquet-1'");
    assertThat(row.get(0)).hasToString("2026-03-02T05:30:00Z");
    assertThat(row.getString(1)).isEqualTo("Mira Holt, Jon Reyes");
  }

  @Test
  void duplicateIdsWithDifferentTextsAreTwoVersions() {
    List<Row> versions =
        spark
            .sql("SELECT version, article_key FROM articles WHERE native_id = 'twice' ORDER BY 1")
            .collectAsList();
    assertThat(versions).hasSize(2);
    assertThat(versions.get(0).getInt(0)).isEqualTo(1);
    assertThat(versions.get(1).getInt(0)).isEqualTo(2);
    assertThat(versions.get(0).getString(1)).isEqualTo(versions.get(1).getString(1));
  }

  @Test
  void datesThatCannotBeAreNotBelieved() {
    Row ancient = article("ancient");
    assertThat(ancient.isNullAt(ancient.fieldIndex("published_at"))).isTrue();
    assertThat(ancient.getList(ancient.fieldIndex("issues")).toString())
        .contains("date_impossible");
    Row future = article("future");
    assertThat(future.isNullAt(future.fieldIndex("published_at"))).isTrue();
    assertThat(future.getList(future.fieldIndex("issues")).toString()).contains("date_in_future");
  }

  @Test
  void nulsAndGuessedEncodingsAreFlagged() {
    Row nul = article("nul");
    assertThat(nul.<String>getAs("text")).contains("Fri day").doesNotContain("\0");
    assertThat(nul.getList(nul.fieldIndex("issues")).toString()).contains("nul_characters");
    Row latin = article("latin");
    assertThat(latin.<String>getAs("text")).contains("Gänsefuß");
    assertThat(latin.getList(latin.fieldIndex("issues")).toString()).contains("encoding_guessed");
    assertThat(spark.sql("SELECT * FROM articles WHERE input_file LIKE '%raw-nul.txt'").count())
        .isOne();
  }

  private Row article(String id) {
    return one("SELECT * FROM articles WHERE native_id = '" + id + "'");
  }

  private Row one(String sql) {
    List<Row> rows = spark.sql(sql).collectAsList();
    assertThat(rows).as(sql).hasSize(1);
    return rows.get(0);
  }

  private static String json(String id) {
    return "{\"id\": \""
        + id
        + "\", \"source\": \"lowtide.example\", \"text\": \""
        + story(id)
        + "\"}";
  }

  private static String story(String id) {
    return "The ferry to Gannet Point carried 312 passengers on Friday said the harbour master of "
        + id;
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
