package dev.headwater.job;

import dev.headwater.reuse.Candidates;
import dev.headwater.reuse.PairBlock;
import dev.headwater.reuse.PairCounts;
import dev.headwater.reuse.ReuseSettings;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** Splits counted pairs into blocks by the later article, one open block a task. */
final class PairSplit implements Iterator<Tuple2<Integer, byte[]>> {
  private final Candidates candidates;
  private final Documents documents;

  /** By which pairs far apart in time are left out; null where they count as well. */
  private final ReuseSettings nearOnly;

  private final PairBlock[] open;
  private int pair;
  private int task;
  private Tuple2<Integer, byte[]> ready;

  PairSplit(Candidates candidates, Documents documents, int tasks, ReuseSettings nearOnly) {
    this.candidates = candidates;
    this.documents = documents;
    this.nearOnly = nearOnly;
    this.open = new PairBlock[tasks];
  }

  @Override
  public boolean hasNext() {
    if (ready == null) {
      ready = advance();
    }
    return ready != null;
  }

  @Override
  public Tuple2<Integer, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Tuple2<Integer, byte[]> block = ready;
    ready = null;
    return block;
  }

  /** The next full block, then what is left of each; null at the end. */
  private Tuple2<Integer, byte[]> advance() {
    int most = CandidateSearch.blockBytes(open.length) / CandidateSearch.BYTES_A_PAIR;
    while (pair < candidates.pairs().length) {
      int to = add(pair++);
      if (to >= 0 && open[to].size() >= most) {
        return new Tuple2<>(to, open[to].take());
      }
    }
    for (; task < open.length; task++) {
      if (open[task] != null && open[task].size() > 0) {
        return new Tuple2<>(task, open[task].take());
      }
    }
    return null;
  }

  /** Adds a pair to a block; gives the block's task, -1 where the pair is left out. */
  private int add(int p) {
    int one = PairCounts.smaller(candidates.pairs()[p]);
    int other = PairCounts.larger(candidates.pairs()[p]);
    if (nearOnly != null
        && !Candidates.areNear(documents.day(one), documents.day(other), nearOnly)) {
      return -1;
    }
    // Which of the two is later does not differ from bucket to bucket, as numbers do; and while
    // very many may meet the first article of a template, each of them meets few before it.
    int to = (int) Long.remainderUnsigned(documents.id(other), open.length);
    if (open[to] == null) {
      open[to] = new PairBlock();
    }
    open[to].add(
        documents.id(other),
        documents.day(other),
        documents.extent(other),
        documents.id(one),
        documents.day(one),
        documents.extent(one),
        candidates.counts()[p]);
    return to;
  }
}
