package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headwater.Submitted;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.TraceSummary;
import dev.headwater.report.SiteFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a report, without a browser. */
class ReportTest {
  private static Path site;

  @BeforeAll
  static void writes(@TempDir Path folder) throws IOException {
    site = folder.resolve("site");
    Files.createDirectories(site);
    Files.writeString(site.resolve(SiteFiles.MARKER), "{}");
    Files.writeString(site.resolve("left-from-before.txt"), "old");
    assertThat(SampleRun.whole().run(List.of("report", "--output", site.toString()))).isZero();
  }

  @Test
  void everyClusterNumberArticleAndOutletHasItsPage() throws IOException {
    SampleTables tables = SampleTables.whole();
    assertThat(pages("clusters").keySet())
        .containsExactlyInAnyOrderElementsOf(
            tables.clusters().stream().map(ClusterMember::clusterId).collect(Collectors.toSet()));
    assertThat(pages("numbers").keySet())
        .containsExactlyInAnyOrderElementsOf(
            tables.summaries().stream().map(TraceSummary::traceId).collect(Collectors.toSet()));
    assertThat(pages("articles")).hasSize(tables.articles().size());
    assertThat(pages("outlets").keySet())
        .containsExactlyInAnyOrderElementsOf(
            tables.articles().stream()
                .map(article -> article.source())
                .collect(Collectors.toSet()));
  }

  @Test
  void aNumbersPageHasItsRootsAndEveryHop() throws IOException {
    Map<String, JsonNode> pages = pages("numbers");
    for (TraceSummary summary : SampleTables.whole().summaries()) {
      JsonNode page = pages.get(summary.traceId());
      assertThat(page.get("members")).hasSize(summary.claims());
      assertThat(page.get("roots")).hasSize(summary.independentRoots());
      assertThat(page.get("value_min").asText()).isEqualTo(summary.valueMin().toPlainString());
    }
  }

  @Test
  void aNewReportReplacesTheOneBefore() {
    assertThat(site.resolve("left-from-before.txt")).doesNotExist();
    assertThat(site.resolve("index.html")).exists();
    assertThat(site.resolveSibling("site.report-part")).doesNotExist();
    assertThat(site.resolveSibling("site.report-old")).doesNotExist();
  }

  @Test
  void noFileIsLargerThanTwoMegabytesAndNoneIsHidden() throws IOException {
    try (Stream<Path> files = Files.walk(site)) {
      assertThat(files.filter(Files::isRegularFile))
          .hasSizeLessThan(100)
          .allSatisfy(
              file -> {
                assertThat(Files.size(file)).isLessThan(2L << 20);
                assertThat(file.getFileName().toString()).doesNotStartWith(".");
              });
    }
  }

  @Test
  void aFolderThatIsNoReportIsLeftAlone(@TempDir Path folder) throws IOException {
    Path own = folder.resolve("thesis.txt");
    Files.writeString(own, "three years of work");
    assertThat(mistake("report", "--output", folder.toString()))
        .isEqualTo(
            "headwater report: Cannot write the report to --output "
                + folder
                + ": it holds files that are no report. Name another folder.");
    assertThat(mistake("report", "--output", own.toString()))
        .endsWith(own + ": it is a file. Name a folder.");
    assertThat(own).hasContent("three years of work");
  }

  @Test
  void withoutAnOutputOrAWarehouseOneLineSaysWhatToDo(@TempDir Path folder) {
    assertThat(mistake("report")).contains("--output");
    assertThat(
            mistake(
                "report",
                "--output",
                folder.resolve("site").toString(),
                "--warehouse",
                folder.resolve("none").toString()))
        .contains("No tables in warehouse");
    assertThat(folder).isEmptyDirectory();
  }

  private static String mistake(String... words) {
    Submitted given = Submitted.job(words);
    assertThat(given.status()).as(given.err()).isEqualTo(2);
    assertThat(given.complaints()).hasSize(1);
    return given.complaints().get(0);
  }

  private static Map<String, JsonNode> pages(String kind) throws IOException {
    Map<String, JsonNode> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(site.resolve("data").resolve(kind))) {
      for (Path file : files.toList()) {
        String text = Files.readString(file);
        new ObjectMapper()
            .readTree(text.substring(text.indexOf(",{") + 1, text.length() - 3))
            .properties()
            .forEach(page -> pages.put(page.getKey(), page.getValue()));
      }
    }
    return pages;
  }
}
