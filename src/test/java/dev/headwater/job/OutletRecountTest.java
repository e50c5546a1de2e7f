package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Each figure of the outlet tables, counted again from the sample's rows without the kernels. */
class OutletRecountTest {
  private static final String WIRELESS = "_without_wire";

  private final SampleTables tables = SampleTables.whole();
  private final Map<String, Article> articles =
      tables.articles().stream().collect(Collectors.toMap(Article::articleId, a -> a));
  private final Map<String, TraceMember> traces =
      tables.traces().stream().collect(Collectors.toMap(TraceMember::claimId, t -> t));
  private final Map<String, TraceSummary> families =
      tables.summaries().stream().collect(Collectors.toMap(TraceSummary::traceId, t -> t));

  @Test
  void countsDays() {
    recount("source_days", "day", day -> day);
  }

  @Test
  void countsWeeks() {
    recount(
        "source_weeks",
        "week",
        day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
  }

  @Test
  void countsMonths() {
    recount("source_months", "month", day -> day.withDayOfMonth(1));
  }

  private void recount(String view, String period, UnaryOperator<LocalDate> begin) {
    Map<String, List<Article>> groups = new TreeMap<>();
    for (Article article : articles.values()) {
      if (article.publishedAt() != null && article.version() == 1) {
        LocalDate day = LocalDate.ofInstant(article.publishedAt(), ZoneOffset.UTC);
        String key = article.source() + " " + begin.apply(day);
        groups.computeIfAbsent(key, k -> new ArrayList<>()).add(article);
      }
    }
    List<Row> rows = rows(view);
    assertThat(rows).hasSameSizeAs(groups.keySet());
    RecountedRows recounted = new RecountedRows(view, "source", period);
    for (Row row : rows) {
      String key = row.getAs("source") + " " + row.getAs(period);
      List<Article> own = groups.get(key);
      assertThat(own).as(key).isNotNull();
      recounted.compare(figures(own, ""), row);
      recounted.compare(figures(own.stream().filter(a -> !isWire(a)).toList(), WIRELESS), row);
      recounted.compare(copiedIn(own, period, ""), row);
      recounted.compare(copiedIn(own, period, WIRELESS), row);
      int wire = (int) own.stream().filter(this::isWire).count();
      recounted.compare(Map.of("wire_share", wire / (double) own.size()), row);
      recounted.compare(Map.of("copied_out", copiedOut(own, tables.clusters())), row);
      List<ClusterMember> unwired =
          tables.clusters().stream().filter(m -> m.agency() == null).toList();
      recounted.compare(Map.of("copied_out" + WIRELESS, copiedOut(own, unwired)), row);
      if (!period.equals("day")) {
        recounted.compare(Map.of("days", (double) days(own)), row);
      }
    }
    recounted.coverEveryColumn(rows.get(0));
  }

  private static long days(List<Article> own) {
    return own.stream()
        .map(article -> LocalDate.ofInstant(article.publishedAt(), ZoneOffset.UTC))
        .distinct()
        .count();
  }

  private long corrections(Article article) {
    return tables.traces().stream()
        .filter(member -> member.relation().equals("corrected"))
        .filter(m -> articles.get(m.articleId()).articleKey().equals(article.articleKey()))
        .count();
  }

  private List<Row> rows(String view) {
    return SampleRun.whole().spark().table(view).collectAsList();
  }

  private Map<String, Object> figures(List<Article> own, String suffix) {
    Map<String, Object> figures = new HashMap<>();
    double words = 0;
    double original = 0;
    for (Article article : own) {
      words += Math.max(1, article.words());
      original += Math.max(1, article.words()) * ownShare(article);
    }
    figures.put("articles" + suffix, (double) own.size());
    figures.put("words" + suffix, words);
    figures.put("original_share" + suffix, own.isEmpty() ? null : (Object) (original / words));
    claimFigures(own, suffix, figures);
    long corrected = own.stream().mapToLong(this::corrections).sum();
    figures.put("corrected_claims" + suffix, (double) corrected);
    return figures;
  }

  /** What came in from other outlets, stretch by stretch. */
  private Map<String, Object> copiedIn(List<Article> own, String period, String suffix) {
    List<ClusterMember> copies =
        own.stream()
            .flatMap(article -> stretches(article).stream())
            .filter(m -> m.parent() != null && isCopied(m.parent(), m.articleId()))
            .filter(m -> suffix.isEmpty() || m.agency() == null)
            .toList();
    List<Long> lags =
        copies.stream().map(ClusterMember::lagMinutes).filter(Objects::nonNull).sorted().toList();
    Map<String, Object> figures = new HashMap<>();
    figures.put("copied_in" + suffix, (double) copies.size());
    figures.put("median_lag" + suffix, quantile(lags, 5));
    if (period.equals("day")) {
      figures.put("lags" + suffix, lags);
    }
    List<Double> deciles = new ArrayList<>();
    for (int tenth = 1; tenth < 10; tenth++) {
      deciles.add(quantile(lags, tenth));
    }
    figures.put("lag_deciles" + suffix, lags.isEmpty() ? null : deciles);
    return figures;
  }

  /** By proportion between the two values around the place. */
  private static Double quantile(List<Long> sorted, int tenth) {
    if (sorted.isEmpty()) {
      return null;
    }
    double place = tenth * (sorted.size() - 1) / 10.0;
    int below = (int) Math.floor(place + 1e-9);
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
  }

  /** What others copied counts with the parent, whether that is wire copy or not. */
  private double copiedOut(List<Article> own, List<ClusterMember> stretches) {
    Set<String> keys = own.stream().map(Article::articleKey).collect(Collectors.toSet());
    return stretches.stream()
        .filter(m -> m.parent() != null && articles.get(m.articleId()).version() == 1)
        .filter(m -> keys.contains(articles.get(m.parent()).articleKey()))
        .filter(m -> isCopied(m.parent(), m.articleId()))
        .count();
  }

  private boolean isCopied(String parent, String copy) {
    return !articles.get(parent).source().equals(articles.get(copy).source());
  }

  private void claimFigures(List<Article> own, String suffix, Map<String, Object> figures) {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, Integer> kinds = new TreeMap<>();
    for (Claim claim : own.stream().flatMap(a -> claims(a).stream()).toList()) {
      counts.merge("claims", 1, Integer::sum);
      counts.merge("attributed_claims", claim.attributedTo().isEmpty() ? 0 : 1, Integer::sum);
      TraceMember member = traces.get(claim.claimId());
      if (member != null) {
        TraceSummary family = families.get(member.traceId());
        boolean drifted = member.relation().equals("drifted");
        boolean first = member.relation().equals("origin") && isPrintedLaterOnly(claim, member);
        counts.merge("traced_claims", 1, Integer::sum);
        counts.merge("single_rooted_claims", family.independentRoots() == 1 ? 1 : 0, Integer::sum);
        counts.merge("drifted_claims", drifted ? 1 : 0, Integer::sum);
        counts.merge("first_printed_claims", first ? 1 : 0, Integer::sum);
        if (drifted) {
          member.drift().forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        }
      }
    }
    for (String count :
        List.of(
            "claims",
            "attributed_claims",
            "traced_claims",
            "single_rooted_claims",
            "drifted_claims",
            "first_printed_claims")) {
      figures.put(count + suffix, (double) counts.getOrDefault(count, 0));
    }
    share(figures, suffix, "attributed_share", counts, "attributed_claims", "claims");
    share(figures, suffix, "single_rooted_share", counts, "single_rooted_claims", "traced_claims");
    List<String> drift = new ArrayList<>();
    kinds.forEach((kind, claims) -> drift.add("[" + kind + "," + claims + "]"));
    figures.put("drift" + suffix, drift);
  }

  /** Whether another outlet printed the number later, and none before or at the same time. */
  private boolean isPrintedLaterOnly(Claim origin, TraceMember member) {
    List<Claim> others =
        tables.claims().stream()
            .filter(claim -> traces.containsKey(claim.claimId()))
            .filter(claim -> traces.get(claim.claimId()).traceId().equals(member.traceId()))
            .filter(claim -> !claim.source().equals(origin.source()))
            .filter(claim -> claim.publishedAt() != null)
            .toList();
    return origin.publishedAt() != null
        && !others.isEmpty()
        && others.stream().allMatch(other -> other.publishedAt().isAfter(origin.publishedAt()));
  }

  private static void share(
      Map<String, Object> figures,
      String suffix,
      String name,
      Map<String, Integer> counts,
      String part,
      String whole) {
    int all = counts.getOrDefault(whole, 0);
    figures.put(name + suffix, all == 0 ? null : (Object) (counts.get(part) / (double) all));
  }

  private List<Claim> claims(Article article) {
    return tables.claims().stream()
        .filter(claim -> claim.articleId().equals(article.articleId()))
        .toList();
  }

  private List<ClusterMember> stretches(Article article) {
    return tables.clusters().stream()
        .filter(member -> member.articleId().equals(article.articleId()))
        .sorted(Comparator.comparing(ClusterMember::begin).thenComparing(ClusterMember::end))
        .toList();
  }

  private ClusterMember main(Article article) {
    ClusterMember main = null;
    for (ClusterMember stretch : stretches(article)) {
      main = main == null || stretch.share() > main.share() ? stretch : main;
    }
    return main;
  }

  private boolean isWire(Article article) {
    ClusterMember main = main(article);
    return (main == null ? article.agency() : main.agency()) != null;
  }

  private boolean isCopied(ClusterMember stretch, String source) {
    return stretch.role().equals("copy")
        && stretch.parent() != null
        && !articles.get(stretch.parent()).source().equals(source);
  }

  /** Point by point, where the kernel goes by stretches. */
  private double ownShare(Article article) {
    Set<Integer> covered = new TreeSet<>();
    double copied = 0;
    for (ClusterMember stretch : stretches(article)) {
      if (isCopied(stretch, article.source())) {
        int fresh = 0;
        for (int point = stretch.begin(); point < stretch.end(); point++) {
          fresh += covered.add(point) ? 1 : 0;
        }
        copied += stretch.share() * fresh / (stretch.end() - stretch.begin());
      }
    }
    return Math.max(0, 1 - copied);
  }
}
