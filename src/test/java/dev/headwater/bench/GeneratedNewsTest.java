package dev.headwater.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedNewsTest {
  private static final GeneratedNews NEWS = new GeneratedNews(1_200, 7, 120);

  @Test
  void writesEveryPlantedArticleOnce() {
    List<String> ids = articles(NEWS).map(GeneratedNews.Item::id).toList();
    assertThat(ids).hasSize(1_200).doesNotHaveDuplicates();
    Map<Character, Long> kinds =
        ids.stream().collect(Collectors.groupingBy(id -> id.charAt(0), Collectors.counting()));
    assertThat(kinds)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of('s', 720L, 'c', 360L, 't', 48L, 'm', 48L, 'n', 24L));
  }

  @Test
  void isTheSameForTheSameSeedAndAnotherForAnother() {
    assertThat(articles(new GeneratedNews(1_200, 7, 120))).containsExactlyElementsOf(items(NEWS));
    assertThat(new GeneratedNews(1_200, 8, 120).article(3).text())
        .isNotEqualTo(NEWS.article(3).text());
  }

  @Test
  void copiesOfOneClusterShareTheirTextAndNoOthersDo() {
    Map<String, List<long[]>> clusters = new HashMap<>();
    List<long[]> alone = new ArrayList<>();
    for (GeneratedNews.Item item : items(NEWS)) {
      long[] grams = WordGrams.of(item.text(), 5);
      if (item.id().startsWith("c")) {
        String cluster = item.id().substring(0, item.id().indexOf('-'));
        clusters.computeIfAbsent(cluster, id -> new ArrayList<>()).add(grams);
      } else if (item.id().startsWith("s")) {
        alone.add(grams);
      }
    }
    long pairs = 0;
    for (List<long[]> copies : clusters.values()) {
      for (int i = 0; i < copies.size(); i++) {
        for (int j = 0; j < i; j++, pairs++) {
          assertThat(WordGrams.jaccard(copies.get(i), copies.get(j))).isGreaterThan(0.12);
        }
      }
    }
    assertThat(pairs).isEqualTo(NEWS.plantedPairs());
    for (int i = 1; i < alone.size(); i++) {
      assertThat(WordGrams.jaccard(alone.get(i), alone.get(i - 1))).isLessThan(0.35);
    }
  }

  @Test
  void asManyArticlesAsAskedEndWithTheOneNotice() {
    String notice = ending(NEWS.withNotice(100).article(0));
    assertThat(notice.split(" ")).hasSize(25);
    assertThat(articles(NEWS.next(200).withNotice(100)))
        .allMatch(item -> ending(item).equals(notice));
    assertThat(articles(NEWS.withNotice(50)).filter(item -> ending(item).equals(notice)).count())
        .isBetween(550L, 650L);
    assertThat(articles(NEWS)).noneMatch(item -> ending(item).equals(notice));
    assertThatThrownBy(() -> NEWS.withNotice(101)).hasMessage("notice is 101; give 0 to 100");
  }

  @Test
  void neighboursInTheFilesAreNoNeighboursInTime() {
    Set<String> firstClusters = new HashSet<>();
    for (int index = 0; index < 50; index++) {
      String id = NEWS.article(index).id();
      firstClusters.add(id.substring(0, id.indexOf('-')));
    }
    assertThat(firstClusters).hasSizeGreaterThan(6);
  }

  @Test
  void rareWordsAreLongAndNoTwoRanksShareAWord() {
    Set<String> words =
        LongStream.range(0, 200_000)
            .mapToObj(rank -> GeneratedWords.word((int) rank))
            .collect(Collectors.toSet());
    assertThat(words).hasSize(200_000);
    assertThat(GeneratedWords.word(0)).hasSizeLessThan(3);
    assertThat(GeneratedWords.word(199_999)).hasSizeGreaterThan(5);
  }

  @Test
  void refusesASizeThatIsNoWholeNumberOfBatches() {
    assertThatThrownBy(() -> new GeneratedNews(1_000_001, 1, 200))
        .hasMessage("articles is 1000001; give a multiple of 200");
    assertThatThrownBy(() -> new GeneratedNews(200, 1, 3))
        .hasMessage("words is 3; give 80 or more");
  }

  @Test
  void filesHoldTheArticlesInTheirOrder(@TempDir Path folder) throws IOException {
    GeneratedNews news = new GeneratedNews(6_000, 1, 80);
    GeneratedFiles.write(news, folder);
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        lines.addAll(lines(file));
      }
    }
    assertThat(lines).hasSize(6_000);
    assertThat(lines.get(5_000)).isEqualTo(news.article(5_000).json());
    assertThat(lines).anyMatch(line -> line.contains("\\n\\n"));
  }

  private static String ending(GeneratedNews.Item item) {
    return item.text().substring(item.text().lastIndexOf('\n') + 1);
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    }
  }

  private static List<GeneratedNews.Item> items(GeneratedNews news) {
    return articles(news).toList();
  }

  private static Stream<GeneratedNews.Item> articles(GeneratedNews news) {
    return LongStream.range(0, news.articles()).mapToObj(news::article);
  }
}
