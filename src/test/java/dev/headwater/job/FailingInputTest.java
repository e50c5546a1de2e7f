package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.headwater.LocalSpark;
import dev.headwater.Submitted;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.ReadSettings;
import dev.headwater.spark.Warehouse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Input in a store that fails: no article may be taken for damaged and left out. */
class FailingInputTest {
  private static final String SWITCH = "fs.flaky.switch";
  private static final String EVERY = "fs.flaky.every";
  private static final MessageType STORIES =
      MessageTypeParser.parseMessageType(
          "message story { required binary id (UTF8); required binary text (UTF8);"
              + " required binary pad (UTF8); }");

  @TempDir Path folder;

  private SparkSession spark;
  private Configuration hadoop;

  @BeforeEach
  void nameTheStore() {
    spark = LocalSpark.cleanSession();
    hadoop = spark.sparkContext().hadoopConfiguration();
    hadoop.set("fs.flaky.impl", FlakyStore.class.getName());
    hadoop.set("fs.flaky.impl.disable.cache", "true");
  }

  @AfterEach
  void forgetTheStore() {
    for (String name : List.of("impl", "impl.disable.cache", "switch", "every")) {
      hadoop.unset("fs.flaky." + name);
    }
  }

  @Test
  void whicheverCallFailsNoArticleBecomesAReject() throws IOException {
    InputFiles sample = InputFiles.find(sample(), hadoop);
    List<String> whole = rows(sample);
    assertThat(whole).hasSizeGreaterThan(50).anyMatch(row -> row.contains("cut-off.jsonl.gz"));
    for (int call = 1; call < 3 * sample.files().size(); call += 4) {
      assertThat(meets(call, sample, whole)).isTrue();
    }
  }

  @Test
  void whicheverCallFailsNoPartOfAParquetFileIsLeftOut() throws IOException {
    Path file = folder.resolve("stories.parquet");
    writeLargerThanAPart(file);
    InputFiles stories = InputFiles.find(List.of("flaky://" + file), hadoop);
    List<String> whole = rows(stories);
    assertThat(whole).hasSize(80);
    int call = 1;
    while (meets(call, stories, whole)) {
      call++;
    }
    // Two parts: each opens the file three times, reads its footer twice, and its rows.
    assertThat(call).isGreaterThan(16);
  }

  @Test
  void theRunEndsInOneLineAndTheNextOneHasEveryArticle() throws IOException {
    Path undisturbed = folder.resolve("undisturbed");
    Path disturbed = folder.resolve("disturbed");
    assertThat(ingest(undisturbed).status()).isZero();
    // Files are found with fewer calls, and read with more.
    Path flag = failEvery(101);
    Submitted failed = ingest(disturbed);
    assertThat(failed.status()).as(failed.err()).isEqualTo(1);
    assertThat(failed.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater ingest: Cannot read flaky:")
        .contains(" on, its store failed: The store failed on purpose: ")
        .endsWith(". Nothing was published; run the same command again.");
    Files.delete(flag);
    Submitted next = ingest(disturbed);
    assertThat(next.status()).as(next.err()).isZero();
    SparkSession after = LocalSpark.on(disturbed);
    assertThat(Leftovers.of(after)).isEmpty();
    assertThat(Warehouse.read(after).releases()).hasSize(1);
    assertThat(TableContents.of(after).differences(TableContents.of(LocalSpark.on(undisturbed))))
        .isEmpty();
  }

  @Test
  void whicheverCallFailsWhileInputIsListedTheStoreIsToBlame() throws IOException {
    InputFiles whole = InputFiles.find(sample(), hadoop);
    int call = 1;
    boolean met = true;
    while (met) {
      Path flag = failEvery(call);
      Throwable problem =
          catchThrowable(() -> assertThat(InputFiles.find(sample(), hadoop)).isEqualTo(whole));
      met = Files.size(flag) > 0;
      Files.delete(flag);
      if (met) {
        assertThat(problem)
            .as("call %d", call)
            .isInstanceOf(StoreFailure.class)
            .hasMessageMatching(
                "Cannot read --input flaky://\\S+, its store failed:"
                    + " The store failed on purpose: (list|look at) \\S+\\.");
        call++;
      } else {
        assertThat(problem).isNull();
      }
    }
    // Each night is looked at and listed.
    assertThat(call).isGreaterThan(2 * SampleRun.NIGHTS.size());
  }

  @Test
  void aStoreThatDoesNotListIsNoMistakeButAMissingFolderIs() throws IOException {
    Path owners = Files.createFile(folder.resolve("owners.csv"));
    Path flag = failEvery(1);
    Submitted failed = ingest(folder.resolve("never"));
    assertThat(failed.status()).as(failed.err()).isEqualTo(1);
    assertThat(failed.complaints())
        .singleElement()
        .asString()
        .startsWith("headwater ingest: Cannot read --input " + sample().get(0) + ", its store")
        .endsWith(". Nothing was published; run the same command again.");
    String[] ofOwners = {
      "ingest",
      "--input",
      SampleRun.SAMPLE.toString(),
      "--owners",
      "flaky://" + owners,
      "--warehouse",
      folder.resolve("never").toString()
    };
    Submitted unowned = Submitted.job(ofOwners);
    assertThat(unowned.status()).as(unowned.err()).isEqualTo(1);
    assertThat(unowned.complaints())
        .singleElement()
        .asString()
        .contains("Cannot read --owners flaky://" + owners + ", its store failed: The store");
    Files.delete(flag);
    Submitted mistaken =
        Submitted.job(
            "ingest", "--input", "flaky://" + folder + "/no", "--warehouse", folder + "/never");
    assertThat(mistaken.status()).as(mistaken.err()).isEqualTo(2);
    assertThat(mistaken.complaints())
        .containsExactly(
            "headwater ingest: Cannot read --input flaky://"
                + folder
                + "/no: there is no such file or folder.");
  }

  @Test
  void aStreamThatEndsBeforeItsFileIsNoWholeFile() throws IOException {
    Path file = folder.resolve("feed.jsonl");
    Files.writeString(file, story("a") + story("b"));
    InputFiles listed = InputFiles.find(List.of("flaky://" + file), hadoop);
    Files.writeString(file, story("a"));
    Throwable problem = catchThrowable(() -> rows(listed));
    assertThat(problem)
        .hasRootCauseInstanceOf(StoreFailure.class)
        .rootCause()
        .hasMessageContaining("feed.jsonl from byte " + story("a").length() + " on")
        .hasMessageEndingWith(" and is listed with " + 2 * story("a").length() + " bytes.");
  }

  @Test
  void aFileThatIsGoneIsAReject() throws IOException {
    for (String name : List.of("gone.jsonl", "gone.parquet", "good.jsonl")) {
      Files.writeString(folder.resolve(name), story(name));
    }
    InputFiles listed = InputFiles.find(List.of("flaky://" + folder), hadoop);
    Files.delete(folder.resolve("gone.jsonl"));
    Files.delete(folder.resolve("gone.parquet"));
    assertThat(rows(listed))
        .hasSize(3)
        .anyMatch(row -> row.contains("gone.jsonl,null,unreadable,"))
        .anyMatch(row -> row.contains("gone.parquet,null,unreadable,"))
        .anyMatch(row -> row.startsWith("[good.jsonl,"));
  }

  /**
   * Reads while each call of a number, and of its multiples, fails; whether one did. If so the
   * reading must fail, else give the whole.
   */
  private boolean meets(int call, InputFiles input, List<String> whole) throws IOException {
    Path flag = failEvery(call);
    Throwable problem = catchThrowable(() -> assertThat(rows(input)).isEqualTo(whole));
    boolean met = Files.size(flag) > 0;
    Files.delete(flag);
    if (met) {
      assertThat(problem).as("call %d", call).hasRootCauseInstanceOf(StoreFailure.class);
    } else {
      assertThat(problem).isNull();
    }
    return met;
  }

  private Path failEvery(int call) throws IOException {
    Path flag = Files.createFile(folder.resolve("fails-" + call));
    hadoop.set(SWITCH, flag.toString());
    hadoop.setLong(EVERY, call - 1L);
    return flag;
  }

  private List<String> rows(InputFiles input) {
    return new ArticleReading(
            spark,
            "run",
            ReadSettings.standard(),
            BuildSettings.standard(),
            Instant.parse("2026-03-02T05:30:00Z"))
            .read(input)
            .selectExpr(
                "article.native_id",
                "article.article_id",
                "reject.input",
                "reject.position",
                "reject.reason",
                "reject.detail")
            .collectAsList()
            .stream()
            .map(Row::toString)
            .sorted()
            .toList();
  }

  private static Submitted ingest(Path warehouse) {
    List<String> words = new ArrayList<>(List.of("ingest", "--input"));
    words.addAll(sample());
    words.addAll(List.of("--warehouse", warehouse.toString()));
    return Submitted.job(words.toArray(String[]::new));
  }

  private static List<String> sample() {
    return SampleRun.NIGHTS.stream()
        .map(night -> "flaky://" + SampleRun.SAMPLE.resolve(night).toAbsolutePath())
        .toList();
  }

  private static String story(String id) {
    return "{\"id\": \"" + id + "\", \"text\": \"The ferry sailed for Gannet Point at dawn.\"}\n";
  }

  /** 40 MB in ten row groups or so; a task reads 32 MB at a time. */
  private void writeLargerThanAPart(Path file) throws IOException {
    SimpleGroupFactory groups = new SimpleGroupFactory(STORIES);
    Random random = new Random(1);
    try (ParquetWriter<Group> out =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withConf(new Configuration())
            .withType(STORIES)
            .withRowGroupSize(4L << 20)
            .withDictionaryEncoding(false)
            .build()) {
      for (int i = 0; i < 80; i++) {
        byte[] pad = new byte[500_000];
        IntStream.range(0, pad.length).forEach(b -> pad[b] = (byte) ('a' + random.nextInt(26)));
        out.write(
            groups
                .newGroup()
                .append("id", "s" + i)
                .append("text", "The ferry of line " + i + " sailed for Gannet Point at dawn.")
                .append("pad", new String(pad, StandardCharsets.US_ASCII)));
      }
    }
  }
}
