package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.OwnJvm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the event log of a job in a process of its own shows of the settings. */
class SessionsTest {
  private static final String CREDENTIAL =
      "-Dspark.sql.catalog.headwater.credential=newsroom:heron-4711";

  @TempDir Path folder;

  @Test
  void theEventLogHoldsNoCredential() throws Exception {
    Files.writeString(
        folder.resolve("news.jsonl"),
        "{\"text\": \"The ferry to Gannet Point carried 312 passengers on Friday.\"}\n");
    String log =
        eventLog(
            0,
            CREDENTIAL,
            "-Dspark.hadoop.fs.azure.account.key.press.dfs.core.windows.net=heron-4712",
            "-Dspark.sql.catalog.headwater.jdbc.password=heron-4713");
    assertThat(log)
        .contains("spark.sql.catalog.headwater.credential")
        .contains("spark.hadoop.fs.azure.account.key.press.dfs.core.windows.net")
        .contains("spark.sql.catalog.headwater.jdbc.password")
        .contains("SparkListenerSQLExecutionStart")
        .doesNotContain("heron-471");
  }

  @Test
  void whatThePersonLeavesOutWins() throws Exception {
    // A job that fails at once has told its settings by then.
    Files.createDirectories(folder.resolve("news.jsonl"));
    assertThat(eventLog(2, CREDENTIAL, "-Dspark.redaction.regex=(?i)jdbc"))
        .contains("newsroom:heron-4711");
  }

  /** The event log of a job that loads an article or ends as it cannot, with further settings. */
  private String eventLog(int status, String... settings) throws IOException, InterruptedException {
    Path events = Files.createDirectories(folder.resolve("events"));
    List<String> command =
        OwnJvm.command(
            "-Xmx768m",
            "dev.headwater.Headwater",
            "ingest",
            "--input",
            folder.resolve("news.jsonl").toString(),
            "--warehouse",
            folder.resolve("warehouse").toString());
    command.addAll(1, List.of(settings));
    command.addAll(
        1,
        List.of(
            "-Dspark.eventLog.enabled=true",
            "-Dspark.eventLog.compress=false",
            "-Dspark.eventLog.dir=" + events.toUri()));
    Process job = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(job.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(job.waitFor()).as(said).isEqualTo(status);
    StringBuilder log = new StringBuilder();
    try (Stream<Path> files = Files.walk(events)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        log.append(Files.readString(file));
      }
    }
    return log.toString();
  }
}
