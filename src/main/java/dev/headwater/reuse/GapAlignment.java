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
  private final TextIndex right;
  private final WordMatch match;
  private int[] scores = new int[256];
  private byte[] kinds = new byte[256];

  /** Hashes and shapes of the words of the gap's two sides. */
  private long[] hashesLeft = new long[16];

  private long[] shapesLeft = new long[16];
  private long[] hashesRight = new long[16];
  private long[] shapesRight = new long[16];

  GapAlignment(TextIndex left, TextIndex right) {
    this.left = left;
    this.right = right;
    this.match = new WordMatch(left, right);
  }

  /** Adds the matches between two half-open ranges of words. */
  void fill(int leftFrom, int leftTo, int rightFrom, int rightTo, Matches into) {
    int rows = leftTo - leftFrom;
    int columns = rightTo - rightFrom;
    if (rows <= 0 || columns <= 0 || (long) rows * columns > MOST_CELLS) {
      return;
    }
    prepare(leftFrom, rows, rightFrom, columns);
    int width = columns + 1;
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

  /** Copies what each cell needs of its two words, so that a cell reads arrays only. */
  private void prepare(int leftFrom, int rows, int rightFrom, int columns) {
    int cells = (rows + 1) * (columns + 1);
    if (scores.length < cells) {
      scores = new int[cells];
      kinds = new byte[cells];
    }
    if (hashesLeft.length < rows) {
      hashesLeft = new long[rows];
      shapesLeft = new long[rows];
    }
    if (hashesRight.length < columns) {
      hashesRight = new long[columns];
      shapesRight = new long[columns];
    }
    for (int r = 0; r < rows; r++) {
      hashesLeft[r] = left.words().hash(leftFrom + r);
      shapesLeft[r] = left.shapes().of(leftFrom + r);
    }
    for (int c = 0; c < columns; c++) {
      hashesRight[c] = right.words().hash(rightFrom + c);
      shapesRight[c] = right.shapes().of(rightFrom + c);
    }
  }

  private void score(int r, int c, int rows, int columns, int l, int w) {
    int width = columns + 1;
    int cell = r * width + c;
    int best = Math.max(scores[cell + width], scores[cell + 1]);
    int kind = -1;
    int both = scores[cell + width + 1];
    long shapeLeft = shapesLeft[r];
    long shapeRight = shapesRight[c];
    if (hashesLeft[r] == hashesRight[c]) {
      int weight = WordShapes.length(shapeLeft) <= SHORT_WORD ? 2 : WEIGHT[Matches.SAME];
      if (weight + both >= best) {
        best = weight + both;
        kind = Matches.SAME;
      }
    } else if (WEIGHT[Matches.MISREAD] + both > best
        && WordMatch.mayBeMisread(shapeLeft, shapeRight)
        && match.isMisread(l, w)) {
      best = WEIGHT[Matches.MISREAD] + both;
      kind = Matches.MISREAD;
    }
    if (WordShapes.isSameFirst(shapeLeft, shapeRight)) {
      if (r + 1 < rows
          && WEIGHT[Matches.SPLIT_LEFT] + scores[cell + 2 * width + 1] > best
          && WordMatch.mayBeSplit(shapeLeft, shapesLeft[r + 1], shapeRight)
          && match.isSplitLeft(l, w)) {
        best = WEIGHT[Matches.SPLIT_LEFT] + scores[cell + 2 * width + 1];
        kind = Matches.SPLIT_LEFT;
      }
      if (c + 1 < columns
          && WEIGHT[Matches.SPLIT_RIGHT] + scores[cell + width + 2] > best
          && WordMatch.mayBeSplit(shapeRight, shapesRight[c + 1], shapeLeft)
          && match.isSplitRight(l, w)) {
        best = WEIGHT[Matches.SPLIT_RIGHT] + scores[cell + width + 2];
        kind = Matches.SPLIT_RIGHT;
      }
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
