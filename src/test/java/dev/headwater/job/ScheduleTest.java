package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** jobs/nightly against a stand-in for jobs/submit, and the files of jobs/schedule. */
class ScheduleTest {
  private static final Path JOBS = Path.of("jobs").toAbsolutePath();

  @TempDir Path folder;

  private record Ended(int status, String said) {}

  @Test
  void nightlyWaitsForItsTurnAndKeepsALog() throws Exception {
    Ended ended =
        nightly("0", "--master", "local[1]", "--", "--input", "news", "--day", "2026-03-01");
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(log())
        .contains("--master local[1] nightly --wait 2h --input news --day 2026-03-01")
        .contains("nightly: done");
  }

  @Test
  void nightlyTriesAFailedRunAgain() throws Exception {
    Ended ended = nightly("1 1 0", "--input", "news");
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(log()).contains("try 3 of 3");
  }

  @Test
  void nightlyGivesUpAfterItsLastTry() throws Exception {
    Ended ended = nightly("1 1 1", "--input", "news");
    assertThat(ended.status()).as(ended.said()).isOne();
    assertThat(ended.said()).contains("exit status 1");
  }

  @Test
  void nightlyDoesNotTryAgainWhatAPersonMustLookAt() throws Exception {
    for (String status : List.of("2", "3")) {
      Ended ended = nightly(status + " 0", "--input", "news");
      assertThat(ended.status()).as(ended.said()).isEqualTo(Integer.parseInt(status));
      assertThat(ended.said()).doesNotContain("try 2");
    }
  }

  @Test
  void systemdUnitsAreInOrder() throws Exception {
    assumeThat(Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))).isTrue();
    List<String> command = new ArrayList<>(List.of("systemd-analyze", "verify"));
    try (Stream<Path> files = Files.list(JOBS.resolve("schedule"))) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(service|timer)")).toList()) {
        Path copy = folder.resolve(file.getFileName().toString());
        // The units name /opt/headwater, which is not on this machine.
        Files.writeString(
            copy, Files.readString(file).replace("/opt/headwater", JOBS.getParent().toString()));
        command.add(copy.toString());
      }
    }
    assertThat(command).hasSize(6);
    Ended ended = run(Map.of(), command);
    assertThat(ended.said().lines().filter(line -> line.contains("headwater"))).isEmpty();
    assertThat(ended.status()).as(ended.said()).isZero();
  }

  @Test
  void cronLinesHaveFiveFieldsAndNoBarePercentSign() throws IOException {
    List<String> lines =
        Files.readAllLines(JOBS.resolve("schedule/headwater.cron")).stream()
            .filter(line -> line.matches("[0-9*].*"))
            .toList();
    assertThat(lines)
        .hasSize(2)
        .allMatch(line -> line.matches("([0-9*]+ ){4}[0-9*]+ +/opt/headwater/jobs/.*"))
        .noneMatch(line -> line.matches(".*[^\\\\]%.*"));
  }

  /** Runs jobs/nightly with a submit that ends with these statuses, one after the other. */
  private Ended nightly(String statuses, String... words) throws Exception {
    Path left = Files.writeString(folder.resolve("statuses"), statuses.replace(' ', '\n') + "\n");
    Path submit =
        Files.writeString(
            folder.resolve("submit"),
            """
            #!/usr/bin/env bash
            echo "$*"
            status=$(head -n 1 '%1$s')
            sed -i 1d '%1$s'
            exit "$status"
            """
                .formatted(left));
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of(JOBS.resolve("nightly").toString()));
    command.addAll(List.of(words));
    return run(
        Map.of(
            "HEADWATER_SUBMIT", submit.toString(),
            "HEADWATER_LOGS", folder.resolve("logs").toString(),
            "HEADWATER_PAUSE", "0"),
        command);
  }

  private static Ended run(Map<String, String> environment, List<String> command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), said);
  }

  private String log() throws IOException {
    try (Stream<Path> logs = Files.list(folder.resolve("logs"))) {
      return Files.readString(logs.findFirst().orElseThrow());
    }
  }
}
