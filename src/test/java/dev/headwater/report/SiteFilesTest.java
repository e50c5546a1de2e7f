package dev.headwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SiteFilesTest {
  private static final Map<String, byte[]> FILES = SiteFiles.all();

  @Test
  void everyScriptOfThePageIsInTheSiteAndTheOtherWayRound() {
    Matcher scripts =
        Pattern.compile("(?:src|href)=\"((?:app|lib)?[^\"#:]+)\"").matcher(text("index.html"));
    List<String> named = scripts.results().map(match -> match.group(1)).toList();
    assertThat(FILES.keySet()).containsAll(named);
    assertThat(FILES.keySet().stream().filter(name -> name.startsWith("app/"))).isSubsetOf(named);
  }

  @Test
  void theChartingLibraryComesWithItsLicence() {
    assertThat(FILES.get("lib/echarts.min.js")).hasSizeGreaterThan(500_000);
    assertThat(text("lib/echarts-LICENSE.txt")).contains("Apache License");
    assertThat(text("lib/echarts-NOTICE.txt")).contains("Apache ECharts");
  }

  @Test
  void noScriptMakesMarkupOfTextOrTalksToANetwork() {
    for (String name : FILES.keySet()) {
      if (name.startsWith("app/")) {
        assertThat(text(name))
            .as(name)
            .doesNotContain(
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
                "new Function",
                "fetch(",
                "XMLHttpRequest",
                "https://");
      }
    }
    assertThat(text("index.html")).contains("default-src 'none'");
  }

  @Test
  void everyQueryIsThereAndSaysWhatItGives() {
    for (String folder : List.of("heads", "pages", "lists", "overview")) {
      assertThat(SiteFiles.queries(folder)).isNotEmpty();
      for (String name : SiteFiles.queries(folder)) {
        assertThat(SiteFiles.query(folder + "/" + name)).startsWith("-- ");
      }
    }
  }

  private static String text(String name) {
    return new String(FILES.get(name), StandardCharsets.UTF_8);
  }
}
