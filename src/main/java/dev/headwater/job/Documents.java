package dev.headwater.job;

import dev.headwater.reuse.Candidates;
import dev.headwater.reuse.Postings;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;

/** Numbers the documents that a task meets, from 0. */
final class Documents {
  private Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
  private final LongArrayList ids = new LongArrayList();
  private final IntArrayList days = new IntArrayList();
  private final IntArrayList extents = new IntArrayList();
  private final IntArrayList fresh = new IntArrayList();

  Documents() {
    numbers.defaultReturnValue(-1);
  }

  int number(long id, int day, int extent, boolean isFresh) {
    int number = numbers.get(id);
    if (number < 0) {
      number = ids.size();
      numbers.put(id, number);
      ids.add(id);
      days.add(day);
      extents.add(extent);
      fresh.add(isFresh ? 1 : 0);
    }
    return number;
  }

  long id(int number) {
    return ids.getLong(number);
  }

  int day(int number) {
    return days.getInt(number);
  }

  int[] daysByNumber() {
    return days.toIntArray();
  }

  /** Its {@link Candidates#extent}. */
  int extent(int number) {
    return extents.getInt(number);
  }

  /**
   * Numbers the documents anew by day, then id; those without a day last. Gives the owners'. The
   * order of any two is the same in every task. No documents can be added afterwards.
   */
  int[] inTime(IntArrayList owners) {
    long[] byDay = new long[ids.size()];
    long[] byId = new long[ids.size()];
    for (int number = 0; number < byDay.length; number++) {
      byDay[number] = dayOrLast(number);
      byId[number] = ids.getLong(number) ^ Long.MIN_VALUE;
    }
    LongArrays.radixSort(byDay, byId);
    int[] renumbered = new int[byId.length];
    IntArrayList oldDays = days.clone();
    IntArrayList oldExtents = extents.clone();
    IntArrayList oldFresh = fresh.clone();
    for (int number = 0; number < byId.length; number++) {
      long id = byId[number] ^ Long.MIN_VALUE;
      int old = numbers.get(id);
      renumbered[old] = number;
      ids.set(number, id);
      days.set(number, oldDays.getInt(old));
      extents.set(number, oldExtents.getInt(old));
      fresh.set(number, oldFresh.getInt(old));
    }
    numbers = null;
    int[] elements = owners.elements();
    for (int i = 0; i < owners.size(); i++) {
      elements[i] = renumbered[elements[i]];
    }
    return elements;
  }

  private int dayOrLast(int number) {
    int day = days.getInt(number);
    return day == Postings.NO_DAY ? Integer.MAX_VALUE : day;
  }

  boolean[] freshByNumber() {
    boolean[] flags = new boolean[fresh.size()];
    for (int i = 0; i < flags.length; i++) {
      flags[i] = fresh.getInt(i) == 1;
    }
    return flags;
  }
}
