package dev.headwater.reuse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds all stretches of words that two texts share, through reading errors, cuts and insertions.
 *
 * <p>Seed, chain, fill, extend, split: shared n-grams become runs, runs become chains, gaps inside
 * a chain are aligned word by word, both ends are extended while words go on matching, and what is
 * too thin is split off by the drop rule of BLAST (Altschul et al. 1990). Each word belongs to one
 * segment at most. Cost: linear in the texts plus the sum of the small gaps.
 */
final class LiteralAlignment {
  private static final int REACH = 10;
  private static final int GOES_ON = 3;
  private static final double SKIP_COST = 0.4;
  private static final double CUT_COST = 6;
  private static final int CUT_LEAST = 3;
  private static final double DROP = 10;

  private final TextIndex left;
  private final TextIndex right;
  private final ReuseSettings settings;
  private final GapAlignment gaps;
  private final boolean[] takenLeft;
  private final boolean[] takenRight;

  private LiteralAlignment(TextIndex left, TextIndex right, ReuseSettings settings) {
    this.left = left;
    this.right = right;
    this.settings = settings;
    this.gaps = new GapAlignment(left, right);
    this.takenLeft = new boolean[left.words().size()];
    this.takenRight = new boolean[right.words().size()];
  }

  /** Segments in order of the left text, grown from the runs of the two texts. */
  static List<Segment> of(TextIndex left, TextIndex right, Runs runs, ReuseSettings settings) {
    if (runs.size() == 0) {
      return List.of();
    }
    return new LiteralAlignment(left, right, settings).align(runs);
  }

  private List<Segment> align(Runs runs) {
    List<Segment> found = new ArrayList<>();
    for (int[] chain : Chains.of(runs, settings)) {
      Matches matches = free(matches(runs, chain));
      if (matches.size() < settings.ngram()) {
        continue;
      }
      for (Segment segment : split(withoutStrays(extended(matches)))) {
        accept(segment, found);
      }
    }
    found.sort(Comparator.comparingInt(Segment::leftFrom).thenComparingInt(Segment::rightFrom));
    return found;
  }

  /** The runs of a chain and what matches in the gaps between them. */
  private Matches matches(Runs runs, int[] chain) {
    Matches matches = new Matches();
    int leftEnd = runs.left(chain[0]);
    int rightEnd = runs.right(chain[0]);
    for (int run : chain) {
      int skip = Math.max(0, Math.max(leftEnd - runs.left(run), rightEnd - runs.right(run)));
      gaps.fill(leftEnd, runs.left(run) + skip, rightEnd, runs.right(run) + skip, matches);
      for (int k = skip; k < runs.length(run); k++) {
        matches.add(runs.left(run) + k, runs.right(run) + k, Matches.SAME);
      }
      leftEnd = runs.leftEnd(run);
      rightEnd = runs.rightEnd(run);
    }
    return matches;
  }

  /** Drops matches whose words a better segment has already. */
  private Matches free(Matches matches) {
    Matches free = new Matches();
    for (int m = 0; m < matches.size(); m++) {
      if (!takenLeft[matches.left(m)] && !takenRight[matches.right(m)]) {
        free.add(matches.left(m), matches.right(m), matches.kind(m));
      }
    }
    return free;
  }

  private Matches extended(Matches matches) {
    Matches whole = new Matches();
    whole.addAll(before(matches.left(0), matches.right(0)));
    whole.addAll(matches);
    int last = whole.size() - 1;
    while (true) {
      int leftEnd = whole.leftEnd(last);
      int rightEnd = whole.rightEnd(last);
      gaps.fill(leftEnd, reach(takenLeft, leftEnd), rightEnd, reach(takenRight, rightEnd), whole);
      if (whole.size() - 1 - last < GOES_ON) {
        return whole;
      }
      last = whole.size() - 1;
    }
  }

  private Matches before(int leftFrom, int rightFrom) {
    Matches found = new Matches();
    int l = leftFrom;
    int r = rightFrom;
    while (true) {
      Matches step = new Matches();
      gaps.fill(reachBack(takenLeft, l), l, reachBack(takenRight, r), r, step);
      step.addAll(found);
      boolean goesOn = step.size() - found.size() >= GOES_ON;
      found = step;
      if (!goesOn) {
        return found;
      }
      l = found.left(0);
      r = found.right(0);
    }
  }

  private static int reach(boolean[] taken, int from) {
    int to = from;
    while (to < taken.length && to < from + REACH && !taken[to]) {
      to++;
    }
    return to;
  }

  private static int reachBack(boolean[] taken, int to) {
    int from = to;
    while (from > 0 && from > to - REACH && !taken[from - 1]) {
      from--;
    }
    return from;
  }

  /** Drops short words that match alone in a wide gap: such words match anywhere. */
  private Matches withoutStrays(Matches matches) {
    Matches kept = new Matches();
    for (int m = 0; m < matches.size(); m++) {
      boolean stray =
          left.letters(matches.left(m)) <= 3
              && !matches.follows(m)
              && !matches.follows(m + 1)
              && isWide(matches, m)
              && isWide(matches, m + 1);
      if (!stray) {
        kept.add(matches.left(m), matches.right(m), matches.kind(m));
      }
    }
    return kept;
  }

  private static boolean isWide(Matches matches, int m) {
    return m == 0
        || m == matches.size()
        || Math.max(matches.leftSkipped(m), matches.rightSkipped(m)) >= 3;
  }

  private static List<Segment> split(Matches matches) {
    List<Segment> segments = new ArrayList<>();
    int begin = 0;
    while (begin < matches.size()) {
      double score = 1;
      double peak = 1;
      int peakAt = begin;
      int m = begin + 1;
      while (m < matches.size()) {
        score += 1 - cost(matches, m);
        if (score < 0 || score < peak - DROP) {
          break;
        }
        if (score >= peak) {
          peak = score;
          peakAt = m;
        }
        m++;
      }
      segments.add(Segment.of(matches.range(begin, peakAt + 1)));
      begin = peakAt + 1;
    }
    return segments;
  }

  private static double cost(Matches matches, int m) {
    int l = matches.leftSkipped(m);
    int r = matches.rightSkipped(m);
    double cost = SKIP_COST * Math.max(l, r);
    boolean cut = Math.min(l, r) <= CUT_LEAST;
    return cut ? Math.min(cost, CUT_COST + SKIP_COST * Math.min(l, r)) : cost;
  }

  /** Takes a segment that is dense enough, else its parts on both sides of the widest skip. */
  private void accept(Segment segment, List<Segment> found) {
    Segment rest = segment;
    while (rest.matched() >= settings.ngram()) {
      if (isEnough(rest)) {
        found.add(rest);
        take(rest);
        return;
      }
      int widest = widestSkip(rest.matches());
      if (rest.identity() >= settings.minIdentity() || widest == 0) {
        return;
      }
      Segment one = Segment.of(rest.matches().range(0, widest));
      Segment two = Segment.of(rest.matches().range(widest, rest.matched()));
      // the shorter part is settled by one more look, so the depth stays logarithmic
      boolean first = one.matched() <= two.matched();
      accept(first ? one : two, found);
      rest = first ? two : one;
    }
  }

  private static int widestSkip(Matches matches) {
    int widest = 0;
    int at = 0;
    for (int m = 1; m < matches.size(); m++) {
      int skipped = Math.max(matches.leftSkipped(m), matches.rightSkipped(m));
      if (skipped > widest) {
        widest = skipped;
        at = m;
      }
    }
    return at;
  }

  private boolean isEnough(Segment segment) {
    int shorter = Math.min(left.words().size(), right.words().size());
    boolean most = segment.matched() >= settings.ngram() && 2 * segment.matched() >= shorter;
    return segment.identity() >= settings.minIdentity()
        && (segment.matched() >= settings.minWords() || most);
  }

  private void take(Segment segment) {
    for (int w = segment.leftFrom(); w < segment.leftTo(); w++) {
      takenLeft[w] = true;
    }
    for (int w = segment.rightFrom(); w < segment.rightTo(); w++) {
      takenRight[w] = true;
    }
  }
}
