package dev.headwater.bench;

import dev.headwater.claim.ClaimReader;
import dev.headwater.model.Article;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Claims read a second, one thread, from the English articles of the sample. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class ClaimBenchmark {
  private List<Article> articles;

  /** What went through, beside the calls: JMH gives each a second. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Through {
    /** Articles read. */
    public long articles;

    /** Claims found. */
    public long claims;

    /** Begins an iteration. */
    @Setup(Level.Iteration)
    public void begin() {
      articles = 0;
      claims = 0;
    }
  }

  /** Reads the articles. */
  @Setup
  public void read() throws IOException {
    articles =
        SampleArticles.sample().stream().filter(article -> "en".equals(article.lang())).toList();
    if (articles.isEmpty()) {
      throw new IllegalStateException("data/sample has no English article");
    }
  }

  /** All articles of the sample. */
  @Benchmark
  public void sample(Through through, Blackhole hole) {
    for (Article article : articles) {
      int claims = ClaimReader.read(article).claims().size();
      through.articles++;
      through.claims += claims;
      hole.consume(claims);
    }
  }
}
