package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.text.Words;
import java.util.Arrays;

/**
 * The keys under which an article can meet another: distinct hashes of its word n-grams, and of
 * facts (a number beside a word) that survive a rewrite.
 *
 * <p>An n-gram's hash is a polynomial of its words' hashes, rolled from word to word (Karp and
 * Rabin 1987) and mixed, so the cost is a few instructions a word. Two different n-grams of a
 * corpus of 10⁹ clash with a probability of 1 in 37 (n²/2⁶⁵); a clash costs one needless alignment,
 * never a false pair, since every pair is verified.
 */
public final class Grams {
  private static final long BASE = 0x9E3779B97F4A7C15L;

  private Grams() {}

  /**
   * All keys of an article: distinct, sampled, ascending, without those inside boilerplate, as far
   * as {@link TextIndex#withoutKeys} says.
   */
  public static long[] keys(Article article, Words words, ReuseSettings settings) {
    boolean[] boilerplate = TextIndex.withoutKeys(article, words);
    long[] grams = inOrder(words, settings.ngram());
    long[] facts =
        words.size() <= settings.rewriteMaxWords()
            ? Facts.keys(article.text(), words, boilerplate)
            : new long[0];
    long[] keys = new long[grams.length + facts.length];
    long limit = Long.divideUnsigned(-1L, settings.sampling());
    int kept = 0;
    int furniture = 0;
    for (int w = 0; w < words.size(); w++) {
      furniture += boilerplate[w] ? 1 : 0;
      int first = w - settings.ngram() + 1;
      if (first < 0) {
        continue;
      }
      long gram = grams[first];
      if (furniture < settings.ngram() && Long.compareUnsigned(gram, limit) <= 0) {
        keys[kept++] = gram;
      }
      furniture -= boilerplate[first] ? 1 : 0;
    }
    System.arraycopy(facts, 0, keys, kept, facts.length);
    return distinct(keys, kept + facts.length);
  }

  /** The n-gram hashes of a text in reading order, one for each word that begins one. */
  static long[] inOrder(Words words, int ngram) {
    long[] grams = new long[Math.max(0, words.size() - ngram + 1)];
    Rolling rolling = new Rolling(ngram);
    for (int w = 0; w < words.size(); w++) {
      long gram = rolling.next(words, w);
      if (w >= ngram - 1) {
        grams[w - ngram + 1] = gram;
      }
    }
    return grams;
  }

  /** Rolls the hash of an n-gram from word to word of one text. */
  static final class Rolling {
    private final int ngram;
    private final long top;
    private long rolling;

    Rolling(int ngram) {
      this.ngram = ngram;
      long power = 1;
      for (int k = 1; k < ngram; k++) {
        power *= BASE;
      }
      this.top = power;
    }

    /** Takes the next word; gives the n-gram that ends with it, once there are words enough. */
    long next(Words words, int word) {
      if (word >= ngram) {
        rolling -= words.hash(word - ngram) * top;
      }
      rolling = rolling * BASE + words.hash(word);
      return mix(rolling);
    }
  }

  /** Spreads every bit over all others: the finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  private static long[] distinct(long[] keys, int count) {
    Arrays.sort(keys, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (kept == 0 || keys[kept - 1] != keys[i]) {
        keys[kept++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, kept);
  }
}
