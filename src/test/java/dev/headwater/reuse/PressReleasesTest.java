package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PressReleasesTest {
  private static final String STORY =
      "Halden Works will build forty ferries.\n\nThe first leaves in June.\n\nTwo follow in July.";
  private static final String LONG = (STORY + "\n\n").repeat(8);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FOR IMMEDIATE RELEASE",
        "For immediate release: March 2",
        "*** FOR IMMEDIATE RELEASE ***",
        "Press Release",
        "NEWS RELEASE:",
        "ORLIN, March 2, 2031 /PRNewswire/ -- Halden Works will build ferries.",
        "ORLIN--(BUSINESS WIRE)--Halden Works will build ferries.",
        "ORLIN, March 2, 2031 (GLOBE NEWSWIRE) -- Halden Works will build ferries."
      })
  void knowsAReleaseByItsFirstLines(String line) {
    assertThat(PressReleases.isOne(line + "\n\n" + LONG)).isTrue();
    assertThat(PressReleases.isOne(LONG + line + "\n\n" + LONG)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Media contact: Ann Lee, ann@halden.example",
        "Media Contacts:",
        "PRESS CONTACT",
        "SOURCE Halden Works",
        "About Halden Works\nHalden Works builds ferries.\nContact:\nAnn Lee\nann@halden.example"
      })
  void knowsAReleaseByItsLastLines(String lines) {
    assertThat(PressReleases.isOne(LONG + lines)).isTrue();
    assertThat(PressReleases.isOne(lines + "\n\n" + LONG + LONG)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Halden Works will build forty ferries, it said in a press release.",
        "A media contact of the firm did not call back.",
        "The news release names no price.",
        "Press releases",
        "The minister called for immediate release of the crew.",
        "Source: Reuters",
        "About us\nContact us\nnews@vale.example",
        "About the author\nContact:\nann@vale.example"
      })
  void takesNoStoryAboutAReleaseForOne(String lines) {
    assertThat(PressReleases.isOne(lines + "\n\n" + STORY)).isFalse();
    assertThat(PressReleases.isOne(STORY + "\n\n" + lines)).isFalse();
  }

  @Test
  void readsATextWithoutLines() {
    assertThat(PressReleases.isOne("")).isFalse();
    assertThat(PressReleases.isOne("\n \n")).isFalse();
  }

  @Property(tries = 300)
  void readsAnyText(@ForAll String text) {
    PressReleases.isOne(text);
    PressReleases.isOne(text + "\nAbout X\nContact:\n" + text);
  }
}
