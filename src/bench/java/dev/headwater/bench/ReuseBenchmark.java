package dev.headwater.bench;

import dev.headwater.model.Article;
import dev.headwater.reuse.Aligner;
import dev.headwater.reuse.Candidates;
import dev.headwater.reuse.Grams;
import dev.headwater.reuse.PairCounts;
import dev.headwater.reuse.Postings;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.reuse.TextIndex;
import dev.headwater.text.Words;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;
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

/** Candidate search and alignment, one thread, on 4,000 generated articles. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ReuseBenchmark {
  private static final int ARTICLES = 4_000;
  private static final int PAIRS = 500;

  private final long[] pairs = new long[PAIRS];
  private Postings postings;
  private List<TextIndex> texts;

  /** Indexes the articles and finds the pairs to align, true ones and chance ones as they come. */
  @Setup
  public void index() {
    List<Article> articles = SampleArticles.generated(ARTICLES);
    ReuseSettings settings = ReuseSettings.DEFAULTS;
    LongArrayList keys = new LongArrayList();
    IntArrayList owners = new IntArrayList();
    for (int a = 0; a < ARTICLES; a++) {
      for (long key : Grams.keys(articles.get(a), Words.of(articles.get(a).text()), settings)) {
        keys.add(key);
        owners.add(a);
      }
    }
    boolean[] fresh = new boolean[ARTICLES];
    Arrays.fill(fresh, true);
    postings = new Postings(keys.elements(), owners.elements(), keys.size(), fresh, null);
    texts = articles.stream().map(article -> TextIndex.of(article, settings)).toList();
    Candidates found = Candidates.of(postings, settings);
    int kept = 0;
    for (int p = 0; p < found.pairs().length && kept < PAIRS; p++) {
      if (Candidates.isEnough(
          found.counts()[p],
          Candidates.extent(1 << 20, false),
          Candidates.extent(1 << 20, false),
          Postings.NO_DAY,
          Postings.NO_DAY,
          settings)) {
        pairs[kept++] = found.pairs()[p];
      }
    }
    if (kept < PAIRS) {
      throw new IllegalStateException("only " + kept + " candidate pairs were found");
    }
  }

  /** Searches of a second; a search goes over all postings of 4,000 articles. */
  @Benchmark
  public Candidates candidates() {
    return Candidates.of(postings, ReuseSettings.DEFAULTS);
  }

  /** Pairs aligned a second. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public void alignments(Blackhole hole) {
    for (long pair : pairs) {
      TextIndex one = texts.get(PairCounts.smaller(pair));
      TextIndex other = texts.get(PairCounts.larger(pair));
      hole.consume(Aligner.align(one, other, ReuseSettings.DEFAULTS));
    }
  }
}
