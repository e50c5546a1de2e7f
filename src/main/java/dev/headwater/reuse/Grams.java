package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.text.Words;
import java.util.Arrays;

/**
 * The keys under which an article can meet another: distinct hashes of its word n-grams, and of
 * facts (a number beside a word) that survive a rewrite.
 *
 * <p>An n-gram's hash is a polynomial of its words' hashes, rolled from word to word (Karp and
 * Rabin 1987) and mixed, so the cost is a few instructions a word. Of 10⁹ different n-grams some
 * 450,000 pairs have the same 40 bits (n²/2⁴¹); it costs at most a needless alignment, never a
 * false pair, since every pair is verified.
 *
 * <p>Around each n-gram stand the {@value #AROUND} words before it and those after it, fewer where
 * the text begins or ends ({@link PostingKey}). Of a run of nine words that two texts share two
 * 5-grams have the same on one side, of ten four, of eleven six, of more all.
 */
public final class Grams {
  /** Words on either side of an n-gram that tell whether a longer run is the same. */
  static final int AROUND = 4;

  private static final long BASE = 0x9E3779B97F4A7C15L;

  private Grams() {}

  /**
   * All keys of an article, as {@link PostingKey} writes them: distinct by hash, sampled,
   * ascending, without those inside boilerplate, as far as {@link TextIndex#withoutKeys} says.
   */
  public static long[] keys(Article article, Words words, ReuseSettings settings) {
    boolean[] boilerplate = TextIndex.withoutKeys(article, words);
    long[] grams = inOrder(words, settings.ngram());
    long[] fours = inOrder(words, AROUND);
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
        keys[kept++] =
            PostingKey.of(gram, around(words, fours, first - AROUND), around(words, fours, w + 1));
      }
      furniture -= boilerplate[first] ? 1 : 0;
    }
    System.arraycopy(facts, 0, keys, kept, facts.length);
    return distinct(keys, kept + facts.length);
  }

  /** Hash of the words from one on, of fewer where the text begins or ends among them. */
  private static long around(Words words, long[] fours, int from) {
    if (from >= 0 && from < fours.length) {
      return fours[from];
    }
    long hash = 0;
    for (int w = Math.max(0, from); w < Math.min(words.size(), from + AROUND); w++) {
      hash = hash * BASE + words.hash(w);
    }
    return mix(hash);
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
      if (kept == 0 || PostingKey.hash(keys[kept - 1]) != PostingKey.hash(keys[i])) {
        keys[kept++] = keys[i];
      }
    }
    return Arrays.copyOf(keys, kept);
  }
}
