package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.Release;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Sessions;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Articles that try to do something to who reads them, in every place where a report shows text.
 */
class HostileReportTest {
  private static final String SCRIPT =
      "</script><script>window.hurt=1</script><img src=x onerror=\"window.hurt=1\">\"'`${hurt}\\";
  private static final String TURNED = "paid \u202E000,1\u202C dollars\u2028\u0000\u2066 in all";
  private static final int LONG = 10_000_000;

  @TempDir private Path folder;

  @Test
  void hostileArticlesAreShownHarmlessly() throws IOException {
    Chromium.required();
    Path site = written();
    try (Stream<Path> files = Files.walk(site)) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file -> assertThat(Files.size(file)).isLessThan(2L << 20));
    }
    try (Chromium browser = Chromium.on(site)) {
      browser.console();
      for (String route :
          List.of(
              "/",
              "/clusters",
              "/cluster/c000000000000000",
              "/cluster/c000000000000000/a000000000000000/a000000000000001",
              "/compare/a000000000000000/a000000000000001",
              "/number/f000000000000000",
              "/article/a000000000000000",
              "/article/a000000000000001",
              "/article/a000000000000002",
              "/outlets",
              "/search/hurt",
              "/search/" + "x".repeat(40))) {
        browser.open(route);
        assertThat(browser.script(HARM)).as(route).isEqualTo("none");
        assertThat(browser.console()).as(route).isEmpty();
      }
      browser.open("/article/a000000000000000");
      assertThat(browser.driver().getTitle()).startsWith("</script><script>");
      assertThat(browser.script("return document.querySelector('.reading').textContent"))
          .asString()
          .contains(SCRIPT)
          .contains("paid U+202E000,1U+202C dollars")
          .doesNotContain("\u202E");
      browser.open("/article/a000000000000002");
      assertThat(browser.script("return document.querySelector('#main').textContent"))
          .asString()
          .contains("Only the first 150,000 of 10,000,000 characters");
      assertThat(browser.script("return document.documentElement.scrollWidth"))
          .isEqualTo(browser.script("return document.documentElement.clientWidth"));
    }
  }

  /** A report of two hostile articles that share their text, and of one with a single word. */
  private Path written() throws IOException {
    SparkSession spark = LocalSpark.cleanSession();
    for (TableContract table : Tables.PUBLISHED) {
      empty(spark, table.row()).createOrReplaceTempView(table.name());
    }
    RowCodec.of(Release.class)
        .dataset(spark, List.of(new Release(1, SCRIPT, Instant.EPOCH, null, 1)))
        .createOrReplaceTempView("release");
    Map<String, Object> hostile =
        Map.of("script", SCRIPT, "text", SCRIPT + " " + TURNED, "long", "x".repeat(LONG));
    for (Map.Entry<String, String> view : VIEWS.entrySet()) {
      spark.sql(view.getValue(), hostile).createOrReplaceTempView(view.getKey());
    }
    Path site = folder.resolve("site");
    ReportFolder target = ReportFolder.check(site.toString(), Sessions.hadoop());
    new ReportWork(spark, target).write();
    target.finish();
    return site;
  }

  private static <T extends Record> Dataset<Row> empty(SparkSession spark, Class<T> row) {
    return RowCodec.of(row).dataset(spark, List.of());
  }

  /** The rows that are not empty, as columns over a row of each table with nothing in it. */
  private static final Map<String, String> VIEWS =
      Map.of(
          "articles",
          """
          SELECT concat('a00000000000000', id) AS article_id, concat('out', :script) AS source,
                 :script AS source_name, :script AS owner, 'javascript:window.hurt=1' AS url,
                 :script AS title, :script AS byline, :script AS dateline, :script AS agency,
                 TIMESTAMP '2026-03-01 10:00:00' + make_interval(0, 0, 0, 0, CAST(id AS INT)) AS published_at,
                 'second' AS published_at_precision, :script AS published_at_basis, 'en' AS lang,
                 1 AS version, 10 AS words, array(:script) AS issues,
                 if(id = 2, :long, :text) AS text, CAST(id AS STRING) AS text_hash,
                 TIMESTAMP '2026-03-02 10:00:00' AS ingested_at,
                 array(named_struct('begin', 0, 'end', 3, 'kind', :script)) AS boilerplate
          FROM range(3)
          """,
          "clusters",
          """
          SELECT 'c000000000000000' AS cluster_id, concat('a00000000000000', id) AS article_id,
                 0 AS begin, length(:text) AS end, 1.0D AS share,
                 if(id = 0, 'original', 'copy') AS role, id = 0 AS representative,
                 if(id = 0, NULL, 'a000000000000000') AS parent, 0.5D AS parent_confidence,
                 array(:script) AS parent_basis, 60L AS lag_minutes, :script AS agency, 2 AS size,
                 1.0D AS density
          FROM range(2)
          """,
          "passages",
          """
          SELECT 'a000000000000000' AS left_id, 'a000000000000001' AS right_id, 0 AS left_begin,
                 length(:text) AS left_end, 0 AS right_begin, length(:text) AS right_end, 9 AS words,
                 1.0D AS identity, :script AS reuse_kind, :script AS origin_class,
                 array(named_struct('left_begin', 0, 'left_end', 40, 'right_begin', 0,
                                    'right_end', 40)) AS blocks
          """,
          "claims",
          """
          SELECT concat('d00000000000000', id) AS claim_id, concat('a00000000000000', id) AS article_id,
                 concat('out', :script) AS source, TIMESTAMP '2026-03-01 10:00:00' AS published_at,
                 2 AS begin, 30 AS end, substring(:text, 3, 28) AS surface, 0 AS sentence_begin,
                 length(:text) AS sentence_end, :text AS sentence,
                 CAST(1000 AS DECIMAL(38, 18)) AS value_low, CAST(1000 AS DECIMAL(38, 18)) AS value_high,
                 CAST(1000 AS DECIMAL(38, 18)) AS value, :script AS unit, :script AS bound,
                 :script AS hedge, :script AS scope, :script AS per, :script AS modality,
                 :script AS polarity, array(:script) AS attributed_to
          FROM range(2)
          """,
          "traces",
          """
          SELECT 'f000000000000000' AS trace_id, concat('d00000000000000', id) AS claim_id,
                 concat('a00000000000000', id) AS article_id, 'd000000000000000' AS origin_claim_id,
                 if(id = 0, NULL, 'd000000000000000') AS parent_claim_id,
                 if(id = 0, 'origin', 'drifted') AS relation,
                 if(id = 0, array(), array(:script, 'constructor', '__proto__')) AS drift,
                 CAST(1000 AS DECIMAL(38, 18)) AS factor, :script AS via,
                 'c000000000000000' AS cluster_id, :script AS root, CAST(id AS INT) AS hops
          FROM range(2)
          """,
          "trace_summary",
          """
          SELECT 'f000000000000000' AS trace_id, 2 AS claims, 2 AS articles, 1 AS sources,
                 1 AS clusters, 1 AS independent_roots,
                 array(named_struct('root', :script, 'basis', 'constructor', 'article_ids',
                       array('a000000000000000', 'a000000000000001'))) AS roots,
                 :script AS named_origin, :script AS unit, array(:script) AS concept,
                 CAST(1000 AS DECIMAL(38, 18)) AS value_min, CAST(1000 AS DECIMAL(38, 18)) AS value_max,
                 TIMESTAMP '2026-03-01 10:00:00' AS first_at, TIMESTAMP '2026-03-01 11:00:00' AS last_at,
                 array(:script) AS drift_kinds, 'f000000000000000' AS series_id
          """,
          "claim_links",
          """
          SELECT 'd000000000000000' AS from_claim_id, 'd000000000000001' AS to_claim_id,
                 'passage' AS via, :script AS reason, 'drifted' AS relation, array('scale') AS drift,
                 CAST(1000 AS DECIMAL(38, 18)) AS factor
          """);

  private static final String HARM =
      """
      if (window.hurt !== undefined) return "a script ran";
      if (document.querySelector("#main script, #main img, #main iframe")) return "markup was made";
      const link = Array.from(document.querySelectorAll("a[href]")).map(a => a.getAttribute("href"))
        .find(href => !/^(#|lib\\/|https?:)/.test(href));
      return link ? "link to " + link : "none";
      """;
}
