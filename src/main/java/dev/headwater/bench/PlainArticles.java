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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Reads articles in a plain loop, as {@code ingest} does: generated ones, or those of a file. */
public final class PlainArticles {
  private static final Instant INGESTED_AT = Instant.parse("2026-01-01T00:00:00Z");

  private PlainArticles() {}

  /** Generated items as articles, in their order. */
  public static List<Article> of(List<GeneratedNews.Item> items) {
    StringBuilder lines = new StringBuilder();
    items.forEach(item -> lines.append(item.json()).append('\n'));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return read(new ByteArrayInputStream(bytes), "generated.jsonl");
  }

  /** The articles of a file; what cannot be read is left out. */
  public static List<Article> read(InputStream bytes, String name) {
    List<Article> articles = new ArrayList<>();
    Iterator<ReadResult> results = ArticleFiles.read(bytes, name, ReadSettings.standard());
    while (results.hasNext()) {
      if (results.next() instanceof RawRecord record
          && ArticleBuilder.build(record, name, BuildSettings.standard(), INGESTED_AT)
              instanceof BuiltArticle built) {
        articles.add(built.article());
      }
    }
    return articles;
  }
}
