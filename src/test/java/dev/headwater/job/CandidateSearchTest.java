package dev.headwater.job;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.Article;
import dev.headwater.model.Ids;
import dev.headwater.model.TestArticle;
import dev.headwater.reuse.Buckets;
import dev.headwater.reuse.Grams;
import dev.headwater.reuse.PostingKey;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.TaskCounter;
import dev.headwater.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a night finds in the history is what one batch over both finds. */
class CandidateSearchTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;
  private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
  private static final long HEAP = 1L << 30;
  private static final int STORIES = 40;
  private static final int YEARS = 3;
  private static final int PHRASES = 24;
  private static final String MISREAD = "cos3table lU BENcH ";

  private final SparkSession spark = LocalSpark.cleanSession();
  private final List<Article> articles = articles();

  /**
   * Stories of 12 to 130 words, each printed in eight articles over three years or undated; and
   * phrases of 6 to 9 words, which are 2 to 5 n-grams, each in two articles of one day, of which
   * none, one or both are scans.
   */
  private static List<Article> articles() {
    Random random = new Random(7);
    List<Article> articles = new ArrayList<>();
    for (int story = 0; story < STORIES; story++) {
      String text = words(random, 12 + 3 * story);
      for (int print = 0; print < 8; print++) {
        Instant at =
            print == 7 || random.nextInt(8) == 0
                ? null
                : FIRST.plus(Duration.ofDays(random.nextInt(365 * YEARS)));
        articles.add(
            article(
                Ids.of("article", Integer.toString(articles.size())),
                words(random, 30) + ". " + text + ". " + words(random, 30) + ".",
                at));
      }
    }
    for (int phrase = 0; phrase < PHRASES; phrase++) {
      String text = words(random, 6 + phrase % 4);
      Instant at = FIRST.plus(Duration.ofDays(random.nextInt(365 * YEARS)));
      for (int print = 0; print < 2; print++) {
        articles.add(
            article(
                Ids.of("phrase", phrase, print),
                (phrase / 4 % 3 > print ? MISREAD : "")
                    + words(random, 30)
                    + ". "
                    + text
                    + ". "
                    + words(random, 30)
                    + ".",
                at));
      }
    }
    return articles;
  }

  @Test
  void aNightMeetsOfTheHistoryWhatABatchMeets() {
    List<Article> fresh = new ArrayList<>();
    List<Article> known = new ArrayList<>();
    for (int a = 0; a < articles.size(); a++) {
      (a % 8 < 3 || a % 8 == 7 && a % 16 > 8 ? fresh : known).add(articles.get(a));
    }
    assertThat(pairs(fresh, known)).isEqualTo(batch(fresh)).hasSizeGreaterThan(300);
  }

  /**
   * A history of so many keys is worked on in more buckets than there are tasks; a night of so many
   * that no filter is sent, in tasks for the keys of both.
   */
  @ParameterizedTest
  @CsvSource({"40000, 30000000", "40000, 500000000", "21000000, 0", "21000000, 300000000"})
  void theSamePairsHoweverManyKeysThereAre(long freshKeys, long knownKeys) {
    List<Article> fresh = articles.subList(0, 100);
    List<Article> known = articles.subList(100, articles.size());
    assertThat(pairs(fresh, known, freshKeys, knownKeys))
        .isEqualTo(pairs(fresh, known))
        .hasSizeGreaterThan(100);
  }

  @Test
  void aNightOfOneMonthLeavesOutMostOfTheHistoryAndMissesNothing() {
    Instant begin = FIRST.plus(Duration.ofDays(500));
    Instant end = begin.plus(Duration.ofDays(30));
    List<Article> fresh = new ArrayList<>();
    List<Article> known = new ArrayList<>();
    for (Article article : articles) {
      Instant at = article.publishedAt();
      (at != null && at.isAfter(begin) && at.isBefore(end) ? fresh : known).add(article);
    }
    Dataset<Row> postings = postings(known);
    long reached =
        postings.where(new CandidateSearch(SETTINGS, 1, 0, 2, HEAP).reach(postings(fresh))).count();
    assertThat(reached).isBetween(postings.count() / 8, postings.count() / 2);
    assertThat(pairs(fresh, known)).isEqualTo(batch(fresh)).hasSizeGreaterThan(20);
  }

  @Test
  void copiesAreLeftOutAndDaysStayTogetherHoweverManyTheyAre() {
    Dataset<Row> all = RowCodec.of(Article.class).dataset(spark, articles);
    Dataset<Row> copies = all.limit(100);
    List<String> few = ids(ReprintsStage.without(all, copies, true));
    Dataset<Row> dealt = ReprintsStage.without(all, copies, false);
    assertThat(few).hasSize(articles.size() - 100);
    assertThat(ids(dealt)).containsExactlyInAnyOrderElementsOf(few);
    Instant last = Instant.MIN;
    for (List<Row> partition : dealt.select("published_at").toJavaRDD().glom().collect()) {
      for (Row row : partition) {
        assertThat(row.isNullAt(0) || !row.getInstant(0).isBefore(last)).isTrue();
      }
      for (Row row : partition) {
        last = row.isNullAt(0) || row.getInstant(0).isBefore(last) ? last : row.getInstant(0);
      }
    }
  }

  private static List<String> ids(Dataset<Row> articles) {
    return articles.select("article_id").collectAsList().stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void aNightWithoutKeysMeetsNothing() {
    CandidateSearch none = new CandidateSearch(SETTINGS, 0, 0, 2, HEAP);
    TaskCounter capped = TaskCounter.of(spark.sparkContext(), "capped");
    assertThat(none.pairs(postings(List.of()), postings(articles), capped).collectAsList())
        .isEmpty();
  }

  @Test
  void daysAreThoseOfUtcInEveryZone() {
    SparkSession elsewhere = spark.newSession();
    elsewhere.conf().set("spark.sql.session.timeZone", "America/New_York");
    Instant early = Instant.parse("2020-01-02T02:00:00Z");
    Row day =
        elsewhere
            .createDataFrame(
                List.of(RowFactory.create(early)),
                new StructType().add("at", DataTypes.TimestampType))
            .select(ReprintsStage.day(col("at")))
            .first();
    assertThat(day.getInt(0)).isEqualTo(CandidateSearch.day(early));
  }

  /** The pairs of one batch over all articles that have one of these. */
  private Set<String> batch(List<Article> fresh) {
    Set<String> ids = fresh.stream().map(Article::articleId).collect(Collectors.toSet());
    return pairs(articles, List.of()).stream()
        .filter(pair -> Arrays.stream(pair.split(" ")).anyMatch(ids::contains))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void whatIsNearSharesFiveKeysOrForEachScanOneLessAndWhatIsFarApartTwoOfTheFarOnes() {
    Set<String> found = pairs(articles, List.of());
    int far = 0;
    int tooFew = 0;
    for (int a = 0; a < articles.size(); a++) {
      for (int b = a + 1; b < articles.size(); b++) {
        Article one = articles.get(a);
        Article other = articles.get(b);
        int day = CandidateSearch.day(one.publishedAt());
        int otherDay = CandidateSearch.day(other.publishedAt());
        boolean undated = one.publishedAt() == null && other.publishedAt() == null;
        boolean dated = one.publishedAt() != null && other.publishedAt() != null;
        boolean near = undated || dated && Math.abs(day - otherDay) <= SETTINGS.windowDays();
        Map<Long, Integer> ofOther = keys(other);
        Map<Long, Integer> shared = keys(one);
        shared.keySet().retainAll(ofOther.keySet());
        if (!near) {
          shared.keySet().removeIf(key -> !Buckets.isFar(key));
          shared
              .entrySet()
              .removeIf(e -> !PostingKey.isSame(e.getValue(), ofOther.get(e.getKey())));
        }
        long counted = shared.size();
        int least =
            5
                - (one.text().startsWith(MISREAD) ? 1 : 0)
                - (other.text().startsWith(MISREAD) ? 1 : 0);
        boolean ordered = one.articleId().compareTo(other.articleId()) < 0;
        String pair =
            ordered
                ? one.articleId() + " " + other.articleId()
                : other.articleId() + " " + one.articleId();
        assertThat(found.contains(pair)).as(pair).isEqualTo(counted >= (near ? least : 2));
        far += !near && counted >= 2 ? 1 : 0;
        tooFew += near && counted >= 2 && counted < least ? 1 : 0;
      }
    }
    assertThat(far).isGreaterThan(200);
    assertThat(tooFew).isEqualTo(PHRASES / 2);
  }

  /** What stands around each key of an article. */
  private static Map<Long, Integer> keys(Article article) {
    return Arrays.stream(Grams.keys(article, Words.of(article.text()), SETTINGS))
        .boxed()
        .collect(Collectors.toMap(PostingKey::hash, PostingKey::around));
  }

  private Set<String> pairs(List<Article> fresh, List<Article> known) {
    return pairs(fresh, known, 40_000, 0);
  }

  private Set<String> pairs(
      List<Article> fresh, List<Article> known, long freshKeys, long knownKeys) {
    Dataset<Row> postings = postings(fresh);
    TaskCounter capped = TaskCounter.of(spark.sparkContext(), "capped");
    return new CandidateSearch(SETTINGS, freshKeys, knownKeys, 2, HEAP)
        .pairs(postings, postings(known), capped).collectAsList().stream()
            .map(row -> row.getString(0) + " " + row.getString(1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private Dataset<Row> postings(List<Article> of) {
    TaskCounter keys = TaskCounter.of(spark.sparkContext(), "keys");
    return ReprintsStage.postings(RowCodec.of(Article.class).dataset(spark, of), SETTINGS, keys);
  }

  private static String words(Random random, int words) {
    return IntStream.range(0, words)
        .mapToObj(w -> "w" + random.nextInt(50_000))
        .collect(Collectors.joining(" "));
  }

  private static Article article(String id, String text, Instant at) {
    return TestArticle.of(id, text).at(at).loaded(FIRST).article();
  }
}
