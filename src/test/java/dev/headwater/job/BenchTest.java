package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.Submitted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchTest {
  @TempDir private Path folder;

  @Test
  void speedShowsEachStepOfTheReprintsJobAndItsMemory() throws IOException {
    // the second pair is none: a market report and a release
    Path gold =
        Files.writeString(
            folder.resolve("gold.tsv"),
            """
            n2-northwire-silos\tn2-saltmarsh-silos\t1
            n2-halden-release\tn2-tariff-market\t1
            """);
    Submitted speed =
        Submitted.job(
            "bench", "speed", "--input", "data/sample/2026-03-02", "--gold", gold.toString());
    assertThat(speed.status()).as(speed.err()).isZero();
    assertThat(speed.out())
        .contains("data/sample/2026-03-02: ", "heap: peak ")
        .contains("headwater  recall 0.5000 (1 of 2), of ")
        .containsPattern("\ningest +\\d+\\.\\d\\d +[\\d,]+ +\\d+\\.\\d\n")
        .containsPattern("\n  postings +\\d+\\.\\d\\d ")
        .containsPattern("\n  candidates +\\d+\\.\\d\\d ")
        .containsPattern("\n  alignment +\\d+\\.\\d\\d ")
        .containsPattern("\n  clusters +\\d+\\.\\d\\d ")
        .containsPattern("\nreprints, the whole job +\\d+\\.\\d\\d ")
        .doesNotContain("MLlib");
  }

  @Test
  void speedRefusesAGoldFileThatIsNotThere() {
    Submitted speed =
        Submitted.job("bench", "speed", "--input", "data/sample", "--gold", "nowhere.tsv");
    assertThat(speed.status()).isEqualTo(2);
    assertThat(speed.complaints())
        .containsExactly(
            "headwater bench speed: Cannot read --gold nowhere.tsv: there is no such file.");
  }

  @Test
  void growthFindsThePlantedPairsAndTheExponent() {
    Submitted growth = growth("--articles", "200,400");
    assertThat(growth.status()).as(growth.err()).isZero();
    assertThat(growth.out())
        .contains("200 articles, 100 planted pairs", "400 articles, 200 planted pairs")
        .containsPattern("recall (1\\.00000|0\\.99\\d+), precision ")
        .containsPattern("\nreprints +time grows with exponent -?\\d\\.\\d+");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void growthMeasuresANightOfAllJobsAndLeavesItsWarehouse() {
    Submitted growth = growth("--articles", "200", "--night", "200", "--all", "--keep");
    assertThat(growth.status()).as(growth.err()).isZero();
    assertThat(growth.out())
        .contains("a night of 200 on top of it: the five jobs ")
        .doesNotContain("exponent")
        .containsPattern("\n  night: claims +\\d+\\.\\d\\d s\n")
        .containsPattern("\n  night: traces\\.pairs +\\d+\\.\\d\\d s\n")
        .containsPattern("\n  night: sources +\\d+\\.\\d\\d s\n");
    assertThat(folder).isDirectoryRecursivelyContaining("glob:**/warehouse-200-*/news/articles");
    assertThat(folder).isDirectoryRecursivelyContaining("glob:**/night-200/*");
  }

  /** Of articles of 120 words, in a process that need not be warm. */
  private Submitted growth(String... more) {
    List<String> words = new ArrayList<>(List.of("bench", "growth", "--words", "120"));
    words.addAll(List.of("--warm-up", "0", "--folder", folder.toString()));
    words.addAll(List.of(more));
    return Submitted.job(words.toArray(String[]::new));
  }

  @Test
  void growthRefusesASizeThatCannotBePlanted() {
    Submitted growth = Submitted.job("bench", "growth", "--articles", "150");
    assertThat(growth.status()).isEqualTo(2);
    assertThat(growth.complaints())
        .containsExactly("headwater bench growth: --articles is 150; give a multiple of 200.");
    Submitted warm = Submitted.job("bench", "growth", "--articles", "200", "--warm-up", "50");
    assertThat(warm.complaints())
        .containsExactly("headwater bench growth: --warm-up is 50; give a multiple of 200.");
  }

  @Test
  void familiesPrintsHowWellPlantedDriftAndRootsAreTold() {
    Submitted bench = Submitted.job("bench", "families", "--families", "50", "--seed", "7");
    assertThat(bench.status()).as(bench.err()).isZero();
    assertThat(bench.out())
        .startsWith("50 stories, seed 7\n")
        .containsPattern("\ndrift right +\\d+ of +\\d+ +(1\\.0000|0\\.9[5-9]\\d\\d)\n")
        .containsPattern("\nroots right +\\d+ of +\\d+ +(1\\.0000|0\\.9[7-9]\\d\\d)\n")
        .contains("look-alikes       350, traces that join two families 0\n");
  }

  @Test
  void familiesRefusesASizeBelowOneStory() {
    Submitted bench = Submitted.job("bench", "families", "--claims", "10");
    assertThat(bench.status()).isEqualTo(2);
    assertThat(bench.complaints())
        .containsExactly("headwater bench families: --claims is 10; a story alone has about 26.");
  }
}
