package dev.headwater.job;

import dev.headwater.reuse.Postings;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/** Numbers the documents that a task meets, from 0. */
final class Documents {
  private final Long2IntOpenHashMap numbers = new Long2IntOpenHashMap();
  private final LongArrayList ids = new LongArrayList();
  private final IntArrayList days = new IntArrayList();
  private final IntArrayList fresh = new IntArrayList();

  Documents() {
    numbers.defaultReturnValue(-1);
  }

  int number(long id, int day, boolean isFresh) {
    int number = numbers.get(id);
    if (number < 0) {
      number = ids.size();
      numbers.put(id, number);
      ids.add(id);
      days.add(day);
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

  /** Numbers the documents anew by day, then id; those without a day last. Gives the owners'. */
  int[] inTime(IntArrayList owners) {
    int[] order = new int[ids.size()];
    Arrays.setAll(order, number -> number);
    IntArrays.quickSort(
        order,
        (one, other) -> {
          int byDay = Integer.compare(dayOrLast(one), dayOrLast(other));
          return byDay != 0 ? byDay : Long.compareUnsigned(ids.getLong(one), ids.getLong(other));
        });
    int[] renumbered = new int[order.length];
    LongArrayList oldIds = ids.clone();
    IntArrayList oldDays = days.clone();
    IntArrayList oldFresh = fresh.clone();
    for (int number = 0; number < order.length; number++) {
      renumbered[order[number]] = number;
      ids.set(number, oldIds.getLong(order[number]));
      days.set(number, oldDays.getInt(order[number]));
      fresh.set(number, oldFresh.getInt(order[number]));
      numbers.put(ids.getLong(number), number);
    }
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
