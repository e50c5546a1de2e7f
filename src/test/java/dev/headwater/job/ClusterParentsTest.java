package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TextSpan;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the clusters say of who copied whom, from articles and passages as they lie in tables. */
class ClusterParentsTest {
  private static final String WORD = "words ";
  private static final int STORY = 100;
  private static final int LETTERS = STORY * WORD.length();

  /** As by default, but that a cluster may have five stretches. */
  private static final ReuseSettings SMALL =
      new ReuseSettings(5, 2, 32, 100, 1, 5, 180, 20, 50, 300, 15, 0.4, 30, 30, 0.1, 5, 3000);

  private final List<Article> articles = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();

  @TempDir Path folder;

  @Test
  void anExactCopyOfOneEarlierPrintingIsAsSureAsTheEvidenceOfItsOrder() {
    print("a1", "2031-03-01", "dated");
    print("a2", "2031-03-02", "dated");
    share("a1", "a2", null);
    print("b1", "2031-03-01", "credited");
    print("b2", "2031-03-02", "credited");
    share("b1", "b2", "right");
    Run run = clustered(ReuseSettings.DEFAULTS);
    assertThat(told(run, "a2")).isEqualTo("copy a1 0.85 date containment");
    assertThat(told(run, "b2")).isEqualTo("copy b1 0.95 date credit containment");
  }

  /**
   * The copy that has the least id, or came in first, is the only one aligned with a third text.
   */
  @Test
  void theParentOfAThirdTextIsTheSameWhicheverPrintingWasAligned() {
    for (String group : List.of("a", "b", "c")) {
      print(group + 1, "2031-03-01", group);
      print(group + 2, "2031-03-02", group);
      print(group + 3, "2031-03-09", group);
      print(group + 9, "2031-03-03", group + " rewritten");
    }
    for (String aligned : List.of("a1", "b2", "c3")) {
      share(aligned, aligned.charAt(0) + "9", null);
      for (int other = 1; other <= 3; other++) {
        String id = aligned.charAt(0) + "" + other;
        if (!id.equals(aligned)) {
          share(id, aligned, null);
        }
      }
    }
    Run run = clustered(ReuseSettings.DEFAULTS);
    assertThat(told(run, "a9")).startsWith("copy a2 0.4");
    assertThat(told(run, "b9")).isEqualTo(told(run, "a9").replace("a2", "b2"));
    assertThat(told(run, "c9")).isEqualTo(told(run, "a9").replace("a2", "c2"));
  }

  /** A page of as many words of menus as of its story, which it copied whole. */
  @Test
  void theFurnitureOfAPageIsNoPartOfItsStretch() {
    print("a1", "2031-03-01", "dated");
    printWithMenu("a2", "2031-03-02");
    share("a1", "a2", null);
    print("b2", "2031-03-01", "longest", STORY + 20);
    printWithMenu("b1", "2031-03-01");
    share("b1", "b2", null);
    Run run = clustered(ReuseSettings.DEFAULTS);
    assertThat(told(run, "a2")).contains("containment");
    assertThat(
            run.read(Tables.CLUSTERS)
                .where("representative and article_id like 'b%'")
                .select("article_id")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly("b2");
  }

  @Test
  void whatHangsTogetherByTooManyStretchesIsReportedAndNotFormed() {
    storiesInAChain(125);
    print("other1", "2031-03-01", "other1");
    print("other2", "2031-03-02", "other2");
    share("other1", "other2", null);
    assertThat(SMALL.maxComponent()).isEqualTo(100);
    Run run = clustered(SMALL);
    assertThat(run.read(Tables.CLUSTERS).select("article_id").as(Encoders.STRING()).collectAsList())
        .containsExactlyInAnyOrder("other1", "other2");
    assertThat(run.counter(ReprintsStage.NAME, "clusters_too_large")).isEqualTo(1);
  }

  @Test
  void whatHangsTogetherByNoMoreThanTheBoundIsTakenApart() {
    storiesInAChain(100);
    Run run = clustered(SMALL);
    assertThat(run.read(Tables.CLUSTERS).where("size = 5").count()).isEqualTo(100);
    assertThat(run.counter(ReprintsStage.NAME, "clusters_too_large")).isZero();
  }

  /** Stories of five pages each, of which the last page is alike to the first of the next story. */
  private void storiesInAChain(int pages) {
    for (int page = 0; page < pages; page++) {
      print(page(page), "2031-03-01", page(page));
      for (int other = page - page % 5; other < page; other++) {
        share(page(other), page(page), null);
      }
      if (page > 0 && page % 5 == 0) {
        share(page(page - 1), page(page), null);
      }
    }
  }

  private Run clustered(ReuseSettings settings) {
    SparkSession spark = LocalSpark.on(folder);
    Run run = TestRun.open(Warehouse.write(spark), "clusters");
    run.append(Tables.ARTICLES, RowCodec.of(Article.class).dataset(spark, articles));
    run.append(Tables.PASSAGES, RowCodec.of(Passage.class).dataset(spark, passages));
    new ClusterStep(settings).run(run, spark.emptyDataset(Encoders.STRING()).toDF("article_id"));
    return run;
  }

  private static String told(Run run, String id) {
    List<String> told =
        run.read(Tables.CLUSTERS)
            .where("article_id = '" + id + "'")
            .selectExpr("concat_ws(' ', role, parent, parent_confidence, parent_basis)")
            .as(Encoders.STRING())
            .collectAsList();
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static String page(int page) {
    return "page%03d".formatted(page);
  }

  private void print(String id, String day, String text) {
    print(id, day, text, STORY);
  }

  private void print(String id, String day, String text, int words) {
    articles.add(article(id, day, words).textHash(text).article());
  }

  /** The story, and after it a menu of as many words. */
  private void printWithMenu(String id, String day) {
    articles.add(
        article(id, day, 2 * STORY)
            .boilerplate(List.of(new TextSpan(LETTERS, 2 * LETTERS, "menu")))
            .article());
  }

  private static TestArticle article(String id, String day, int words) {
    return TestArticle.of(id, WORD.repeat(words)).source(id + ".example").on(day);
  }

  /** A passage over the whole story of two articles. */
  private void share(String one, String other, String credits) {
    boolean ordered = one.compareTo(other) < 0;
    passages.add(
        new Passage(
            ordered ? one : other,
            ordered ? other : one,
            0,
            LETTERS,
            0,
            LETTERS,
            STORY,
            0.98,
            1,
            1,
            "verbatim",
            "unclear",
            List.of(),
            credits));
  }
}
