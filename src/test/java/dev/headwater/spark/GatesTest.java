package dev.headwater.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headwater.LocalSpark;
import dev.headwater.model.Article;
import dev.headwater.model.ClaimKeys;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Posting;
import dev.headwater.model.Reject;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import dev.headwater.model.UserMistake;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Every gate fires on a run that is wrong in its way, on a history of nine quiet days. */
@TestInstance(Lifecycle.PER_CLASS)
class GatesTest {
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 1);
  private static final int DAYS = 9;

  @TempDir static Path folder;

  private SparkSession spark;
  private Warehouse warehouse;

  @BeforeAll
  void publishNineDays() {
    spark = LocalSpark.on(folder);
    warehouse = Warehouse.write(spark);
    Run run = TestRun.open(warehouse, "history");
    List<Article> articles = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      articles.addAll(articles("daily.example", FIRST_DAY.plusDays(day), 12));
      articles.addAll(articles("other.example", FIRST_DAY.plusDays(day), 12));
      // Nothing on the eighth day: no Sunday edition.
      articles.addAll(articles("weekdays.example", FIRST_DAY.plusDays(day), day == 7 ? 0 : 12));
    }
    append(run, Tables.ARTICLES, Article.class, articles);
    run.finish("ingest");
    assertThat(Gates.check(run, GateLimits.DEFAULTS, Set.of())).isEmpty();
    Publisher.publish(run);
  }

  @Test
  void rowsThatContradictOtherTablesAreFound() {
    // Iceberg refuses a null in a required column; the gate is there for tables made otherwise.
    spark.sql("ALTER TABLE " + Warehouse.name(Tables.REJECTS) + " ALTER reason DROP NOT NULL");
    Run run = TestRun.open(warehouse, "contradictions");
    run.append(
        Tables.REJECTS,
        RowCodec.of(Reject.class)
            .dataset(spark, List.of(new Reject(run.id(), "f", 1L, "", "", "")))
            .withColumn("reason", functions.lit(null).cast("string")));
    append(
        run,
        Tables.CLUSTERS,
        ClusterMember.class,
        List.of(member("daily.example 2026-03-01 0", 0, 9000, null, 2, 1.0)));
    append(
        run,
        Tables.CLAIM_LINKS,
        ClaimLink.class,
        List.of(new ClaimLink("no", "none", "passage", "made up", "same", List.of(), null)));
    append(
        run,
        Tables.POSTINGS,
        Posting.class,
        List.of(new Posting(1, "no article", null, 1, false, new byte[8])));
    append(
        run,
        Tables.CLAIM_KEYS,
        ClaimKeys.class,
        List.of(
            new ClaimKeys(
                "no",
                "a",
                null,
                Instant.EPOCH,
                new byte[8],
                1,
                1,
                1,
                1,
                1,
                null,
                true,
                1,
                1,
                1,
                1,
                1,
                1)));
    append(
        run,
        Tables.TRACES,
        TraceMember.class,
        // What is an article's id is no claim's.
        List.of(
            member("t", "no"), member("t", "neither"), member("t", "daily.example 2026-03-01 0")));
    // A family of three members beside the lost one must not make up for it.
    append(run, Tables.TRACE_SUMMARY, TraceSummary.class, List.of(summary("t"), summary("lost")));
    assertThat(broken(run))
        .containsExactlyInAnyOrder(
            "nothing_null_rejects",
            "offsets_inside_clusters_article_id",
            "present_claim_keys_claim_id",
            "present_claim_links_from_claim_id",
            "present_claim_links_to_claim_id",
            "present_postings_article_id",
            "present_traces_claim_id",
            "present_trace_summary_trace_id",
            "cluster_members");
    assertThat(run.counter("gates", "gate_present_traces_claim_id")).isEqualTo(3);
    assertThat(run.counter("gates", "gate_present_trace_summary_trace_id")).isEqualTo(1);
    run.abandon();
  }

  @Test
  void clustersThatAreTooLargeOrTooThinAreFound() {
    Run run = TestRun.open(warehouse, "clusters");
    String known = "daily.example 2026-03-01 0";
    append(
        run,
        Tables.CLUSTERS,
        ClusterMember.class,
        List.of(
            member(known, 0, 4, "no such parent", 200_000, 0.5),
            member(known, 5, 9, null, 2_000, 0.001)));
    run.count("reprints", "clusters_too_large", 2);
    List<Gates.Finding> found = Gates.check(run, GateLimits.DEFAULTS, Set.of());
    assertThat(found)
        .extracting(Gates.Finding::gate)
        .containsExactly(
            "present_clusters_parent", "cluster_members", "clusters_too_large", "cluster_density");
    assertThat(run.counter("gates", "gate_clusters_too_large")).isEqualTo(2);
    assertThat(run.counter("gates", "gate_cluster_density")).isEqualTo(0.001);
    GateLimits wider = GateLimits.of(Map.of("clusters_too_large", 2.0, "cluster_density", 1e-4));
    assertThat(Gates.check(run, wider, Set.of("present_clusters_parent", "cluster_members")))
        .isEmpty();
    run.abandon();
  }

  @Test
  void aShareOfRejectsThatIsTooHighIsFound() {
    Run run = TestRun.open(warehouse, "rejects");
    run.count("ingest", "records_read", 400);
    run.count("ingest", "rejected", 300);
    assertThat(broken(run)).containsExactly("reject_share");
    assertThat(run.counter("gates", "gate_reject_share")).isEqualTo(0.75);
    assertThat(Gates.check(run, GateLimits.of(Map.of("reject_share", 0.8)), Set.of())).isEmpty();
    run.abandon();
  }

  @Test
  void ofManyRecordsHalfOfFewNearlyAllMustBeRejectedAndAHandfulProvesNothing() {
    Run run = TestRun.open(warehouse, "rejects of few");
    assertThat(areTooMany(run, 9, 9)).isFalse();
    assertThat(areTooMany(run, 10, 10)).isTrue();
    assertThat(areTooMany(run, 90, 90)).isTrue();
    assertThat(areTooMany(run, 81, 90)).isFalse();
    assertThat(areTooMany(run, 82, 90)).isTrue();
    assertThat(areTooMany(run, 100, 180)).isFalse();
    assertThat(areTooMany(run, 101, 180)).isTrue();
    assertThat(areTooMany(run, 101, 1000)).isFalse();
    run.abandon();
  }

  /** A limit of one never breaks: the gate is off. */
  private static boolean areTooMany(Run run, long rejected, long read) {
    run.count("ingest", "records_read", read);
    run.count("ingest", "rejected", rejected);
    assertThat(Gates.rejects(run, 1).broken()).isZero();
    return Gates.rejects(run, GateLimits.DEFAULTS.rejectShare()).broken() > 0;
  }

  @Test
  void aFeedThatWentSilentIsFoundAndOneThatRestsOnSundaysIsNot() {
    Run run = TestRun.open(warehouse, "silent");
    append(
        run,
        Tables.ARTICLES,
        Article.class,
        articles("other.example", FIRST_DAY.plusDays(DAYS), 12));
    assertThat(Gates.check(run, GateLimits.DEFAULTS, Set.of()))
        .containsExactly(
            Gates.Finding.of(
                "feeds_silent",
                1,
                "outlets with far fewer articles than usual on 2026-03-10: daily.example has 0,"
                    + " mostly 12 or more"));
    run.abandon();
  }

  @Test
  void aFeedThatFloodsIsFound() {
    Run run = TestRun.open(warehouse, "flood");
    LocalDate day = FIRST_DAY.plusDays(DAYS);
    List<Article> articles = articles("other.example", day, 150);
    articles.addAll(articles("daily.example", day, 12));
    append(run, Tables.ARTICLES, Article.class, articles);
    List<Gates.Finding> found = Gates.check(run, GateLimits.DEFAULTS, Set.of());
    assertThat(found).extracting(Gates.Finding::gate).containsExactly("feeds_flooding");
    assertThat(found.get(0).look()).contains("other.example has 150, at most 12 before");
    assertThat(Gates.check(run, GateLimits.of(Map.of("feed_factor", 20.0)), Set.of())).isEmpty();
    run.abandon();
  }

  @Test
  void lateArticlesOfAnOldDayAreNoSilence() {
    Run run = TestRun.open(warehouse, "late");
    List<Article> late = new ArrayList<>();
    for (Article article : articles("late.example", FIRST_DAY.plusDays(DAYS - 1), 3)) {
      late.add(article);
    }
    append(run, Tables.ARTICLES, Article.class, late);
    assertThat(broken(run)).isEmpty();
    run.abandon();
  }

  @Test
  void aLimitThatNoGateHasIsAMistake() {
    assertThatThrownBy(() -> GateLimits.of(Map.of("clusters_to_large", 1.0)))
        .isInstanceOf(UserMistake.class)
        .hasMessage(
            "--gate-limit clusters_to_large: there is no such limit (there are clusters_too_large,"
                + " cluster_density, reject_share, feed_factor).");
    assertThatThrownBy(() -> GateLimits.of(Map.of("feed_factor", -1.0)))
        .isInstanceOf(UserMistake.class)
        .hasMessage("--gate-limit feed_factor is -1.0; give 0 or more.");
  }

  @Test
  void whatAnOutletHasOnNineOfTenDays() {
    assertThat(FeedGates.tenthPercentile(List.of(4L, 5L, 6L), 3)).isEqualTo(4);
    assertThat(FeedGates.tenthPercentile(List.of(4L, 5L, 6L), 4)).isZero();
    assertThat(FeedGates.tenthPercentile(List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L), 10))
        .isEqualTo(1);
    assertThat(FeedGates.tenthPercentile(List.of(), 0)).isZero();
  }

  private static List<String> broken(Run run) {
    return Gates.check(run, GateLimits.DEFAULTS, Set.of()).stream()
        .map(Gates.Finding::gate)
        .toList();
  }

  private <R extends Record> void append(
      Run run, TableContract table, Class<R> type, List<R> rows) {
    run.append(table, RowCodec.of(type).dataset(spark, rows));
  }

  private static TraceMember member(String trace, String claim) {
    return new TraceMember(
        trace, claim, "a", claim, null, "origin", List.of(), null, List.of(), null, null, null, "r",
        0, "t");
  }

  private static TraceSummary summary(String trace) {
    return new TraceSummary(
        trace, 1, 1, 1, 1, 1, List.of(), null, null, List.of(), null, null, null, null, List.of(),
        trace, 1, 1, 1);
  }

  private static ClusterMember member(
      String article, int begin, int end, String parent, int size, double density) {
    return new ClusterMember(
        "c", article, begin, end, 1, "copy", false, parent, null, List.of(), null, null, null, size,
        density);
  }

  private static List<Article> articles(String source, LocalDate day, int count) {
    List<Article> articles = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String id = source + " " + day + " " + n;
      articles.add(
          TestArticle.of(id, "A quiet day.")
              .source(source)
              .at(Instant.parse(day + "T06:00:00Z"))
              .loaded(Instant.parse("2026-03-20T00:00:00Z"))
              .article());
    }
    return articles;
  }
}
