package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** jobs/nightly against a stand-in for jobs/submit, and the files of jobs/schedule. */
class ScheduleTest {
  private static final Path JOBS = Path.of("jobs").toAbsolutePath();

  @TempDir Path folder;

  private String path = System.getenv("PATH");

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

  /** 137 is a driver that was killed, 134 a JVM that crashed, 52 Spark's own for want of memory. */
  @Test
  void nightlyTriesAgainWhatDiedByASignalOrForWantOfMemory() throws Exception {
    for (String status : List.of("137", "134", "52")) {
      Ended ended = nightly(status + " 0", "--input", "news");
      assertThat(ended.status()).as(ended.said()).isZero();
      assertThat(ended.said()).contains("failed with status " + status).contains("try 2 of 3");
    }
  }

  @Test
  void everyTryIsForTheDayOfTheFirst() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Path calls = folder.resolve("calls");
    Path date =
        Files.writeString(
            bin.resolve("date"),
            """
            #!/usr/bin/env bash
            if [ "$*" != "-u +%%F" ]; then PATH=${PATH#*:}; exec date "$@"; fi
            echo call >>'%1$s'
            echo "2026-03-0$(wc -l <'%1$s')"
            """
                .formatted(calls));
    assertThat(date.toFile().setExecutable(true)).isTrue();
    path = bin + ":" + path;

    Ended ended = nightly("1 1 0", "--input", "news");

    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(log().lines().filter(line -> line.startsWith("nightly --wait")))
        .hasSize(3)
        .containsOnly("nightly --wait 2h --day 2026-03-01 --input news");
  }

  @Test
  void theDayOfAConfigFileStays() throws Exception {
    Path config = Files.writeString(folder.resolve("night.properties"), "day = 2026-03-05\n");
    Ended ended = nightly("0", "--input", "news", "--config", config.toString());
    assertThat(ended.status()).as(ended.said()).isZero();
    assertThat(log()).doesNotContain("--day");
  }

  @Test
  void nightlyGivesUpAfterItsLastTry() throws Exception {
    Ended ended = nightly("1 1 1", "--input", "news");
    assertThat(ended.status()).as(ended.said()).isOne();
    assertThat(ended.said()).contains("exit status 1");
  }

  @Test
  void nightlyDoesNotTryAgainWhatAPersonMustLookAt() throws Exception {
    for (String status : List.of("2", "3", "130", "143")) {
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

  @Test
  void cronAndSystemdReadTheSevenDaysBeforeThisOne() throws Exception {
    String cron =
        line("headwater.cron", "30 2 ")
            .replaceFirst("^([0-9*]+ +){5}", "")
            .replace("\\%", "%")
            .replace("/opt/headwater/jobs/nightly", "echo");
    String systemd =
        line("headwater.service", "ExecStart=")
            .replaceFirst("^ExecStart=", "")
            .replace("$$", "$")
            .replace("%%", "%")
            .replace("exec jobs/nightly", "echo");
    for (String command : List.of(cron, systemd)) {
      String before = week(LocalDate.now(ZoneOffset.UTC));
      String said = run(Map.of(), List.of("sh", "-c", command)).said().strip();
      // Midnight may pass in between.
      assertThat(said).isIn(before, week(LocalDate.now(ZoneOffset.UTC)));
    }
  }

  /** The options of the night of a day. */
  private static String week(LocalDate today) {
    String days =
        IntStream.rangeClosed(1, 7)
            .mapToObj(back -> today.minusDays(back).toString())
            .collect(Collectors.joining(","));
    return "--input /data/news/{%s} --warehouse /data/warehouse --day %s"
        .formatted(days, today.minusDays(1));
  }

  private static String line(String file, String start) throws IOException {
    return Files.readAllLines(JOBS.resolve("schedule").resolve(file)).stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow();
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
            "HEADWATER_SUBMIT",
            submit.toString(),
            "HEADWATER_LOGS",
            folder.resolve("logs").toString(),
            "HEADWATER_PAUSE",
            "0",
            "PATH",
            path),
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
