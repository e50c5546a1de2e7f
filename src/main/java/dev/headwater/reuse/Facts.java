package dev.headwater.reuse;

import dev.headwater.text.CodePoints;
import dev.headwater.text.Words;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;

/**
 * Keys that survive a rewrite: a number with a content word near it, whatever stands between them.
 *
 * <p>A writer who rewords a sentence keeps its figures and what they count. Numbers below 10 and
 * years are too common to tell anything. At most eight keys a number, so the cost is linear.
 */
final class Facts {
  private static final long SALT = 0x5851F42D4C957F2DL;
  private static final int REACH = 4;
  private static final int STEM = 5;

  private Facts() {}

  /**
   * The keys of a text, as {@link PostingKey} writes them, in reading order; around each stand the
   * telling numbers before and after its own.
   */
  static long[] keys(String text, Words words, boolean[] boilerplate) {
    LongArrayList keys = new LongArrayList();
    IntArrayList ends = new IntArrayList();
    IntArrayList numbers = new IntArrayList();
    CodePoints points = null;
    for (int w = 0; w < words.size(); w++) {
      if (!words.isNumeric(w) || boilerplate[w]) {
        continue;
      }
      if (points == null) {
        points = CodePoints.of(text);
      }
      int last = w;
      // 6,700 is read as two words: digits that continue a number after a comma belong to it
      while (last + 1 < words.size()
          && words.isNumeric(last + 1)
          && words.begin(last + 1) == words.end(last) + 1) {
        last++;
      }
      String number = digits(points.slice(words.begin(w), words.end(last)));
      if (isTelling(number)) {
        addNear(keys, number.hashCode(), text, words, points, w, last);
        numbers.add(number.hashCode());
        ends.add(keys.size());
      }
      w = last;
    }
    long[] all = keys.toLongArray();
    int fact = 0;
    for (int n = 0; n < numbers.size(); n++) {
      long before = n == 0 ? 0 : Grams.mix(numbers.getInt(n - 1));
      long after = n + 1 == numbers.size() ? 0 : Grams.mix(numbers.getInt(n + 1));
      for (; fact < ends.getInt(n); fact++) {
        all[fact] = PostingKey.of(all[fact], before, after);
      }
    }
    return all;
  }

  private static void addNear(
      LongArrayList keys,
      int number,
      String text,
      Words words,
      CodePoints points,
      int w,
      int last) {
    int from = Math.max(0, w - REACH);
    int to = Math.min(words.size() - 1, last + REACH);
    for (int k = from; k <= to; k++) {
      if (k >= w && k <= last || words.isNumeric(k) || words.end(k) - words.begin(k) < STEM) {
        continue;
      }
      int begin = points.toUnit(words.begin(k));
      long stem = 0;
      for (int c = 0; c < STEM; c++) {
        stem = stem * 31 + Character.toLowerCase(text.charAt(begin + c));
      }
      keys.add(Grams.mix(SALT ^ (stem << 32 | (number & 0xFFFFFFFFL))));
    }
  }

  private static String digits(String said) {
    StringBuilder digits = new StringBuilder();
    said.codePoints().filter(Character::isDigit).forEach(digits::appendCodePoint);
    return digits.toString();
  }

  private static boolean isTelling(String digits) {
    boolean year = digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    return digits.length() >= 2 && !year;
  }
}
