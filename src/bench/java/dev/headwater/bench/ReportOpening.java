package dev.headwater.bench;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * How long a headless Chromium takes from the address to the view of a report, read from the disk:
 * {@code jobs/bench opening SITE /clusters /search/quay}. Each route is opened five times, each
 * time from an empty page; the least, the median and the greatest are shown, in milliseconds.
 */
public final class ReportOpening {
  private static final int TIMES = 5;
  private static final String SHOWN =
      "return Math.round((performance.getEntriesByName('shown')[0] || {startTime: -1}).startTime)";

  private ReportOpening() {}

  /** Opens the site's overview, and the routes that are given. */
  public static void main(String[] arguments) {
    if (arguments.length == 0) {
      System.err.println("opening: give the folder of a report");
      System.exit(2);
    }
    String page = Path.of(arguments[0]).resolve("index.html").toUri().toString();
    List<String> routes = new ArrayList<>(List.of("/"));
    routes.addAll(Arrays.asList(arguments).subList(1, arguments.length));
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments("--headless=new", "--no-sandbox", "--disable-dev-shm-usage");
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build(),
            options);
    try {
      for (String route : routes) {
        long[] times = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
          times[i] = open(driver, page + "#" + route);
        }
        Arrays.sort(times);
        System.out.printf(
            Locale.ROOT, "%-40s %5d %5d %5d ms%n", route, times[0], times[2], times[TIMES - 1]);
      }
    } finally {
      driver.quit();
    }
  }

  private static long open(ChromeDriver driver, String address) {
    driver.get("about:blank");
    driver.get(address);
    return new WebDriverWait(driver, Duration.ofSeconds(60))
        .until(
            any -> {
              Object shown = driver.executeScript(SHOWN);
              return shown instanceof Long time && time >= 0 ? time : null;
            });
  }
}
