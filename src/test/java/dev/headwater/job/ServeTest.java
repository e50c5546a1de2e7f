package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.OwnJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A server in a process of its own, asked by Spark Connect's Java client. */
class ServeTest {
  private static final Pattern READY =
      Pattern.compile("\\[serve] release (\\S+) at (sc://\\S+);.*");

  private static Process server;
  private static String address;
  private static String release;

  @BeforeAll
  static void startServer() throws IOException {
    List<String> command = OwnJvm.command("-Xmx768m", "dev.headwater.Headwater", "serve");
    command.addAll(List.of("--port", "0"));
    command.addAll(List.of("--warehouse", SampleRun.whole().warehouse().toString()));
    server = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> said = new ArrayList<>();
    BufferedReader lines = server.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.add(line);
      Matcher ready = READY.matcher(line);
      if (ready.matches()) {
        release = ready.group(1);
        address = ready.group(2);
        return;
      }
    }
    throw new AssertionError("The server ended:\n" + String.join("\n", said));
  }

  @AfterAll
  static void stopServer() {
    server.destroy();
  }

  /** What the client prints, a line a row; it runs in a process of its own, as clients do. */
  private static List<String> asked(String... statements) throws IOException {
    List<String> command = OwnJvm.command("-Xmx256m", ConnectClient.class.getName(), address);
    command.addAll(List.of(statements));
    Process client =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return client.inputReader().lines().toList();
  }

  @Test
  void aClientSeesTheRowsThatQueryShows() throws IOException {
    String sources =
        "SELECT source, count(*) AS articles FROM articles GROUP BY source ORDER BY source";
    List<String> rows =
        SampleRun.whole().spark().sql(sources).collectAsList().stream().map(Row::toString).toList();
    List<String> asked =
        asked(
            "SELECT run_id FROM releases",
            "DELETE FROM headwater.news.articles",
            "DESCRIBE TABLE reprints share",
            sources);
    assertThat(asked).startsWith("[" + release + "]").endsWith(rows.toArray(String[]::new));
    assertThat(asked).contains("[comment,Share of the article that the stretch covers, 0..1]");
    assertThat(asked.get(1)).contains("only SELECT, DESCRIBE, SHOW and EXPLAIN are allowed");
  }
}
