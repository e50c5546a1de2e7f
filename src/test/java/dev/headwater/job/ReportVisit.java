package dev.headwater.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Dimension;

/**
 * Opens a report of any size in Chromium as the tests open the sample's: {@code jobs/bench visit
 * SITE [LINKS]}. Follows links (3,000 unless told), looks at one view of each kind with axe-core in
 * light and in dark and at the width of a telephone, and says what the console said. Ends with 1
 * where anything is wrong.
 */
public final class ReportVisit {
  private static final int LINKS = 3_000;

  private ReportVisit() {}

  /** Visits the report in a folder. */
  public static void main(String[] arguments) {
    if (arguments.length == 0 || !Files.isRegularFile(Path.of(arguments[0], "index.html"))) {
      System.err.println("visit: give the folder of a report");
      System.exit(2);
    }
    Path site = Path.of(arguments[0]).toAbsolutePath();
    int links = arguments.length > 1 ? Integer.parseInt(arguments[1]) : LINKS;
    List<String> faults = new ArrayList<>();
    try (Chromium browser = Chromium.on(site)) {
      List<String> kinds = browser.kinds("the");
      for (String scheme : List.of("light", "dark")) {
        browser.colours(scheme);
        for (String route : kinds) {
          browser.open(route);
          browser.console().forEach(said -> faults.add(route + " console: " + said));
          browser.faults().forEach(fault -> faults.add(route + " " + scheme + ": " + fault));
        }
      }
      browser.driver().manage().window().setSize(new Dimension(500, 800));
      for (String route : kinds) {
        browser.open(route);
        Object wider =
            browser.script(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (Boolean.TRUE.equals(wider)) {
          faults.add(route + " is wider than a narrow screen");
        }
      }
      Chromium.Walk walk = browser.walk(links);
      walk.dead().forEach(dead -> faults.add("dead link " + dead));
      for (String file : walk.files()) {
        if (!Files.isRegularFile(site.resolve(file))) {
          faults.add("no file " + file);
        }
      }
      browser.console().forEach(said -> faults.add("console: " + said));
      System.out.printf(
          "%d kinds of views in light and dark, %d links followed, %d faults%n",
          kinds.size(), walk.views(), faults.size());
    }
    faults.forEach(System.out::println);
    System.exit(faults.isEmpty() ? 0 : 1);
  }
}
