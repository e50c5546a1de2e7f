package dev.headwater.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingTest {
  private static final ReadSettings SETTINGS = ReadSettings.standard();

  @Test
  void readsOneRecordALine() {
    List<ReadResult> results =
        read("a.jsonl", "{\"id\":7,\"body\":\"The mill burned.\",\"authors\":[\"Ann\",\"Bo\"]}\n");

    RawRecord record = (RawRecord) results.get(0);
    assertThat(record.position()).isEqualTo(1);
    assertThat(record.nativeId()).isEqualTo("7");
    assertThat(record.text()).isEqualTo("The mill burned.");
    assertThat(record.byline()).isEqualTo("Ann, Bo");
  }

  @Test
  void rejectsTheLineThatBreaksAndReadsOn() {
    StringBuilder file = new StringBuilder();
    for (int line = 1; line <= 9; line++) {
      file.append(line == 7 ? "{\"text\": \"cut" : "{\"text\":\"line " + line + "\"}").append('\n');
    }

    List<ReadResult> results = read("a.jsonl", file.toString());

    assertThat(results).hasSize(9);
    assertThat(results.get(6))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.position()).isEqualTo(7);
              assertThat(problem.reason()).isEqualTo("broken_json");
              assertThat(problem.excerpt()).startsWith("{\"text\"");
            });
    assertThat(((RawRecord) results.get(8)).text()).isEqualTo("line 9");
  }

  @Test
  void readsTheElementsOfAnArray() {
    List<ReadResult> results = read("a.json", "[ {\"text\":\"one\"},\n {\"text\":\"two\"} ]");

    assertThat(texts(results)).containsExactly("one", "two");
    assertThat(((RawRecord) results.get(1)).position()).isEqualTo(2);
  }

  @Test
  void numbersTheElementsOfAnArrayOnOneLine() {
    List<ReadResult> results = read("a.json", "[{\"text\":\"one\"}, 5, \"x\", {\"text\":\"two\"}]");

    assertThat(texts(results)).containsExactly("one", "two");
    assertThat(((Problem) results.get(1)).position()).isEqualTo(2);
    assertThat(((Problem) results.get(2)).position()).isEqualTo(3);
    assertThat(((RawRecord) results.get(3)).position()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"id\": 1,\n  \"text\": \"one\"\n}\n",
        "{ \"id\": 1, \"meta\": {\n \"a\": [1,\n 2]}, \"text\": \"one\" }",
        "{\"text\": \"one\",\n\"b\":\n{\"c\": 1}}\n{ \"text\":\n\"two\"}"
      })
  void readsAnObjectThatGoesOnBehindItsFirstLine(String file) {
    List<ReadResult> results = read("a.json", file);

    assertThat(texts(results)).first().isEqualTo("one");
    assertThat(reasons(results)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\": 1,",
        "{\"id\": 1, \"x\":",
        "{\"id\": 1, \"text\": \"cut",
        "{\"id\": 1, \"a\": {\"b\": 2}",
        "{\"id\" 1}"
      })
  void readsTheLinesBehindABrokenFirstLine(String first) {
    List<ReadResult> results =
        read("a.jsonl", first + "\n{\"text\":\"one\"}\n{\"text\":\"two\"}\n");

    assertThat(texts(results)).endsWith("two").hasSize(2);
    assertThat(reasons(results)).containsExactly("broken_json");
  }

  @Test
  void readsALongFirstLineAsALine() {
    String padding = "word ".repeat(4_000);

    List<ReadResult> results =
        read("a.jsonl", "{\"text\":\"" + padding + "\"}\n{\"text\":\"two\"}\n");

    assertThat(texts(results)).hasSize(2);
  }

  @Test
  void saysWhereADocumentBreaks() {
    List<ReadResult> results =
        read("a.json", "[{\"text\":\"one\"},\n{\"text\":\"two\"},\n{\"text\": two}]");

    assertThat(texts(results)).containsExactly("one", "two");
    assertThat(results.get(2))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.position()).isNull();
              assertThat(problem.detail())
                  .contains("in line 3; the rest cannot be read; 2 elements were read before");
            });
  }

  @Test
  void readsAnObjectSpreadOverLines() {
    assertThat(texts(read("a.json", "{\n  \"text\": \"one\"\n}\n"))).containsExactly("one");
  }

  @Test
  void keepsWhatAnArrayHeldBeforeItBreaks() {
    List<ReadResult> results = read("a.json", "[{\"text\":\"one\"}, {\"text\":");

    assertThat(texts(results)).containsExactly("one");
    assertThat(reasons(results)).containsExactly("broken_json");
  }

  @Test
  void rejectsNestingBeyondTheLimit() {
    String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);

    assertThat(reasons(read("a.jsonl", deep + "\n{\"text\":\"x\"}"))).containsExactly("too_deep");
  }

  @Test
  void rejectsALineOfTwoHundredMegabytesWithoutHoldingIt() {
    byte[] block = new byte[1 << 20];
    Arrays.fill(block, (byte) 'a');
    InputStream in =
        new ByteArrayInputStream("{\"text\":\"first\"}\n".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < 200; i++) {
      in = new SequenceInputStream(in, new ByteArrayInputStream(block));
    }
    in =
        new SequenceInputStream(
            in, new ByteArrayInputStream("\n{\"text\":\"last\"}".getBytes(StandardCharsets.UTF_8)));

    List<ReadResult> results = drain(in, "a.jsonl", SETTINGS.withMaxRecordBytes(1 << 22));

    assertThat(texts(results)).containsExactly("first", "last");
    assertThat(reasons(results)).containsExactly("too_large");
    assertThat(((Problem) results.get(1)).position()).isEqualTo(2);
    assertThat(((Problem) results.get(1)).detail()).contains("209715200 bytes");
    assertThat(((Problem) results.get(1)).excerpt()).hasSize(200);
  }

  @Test
  void readsSeveralMembersOfGzip() throws IOException {
    byte[] two = concat(gzip("{\"text\":\"one\"}\n"), gzip("{\"text\":\"two\"}\n"));

    // The stream claims that nothing is available, as some file systems do.
    InputStream in =
        new ByteArrayInputStream(two) {
          @Override
          public int available() {
            return 0;
          }
        };
    assertThat(texts(drain(in, "a.jsonl.gz", SETTINGS))).containsExactly("one", "two");
  }

  @Test
  void saysThatAMemberOfGzipIsDamaged() throws IOException {
    byte[] two = concat(gzip("{\"text\":\"one\"}\n"), gzip("{\"text\":\"two\"}\n"));
    byte[] whole = concat(two, gzip("{\"text\":\"three\"}\n"));
    for (int damaged : List.of(0, 1, 2)) {
      byte[] bytes = whole.clone();
      bytes[two.length / 2 + damaged] = 0x55;

      List<ReadResult> results = read("a.jsonl.gz", bytes);

      assertThat(texts(results)).containsExactly("one");
      assertThat(reasons(results)).containsExactly("broken_compression");
      assertThat(((Problem) results.get(1)).detail())
          .isEqualTo(
              "member 2 of gzip does not begin as a member of gzip does;"
                  + " 1 records were read before");
    }
  }

  @Test
  void saysThatAMembersChecksumIsWrong() throws IOException {
    byte[] one = gzip("{\"text\":\"one\"}\n");
    byte[] bytes = concat(one, gzip("{\"text\":\"two\"}\n"));
    bytes[one.length - 8] ^= 1;

    assertThat(reasons(read("a.jsonl.gz", bytes))).containsExactly("broken_compression");
  }

  @Test
  void saysThatAFileEndsWithinALaterMember() throws IOException {
    byte[] one = gzip("{\"text\":\"one\"}\n");
    byte[] bytes = concat(one, gzip("{\"text\":\"two\"}\n"));
    for (int length : List.of(one.length + 1, one.length + 5, one.length + 14, bytes.length - 1)) {
      List<ReadResult> results = read("a.jsonl.gz", Arrays.copyOf(bytes, length));

      assertThat(texts(results)).contains("one");
      assertThat(reasons(results)).containsExactly("truncated");
    }
  }

  @Test
  void passesOverThePaddingOfAnArchive() throws IOException {
    byte[] padded = concat(gzip("{\"text\":\"one\"}\n"), new byte[512]);

    assertThat(texts(read("a.jsonl.gz", padded))).containsExactly("one");
    assertThat(reasons(read("a.jsonl.gz", padded))).isEmpty();
  }

  @Test
  void saysThatOtherBytesStandBehindTheLastMember() throws IOException {
    byte[] followed = concat(gzip("{\"text\":\"one\"}\n"), new byte[] {'x', 'y'});

    assertThat(texts(read("a.jsonl.gz", followed))).containsExactly("one");
    assertThat(reasons(read("a.jsonl.gz", followed))).containsExactly("broken_compression");
  }

  @Test
  void readsAMemberWithEveryFieldOfItsHeader() throws IOException {
    byte[] plain = gzip("{\"text\":\"one\"}\n");
    byte[] head = {0x1F, (byte) 0x8B, 8, 30, 0, 0, 0, 0, 0, 3, 2, 0, 9, 9, 'n', 0, 'c', 0, 1, 2};
    byte[] bytes = concat(head, Arrays.copyOfRange(plain, 10, plain.length));

    assertThat(texts(read("a.jsonl.gz", bytes))).containsExactly("one");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 300_000})
  void givesBackTheMembersOfGzipWhateverTheirLength(int length) throws IOException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    for (int member = 0; member < 3; member++) {
      try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
        out.write(content);
      }
    }

    InputStream in = new GzipMembers(new ByteArrayInputStream(zipped.toByteArray()));

    assertThat(in.readAllBytes()).isEqualTo(concat(content, concat(content, content)));
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void aParserThatFailsCostsItsFileOnly() {
    InputStream failing =
        new InputStream() {
          private int read;

          @Override
          public int read() {
            if (read++ < 9_000) {
              return "{\"text\":\"one\"}\n".charAt((read - 1) % 15);
            }
            throw new NullPointerException("no buffer");
          }
        };

    List<ReadResult> results = drain(failing, "a.jsonl", SETTINGS);

    assertThat(reasons(results)).containsExactly("failed");
    assertThat(((Problem) results.get(results.size() - 1)).detail())
        .startsWith("java.lang.NullPointerException: no buffer; ")
        .endsWith(" records were read before");
  }

  @Test
  void readsZstandardWhateverTheName() {
    byte[] bytes = Zstd.compress("{\"text\":\"one\"}\n".getBytes(StandardCharsets.UTF_8));

    assertThat(texts(read("a.jsonl", bytes))).containsExactly("one");
  }

  @Test
  void keepsTheRecordsBeforeTheCutOfATruncatedGzip() throws IOException {
    StringBuilder file = new StringBuilder();
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      file.append("{\"text\":\"").append(random.nextLong()).append("\"}\n");
    }
    byte[] whole = gzip(file.toString());

    List<ReadResult> results = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length / 2));

    assertThat(texts(results)).hasSizeGreaterThan(1_000);
    assertThat(reasons(results)).containsExactly("truncated");
    assertThat(results.get(results.size() - 1)).isInstanceOf(Problem.class);
  }

  @Test
  void keepsTheRecordsBeforeTheCutOfASmallTruncatedGzip() throws IOException {
    byte[] whole = gzip("{\"text\":\"first one\"}\n{\"text\":\"second one 7351\"}\n");

    List<ReadResult> results = read("a.jsonl.gz", Arrays.copyOf(whole, whole.length - 9));

    assertThat(reasons(results)).containsExactly("truncated");
    assertThat(texts(results)).contains("first one");
  }

  @Test
  void keepsTheRowsBeforeTheCutOfATruncatedTable() throws IOException {
    StringBuilder file = new StringBuilder("id,text\n");
    Random random = new Random(2);
    for (int i = 0; i < 5_000; i++) {
      file.append(i).append(',').append(random.nextLong()).append('\n');
    }
    byte[] whole = gzip(file.toString());

    List<ReadResult> results = read("a.csv.gz", Arrays.copyOf(whole, whole.length / 2));

    assertThat(texts(results)).hasSizeGreaterThan(1_000);
    assertThat(reasons(results)).containsExactly("truncated");
  }

  @Test
  void stopsAtADecompressionBomb() throws IOException {
    ReadSettings small = new ReadSettings(ColumnMap.usual(), 1 << 16, 64, 100, 1 << 16);

    List<ReadResult> results =
        drain(new ByteArrayInputStream(gzip("a".repeat(1 << 22))), "a.jsonl.gz", small);

    assertThat(reasons(results)).containsExactly("expands_too_much");
  }

  @Test
  void namesAnEmptyFile() {
    assertThat(reasons(read("a.txt", ""))).containsExactly("empty_file");
  }

  @Test
  void namesAFileThatIsNoText() {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 1};

    List<ReadResult> results = read("a.txt", png);

    assertThat(reasons(results)).containsExactly("unknown_format");
    assertThat(((Problem) results.get(0)).detail()).isEqualTo("the file is a PNG image");
  }

  @Test
  void tellsTheFormatByContentWhereTheNameIsSilent() {
    assertThat(texts(read("part-0", "{\"text\":\"one\"}\n"))).containsExactly("one");
    assertThat(texts(read("part-0", "id\ttext\n1\tone\n"))).containsExactly("one");
    assertThat(texts(read("part-0", "A plain story."))).containsExactly("A plain story.");
    assertThat(((RawRecord) read("part-0", "<!DOCTYPE html><p>x").get(0)).html()).contains("<p>");
  }

  @Test
  void guessesWindowsEncodingAndSaysSo() {
    byte[] bytes = "Caf\u00E9 \u201Cbombed\u201D".getBytes(Charset.forName("windows-1252"));

    RawRecord record = (RawRecord) read("a.txt", bytes).get(0);

    assertThat(record.text()).isEqualTo("Caf\u00E9 \u201Cbombed\u201D");
    assertThat(record.issues()).containsExactly("encoding_guessed");
  }

  @Test
  void readsUtf16ByItsMark() {
    byte[] text = "\uFEFFZwei Br\u00FCder".getBytes(StandardCharsets.UTF_16LE);
    byte[] lines = "\uFEFF{\"text\":\"Br\u00FCder\"}\n".getBytes(StandardCharsets.UTF_16BE);

    assertThat(((RawRecord) read("a.txt", text).get(0)).text()).endsWith("Zwei Br\u00FCder");
    assertThat(texts(read("a.jsonl", lines))).containsExactly("Br\u00FCder");
  }

  @Test
  void replacesNulCharactersSoThatOffsetsKeep() {
    RawRecord record = (RawRecord) read("a.txt", "The mill\0 burned down last night.").get(0);

    assertThat(record.text()).isEqualTo("The mill  burned down last night.");
    assertThat(record.issues()).containsExactly("nul_characters");
  }

  @Test
  void keepsAPlainTextExactlyAndNamesItByItsFile() {
    String text = "  A title\r\n\r\nBody \uD83D\uDE80 text.\n\n";

    RawRecord record = (RawRecord) read("hdfs://n/dir/story.7.txt.gz", text).get(0);

    assertThat(record.text()).isEqualTo(text);
    assertThat(record.nativeId()).isEqualTo("story.7");
    assertThat(record.position()).isNull();
  }

  @Test
  void refusesAMapOfColumnsToNoField() {
    assertThatThrownBy(() -> ColumnMap.of(Map.of("boddy", "content")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "Cannot map column \"content\": \"boddy\" is no field. Fields are id");
  }

  @Property(tries = 300)
  void noBytesMakeReadingFail(@ForAll byte[] bytes) {
    for (String name : List.of("a", "a.jsonl", "a.csv", "a.html", "a.json", "a.warc", "a.txt")) {
      assertThat(read(name, bytes)).isNotNull();
    }
  }

  static List<ReadResult> read(String path, String content) {
    return read(path, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<ReadResult> read(String path, byte[] content) {
    return drain(new ByteArrayInputStream(content), path, SETTINGS);
  }

  static List<ReadResult> drain(InputStream in, String path, ReadSettings settings) {
    List<ReadResult> results = new ArrayList<>();
    Iterator<ReadResult> records = ArticleFiles.read(in, path, settings);
    records.forEachRemaining(results::add);
    return results;
  }

  static List<String> texts(List<ReadResult> results) {
    List<String> texts = new ArrayList<>();
    for (ReadResult result : results) {
      if (result instanceof RawRecord record) {
        texts.add(record.text());
      }
    }
    return texts;
  }

  static List<String> reasons(List<ReadResult> results) {
    List<String> reasons = new ArrayList<>();
    for (ReadResult result : results) {
      if (result instanceof Problem problem) {
        reasons.add(problem.reason());
      }
    }
    return reasons;
  }

  private static byte[] gzip(String content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static byte[] concat(byte[] one, byte[] two) {
    byte[] both = Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    return both;
  }
}
