package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * A headless Chromium on one report, opened from the disk. Where there is none the test is skipped
 * and says so; on a machine that calls itself CI that is a failure.
 */
final class Chromium implements AutoCloseable {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final Path site;

  private Chromium(ChromeDriver driver, Path site) {
    this.driver = driver;
    this.site = site;
  }

  /** Checks that there is a Chromium. */
  static void required() {
    boolean there = Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    if ("true".equals(System.getenv("CI"))) {
      assertThat(there).as(BROWSER + " and " + DRIVER + " on CI").isTrue();
    }
    Assumptions.assumeTrue(
        there,
        "SKIPPED, no " + BROWSER + ": install chromium and chromium-driver to open the report");
  }

  /** Opens a report. */
  static Chromium on(Path site) {
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER.toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        // Links are followed faster than a person could: without it some are not gone to.
        "--disable-ipc-flooding-protection");
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER.toFile()).build();
    ChromeDriver driver = new ChromeDriver(service, options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(3));
    driver.manage().window().setSize(new Dimension(1280, 900));
    return new Chromium(driver, site);
  }

  /** The browser. */
  ChromeDriver driver() {
    return driver;
  }

  /** Goes to a route from anew and waits until its view stands. */
  Chromium open(String route) {
    driver.get("about:blank");
    driver.get(site.resolve("index.html").toUri() + "#" + route);
    return settled();
  }

  /** Waits until the view of the address stands. */
  Chromium settled() {
    new WebDriverWait(driver, PATIENCE)
        .until(any -> Boolean.TRUE.equals(driver.executeScript(SETTLED)));
    return this;
  }

  /** Waits until a script gives true. */
  Chromium until(String script) {
    new WebDriverWait(driver, PATIENCE)
        .until(any -> Boolean.TRUE.equals(driver.executeScript(script)));
    return this;
  }

  /** What a script gives. */
  Object script(String text, Object... arguments) {
    return driver.executeScript(text, arguments);
  }

  /** What the console has said since it was last asked. */
  List<String> console() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getLevel() + " " + entry.getMessage())
        .toList();
  }

  /** Lets pages believe that the system is light or dark. */
  void colours(String scheme) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** The serious and critical faults that axe-core finds in the view. */
  @SuppressWarnings("unchecked")
  List<String> faults() {
    driver.executeScript(axe());
    List<String> faults = (List<String>) driver.executeAsyncScript(FAULTS);
    // What axe-core itself says there is none of the report's.
    console();
    return faults;
  }

  /** The address of the first link in a view that a selector finds. */
  String link(String route, String selector) {
    open(route);
    return script("return document.querySelector(\"#main " + selector + "\").hash.slice(1)")
        .toString();
  }

  /** The address of one view of each kind. */
  List<String> kinds(String searched) {
    return List.of(
        "/",
        "/clusters",
        link("/clusters", "a[href^='#/cluster/']"),
        "/numbers",
        link("/numbers/changed", "a[href^='#/number/']"),
        "/outlets",
        link("/outlets", "a[href^='#/outlet/']"),
        "/network",
        "/search/" + searched);
  }

  /** What following the links of a report gives. */
  record Walk(long views, List<String> dead, List<String> files) {}

  /** Follows links from the overview on, at most so many, the last found first. */
  @SuppressWarnings("unchecked")
  Walk walk(int most) {
    open("/");
    driver.executeScript(
        "window.walk = {seen: new Set(['#/']), next: ['#/'], dead: [], files: new Set(), views: 0}");
    // A call that takes minutes is given up by the driver.
    while (Boolean.TRUE.equals(driver.executeAsyncScript(STEPS, most))) {}
    List<Object> walked =
        (List<Object>) script("return [walk.views, walk.dead, Array.from(walk.files)]");
    return new Walk(
        (Long) walked.get(0), (List<String>) walked.get(1), (List<String>) walked.get(2));
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static String axe() {
    try {
      Properties maven = new Properties();
      maven.load(resource("/META-INF/maven/org.webjars.npm/axe-core/pom.properties"));
      String file =
          "/META-INF/resources/webjars/axe-core/" + maven.getProperty("version") + "/axe.min.js";
      return new String(resource(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("No axe-core", e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = Chromium.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("no resource " + name);
    }
    return in;
  }

  private static final String SETTLED =
      """
      const main = document.getElementById("main");
      return !!main && !main.hasAttribute("aria-busy") && main.dataset.route === location.hash
          && !!main.querySelector("h1");
      """;

  private static final String FAULTS =
      """
      const done = arguments[arguments.length - 1];
      axe.run(document, {resultTypes: ["violations"], preload: false}).then(
        result => done(result.violations
          .filter(fault => ["serious", "critical"].includes(fault.impact))
          .map(fault => fault.id + ": " + fault.nodes.slice(0, 3).map(node =>
            node.html.slice(0, 160) + " " + node.any.map(check => check.message).join(" ")).join(" | "))),
        problem => done(["axe failed: " + problem]));
      """;

  /** Goes on with a walk for some seconds; true where there is more to see. */
  private static final String STEPS =
      """
      const most = arguments[0];
      const done = arguments[arguments.length - 1];
      (async () => {
        const main = document.getElementById("main");
        const until = performance.now() + 20000;
        while (walk.next.length > 0 && walk.views < most && performance.now() < until) {
          const route = walk.next.pop();
          walk.views++;
          location.hash = route;
          for (let i = 0; i < 2000 && (main.dataset.route !== route || main.hasAttribute("aria-busy")); i++) {
            await new Promise(resolve => setTimeout(resolve, 5));
          }
          if (main.dataset.route !== route || main.hasAttribute("aria-busy")) walk.dead.push(route + " not shown in time");
          else if (main.dataset.missing) walk.dead.push(route + " is missing");
          else if (main.textContent.includes("cannot be read")) walk.dead.push(route + " cannot be read");
          document.querySelectorAll("a[href]").forEach(a => {
            const to = a.getAttribute("href");
            if (to.startsWith("#/") && !walk.seen.has(to)) { walk.seen.add(to); walk.next.push(to); }
            else if (!to.startsWith("#") && !/^https?:/.test(to)) walk.files.add(to);
          });
        }
        done(walk.next.length > 0 && walk.views < most);
      })();
      """;
}
