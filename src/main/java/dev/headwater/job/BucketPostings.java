package dev.headwater.job;

import dev.headwater.reuse.PostingBlock;
import dev.headwater.reuse.RepeatedKeys;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/** The postings of one bucket as they come, before their documents have numbers. */
final class BucketPostings {
  private final LongArrayList keys = new LongArrayList();

  /** Of each entry, which is a document with some of its keys. */
  private final LongArrayList ids = new LongArrayList();

  private final IntArrayList days = new IntArrayList();
  private final IntArrayList extents = new IntArrayList();
  private final IntArrayList fresh = new IntArrayList();
  private final IntArrayList ends = new IntArrayList();

  /** Takes postings in. */
  PostingBlock.Reader reader() {
    return this::document;
  }

  private void document(long id, int day, int extent, boolean isFresh, long[] some) {
    keys.addElements(keys.size(), some);
    ids.add(id);
    days.add(day);
    extents.add(extent);
    fresh.add(isFresh ? 1 : 0);
    ends.add(keys.size());
  }

  /** The keys that are left, {@link #size} of them. */
  long[] keys() {
    return keys.elements();
  }

  int size() {
    return keys.size();
  }

  /**
   * Drops the keys that stand in one posting alone and numbers the documents that have others.
   *
   * @param documents gets these documents
   * @return number of the document of each key that is left
   */
  IntArrayList keepRepeated(Documents documents) {
    RepeatedKeys repeated = new RepeatedKeys(keys.size());
    long[] all = keys.elements();
    for (int k = 0; k < keys.size(); k++) {
      repeated.add(all[k]);
    }
    IntArrayList owners = new IntArrayList();
    int from = 0;
    for (int entry = 0; entry < ends.size(); entry++) {
      int number = -1;
      for (int k = from; k < ends.getInt(entry); k++) {
        if (repeated.mayRepeat(all[k])) {
          number = number < 0 ? numbered(entry, documents) : number;
          all[owners.size()] = all[k];
          owners.add(number);
        }
      }
      from = ends.getInt(entry);
    }
    keys.size(owners.size());
    return owners;
  }

  private int numbered(int entry, Documents documents) {
    return documents.number(
        ids.getLong(entry), days.getInt(entry), extents.getInt(entry), fresh.getInt(entry) == 1);
  }
}
