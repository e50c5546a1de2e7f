package dev.headwater.job;

import dev.headwater.reuse.Buckets;
import dev.headwater.reuse.Candidates;
import dev.headwater.reuse.PostingBlock;
import dev.headwater.reuse.Postings;
import dev.headwater.reuse.ReuseSettings;
import dev.headwater.spark.TaskCounter;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/**
 * The pairs of documents that share keys, as packed counts: of one bucket of keys after the other,
 * whose postings alone are held at a time.
 */
final class BucketPairs implements Iterator<Tuple2<Integer, byte[]>> {
  private final Iterator<Tuple2<Integer, byte[]>> packed;
  private final ReuseSettings settings;
  private final int buckets;
  private final int tasks;
  private final TaskCounter capped;
  private Iterator<Tuple2<Integer, byte[]>> found = Collections.emptyIterator();

  /** The first block of the next bucket; null at the end. */
  private Tuple2<Integer, byte[]> ahead;

  /**
   * Pairs of some buckets.
   *
   * @param packed blocks of postings by their bucket, those of a bucket behind one another
   * @param buckets of how many they are some
   * @param tasks among which the counts are dealt out
   * @param capped hears of keys of so many documents that not every two of them meet
   */
  BucketPairs(
      Iterator<Tuple2<Integer, byte[]>> packed,
      ReuseSettings settings,
      int buckets,
      int tasks,
      TaskCounter capped) {
    this.packed = packed;
    this.settings = settings;
    this.buckets = buckets;
    this.tasks = tasks;
    this.capped = capped;
    this.ahead = packed.hasNext() ? packed.next() : null;
  }

  @Override
  public boolean hasNext() {
    while (!found.hasNext() && ahead != null) {
      found = pairs(ahead._1());
    }
    return found.hasNext();
  }

  @Override
  public Tuple2<Integer, byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return found.next();
  }

  private Iterator<Tuple2<Integer, byte[]>> pairs(int bucket) {
    BucketPostings postings = new BucketPostings();
    PostingBlock.Reader taker = postings.reader();
    while (ahead != null && ahead._1() == bucket) {
      PostingBlock.read(ahead._2(), taker);
      ahead = packed.hasNext() ? packed.next() : null;
    }
    Documents documents = new Documents();
    IntArrayList owners = postings.keepRepeated(documents);
    // The first eighth of the buckets has the keys that find articles far apart in time.
    boolean isFar = bucket < buckets >> Buckets.FAR_BITS;
    int[] numbers = documents.inTime(owners);
    Candidates candidates =
        Candidates.of(
            new Postings(
                postings.keys(),
                numbers,
                postings.size(),
                documents.freshByNumber(),
                isFar ? documents.daysByNumber() : null),
            settings);
    capped.add(candidates.cappedKeys());
    return new PairSplit(candidates, documents, tasks, isFar ? null : settings);
  }
}
