package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.model.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputFilesTest {
  @TempDir static Path temporary;

  private static Path feed;

  @BeforeAll
  static void writeAFolder() throws IOException {
    // Hidden folders above the one that is asked for are no reason to pass it over.
    feed = Files.createDirectories(temporary.resolve(".cache/_feeds/north"));
    for (String name : List.of("a.jsonl", "_SUCCESS", ".a.jsonl.crc", "_started")) {
      Files.writeString(feed.resolve(name), "x");
    }
    Files.writeString(Files.createDirectories(feed.resolve("_temporary")).resolve("b.jsonl"), "x");
    Files.writeString(Files.createDirectories(feed.resolve("march")).resolve("c.jsonl"), "x");
  }

  @Test
  void passesOverHiddenNamesInAFolder() {
    assertThat(names("")).containsExactly("a.jsonl", "c.jsonl");
  }

  @Test
  void passesOverHiddenNamesBehindAGlob() {
    assertThat(names("/*")).containsExactly("a.jsonl", "c.jsonl");
    assertThat(names("/*/*.jsonl")).containsExactly("c.jsonl");
    assertThat(names("/{a.jsonl,_SUCCESS,march}")).containsExactly("a.jsonl", "c.jsonl");
  }

  /** As the files of jobs/schedule name the days of a week. */
  @Test
  void readsTheFoldersOfAGlobThatExist() {
    assertThat(names("/{february,march,april}")).containsExactly("c.jsonl");
    for (String none : List.of("/{february,april}", "/april")) {
      assertThatThrownBy(() -> names(none))
          .isInstanceOf(UserMistake.class)
          .hasMessage("Cannot read --input " + feed + none + ": there is no such file or folder.");
    }
  }

  @Test
  void takesHiddenNamesThatAreAskedFor() {
    assertThat(names("/_SUCCESS")).containsExactly("_SUCCESS");
    assertThat(names("/_s*")).containsExactly("_started");
    assertThat(names("/_temporary/*.jsonl")).containsExactly("b.jsonl");
  }

  @Test
  void saysThatAGlobMatchesOnlyHiddenNames() {
    assertThatThrownBy(() -> names("/*[SUC]"))
        .isInstanceOf(UserMistake.class)
        .hasMessage(
            "Cannot read --input "
                + feed
                + "/*[SUC]: all that it matches is empty or begins with a dot or an underscore.");
  }

  @Test
  void aNameIsANameWhateverItHolds(@TempDir Path strange) throws IOException {
    List<String> tricks =
        List.of(
            "a%2f..%2f..%2fetc%2fpasswd.jsonl",
            "$(reboot).jsonl", "' or 1=1 --.jsonl", "[a-z]{b,c}*.jsonl", "two\nlines.jsonl");
    for (String trick : tricks) {
      Files.writeString(strange.resolve(trick), "x");
    }
    assertThat(InputFiles.find(List.of(strange.toString()), new Configuration()).files())
        .extracting(file -> file.path().substring(file.path().lastIndexOf('/') + 1))
        .containsExactlyInAnyOrderElementsOf(tricks);
  }

  private static List<String> names(String below) {
    return InputFiles.find(List.of(feed + below), new Configuration()).files().stream()
        .map(file -> Path.of(file.path()).getFileName().toString())
        .toList();
  }
}
