package dev.headwater;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class OptionsTest {
  private static final List<String> WAREHOUSE = List.of("--config=null", "--warehouse=warehouse");
  private static final List<String> RUN =
      List.of("--allow-gate=[]", "--day=null", "--gate-limit={}", "--wait=0s");
  private static final List<String> INGEST =
      List.of(
          "--column={}",
          "--date-order=MONTH_FIRST",
          "--input=[]",
          "--max-record-bytes=67108864",
          "--min-words=5",
          "--owners=null",
          "--recurring-line=5");
  private static final List<String> REPRINTS =
      List.of(
          "--max-occurrence=100",
          "--min-shared=5",
          "--ngram=5",
          "--passage-words=15",
          "--sampling=1",
          "--window-days=180");

  @Test
  void nightlyTakesTheOptionsOfItsJobs() {
    assertThat(options("nightly")).isEqualTo(all(WAREHOUSE, RUN, INGEST, REPRINTS));
  }

  @Test
  void ingestHasItsOptionsAndDefaults() {
    assertThat(options("ingest")).isEqualTo(all(WAREHOUSE, RUN, INGEST));
  }

  @Test
  void reprintsHasItsOptionsAndDefaults() {
    assertThat(options("reprints")).isEqualTo(all(WAREHOUSE, RUN, REPRINTS));
  }

  @ParameterizedTest
  @CsvSource({"claims", "traces", "sources"})
  void jobsWithoutSettingsHaveTheOptionsOfEveryRun(String job) {
    assertThat(options(job)).isEqualTo(all(WAREHOUSE, RUN));
  }

  @Test
  void queryHasItsOptionsAndDefaults() {
    assertThat(options("query"))
        .isEqualTo(
            all(
                WAREHOUSE,
                List.of(
                    "--file=null",
                    "--format=table",
                    "--list=false",
                    "--output=null",
                    "--param={}",
                    "--question=null",
                    "--release=null")));
  }

  @Test
  void sqlHasItsOptionsAndDefaults() {
    assertThat(options("sql"))
        .isEqualTo(all(WAREHOUSE, List.of("--format=table", "--history=null", "--release=null")));
  }

  @Test
  void serveListensOnThisMachineOnly() {
    assertThat(options("serve"))
        .isEqualTo(
            all(WAREHOUSE, List.of("--address=127.0.0.1", "--port=15002", "--release=null")));
  }

  @Test
  void explainHasItsOptionsAndDefaults() {
    assertThat(options("explain"))
        .isEqualTo(
            all(
                WAREHOUSE,
                List.of(
                    "--claim=null",
                    "--pair=null",
                    "--release=null",
                    "--trace=null",
                    "--width=null")));
  }

  @Test
  void exportHasItsOptionsAndDefaults() {
    assertThat(options("export"))
        .isEqualTo(
            all(
                WAREHOUSE,
                List.of("--format=parquet", "--output=null", "--release=null", "--tables=[]")));
  }

  @Test
  void diffHasItsOptionsAndDefaults() {
    assertThat(options("diff"))
        .isEqualTo(
            all(
                WAREHOUSE,
                List.of("--format=table", "--output=null", "--rows=null", "--tables=[]")));
  }

  @Test
  void rollbackHasItsOptionsAndDefaults() {
    assertThat(options("rollback")).isEqualTo(all(WAREHOUSE, List.of("--to=null", "--wait=0s")));
  }

  @Test
  void forgetTakesTheOptionsOfReprintsToo() {
    assertThat(options("forget")).isEqualTo(all(WAREHOUSE, RUN, REPRINTS, List.of("--article=[]")));
  }

  @Test
  void maintainHasItsOptionsAndDefaults() {
    assertThat(options("maintain"))
        .isEqualTo(
            all(WAREHOUSE, List.of("--abandoned=7d", "--keep=30", "--orphans=3d", "--wait=0s")));
  }

  @Test
  void benchOfPairsHasItsOptionsAndDefaults() {
    assertThat(options("bench", "pairs"))
        .isEqualTo(all(REPRINTS, List.of("--input=null", "--kinds=null")));
  }

  @Test
  void everyOptionSaysWhatItDoes() {
    for (CommandLine job : new CommandLine(Headwater.class).getSubcommands().values()) {
      assertThat(job.getCommandSpec().usageMessage().description())
          .as(job.getCommandName())
          .isNotEmpty();
      for (OptionSpec option : job.getCommandSpec().options()) {
        assertThat(option.description())
            .as(job.getCommandName() + " " + option.longestName())
            .isNotEmpty();
        assertThat(option.longestName()).matches("--[a-z]+(-[a-z]+)*");
      }
    }
  }

  /** Every option of a command as name=default, but those for help. */
  private static Set<String> options(String... path) {
    CommandLine line = new CommandLine(Headwater.class);
    for (String name : path) {
      line = line.getSubcommands().get(name);
    }
    Set<String> options = new TreeSet<>();
    for (OptionSpec option : line.getCommandSpec().options()) {
      if (!option.usageHelp() && !option.versionHelp()) {
        Object value =
            option.defaultValue() == null ? option.initialValue() : option.defaultValue();
        options.add(option.longestName() + "=" + value);
      }
    }
    return options;
  }

  @SafeVarargs
  private static Set<String> all(List<String>... groups) {
    Set<String> options = new TreeSet<>();
    for (List<String> group : groups) {
      options.addAll(group);
    }
    return options;
  }
}
