package dev.headwater.bench;

import dev.headwater.model.Article;
import dev.headwater.reuse.Grams;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.reuse.TextIndex;
import dev.headwater.text.Words;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Articles a second, one thread: words, n-gram keys, and the index that the aligner works on. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class TextBenchmark {
  private static final int ARTICLES = 500;

  private List<Article> articles;
  private List<Words> words;

  /** Reads the articles. */
  @Setup
  public void read() throws IOException {
    articles = SampleArticles.generated(ARTICLES);
    if (articles.size() != ARTICLES) {
      throw new IllegalStateException("only " + articles.size() + " articles were read");
    }
    words = articles.stream().map(article -> Words.of(article.text())).toList();
  }

  /** Words of a text with their offsets and hashes. */
  @Benchmark
  @OperationsPerInvocation(ARTICLES)
  public void words(Blackhole hole) {
    for (Article article : articles) {
      hole.consume(Words.of(article.text()));
    }
  }

  /** Keys of a text whose words are known: rolling hashes of n-grams, facts, sorted. */
  @Benchmark
  @OperationsPerInvocation(ARTICLES)
  public void keys(Blackhole hole) {
    for (int a = 0; a < ARTICLES; a++) {
      hole.consume(Grams.keys(articles.get(a), words.get(a), ReuseSettings.DEFAULTS));
    }
  }

  /** The aligner's index of a text whose words are known. */
  @Benchmark
  @OperationsPerInvocation(ARTICLES)
  public void index(Blackhole hole) {
    for (int a = 0; a < ARTICLES; a++) {
      hole.consume(TextIndex.of(articles.get(a), words.get(a), ReuseSettings.DEFAULTS));
    }
  }
}
