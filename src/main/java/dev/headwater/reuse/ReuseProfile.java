package dev.headwater.reuse;

/**
 * What tells the kind of reuse of one segment: how its words differ, counted in one pass.
 *
 * @param identity matched words over the longer side
 * @param meanRun mean length in words of the runs of three or more that go on without a skip
 * @param changed words replaced by others, over the matched words
 * @param skipped words that one side has and the other has not, over the matched words
 * @param slotChanges places where both sides have a number or name and they differ
 * @param edgeChanges the same right before and after the segment, within its sentence
 * @param numberChanges places among them where both sides have a number
 * @param slotMatches numbers in digits that both sides have
 * @param numberMatches numbers, days and months that both sides have
 * @param nameMatches names that both sides have
 * @param plainChanged words replaced that are neither number nor name, over the matched words
 * @param quoted share of the words that stand inside quotation marks, the lesser of both sides
 * @param boilerplate share of the words that are boilerplate, the larger of both sides
 * @param cover share of an article's words that all segments of the pair cover, the larger of both
 * @param leftShare share of the left article
 * @param rightShare share of the right article
 * @param noise share of the matches that are misread or split words: a sign of text read by machine
 * @param specks share of the matches that are one or two Latin letters or digits: most of what a
 *     scanner makes of dirt and rules, a fifth of prose
 * @param matched matched words
 */
record ReuseProfile(
    double identity,
    double meanRun,
    double changed,
    double skipped,
    int slotChanges,
    int edgeChanges,
    int numberChanges,
    int slotMatches,
    int numberMatches,
    int nameMatches,
    double plainChanged,
    double quoted,
    double boilerplate,
    double cover,
    double leftShare,
    double rightShare,
    double noise,
    double specks,
    int matched) {

  private static final int SLOT_WORDS = 6;
  private static final int LEAST_RUN = 3;

  static ReuseProfile of(TextIndex left, TextIndex right, Segment segment, double cover) {
    Matches matches = segment.matches();
    int changed = 0;
    int skipped = 0;
    int slotChanges = 0;
    int numberChanges = 0;
    int slotMatches = 0;
    int numberMatches = 0;
    int nameMatches = 0;
    int plainChanged = 0;
    int runs = 0;
    int runWords = 0;
    int run = 0;
    int misread = 0;
    int specks = 0;
    boolean wasNumeric = false;
    boolean wasNumber = false;
    boolean wasName = false;
    for (int m = 0; m < matches.size(); m++) {
      boolean numeric = left.words().isNumeric(matches.left(m));
      slotMatches += numeric && !(wasNumeric && matches.follows(m)) ? 1 : 0;
      wasNumeric = numeric;
      boolean number = hasNumber(left, matches.left(m), 1);
      numberMatches += number && !(wasNumber && matches.follows(m)) ? 1 : 0;
      wasNumber = number;
      boolean name = !number && left.isName(matches.left(m));
      nameMatches += name && !(wasName && matches.follows(m)) ? 1 : 0;
      wasName = name;
      misread += matches.kind(m) == Matches.SAME ? 0 : 1;
      specks += left.isSpeck(matches.left(m)) ? 1 : 0;
      run++;
      if (!matches.follows(m + 1)) {
        runs += run >= LEAST_RUN ? 1 : 0;
        runWords += run >= LEAST_RUN ? run : 0;
        run = 0;
      }
      if (m == 0 || matches.follows(m)) {
        continue;
      }
      int l = matches.leftSkipped(m);
      int r = matches.rightSkipped(m);
      changed += Math.min(l, r);
      skipped += Math.abs(l - r);
      if (isSlot(left, matches.leftEnd(m - 1), l) && isSlot(right, matches.rightEnd(m - 1), r)) {
        slotChanges++;
        boolean numbers =
            hasNumber(left, matches.leftEnd(m - 1), l)
                && hasNumber(right, matches.rightEnd(m - 1), r);
        numberChanges += numbers ? 1 : 0;
      } else {
        plainChanged += Math.min(l, r);
      }
    }
    int edgeChanges =
        (isSlotBefore(left, right, segment) ? 1 : 0) + (isSlotAfter(left, right, segment) ? 1 : 0);
    double words = Math.max(1, segment.matched());
    return new ReuseProfile(
        segment.identity(),
        runs == 0 ? 0 : (double) runWords / runs,
        changed / words,
        skipped / words,
        slotChanges,
        edgeChanges,
        numberChanges,
        slotMatches,
        numberMatches,
        nameMatches,
        plainChanged / words,
        Math.min(
            left.quotedShare(segment.leftFrom(), segment.leftTo()),
            right.quotedShare(segment.rightFrom(), segment.rightTo())),
        Math.max(
            left.boilerplateShare(segment.leftFrom(), segment.leftTo()),
            right.boilerplateShare(segment.rightFrom(), segment.rightTo())),
        cover,
        left.share(segment.leftFrom(), segment.leftTo()),
        right.share(segment.rightFrom(), segment.rightTo()),
        misread / words,
        specks / words,
        segment.matched());
  }

  /** Whether a few words hold a number, a day, a month or a name. */
  private static boolean isSlot(TextIndex index, int from, int words) {
    if (words == 0 || words > SLOT_WORDS) {
      return false;
    }
    for (int w = from; w < from + words; w++) {
      if (index.words().isNumeric(w)
          || HashedWords.SLOTS.contains(index.words().hash(w))
          || index.isName(w)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasNumber(TextIndex index, int from, int words) {
    for (int w = from; w < from + words; w++) {
      if (index.words().isNumeric(w) || HashedWords.SLOTS.contains(index.words().hash(w))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the sentence that the segment begins in opens with another slot on each side. */
  private static boolean isSlotBefore(TextIndex left, TextIndex right, Segment segment) {
    int l = opening(left, segment.leftFrom());
    int r = opening(right, segment.rightFrom());
    return l < segment.leftFrom()
        && r < segment.rightFrom()
        && isOpenSlot(left, l, segment.leftFrom())
        && isOpenSlot(right, r, segment.rightFrom());
  }

  /** Whether the sentence that the segment ends in closes with another slot on each side. */
  private static boolean isSlotAfter(TextIndex left, TextIndex right, Segment segment) {
    int l = closing(left, segment.leftTo());
    int r = closing(right, segment.rightTo());
    return l > segment.leftTo()
        && r > segment.rightTo()
        && isOpenSlot(left, segment.leftTo(), l)
        && isOpenSlot(right, segment.rightTo(), r);
  }

  /** First word of the sentence a word stands in; the word itself where that is too far. */
  private static int opening(TextIndex index, int word) {
    int w = word;
    while (w > 0 && !index.isStop(w - 1)) {
      w--;
      if (word - w > SLOT_WORDS) {
        return word;
      }
    }
    return w;
  }

  /** One past the last word of the sentence that goes on at a word; the word where too far. */
  private static int closing(TextIndex index, int word) {
    if (word == 0 || word >= index.words().size() || index.isStop(word - 1)) {
      return word;
    }
    int w = word + 1;
    while (w < index.words().size() && !index.isStop(w - 1)) {
      w++;
      if (w - word > SLOT_WORDS) {
        return word;
      }
    }
    return w;
  }

  /** As a slot, but a capital tells a name even where a sentence begins. */
  private static boolean isOpenSlot(TextIndex index, int from, int to) {
    if (isSlot(index, from, to - from)) {
      return true;
    }
    for (int w = from; w < to; w++) {
      if (index.isCapital(w) && !HashedWords.STOPS.contains(index.words().hash(w))) {
        return true;
      }
    }
    return false;
  }
}
