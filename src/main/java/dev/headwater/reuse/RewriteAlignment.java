package dev.headwater.reuse;

import java.util.ArrayList;
import java.util.List;

/**
 * Aligns two texts sentence by sentence by the rare words they state things with, for copies that
 * were reworded: the same facts in the same order, with few n-grams left.
 *
 * <p>A sentence pair scores by the weight of the content words it shares, where a word weighs more
 * the fewer sentences of the two texts have it; the best monotone path is found by dynamic
 * programming as Gale and Church (1993) do for translations. Sentences on the path whose score is
 * high enough are aligned word by word. Cost: product of the numbers of sentences, which are few:
 * pages of many stories are not compared this way.
 */
final class RewriteAlignment {
  private static final double LEAST_SCORE = 0.25;
  private static final int LEAST_STEMS = 3;
  private static final double LEAST_COVER = 0.3;
  private static final int LEAST_SENTENCES = 3;
  private static final int MOST_CELLS = 90_000;
  private static final double MOSTLY_QUOTED = 0.4;

  /**
   * Share of the content words of the shorter text that the other must have too: below it two texts
   * cannot be a rewrite, and sentences are not looked at.
   */
  private static final double LEAST_LIKENESS = 0.4;

  private final TextIndex left;
  private final TextIndex right;
  private final Statements ofLeft;
  private final Statements ofRight;
  private final int columns;
  private final double[] shared;
  private final int[] common;
  private final double[] weightLeft;
  private final double[] weightRight;

  private RewriteAlignment(TextIndex left, TextIndex right) {
    this.left = left;
    this.right = right;
    this.ofLeft = left.statements();
    this.ofRight = right.statements();
    this.columns = ofRight.size();
    this.shared = new double[ofLeft.size() * columns];
    this.common = new int[ofLeft.size() * columns];
    this.weightLeft = new double[ofLeft.size()];
    this.weightRight = new double[columns];
    weigh();
  }

  /** Sentence pairs of a rewrite in order of the left text; empty when it is none. */
  static List<Segment> of(TextIndex left, TextIndex right, ReuseSettings settings) {
    boolean page = Math.max(left.words().size(), right.words().size()) > settings.rewriteMaxWords();
    if (page || !left.vocabulary().isLike(right.vocabulary(), LEAST_LIKENESS)) {
      return List.of();
    }
    long cells = (long) left.statements().size() * right.statements().size();
    if (cells > MOST_CELLS) {
      return List.of();
    }
    return new RewriteAlignment(left, right).align();
  }

  /** Merges both lists of stems: each sentence pair gets the weight of the stems it shares. */
  private void weigh() {
    long[] a = ofLeft.postedStems();
    long[] b = ofRight.postedStems();
    int i = 0;
    int k = 0;
    while (i < a.length || k < b.length) {
      long stem = k == b.length || i < a.length && a[i] <= b[k] ? a[i] : b[k];
      int iEnd = i;
      int kEnd = k;
      while (iEnd < a.length && a[iEnd] == stem) {
        iEnd++;
      }
      while (kEnd < b.length && b[kEnd] == stem) {
        kEnd++;
      }
      double weight = Math.log((ofLeft.size() + columns + 2.0) / (iEnd - i + kEnd - k));
      for (int x = i; x < iEnd; x++) {
        weightLeft[ofLeft.postedStatements()[x]] += weight;
        for (int y = k; y < kEnd; y++) {
          int cell = ofLeft.postedStatements()[x] * columns + ofRight.postedStatements()[y];
          shared[cell] += weight;
          common[cell]++;
        }
      }
      for (int y = k; y < kEnd; y++) {
        weightRight[ofRight.postedStatements()[y]] += weight;
      }
      i = iEnd;
      k = kEnd;
    }
  }

  /** Share of the stated weight that two sentences have in common, 0..1; 0 for too few words. */
  private double score(int l, int r) {
    int cell = l * columns + r;
    return common[cell] < LEAST_STEMS || disagree(l, r)
        ? 0
        : 2 * shared[cell] / (weightLeft[l] + weightRight[r]);
  }

  /** Whether both sentences give numbers and hardly agree: a template filled in twice. */
  private boolean disagree(int l, int r) {
    long[] a = ofLeft.numbers(l);
    long[] b = ofRight.numbers(r);
    return a.length > 0
        && b.length > 0
        && 2 * Statements.common(a, b) < Math.min(a.length, b.length);
  }

  private List<Segment> align() {
    int rows = ofLeft.size();
    double[][] gains = new double[rows][columns];
    double[][] best = new double[rows + 1][columns + 1];
    for (int l = rows - 1; l >= 0; l--) {
      for (int r = columns - 1; r >= 0; r--) {
        double score = score(l, r);
        gains[l][r] = score >= LEAST_SCORE ? score : 0;
        double skip = Math.max(best[l + 1][r], best[l][r + 1]);
        best[l][r] = Math.max(skip, gains[l][r] + best[l + 1][r + 1]);
      }
    }
    List<Segment> found = new ArrayList<>();
    GapAlignment words = new GapAlignment(left, right);
    int l = 0;
    int r = 0;
    while (l < rows && r < columns) {
      if (gains[l][r] > 0 && best[l][r] == gains[l][r] + best[l + 1][r + 1]) {
        Matches matches = new Matches();
        words.fill(ofLeft.begin(l), ofLeft.end(l), ofRight.begin(r), ofRight.end(r), matches);
        if (matches.size() > 0) {
          found.add(
              new Segment(
                  ofLeft.begin(l),
                  ofLeft.end(l),
                  ofRight.begin(r),
                  ofRight.end(r),
                  matches.size(),
                  matches));
        }
        l++;
        r++;
      } else if (best[l + 1][r] >= best[l][r + 1]) {
        l++;
      } else {
        r++;
      }
    }
    return isRewrite(found) ? found : List.of();
  }

  private boolean isRewrite(List<Segment> found) {
    double ofLeftWords = 0;
    double ofRightWords = 0;
    int own = 0;
    for (Segment segment : found) {
      // two reports of one speech quote the same words in the same order: no sign of copying
      if (Math.max(
              left.quotedShare(segment.leftFrom(), segment.leftTo()),
              right.quotedShare(segment.rightFrom(), segment.rightTo()))
          >= MOSTLY_QUOTED) {
        continue;
      }
      own++;
      ofLeftWords += left.share(segment.leftFrom(), segment.leftTo());
      ofRightWords += right.share(segment.rightFrom(), segment.rightTo());
    }
    return own >= LEAST_SENTENCES && Math.max(ofLeftWords, ofRightWords) >= LEAST_COVER;
  }
}
