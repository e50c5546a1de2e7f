package dev.headwater.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** The files of the site that are the same in every report, and the texts of its queries. */
public final class SiteFiles {
  /** File by which a folder is known to be a report. */
  public static final String MARKER = "report.json";

  private static final String OWN = "/dev/headwater/report/";

  private SiteFiles() {}

  /** Content by path in the site. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (String name : lines("site/files.txt")) {
      files.put(name, bytes(OWN + "site/" + name));
    }
    String charts = charts();
    files.put("lib/echarts.min.js", bytes(charts + "dist/echarts.min.js"));
    files.put("lib/echarts-LICENSE.txt", bytes(charts + "LICENSE"));
    files.put("lib/echarts-NOTICE.txt", bytes(charts + "NOTICE"));
    files.put("lib/d3-LICENSE.txt", bytes(charts + "licenses/LICENSE-d3"));
    return files;
  }

  /** Names of the queries of a folder, such as lists, in the order of its list. */
  public static String[] queries(String folder) {
    return lines(folder + "/queries.txt");
  }

  /** A query, such as pages/clusters. */
  public static String query(String name) {
    return new String(bytes(OWN + name + ".sql"), StandardCharsets.UTF_8);
  }

  /** Folder of the charting library in the class path; its name has the version. */
  private static String charts() {
    Properties maven = new Properties();
    try (InputStream in = open("/META-INF/maven/org.webjars.npm/echarts/pom.properties")) {
      maven.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read the version of ECharts", e);
    }
    return "/META-INF/resources/webjars/echarts/" + maven.getProperty("version") + "/";
  }

  private static String[] lines(String name) {
    return new String(bytes(OWN + name), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .toArray(String[]::new);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = open(resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("Cannot read " + resource, e);
    }
  }

  private static InputStream open(String resource) throws IOException {
    InputStream in = SiteFiles.class.getResourceAsStream(resource);
    if (in == null) {
      throw new IOException("no resource " + resource);
    }
    return in;
  }
}
