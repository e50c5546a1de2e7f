package dev.headwater.bench;

import dev.headwater.ingest.ArticleBuilder;
import dev.headwater.ingest.ArticleFiles;
import dev.headwater.ingest.BuildSettings;
import dev.headwater.ingest.BuiltArticle;
import dev.headwater.ingest.RawRecord;
import dev.headwater.ingest.ReadResult;
import dev.headwater.ingest.ReadSettings;
import dev.headwater.model.Article;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
        articles.addAll(read(bytes, file.toString()));
      }
    }
    return articles;
  }

  /** The first articles of a generated corpus of 20,000. */
  static List<Article> generated(int count) {
    GeneratedNews news = new GeneratedNews(20_000, 1, 300);
    StringBuilder lines = new StringBuilder();
    for (int index = 0; index < count; index++) {
      lines.append(news.article(index).json()).append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return read(new ByteArrayInputStream(bytes), "generated.jsonl");
  }

  private static List<Article> read(InputStream bytes, String name) {
    List<Article> articles = new ArrayList<>();
    Iterator<ReadResult> results = ArticleFiles.read(bytes, name, ReadSettings.standard());
    while (results.hasNext()) {
      if (results.next() instanceof RawRecord record
          && ArticleBuilder.build(record, name, BuildSettings.standard(), Instant.now())
              instanceof BuiltArticle built) {
        articles.add(built.article());
      }
    }
    return articles;
  }
}
