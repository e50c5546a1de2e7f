package dev.headwater.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Passage;
import dev.headwater.model.Reject;
import dev.headwater.model.TraceMember;
import dev.headwater.model.TraceSummary;
import dev.headwater.spark.RowCodec;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;

/**
 * The published tables of the sample in memory, and what data/sample/expected.json says of them.
 */
record SampleTables(
    List<Article> articles,
    List<Passage> passages,
    List<ClusterMember> clusters,
    List<Claim> claims,
    List<TraceMember> traces,
    List<TraceSummary> summaries,
    List<Reject> rejects) {
  private static SampleTables whole;

  /** The tables of all four nights in one run. */
  static synchronized SampleTables whole() {
    if (whole == null) {
      SparkSession spark = SampleRun.whole().spark();
      whole =
          new SampleTables(
              rows(spark, Tables.ARTICLES, Article.class),
              rows(spark, Tables.PASSAGES, Passage.class),
              rows(spark, Tables.CLUSTERS, ClusterMember.class),
              rows(spark, Tables.CLAIMS, Claim.class),
              rows(spark, Tables.TRACES, TraceMember.class),
              rows(spark, Tables.TRACE_SUMMARY, TraceSummary.class),
              rows(spark, Tables.REJECTS, Reject.class));
    }
    return whole;
  }

  private static <T extends Record> List<T> rows(
      SparkSession spark, TableContract table, Class<T> type) {
    RowCodec<T> codec = RowCodec.of(type);
    return codec.select(spark.table(table.name())).collectAsList().stream()
        .map(codec::record)
        .toList();
  }

  /** A part of expected.json. */
  static JsonNode expected(String part) {
    try {
      return new ObjectMapper()
          .readTree(SampleRun.SAMPLE.resolve("expected.json").toFile())
          .required(part);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A test for each entry of a part of expected.json. */
  static Stream<DynamicTest> each(String part, Consumer<JsonNode> check) {
    List<DynamicTest> tests = new ArrayList<>();
    expected(part)
        .forEach(entry -> tests.add(DynamicTest.dynamicTest(name(entry), () -> run(entry, check))));
    return tests.stream();
  }

  /**
   * Runs a check. An entry with {@code not_yet} says what the product is known to give wrongly: it
   * is reported as skipped, and fails as soon as it holds, so that the remark goes.
   */
  private static void run(JsonNode entry, Consumer<JsonNode> check) {
    String notYet = text(entry, "not_yet");
    if (notYet == null) {
      check.accept(entry);
      return;
    }
    try {
      check.accept(entry);
    } catch (AssertionError known) {
      Assumptions.abort(notYet);
    }
    throw new AssertionError("This holds now; take not_yet out of expected.json: " + entry);
  }

  private static String name(JsonNode entry) {
    String text = entry.toString();
    return text.length() < 160 ? text : text.substring(0, 160);
  }

  /** The texts of a JSON list. */
  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** A text of an entry; null where the entry says null. */
  static String text(JsonNode entry, String field) {
    JsonNode value = entry.get(field);
    return value == null || value.isNull() ? null : value.asText();
  }

  /** The versions with this native id, which for a WARC record is its address. */
  List<Article> versions(String nativeId) {
    return articles.stream().filter(article -> nativeId.equals(nativeId(article))).toList();
  }

  private static String nativeId(Article article) {
    return article.nativeId() == null ? article.url() : article.nativeId();
  }

  /** The article with this native id. */
  Article article(String nativeId) {
    List<Article> found = versions(nativeId);
    if (found.isEmpty()) {
      throw new AssertionError("no article " + nativeId);
    }
    return found.get(0);
  }

  /** What an article is called in expected.json. */
  String nativeId(String articleId) {
    return articles.stream()
        .filter(article -> article.articleId().equals(articleId))
        .map(SampleTables::nativeId)
        .findFirst()
        .orElse(articleId);
  }

  /** The ids of all articles with the text of this one: exact copies are aligned only once. */
  Set<String> copies(String nativeId) {
    String text = article(nativeId).textHash();
    return articles.stream()
        .filter(article -> article.textHash().equals(text))
        .map(Article::articleId)
        .collect(Collectors.toSet());
  }

  /** The clusters an article has a stretch in. */
  Set<String> clustersOf(String nativeId) {
    String id = article(nativeId).articleId();
    return clusters.stream()
        .filter(member -> member.articleId().equals(id))
        .map(ClusterMember::clusterId)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The claims of an article that overlap some place where this surface stands. */
  List<Claim> claims(String nativeId, String surface) {
    Article article = article(nativeId);
    List<int[]> places = places(article.text(), surface);
    if (places.isEmpty()) {
      throw new AssertionError("\"" + surface + "\" does not stand in " + nativeId);
    }
    return claims.stream()
        .filter(claim -> claim.articleId().equals(article.articleId()))
        .filter(claim -> places.stream().anyMatch(p -> claim.begin() < p[1] && p[0] < claim.end()))
        .toList();
  }

  private static List<int[]> places(String text, String surface) {
    List<int[]> places = new ArrayList<>();
    for (int at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + 1)) {
      int begin = text.codePointCount(0, at);
      places.add(new int[] {begin, begin + surface.codePointCount(0, surface.length())});
    }
    return places;
  }
}
