package dev.headwater.ingest;

import static dev.headwater.ingest.ReadingTest.drain;
import static dev.headwater.ingest.ReadingTest.read;
import static dev.headwater.ingest.ReadingTest.reasons;
import static dev.headwater.ingest.ReadingTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableReaderTest {
  @Test
  void readsQuotesAndLineEndsWithinFields() {
    List<ReadResult> results =
        read("a.csv", "\uFEFFid,Text\r\n1,\"He said \"\"no\"\",\nand left.\"\r\n2,plain\r\n");

    assertThat(texts(results)).containsExactly("He said \"no\",\nand left.", "plain");
    assertThat(((RawRecord) results.get(0)).nativeId()).isEqualTo("1");
    assertThat(((RawRecord) results.get(1)).position()).isEqualTo(2);
  }

  @Test
  void tellsTheSeparatorByTheHeader() {
    for (String separator : List.of(",", ";", "\t", "|")) {
      String row = "1" + separator + "2020-05-06" + separator + "one";
      String header = "id" + separator + "date" + separator + "body";
      assertThat(texts(read("a.csv", header + "\n" + row + "\n"))).containsExactly("one");
    }
  }

  @Test
  void rejectsAShortRowAndReadsOn() {
    List<ReadResult> results = read("a.csv", "id,date,text\n1,2020-01-02\n2,2020-01-02,two\n");

    assertThat(reasons(results)).containsExactly("short_row");
    assertThat(((Problem) results.get(0)).position()).isEqualTo(1);
    assertThat(((Problem) results.get(0)).detail()).isEqualTo("2 columns where the header has 3");
    assertThat(texts(results)).containsExactly("two");
  }

  @Test
  void saysWhichColumnIsMissingAndWhatToDo() {
    List<ReadResult> results = read("x.csv", "id,url,stuff\n1,u,one\n");

    assertThat(results).hasSize(1);
    assertThat(((Problem) results.get(0)).reason()).isEqualTo("no_text_column");
    assertThat(((Problem) results.get(0)).detail())
        .isEqualTo(
            "Cannot read articles from x.csv: column \"text\" is missing (found: id, url, stuff)."
                + " Map it with --column text=NAME.");
  }

  @Test
  void readsTheTextFromTheColumnThatTheUserNames() {
    ReadSettings settings =
        ReadSettings.standard().withColumns(ColumnMap.of(Map.of("text", "Stuff")));
    byte[] file = "id,text,stuff\n1,no,yes\n".getBytes(StandardCharsets.UTF_8);

    assertThat(texts(drain(new ByteArrayInputStream(file), "x.csv", settings)))
        .containsExactly("yes");
  }

  @Test
  void rejectsAQuoteThatIsNeverClosed() {
    List<ReadResult> results = read("a.csv", "id,text\n1,fine\n2,\"open and\nso on\n");

    assertThat(texts(results)).containsExactly("fine");
    assertThat(reasons(results)).containsExactly("broken_csv");
    assertThat(((Problem) results.get(1)).position()).isNull();
    assertThat(((Problem) results.get(1)).detail())
        .endsWith("; the rest cannot be read; 1 records were read before");
  }

  @Test
  void rejectsTextBehindAClosedQuote() {
    List<ReadResult> results = read("a.csv", "id,text\n1,\"one\"x\n2,two\n");

    assertThat(reasons(results)).contains("broken_csv");
    assertThat(((Problem) results.get(0)).position()).isEqualTo(1);
    assertThat(texts(results)).contains("two");
  }

  @Test
  void stopsAQuoteThatSwallowsTheFile() {
    byte[] file = ("id,text\n1,\"" + "word word\n".repeat(1_000)).getBytes(StandardCharsets.UTF_8);
    ReadSettings settings = ReadSettings.standard().withMaxRecordBytes(1_000);

    assertThat(reasons(drain(new ByteArrayInputStream(file), "a.csv", settings)))
        .containsExactly("too_large");
  }

  @Test
  void decodesABadlyEncodedRowAlone() {
    byte[] file = "id,text\n1,caf\u00E9\n2,plain\n".getBytes(Charset.forName("windows-1252"));

    List<ReadResult> results = read("a.csv", file);

    assertThat(texts(results)).containsExactly("caf\u00E9", "plain");
    assertThat(((RawRecord) results.get(0)).issues()).containsExactly("encoding_guessed");
    assertThat(((RawRecord) results.get(1)).issues()).isEmpty();
  }
}
