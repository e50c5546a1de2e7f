package dev.headwater.reuse;

/**
 * Best common subsequence of words in a small gap of both texts, tolerant of reading errors and of
 * split words.
 *
 * <p>Needleman and Wunsch (1970) without penalties: long words weigh more than short ones. Cost:
 * the product of the gap's sides, and a gap above {@link #MOST_CELLS} is left unaligned.
 */
final class GapAlignment {
  static final int MOST_CELLS = 6000;

  private static final int SHORT_WORD = 3;
  private static final int[] WEIGHT = {4, 3, 4, 4};

  private final TextIndex left;
  private final WordMatch match;
  private int[] scores = new int[1024];
  private byte[] kinds = new byte[1024];

  GapAlignment(TextIndex left, TextIndex right) {
    this.left = left;
    this.match = new WordMatch(left, right);
  }

  /** Adds the matches between two half-open ranges of words. */
  void fill(int leftFrom, int leftTo, int rightFrom, int rightTo, Matches into) {
    int rows = leftTo - leftFrom;
    int columns = rightTo - rightFrom;
    if (rows <= 0 || columns <= 0 || (long) rows * columns > MOST_CELLS) {
      return;
    }
    int width = columns + 1;
    int cells = (rows + 1) * width;
    if (scores.length < cells) {
      scores = new int[cells];
      kinds = new byte[cells];
    }
    for (int c = 0; c <= columns; c++) {
      scores[rows * width + c] = 0;
    }
    for (int r = rows - 1; r >= 0; r--) {
      scores[r * width + columns] = 0;
      for (int c = columns - 1; c >= 0; c--) {
        score(r, c, rows, columns, leftFrom + r, rightFrom + c);
      }
    }
    walk(leftFrom, rightFrom, rows, columns, into);
  }

  private void score(int r, int c, int rows, int columns, int l, int w) {
    int width = columns + 1;
    int cell = r * width + c;
    int best = Math.max(scores[cell + width], scores[cell + 1]);
    int kind = -1;
    if (match.isSame(l, w)) {
      int weight = left.letters(l) <= SHORT_WORD ? 2 : WEIGHT[Matches.SAME];
      if (weight + scores[cell + width + 1] >= best) {
        best = weight + scores[cell + width + 1];
        kind = Matches.SAME;
      }
    } else if (WEIGHT[Matches.MISREAD] + scores[cell + width + 1] > best && match.isMisread(l, w)) {
      best = WEIGHT[Matches.MISREAD] + scores[cell + width + 1];
      kind = Matches.MISREAD;
    }
    if (r + 1 < rows
        && WEIGHT[Matches.SPLIT_LEFT] + scores[cell + 2 * width + 1] > best
        && match.isSplitLeft(l, w)) {
      best = WEIGHT[Matches.SPLIT_LEFT] + scores[cell + 2 * width + 1];
      kind = Matches.SPLIT_LEFT;
    }
    if (c + 1 < columns
        && WEIGHT[Matches.SPLIT_RIGHT] + scores[cell + width + 2] > best
        && match.isSplitRight(l, w)) {
      best = WEIGHT[Matches.SPLIT_RIGHT] + scores[cell + width + 2];
      kind = Matches.SPLIT_RIGHT;
    }
    scores[cell] = best;
    kinds[cell] = (byte) kind;
  }

  private void walk(int leftFrom, int rightFrom, int rows, int columns, Matches into) {
    int width = columns + 1;
    int r = 0;
    int c = 0;
    while (r < rows && c < columns) {
      int cell = r * width + c;
      int kind = kinds[cell];
      if (kind >= 0) {
        into.add(leftFrom + r, rightFrom + c, kind);
        r += kind == Matches.SPLIT_LEFT ? 2 : 1;
        c += kind == Matches.SPLIT_RIGHT ? 2 : 1;
      } else if (scores[cell + width] >= scores[cell + 1]) {
        r++;
      } else {
        c++;
      }
    }
  }
}
