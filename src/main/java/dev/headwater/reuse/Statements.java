package dev.headwater.reuse;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;

/**
 * The sentences of a text as ranges of words, each with the content words it states something
 * about, as sorted distinct stem hashes.
 *
 * <p>A sentence ends at a full stop, question or exclamation mark before white space and a capital,
 * digit or quotation mark, and at an empty line; a full stop after a single letter or a title does
 * not end one. A stem is the first five letters. One pass.
 */
final class Statements {
  private static final int STEM = 5;
  private static final int MOST_WORDS = 80;

  private final int[] begins;
  private final long[][] numbers;
  private final long[] postedStems;
  private final int[] postedStatements;
  private final int words;

  private Statements(int[] begins, long[][] stems, long[][] numbers, int words) {
    this.begins = begins;
    this.numbers = numbers;
    long[] posted = Arrays.stream(stems).flatMapToLong(Arrays::stream).toArray();
    int[] statement = new int[posted.length];
    int filled = 0;
    for (int s = 0; s < stems.length; s++) {
      Arrays.fill(statement, filled, filled + stems[s].length, s);
      filled += stems[s].length;
    }
    int[] order = new int[posted.length];
    Arrays.setAll(order, k -> k);
    LongArrays.radixSortIndirect(order, posted, true);
    this.postedStems = Arrays.stream(order).mapToLong(k -> posted[k]).toArray();
    this.postedStatements = Arrays.stream(order).map(k -> statement[k]).toArray();
    this.words = words;
  }

  static Statements of(TextIndex index) {
    IntArrayList begins = new IntArrayList();
    int size = index.words().size();
    for (int w = 0; w < size; w++) {
      boolean first = begins.isEmpty();
      if (first || w - begins.getInt(begins.size() - 1) >= MOST_WORDS || ends(index, w - 1)) {
        begins.add(w);
      }
    }
    long[][] stems = new long[begins.size()][];
    long[][] numbers = new long[begins.size()][];
    for (int s = 0; s < stems.length; s++) {
      int end = s + 1 < stems.length ? begins.getInt(s + 1) : size;
      stems[s] = stems(index, begins.getInt(s), end);
      numbers[s] = numbers(index, begins.getInt(s), end);
    }
    return new Statements(begins.toIntArray(), stems, numbers, size);
  }

  int size() {
    return begins.length;
  }

  int begin(int statement) {
    return begins[statement];
  }

  int end(int statement) {
    return statement + 1 < begins.length ? begins[statement + 1] : words;
  }

  /** Stems of all sentences, ascending, one entry for each sentence that has the stem. */
  long[] postedStems() {
    return postedStems;
  }

  /** For each entry of {@link #postedStems()}, its sentence. */
  int[] postedStatements() {
    return postedStatements;
  }

  /** Words with digits of a sentence, sorted, distinct. */
  long[] numbers(int statement) {
    return numbers[statement];
  }

  private static boolean ends(TextIndex index, int w) {
    String between = index.between(w);
    boolean stopped = false;
    for (int k = 0; k < between.length(); k++) {
      char c = between.charAt(k);
      if (c == '\n' && between.indexOf('\n', k + 1) >= 0) {
        return true;
      }
      if (c == '.' || c == '!' || c == '?') {
        stopped = c != '.' || index.letters(w) > 2 || index.words().isNumeric(w);
      } else if (stopped && Character.isWhitespace(c)) {
        return index.isCapital(w + 1) || index.words().isNumeric(w + 1);
      }
    }
    return false;
  }

  private static long[] stems(TextIndex index, int from, int to) {
    LongArrayList stems = new LongArrayList();
    for (int w = from; w < to; w++) {
      if (isContent(index, w)) {
        stems.add(stem(index, w));
      }
    }
    return distinct(stems.toLongArray());
  }

  private static long[] numbers(TextIndex index, int from, int to) {
    LongArrayList numbers = new LongArrayList();
    for (int w = from; w < to; w++) {
      if (index.words().isNumeric(w)) {
        numbers.add(index.words().hash(w));
      }
    }
    return distinct(numbers.toLongArray());
  }

  /** Members that two sorted lists without repeats have in common. */
  static int common(long[] a, long[] b) {
    int common = 0;
    int i = 0;
    int k = 0;
    while (i < a.length && k < b.length) {
      if (a[i] < b[k]) {
        i++;
      } else if (a[i] > b[k]) {
        k++;
      } else {
        common++;
        i++;
        k++;
      }
    }
    return common;
  }

  private static long[] distinct(long[] sorted) {
    LongArrays.quickSort(sorted);
    int kept = 0;
    for (int k = 0; k < sorted.length; k++) {
      if (kept == 0 || sorted[kept - 1] != sorted[k]) {
        sorted[kept++] = sorted[k];
      }
    }
    return LongArrays.copy(sorted, 0, kept);
  }

  /** Whether a word states something: outside boilerplate and not too common. */
  static boolean isContent(TextIndex index, int word) {
    return !index.isBoilerplate(word) && !HashedWords.STOPS.contains(index.words().hash(word));
  }

  /** Hash of a word's stem: of its first letters; of all where it is short or has digits. */
  static long stem(TextIndex index, int word) {
    if (index.words().isNumeric(word) || index.letters(word) <= STEM) {
      return index.words().hash(word);
    }
    long stem = 0;
    for (int k = 0; k < STEM; k++) {
      stem = stem * 31 + index.letter(word, k);
    }
    return Grams.mix(stem);
  }
}
