package dev.headwater.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.LocalSpark;
import dev.headwater.bench.GeneratedNews;
import dev.headwater.model.Article;
import dev.headwater.model.ClusterMember;
import dev.headwater.model.Ids;
import dev.headwater.model.Passage;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TestPassage;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.Publisher;
import dev.headwater.spark.RowCodec;
import dev.headwater.spark.Run;
import dev.headwater.spark.TestRun;
import dev.headwater.spark.Warehouse;
import dev.headwater.table.TableContract;
import dev.headwater.table.Tables;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the engine finds among some articles depends neither on the order and the parts in which
 * they come, nor on what else there is, nor on their ids.
 */
class ReprintsInputTest {
  private static final Instant FIRST = Instant.parse("2015-01-01T06:00:00Z");

  /** As by default, but for n-grams that are capped here at copies and forms already. */
  private static final ReuseSettings SETTINGS = ReuseSettings.chosen(5, 5, 1, 5, 180, 15);

  private static final List<GeneratedNews.Item> ITEMS = distinct(new GeneratedNews(200, 11, 120));

  /** What was found, each article under its name in the generated news. */
  private record Found(List<String> passages, List<String> clusters) {}

  @TempDir private static Path folder;

  private static Found usual;

  @BeforeAll
  static void findTheUsual() {
    usual = found("usual", articles(ITEMS, Ids::of), 4);
    assertThat(usual.passages()).hasSizeGreaterThan(60);
    assertThat(usual.clusters()).hasSizeGreaterThan(30);
  }

  @Test
  void theOrderAndThePartsOfTheInputChangeNothing() {
    List<Article> shuffled = new ArrayList<>(articles(ITEMS, Ids::of));
    Collections.shuffle(shuffled, new Random(3));
    assertThat(found("shuffled", shuffled, 7)).isEqualTo(usual);
  }

  @Test
  void anUnrelatedArticleChangesNothing() {
    GeneratedNews other = new GeneratedNews(200, 12, 120);
    List<Article> more = new ArrayList<>(articles(ITEMS, Ids::of));
    LongStream.range(0, other.articles())
        .mapToObj(other::article)
        .filter(item -> item.id().startsWith("s"))
        .limit(3)
        .forEach(item -> more.add(2, article(item, "more " + item.id(), FIRST, Ids::of)));
    assertThat(more).hasSize(ITEMS.size() + 3);
    assertThat(found("more", more, 4)).isEqualTo(usual);
  }

  /** Of about half of all pairs the other article is then the left one. */
  @Test
  void otherIdsChangeNothing() {
    assertThat(found("renamed", articles(ITEMS, name -> Ids.of("again", name)), 4))
        .isEqualTo(usual);
  }

  /** The articles of a corpus that have a text of their own: of exact copies the id decides. */
  private static List<GeneratedNews.Item> distinct(GeneratedNews news) {
    Set<String> texts = new HashSet<>();
    return LongStream.range(0, news.articles())
        .mapToObj(news::article)
        .filter(item -> texts.add(item.text()))
        .toList();
  }

  /** Each on a day of its own: on one day the ids decide who is a neighbour in time. */
  private static List<Article> articles(List<GeneratedNews.Item> items, UnaryOperator<String> ids) {
    List<Article> articles = new ArrayList<>();
    for (GeneratedNews.Item item : items) {
      Instant at = FIRST.plus(Duration.ofDays(articles.size()));
      articles.add(article(item, item.id(), at, ids));
    }
    return articles;
  }

  private static Article article(
      GeneratedNews.Item item, String name, Instant at, UnaryOperator<String> ids) {
    return TestArticle.of(ids.apply(name), item.text())
        .source(item.source())
        .sourceName(name)
        .at(at)
        .loaded(FIRST)
        .textHash(Ids.of(item.text()))
        .article();
  }

  private static Found found(String warehouseName, List<Article> articles, int parts) {
    SparkSession spark = LocalSpark.on(folder.resolve(warehouseName));
    spark.conf().set("spark.sql.shuffle.partitions", parts);
    Warehouse warehouse = Warehouse.write(spark);
    Run loaded = TestRun.open(warehouse, "articles");
    loaded.append(
        Tables.ARTICLES, RowCodec.of(Article.class).dataset(spark, articles).repartition(parts));
    loaded.finish("ingest");
    Publisher.publish(loaded);
    Run run = TestRun.open(warehouse, "reprints");
    Dataset<Row> fresh = run.read(Tables.ARTICLES).repartition(parts);
    new ReprintsStage(SETTINGS).work(run, fresh, articles.size());
    assertThat(run.counter(ReprintsStage.NAME, "keys_capped")).isPositive();
    Map<String, String> names = new HashMap<>();
    articles.forEach(article -> names.put(article.articleId(), article.sourceName()));
    return new Found(
        rows(run, Tables.PASSAGES, Passage.class).stream()
            .map(passage -> told(passage, names))
            .sorted()
            .toList(),
        clusters(rows(run, Tables.CLUSTERS, ClusterMember.class), names));
  }

  private static <T extends Record> List<T> rows(Run run, TableContract table, Class<T> type) {
    RowCodec<T> codec = RowCodec.of(type);
    return codec.select(run.read(table)).collectAsList().stream().map(codec::record).toList();
  }

  /** A passage without its ids, the article whose name comes first on the left. */
  private static String told(Passage passage, Map<String, String> names) {
    String left = names.get(passage.leftId());
    String right = names.get(passage.rightId());
    boolean ordered = left.compareTo(right) < 0;
    Passage shown = ordered ? passage : TestPassage.mirrored(passage);
    return (ordered ? left + " " + right : right + " " + left)
        + shown.toString().replaceFirst("leftId=[^,]*, rightId=[^,]*, ", "");
  }

  /** Each stretch with what is said of it, and with the names of all articles of its cluster. */
  private static List<String> clusters(List<ClusterMember> members, Map<String, String> names) {
    Map<String, Set<String>> ofCluster = new HashMap<>();
    for (ClusterMember member : members) {
      ofCluster
          .computeIfAbsent(member.clusterId(), id -> new TreeSet<>())
          .add(names.get(member.articleId()) + ":" + member.begin());
    }
    return members.stream()
        .map(
            member ->
                "%s %d-%d %s %s %s %s %s size %d density %.6f in %s"
                    .formatted(
                        names.get(member.articleId()),
                        member.begin(),
                        member.end(),
                        member.share(),
                        member.role(),
                        member.representative(),
                        names.get(member.parent()),
                        member.parentBasis(),
                        member.size(),
                        member.density(),
                        ofCluster.get(member.clusterId())))
        .sorted()
        .toList();
  }
}
