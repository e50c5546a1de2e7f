package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;

/** The report of the sample, opened from the disk in a real browser. */
class ReportBrowserTest {
  private static Chromium browser;
  private static Path site;

  @BeforeAll
  static void opens(@TempDir Path folder) {
    Chromium.required();
    site = folder.resolve("site");
    assertThat(SampleRun.whole().run(List.of("report", "--output", site.toString()))).isZero();
    browser = Chromium.on(site);
  }

  @AfterAll
  static void closes() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void begins() {
    browser.colours("light");
    browser.driver().manage().window().setSize(new Dimension(1280, 900));
    browser.console();
  }

  @AfterEach
  void saysNothingOnTheConsole() {
    assertThat(browser.console()).isEmpty();
  }

  @Test
  void searchFindsANumberHoweverItIsTyped() {
    for (String typed : List.of("1,250 silos", "1250 sil", "SILOS 1250")) {
      browser.open("/");
      browser.driver().findElement(By.id("query")).sendKeys(typed, Keys.ENTER);
      browser.until("return document.title === 'Search: %s'".formatted(typed)).settled();
      browser.driver().findElement(By.partialLinkText("1,250 silos")).click();
      browser.until("return document.title.includes('number')").settled();
      assertThat(browser.driver().findElement(By.tagName("h1")).getText()).contains("1,250 silos");
    }
  }

  @Test
  void searchFindsClustersAndOutletsAndSaysWhereThereIsNothing() {
    browser.open("/search/Tarvia%20leases");
    assertThat(texts("#main h2")).anyMatch(title -> title.startsWith("Clusters"));
    browser.open("/search/northwire");
    assertThat(texts("#main h2")).anyMatch(title -> title.startsWith("Outlets"));
    browser.open("/search/zyzzyva");
    assertThat(browser.driver().findElement(By.id("main")).getText()).contains("Nothing has all");
  }

  @Test
  void sideBySideScrollsBothTextsToTheNumberThatChanged() {
    // Low panes, so that the number stands below what is seen at first.
    browser.driver().manage().window().setSize(new Dimension(1000, 340));
    browser.open("/search/2.4%20billion");
    browser.driver().findElement(By.cssSelector("#main a[href^='#/number/']")).click();
    browser.until("return location.hash.startsWith('#/number/')").settled();
    browser.script(
        """
        const hop = Array.from(document.querySelectorAll(".hop")).find(hop =>
          hop.textContent.includes("wrong scale × 1,000"));
        Array.from(hop.querySelectorAll("a")).find(a => a.textContent === "side by side").click();
        """);
    browser.until("return location.hash.startsWith('#/compare/')").settled();
    browser.until("return document.querySelectorAll('.text .changed.here').length >= 2");
    browser.until(SEEN);
    assertThat(texts(".text .changed.here"))
        .anyMatch(text -> text.contains("2.4 million"))
        .anyMatch(text -> text.contains("2.4 billion"));
    assertThat(texts(".stop").get(0)).contains("2.4 million tonnes → 2.4 billion tonnes");
  }

  @Test
  void aClusterShowsItsArticlesAndAnyTwoOfThem() {
    browser.open("/clusters");
    browser.driver().findElement(By.partialLinkText("Tarvia leases silos")).click();
    browser.until("return location.hash.startsWith('#/cluster/')").settled();
    browser.until("return document.querySelectorAll('.chart svg').length > 0");
    assertThat(texts(".members tbody tr")).hasSize(11);
    browser.script("document.querySelectorAll('.members input[name=side1]')[3].click()");
    browser.until("return document.querySelectorAll('.pane')[1].textContent.includes('Saltmarsh')");
    assertThat(browser.script("return document.querySelectorAll('.pane .passage.same').length"))
        .isNotEqualTo(0L);
  }

  @Test
  void everyLinkLeadsSomewhere() {
    browser.open("/");
    Chromium.Walk walk = browser.walk(Integer.MAX_VALUE);
    assertThat(walk.dead()).as("dead links").isEmpty();
    assertThat(walk.views()).isGreaterThan(100);
    for (String file : walk.files()) {
      assertThat(Files.isRegularFile(site.resolve(file))).as(file).isTrue();
    }
  }

  @Test
  void axeFindsNoSeriousFaultInLightAndInDark() {
    for (String scheme : List.of("light", "dark")) {
      browser.colours(scheme);
      for (String route : browser.kinds("silo")) {
        browser.open(route);
        assertThat(browser.console()).as(route).isEmpty();
        assertThat(browser.faults()).as("%s in %s", route, scheme).isEmpty();
      }
    }
  }

  @Test
  void nothingIsWiderThanANarrowScreen() {
    String cluster = browser.link("/clusters", "a[href^='#/cluster/']");
    String number = browser.link("/numbers/changed", "a[href^='#/number/']");
    browser
        .driver()
        .executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 380, "height", 800, "deviceScaleFactor", 1, "mobile", true));
    try {
      for (String route : List.of("/", cluster, number, "/outlets", "/network")) {
        browser.open(route);
        assertThat(browser.script("return document.documentElement.scrollWidth"))
            .as(route)
            .isEqualTo(380L);
      }
    } finally {
      browser.driver().executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }
  }

  @Test
  void anAddressOfAnotherReleaseIsAnswered() {
    browser.open("/cluster/0000000000000000");
    assertThat(browser.driver().findElement(By.tagName("h1")).getText())
        .isEqualTo("Not in this report");
  }

  private static List<String> texts(String selector) {
    return browser.driver().findElements(By.cssSelector(selector)).stream()
        .map(element -> element.getText().replace('\n', ' '))
        .toList();
  }

  /** Whether a marked change stands inside what is seen of each pane. */
  private static final String SEEN =
      """
      return Array.from(document.querySelectorAll(".text")).every(pane => {
        const mark = pane.querySelector(".changed.here");
        const box = pane.getBoundingClientRect();
        const at = mark && mark.getBoundingClientRect();
        return at && at.top >= box.top && at.bottom <= box.bottom && pane.scrollTop > 0;
      });
      """;
}
