package dev.headwater.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.TextSpan;
import dev.headwater.source.Owners;
import dev.headwater.text.CodePoints;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleBuilderTest {
  private static final Instant NOW = Instant.parse("2025-01-02T03:04:05Z");
  private static final String STORY =
      "Fire took the old mill at Oxley on June 3, 2019, the council said on Tuesday, and forty looms"
          + " that had stood there since the war were lost to the flames before help came.";

  @Test
  void rejectsARecordWithoutText() {
    Problem problem = (Problem) build(Map.of("title", "Only a title", "text", "  \u00A0 "));

    assertThat(problem.reason()).isEqualTo("no_text");
    assertThat(problem.position()).isEqualTo(3);
  }

  @Test
  void rejectsATextOfOneWord() {
    Problem problem = (Problem) build(Map.of("text", "Advertisement"));

    assertThat(problem.reason()).isEqualTo("too_short");
    assertThat(problem.detail()).isEqualTo("the text has 1 words, fewer than 5");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "昨夜大火烧毁了旧磨坊。没有人受伤。原因不明。",
        "昨夜、古い水車小屋が焼けた。けが人はいない。",
        "ไฟไหม้โรงสีเก่าเมื่อคืนนี้ไม่มีผู้ได้รับบาดเจ็บ"
      })
  void readsTextsOfScriptsWithoutBlanks(String text) {
    assertThat(article(Map.of("text", text)).words()).isGreaterThan(15);
  }

  @Test
  void takesTheOutletFromTheAddressAndItsOwnerFromTheFile() {
    Owners owners =
        new Owners(Map.of("valepost.com", new Owners.Entry("Vale Post", "Oxley Group")));
    BuildSettings settings = new BuildSettings(5, DateOrder.MONTH_FIRST, owners);
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("text", STORY);
    fields.put("url", "https://www.valepost.com/2019/06/04/mill/");
    fields.put("source", "Vale Post Online");

    Article article = article(fields, "a.jsonl", settings);

    assertThat(article.source()).isEqualTo("valepost.com");
    assertThat(article.sourceName()).isEqualTo("Vale Post");
    assertThat(article.owner()).isEqualTo("Oxley Group");
    assertThat(article.publishedAt()).isEqualTo("2019-06-04T00:00:00Z");
    assertThat(article.publishedAtBasis()).isEqualTo("url");
    assertThat(article.articleKey()).isEqualTo("valepost.com valepost.com/2019/06/04/mill");
  }

  @Test
  void givesTwoFetchesOfOneArticleOneId() {
    Article first = article(Map.of("text", STORY, "url", "http://www.vale.com/mill/?utm_source=a"));
    Article second = article(Map.of("text", STORY + " \n", "url", "https://vale.com/mill"));
    Article changed = article(Map.of("text", STORY + " Late.", "url", "https://vale.com/mill"));

    assertThat(second.articleId()).isEqualTo(first.articleId());
    assertThat(changed.articleKey()).isEqualTo(first.articleKey());
    assertThat(changed.articleId()).isNotEqualTo(first.articleId());
  }

  @Test
  void keepsUnknownOutletsApart() {
    Article one = article(Map.of("text", STORY, "id", "1"));
    Article two = article(Map.of("text", STORY, "id", "2"));

    assertThat(one.source()).startsWith("unknown:").isNotEqualTo(two.source());
    assertThat(one.issues()).contains("no_source");
  }

  @Test
  void keepsTheRowsOfTwoFeedsApartThoughTheirIdsAreEqual() {
    BuildSettings settings = BuildSettings.standard();
    Article one = article(Map.of("text", STORY, "id", "1"), "north/a.csv", settings);
    Article two = article(Map.of("text", STORY + " Late.", "id", "1"), "south/a.csv", settings);
    Article again = article(Map.of("text", STORY, "id", "1"), "north/b.csv", settings);

    assertThat(one.articleKey()).isNotEqualTo(two.articleKey());
    assertThat(one.source()).isNotEqualTo(two.source());
    assertThat(again.articleId()).isEqualTo(one.articleId());
  }

  @Test
  void keepsTheVersionsOfAnOutletsIdTogether() {
    Article one = article(Map.of("text", STORY, "id", "1", "source", "Vale Post"));
    Article two = article(Map.of("text", STORY + " Late.", "id", "1", "source", "Vale Post"));

    assertThat(two.articleKey()).isEqualTo(one.articleKey());
    assertThat(two.articleId()).isNotEqualTo(one.articleId());
  }

  @Test
  void takesTheNameOfAFileForNoId() {
    Article one = ofFile("north/1.txt", STORY);
    Article other = ofFile("south/1.txt", STORY + " Late.");
    Article renamed = ofFile("south/2.txt", STORY);
    Article dated = ofFile("in/valepost.example_2019-06-04_mill.txt", STORY);
    Article corrected = ofFile("in/valepost.example_2019-06-04_mill.txt", STORY + " Late.");

    assertThat(other.articleKey()).isNotEqualTo(one.articleKey());
    assertThat(renamed.articleId()).isEqualTo(one.articleId());
    assertThat(corrected.articleKey()).isEqualTo(dated.articleKey());
  }

  @ParameterizedTest
  @CsvSource({
    "0001-01-01,date_impossible",
    "2999-12-31,date_in_future",
    "soon,date_unreadable",
    "'',no_date"
  })
  void refusesDatesThatCannotBeAndSaysWhy(String date, String issue) {
    Article article = article(Map.of("text", STORY, "date", date, "source", "x"));

    assertThat(article.publishedAt()).isNull();
    assertThat(article.publishedAtBasis()).isNull();
    assertThat(article.issues()).containsExactly(issue);
  }

  @Test
  void takesTheDayOfTheFileNameLast() {
    Article article =
        article(Map.of("text", STORY), "in/2019-06-05.jsonl", BuildSettings.standard());

    assertThat(article.publishedAt()).isEqualTo("2019-06-05T00:00:00Z");
    assertThat(article.publishedAtBasis()).isEqualTo("file");
    assertThat(article.issues()).contains("date_from_file");
  }

  @Test
  void neverTakesTheDateOfAnEvent() {
    Article article = ofText("Old mill burns in Oxley after dark\n\n" + STORY);

    assertThat(article.publishedAt()).isNull();
    assertThat(article.issues()).contains("no_date");
  }

  @Test
  void readsTheHeaderOfAScrapedPage() {
    Article article =
        ofText(
            "• Home\n• Region\n\nRegionOld mill burns in Oxley after dark\n\n"
                + "Old mill burns in Oxley after dark\n\n"
                + "By Ida Birk June 4, 2019 7:49 PM 2 min read\n"
                + "The mill before the fire on May 1, 2011. (Ola Rud/Pool via Getty Images)\n\n"
                + "OXLEY, Vale (AP) — "
                + STORY
                + "\n\nRead More: The looms of Oxley\n\nThe council met on Tuesday and named"
                + " nobody, but the mayor said that a report was due within two weeks of the fire.");

    assertThat(article.title()).isEqualTo("Old mill burns in Oxley after dark");
    assertThat(article.byline()).isEqualTo("Ida Birk");
    assertThat(article.publishedAt()).isEqualTo("2019-06-04T19:49:00Z");
    assertThat(article.publishedAtBasis()).isEqualTo("text");
    assertThat(article.publishedAtPrecision()).isEqualTo("minute");
    assertThat(article.dateline()).isEqualTo("OXLEY, Vale");
    assertThat(article.agency()).isEqualTo("AP");
    assertThat(article.agencyBasis()).isEqualTo("dateline");
    assertThat(marked(article))
        .containsExactly(
            "menu:• Home\n• Region",
            "caption:The mill before the fire on May 1, 2011. (Ola Rud/Pool via Getty Images)",
            "notice:Read More: The looms of Oxley");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PARIS (AFP) - |dateline|AFP",
        "London, March 3 (Reuters) - |dateline|Reuters",
        "OXLEY, March 3 (Valewire) - |dateline|Valewire",
        "The Dales, March 3 (Vale) - |none|",
        "WASHINGTON — |none|",
        "The council (AP) said that |none|"
      })
  void readsTheAgencyOfADateline(String opening, String basis, String agency) {
    Article article = ofText(opening + " " + STORY);

    assertThat(article.agencyBasis()).isEqualTo(basis.equals("none") ? null : basis);
    assertThat(article.agency()).isEqualTo(agency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Copyright 2019 The Associated Press. All rights reserved.|AP",
        "— Reuters|Reuters",
        "(Xinhua)|Xinhua",
        "By Agence France-Presse|AFP",
        "The Associated Press contributed to this report.|",
        "Photo: Ola Rud via Getty Images/AFP|"
      })
  void readsTheAgencyOfACreditLine(String line, String agency) {
    Article article = ofText(STORY + "\n\n" + STORY + "\n\n" + line);

    assertThat(article.agency()).isEqualTo(agency);
    assertThat(article.agencyBasis()).isEqualTo(agency == null ? null : "credit line");
  }

  @Test
  void readsTheAgencyOfABylineField() {
    Article article = article(Map.of("text", STORY, "authors", "Ida Birk, Associated Press"));

    assertThat(article.agency()).isEqualTo("AP");
    assertThat(article.agencyBasis()).isEqualTo("byline");
  }

  @Test
  void takesTheLanguageFromTheWords() {
    assertThat(ofText(STORY).lang()).isEqualTo("en");
    assertThat(
            ofText(
                    "Das Feuer hat die alte Mühle in der Nacht zerstört, wie der Rat mitteilte, und"
                        + " niemand ist dabei verletzt worden.")
                .lang())
        .isEqualTo("de");
    assertThat(ofText("qx zzt wvv mmp krt").lang()).isNull();
  }

  @Property(tries = 300)
  void noTextMakesBuildingFail(@ForAll String text) {
    BuildResult result = build(Map.of("text", text, "date", text, "url", text, "source", text));

    assertThat(result).isNotNull();
    if (result instanceof BuiltArticle built) {
      int length = CodePoints.of(built.article().text()).length();
      for (TextSpan span : built.article().boilerplate()) {
        assertThat(span.begin()).isBetween(0, span.end());
        assertThat(span.end()).isLessThanOrEqualTo(length);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ":", " ", "a.", "\u00A0", "By A ", "(AP", "1/2/", "— ", "-", "a-", "\n• a", "May 1 "
      })
  @Timeout(20)
  void takesNoLongTimeForAHostileText(String part) {
    String hostile = part.repeat(300_000);

    BuildResult result =
        build(
            Map.of(
                "text",
                STORY + "\n\n" + hostile,
                "date",
                hostile,
                "url",
                "http://" + hostile,
                "source",
                hostile,
                "authors",
                hostile,
                "place",
                hostile));

    assertThat(result).isInstanceOf(BuiltArticle.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<article><p>x", "<b>", "<table><tr><td>", "<a href='x'>"})
  @Timeout(20)
  void takesNoLongTimeForADeepPage(String part) {
    RawRecord record = RawRecord.ofPage(null, "a", null, part.repeat(20_000) + STORY, List.of());

    BuildResult result = ArticleBuilder.build(record, "a.html", BuildSettings.standard(), NOW);

    assertThat(result).isInstanceOf(BuiltArticle.class);
  }

  private static List<String> marked(Article article) {
    CodePoints points = CodePoints.of(article.text());
    return article.boilerplate().stream()
        .map(span -> span.kind() + ":" + points.slice(span.begin(), span.end()))
        .toList();
  }

  private static BuildResult build(Map<String, String> fields) {
    return build(fields, "a.jsonl", BuildSettings.standard());
  }

  private static BuildResult build(
      Map<String, String> fields, String file, BuildSettings settings) {
    RawRecord record = RawRecord.fromFields(fields, ColumnMap.usual(), 3L, List.of());
    return ArticleBuilder.build(record, file, settings, NOW);
  }

  private static Article article(Map<String, String> fields) {
    return article(fields, "a.jsonl", BuildSettings.standard());
  }

  private static Article article(Map<String, String> fields, String file, BuildSettings settings) {
    return ((BuiltArticle) build(fields, file, settings)).article();
  }

  private static Article ofFile(String path, String text) {
    RawRecord record = (RawRecord) ReadingTest.read(path, text).get(0);
    return ((BuiltArticle) ArticleBuilder.build(record, path, BuildSettings.standard(), NOW))
        .article();
  }

  private static Article ofText(String text) {
    RawRecord record = RawRecord.ofText("story", text, List.of());
    return ((BuiltArticle) ArticleBuilder.build(record, "story.txt", BuildSettings.standard(), NOW))
        .article();
  }
}
