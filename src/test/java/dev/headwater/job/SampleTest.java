package dev.headwater.job;

import static dev.headwater.job.SampleTables.each;
import static dev.headwater.job.SampleTables.expected;
import static dev.headwater.job.SampleTables.text;
import static dev.headwater.job.SampleTables.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.TextSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the main job makes of the sample's articles and their numbers, against expected.json. */
class SampleTest {
  private final SampleTables tables = SampleTables.whole();

  @Test
  void loadsEveryArticleVersionOnce() {
    int versions = 0;
    for (JsonNode night : expected("nights")) {
      versions += night.get("article_versions").asInt();
    }
    assertThat(tables.articles()).hasSize(versions);
    assertThat(tables.articles()).extracting(Article::articleId).doesNotHaveDuplicates();
  }

  @Test
  void rejectsNothingElse() {
    assertThat(tables.rejects()).hasSize(expected("rejects").size());
  }

  @TestFactory
  Stream<DynamicTest> rejectsWhatIsBroken() {
    return each(
        "rejects",
        entry ->
            assertThat(tables.rejects())
                .anyMatch(
                    reject ->
                        reject.input().endsWith(text(entry, "input"))
                            && reject.reason().equals(text(entry, "reason"))
                            && (text(entry, "position") == null
                                || Objects.equals(
                                    reject.position(), entry.get("position").asLong()))));
  }

  @TestFactory
  Stream<DynamicTest> readsDates() {
    return each(
        "dates",
        entry -> {
          Article article = tables.article(text(entry, "native_id"));
          String instant = text(entry, "published_at");
          assertThat(article.publishedAt())
              .isEqualTo(instant == null ? null : Instant.parse(instant));
          if (text(entry, "precision") != null) {
            assertThat(article.publishedAtPrecision()).isEqualTo(text(entry, "precision"));
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> notesDoubts() {
    return each(
        "issues",
        entry ->
            assertThat(tables.article(text(entry, "native_id")).issues())
                .contains(text(entry, "issue")));
  }

  @TestFactory
  Stream<DynamicTest> knowsOutletsAndOwners() {
    return each(
        "sources",
        entry -> {
          Article article = tables.article(text(entry, "native_id"));
          assertThat(article.source()).isEqualTo(text(entry, "source"));
          assertThat(article.owner()).isEqualTo(text(entry, "owner"));
        });
  }

  @TestFactory
  Stream<DynamicTest> tellsLanguages() {
    return each(
        "languages",
        entry ->
            assertThat(tables.article(text(entry, "native_id")).lang())
                .isEqualTo(text(entry, "lang")));
  }

  @TestFactory
  Stream<DynamicTest> readsAgencyCredits() {
    return each(
        "agencies",
        entry ->
            assertThat(tables.article(text(entry, "native_id")).agency())
                .isEqualTo(text(entry, "agency")));
  }

  @TestFactory
  Stream<DynamicTest> numbersVersions() {
    return each(
        "versions",
        entry -> {
          List<Article> versions =
              texts(entry.get("native_ids")).stream()
                  .flatMap(id -> tables.versions(id).stream())
                  .toList();
          assertThat(versions).hasSize(entry.get("versions").asInt());
          assertThat(versions)
              .extracting(Article::articleKey)
              .containsOnly(versions.get(0).articleKey());
          assertThat(versions).extracting(Article::version).doesNotHaveDuplicates();
        });
  }

  @TestFactory
  Stream<DynamicTest> findsDuplicatesWithinOutlet() {
    return each(
        "duplicates_within_outlet",
        entry -> {
          List<Article> articles =
              texts(entry.get("native_ids")).stream().map(tables::article).toList();
          assertThat(articles).extracting(Article::source).containsOnly(text(entry, "source"));
          assertThat(articles)
              .extracting(Article::textHash)
              .containsOnly(articles.get(0).textHash());
          assertThat(articles).extracting(Article::articleKey).doesNotHaveDuplicates();
        });
  }

  @TestFactory
  Stream<DynamicTest> marksBoilerplate() {
    return each(
        "boilerplate",
        entry -> {
          Article article = tables.article(text(entry, "native_id"));
          String line = text(entry, "contains");
          int at = article.text().indexOf(line);
          assertThat(at).as("place of the line").isNotNegative();
          int begin = article.text().codePointCount(0, at);
          int end = begin + line.codePointCount(0, line.length());
          assertThat(article.boilerplate())
              .extracting(TextSpan::begin, TextSpan::end)
              .anyMatch(
                  span -> (int) span.toList().get(0) <= begin && end <= (int) span.toList().get(1));
        });
  }

  @TestFactory
  Stream<DynamicTest> readsClaims() {
    return each(
        "claims",
        entry -> {
          List<Claim> found = tables.claims(text(entry, "native_id"), text(entry, "surface"));
          assertThat(found.stream().map(SampleTest::shown))
              .anyMatch(shown -> matches(shown, entry));
        });
  }

  /** What of a claim is compared. */
  private record Shown(
      String surface,
      BigDecimal low,
      BigDecimal high,
      String unit,
      String bound,
      List<String> attributedTo,
      String modality) {}

  private static Shown shown(Claim claim) {
    return new Shown(
        claim.surface(),
        claim.valueLow().stripTrailingZeros(),
        claim.valueHigh().stripTrailingZeros(),
        claim.unit(),
        claim.bound(),
        claim.attributedTo(),
        claim.modality());
  }

  private static boolean matches(Shown claim, JsonNode entry) {
    String low = entry.has("low") ? text(entry, "low") : text(entry, "value");
    String high = entry.has("high") ? text(entry, "high") : text(entry, "value");
    return claim.low().compareTo(new BigDecimal(low)) == 0
        && claim.high().compareTo(new BigDecimal(high)) == 0
        && (text(entry, "unit") == null || text(entry, "unit").equals(claim.unit()))
        && claim.bound().equals(text(entry, "bound"))
        && claim.attributedTo().equals(texts(entry.get("attributed_to")))
        && claim.modality().equals(text(entry, "modality"));
  }

  @TestFactory
  Stream<DynamicTest> keepsOtherNumbersOut() {
    return each(
        "not_claims",
        entry ->
            assertThat(tables.claims(text(entry, "native_id"), text(entry, "surface")))
                .extracting(Claim::surface)
                .isEmpty());
  }

  @Test
  void readsNoClaimsInOtherLanguages() {
    for (String nativeId : texts(expected("no_claims_at_all"))) {
      String id = tables.article(nativeId).articleId();
      assertThat(tables.claims()).extracting(Claim::articleId).doesNotContain(id);
    }
  }

  @Test
  void pointsIntoTheTextByCodePoint() {
    for (Claim claim : tables.claims()) {
      Article article =
          tables.articles().stream()
              .filter(a -> a.articleId().equals(claim.articleId()))
              .findFirst()
              .orElseThrow();
      int from = article.text().offsetByCodePoints(0, claim.begin());
      int to = article.text().offsetByCodePoints(0, claim.end());
      assertThat(article.text().substring(from, to)).isEqualTo(claim.surface());
    }
  }
}
