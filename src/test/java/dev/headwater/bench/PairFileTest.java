package dev.headwater.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairFileTest {
  @TempDir private Path folder;

  @Test
  void readsPairsInEitherOrderWithTheirStrength() throws IOException {
    Path file = Files.writeString(folder.resolve("pairs.tsv"), "b\ta\t0.75\nc\td\ne\te\t1\n");
    assertThat(PairFile.read(file))
        .isEqualTo(Map.of(PairFile.Ids.of("a", "b"), 0.75, PairFile.Ids.of("d", "c"), 1.0));
  }

  @Test
  void readsGzippedPairs() throws IOException {
    Path file = folder.resolve("pairs.tsv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("p-1\tp-2\t31\tmore\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(PairFile.read(file)).isEqualTo(Map.of(PairFile.Ids.of("p-1", "p-2"), 31.0));
  }

  @Test
  void saysWhichLineIsNoPair() throws IOException {
    Path file = Files.writeString(folder.resolve("bad.tsv"), "a\tb\nalone\n");
    assertThatThrownBy(() -> PairFile.read(file))
        .isInstanceOf(UserMistake.class)
        .hasMessage(
            "Cannot read pairs from " + file + " line 2: \"alone\" has no tab between two ids.");
    Path words = Files.writeString(folder.resolve("words.tsv"), "a\tb\tstrong\n");
    assertThatThrownBy(() -> PairFile.read(words))
        .isInstanceOf(UserMistake.class)
        .hasMessage("Cannot read pairs from " + words + " line 1: \"strong\" is not a number.");
  }

  @Test
  void scoresPairsByRecallAndPrecision() {
    PairFile.Ids one = PairFile.Ids.of("a", "b");
    PairFile.Ids two = PairFile.Ids.of("a", "c");
    PairFile.Ids three = PairFile.Ids.of("b", "c");
    PairFile.Ids four = PairFile.Ids.of("b", "d");
    PairScore score = PairScore.of(Set.of(one, two), Set.of(two, three, four));
    assertThat(score).isEqualTo(new PairScore(2, 3, 1));
    assertThat(score.precision()).isEqualTo(0.5);
    assertThat(score.recall()).isEqualTo(1 / 3.0);
    assertThat(PairScore.of(Set.of(), Set.of()).precision()).isEqualTo(1);
  }
}
