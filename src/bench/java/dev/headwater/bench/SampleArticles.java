package dev.headwater.bench;

import dev.headwater.model.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Articles for the benchmarks: those of {@code data/sample}, and generated ones. */
final class SampleArticles {
  private static final Path SAMPLE = Path.of("data/sample");

  private SampleArticles() {}

  /** All articles of the sample. */
  static List<Article> sample() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(SAMPLE)) {
      files = all.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList();
    }
    List<Article> articles = new ArrayList<>();
    for (Path file : files) {
      try (InputStream bytes = Files.newInputStream(file)) {
        articles.addAll(PlainArticles.read(bytes, file.toString()));
      }
    }
    return articles;
  }

  /** The first articles of a generated corpus of 20,000. */
  static List<Article> generated(int count) {
    GeneratedNews news = new GeneratedNews(20_000, 1, 300);
    return PlainArticles.of(
        IntStream.range(0, count).mapToObj(index -> news.article(index)).toList());
  }
}
