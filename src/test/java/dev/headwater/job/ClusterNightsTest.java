package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import dev.headwater.model.TestArticle;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.Publisher;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where a story begins and ends on a page is told by all pages that share it, whenever they came:
 * the clusters of passages that come in by night are those of all passages at once.
 */
class ClusterNightsTest {
  private static final int PAGES = 60;
  private static final int NIGHTS = 4;
  private static final int STORIES = 9;
  private static final int POOL = 110;
  private static final int STORY = 1800;
  private static final int LETTERS_A_WORD = 6;

  /** A page has more words than a text that is compared sentence by sentence. */
  private static final String PAGE = "words ".repeat(STORIES * STORY / LETTERS_A_WORD + 2000);

  /**
   * As by default, but that no component is taken apart: of one that is, a night sees the parts
   * that it touches.
   */
  private static final ReuseSettings SETTINGS =
      new ReuseSettings(5, 2, 32, 100, 1, 5, 180, 20, 50, 300, 15, 0.4, 30, 30, 0, 5000, 3000);

  @TempDir Path folder;

  @Test
  void clustersOfNightsAreThoseOfABatch() {
    List<Passage> passages = passages(new Random(5));
    assertThat(passages).hasSizeGreaterThan(200);
    List<List<Passage>> nights = new ArrayList<>();
    IntStream.range(0, NIGHTS).forEach(night -> nights.add(new ArrayList<>()));
    passages.forEach(p -> nights.get(Math.max(night(p.leftId()), night(p.rightId()))).add(p));

    List<String> batch = clusters("batch", List.of(passages));

    assertThat(batch).hasSizeGreaterThan(100);
    assertThat(clusters("nights", nights)).isEqualTo(batch);
  }

  /**
   * A cluster of which the page that joined it is forgotten falls into two. The older part carries
   * the id on; the other, of whose oldest page it was made, gets another, and keeps it.
   */
  @Test
  void anIdStaysWithOnePartOfAClusterThatFallsApart() {
    Warehouse warehouse = withArticles("apart");
    night(warehouse, "two alike", List.of(whole(2, 3)));
    List<String> made = ids(warehouse, 2, 3);
    night(warehouse, "joined", List.of(whole(0, 1), whole(0, 4), whole(2, 4)));
    assertThat(ids(warehouse, 0, 1, 2, 3, 4)).isEqualTo(made).hasSize(1);
    night(warehouse, "fell apart", List.of(), 4);
    assertThat(ids(warehouse, 0, 1)).isEqualTo(made);
    List<String> other = ids(warehouse, 2, 3);
    assertThat(other).hasSize(1).isNotEqualTo(made);
    night(warehouse, "one more", List.of(whole(2, 5)));
    assertThat(ids(warehouse, 2, 3, 5)).isEqualTo(other);
    assertThat(ids(warehouse, 0, 1)).isEqualTo(made);
  }

  private static Passage whole(int left, int right) {
    return passage(left, right, 0, 0, 0, STORY);
  }

  /** The ids that the clusters of some pages have. */
  private static List<String> ids(Warehouse warehouse, int... pages) {
    List<Object> wanted = IntStream.of(pages).<Object>mapToObj(ClusterNightsTest::id).toList();
    return Warehouse.read(warehouse.spark())
        .at(Tables.CLUSTERS, warehouse.release().orElseThrow())
        .where(functions.col("article_id").isin(wanted.toArray()))
        .select("cluster_id")
        .distinct()
        .as(Encoders.STRING())
        .collectAsList();
  }

  /** One night of passages, at whose end the passages of some pages are withdrawn. */
  private static void night(
      Warehouse warehouse, String name, List<Passage> passages, int... forgotten) {
    Run run = TestRun.open(warehouse, name);
    SparkSession spark = warehouse.spark();
    run.append(Tables.PASSAGES, RowCodec.of(Passage.class).dataset(spark, passages));
    List<String> ids = IntStream.of(forgotten).mapToObj(ClusterNightsTest::id).toList();
    Dataset<Row> gone = spark.createDataset(ids, Encoders.STRING()).toDF("article_id");
    run.delete(Tables.PASSAGES, gone.toDF("left_id"));
    run.delete(Tables.PASSAGES, gone.toDF("right_id"));
    new ClusterStep(SETTINGS).run(run, gone);
    run.finish(ReprintsStage.NAME);
    Publisher.publish(run);
  }

  private Warehouse withArticles(String name) {
    SparkSession spark = LocalSpark.on(folder.resolve(name));
    Warehouse warehouse = Warehouse.write(spark);
    Run first = TestRun.open(warehouse, "articles");
    first.append(
        Tables.ARTICLES,
        RowCodec.of(Article.class)
            .dataset(spark, IntStream.range(0, PAGES).mapToObj(this::page).toList()));
    first.finish("ingest");
    Publisher.publish(first);
    return warehouse;
  }

  private List<String> clusters(String name, List<List<Passage>> nights) {
    Warehouse warehouse = withArticles(name);
    for (int night = 0; night < nights.size(); night++) {
      night(warehouse, "night " + night, nights.get(night));
    }
    return TestRun.open(warehouse, "after")
        .read(Tables.CLUSTERS)
        .selectExpr(
            "article_id",
            "begin",
            "end",
            "role",
            "parent",
            "size",
            "round(density, 9) as density",
            "min(struct(article_id, begin)) over (partition by cluster_id) as first")
        .collectAsList()
        .stream()
        .map(Object::toString)
        .sorted()
        .toList();
  }

  private static String id(int page) {
    return "page%02d".formatted(page);
  }

  private static int night(String id) {
    return Integer.parseInt(id.substring(4)) % NIGHTS;
  }

  private Article page(int page) {
    return TestArticle.of(id(page), PAGE)
        .source("paper%d.example".formatted(page))
        .textHash(id(page))
        .at(Instant.parse("1916-05-01T00:00:00Z").plusSeconds(3600L * page))
        .article();
  }

  /** Stories on pages, in runs that other pages have in part, and what pairs of pages share. */
  private static List<Passage> passages(Random random) {
    int[][] stories = new int[PAGES][STORIES];
    for (int page = 0; page < PAGES; page++) {
      int next = random.nextInt(POOL);
      for (int place = 0; place < STORIES; place++) {
        next = random.nextInt(3) == 0 ? random.nextInt(POOL) : (next + 1) % POOL;
        stories[page][place] = next;
      }
    }
    List<Passage> passages = new ArrayList<>();
    for (int left = 0; left < PAGES; left++) {
      for (int right = left + 1; right < PAGES; right++) {
        for (int place = 0; place < STORIES; place++) {
          for (int other = 0; other < STORIES; other++) {
            if (stories[left][place] == stories[right][other]) {
              int from = random.nextInt(STORY / 2);
              int to = STORY - random.nextInt(STORY / 3);
              boolean more =
                  place + 1 < STORIES
                      && other + 1 < STORIES
                      && stories[left][place + 1] == stories[right][other + 1];
              to += more ? random.nextInt(STORY) : 0;
              passages.add(passage(left, right, place * STORY, other * STORY, from, to));
            }
          }
        }
      }
    }
    return passages;
  }

  private static Passage passage(
      int left, int right, int leftStory, int rightStory, int from, int to) {
    int words = (to - from) / LETTERS_A_WORD;
    double share = words * (double) LETTERS_A_WORD / PAGE.length();
    return new Passage(
        id(left),
        id(right),
        leftStory + from,
        leftStory + to,
        rightStory + from,
        rightStory + to,
        words,
        0.95,
        share,
        share,
        "partial",
        "unclear",
        List.of());
  }
}
