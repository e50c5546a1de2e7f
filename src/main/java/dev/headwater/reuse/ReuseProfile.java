package dev.headwater.reuse;

/**
 * What tells the kind of reuse of one segment: how its words differ, counted in one pass.
 *
 * @param identity matched words over the longer side
 * @param meanRun mean length in words of the runs of three or more that go on without a skip
 * @param changed words replaced by others, over the matched words
 * @param skipped words that one side has and the other has not, over the matched words
 * @param slotChanges places where both sides have a number or name and they differ
 * @param slotMatches numbers that both sides have
 * @param plainChanged words replaced that are neither number nor name, over the matched words
 * @param quoted share of the words that stand inside quotation marks, the lesser of both sides
 * @param boilerplate share of the words that are boilerplate, the larger of both sides
 * @param cover share of an article's words that all segments of the pair cover, the larger of both
 * @param leftShare share of the left article
 * @param rightShare share of the right article
 * @param noise share of the matches that are misread or split words: a sign of text read by machine
 * @param matched matched words
 */
record ReuseProfile(
    double identity,
    double meanRun,
    double changed,
    double skipped,
    int slotChanges,
    int slotMatches,
    double plainChanged,
    double quoted,
    double boilerplate,
    double cover,
    double leftShare,
    double rightShare,
    double noise,
    int matched) {

  private static final int SLOT_WORDS = 6;
  private static final int LEAST_RUN = 3;

  static ReuseProfile of(TextIndex left, TextIndex right, Segment segment, double cover) {
    Matches matches = segment.matches();
    int changed = 0;
    int skipped = 0;
    int slotChanges = 0;
    int slotMatches = 0;
    int plainChanged = 0;
    int runs = 0;
    int runWords = 0;
    int run = 0;
    int misread = 0;
    boolean wasNumeric = false;
    for (int m = 0; m < matches.size(); m++) {
      boolean numeric = left.words().isNumeric(matches.left(m));
      slotMatches += numeric && !(wasNumeric && matches.follows(m)) ? 1 : 0;
      wasNumeric = numeric;
      misread += matches.kind(m) == Matches.SAME ? 0 : 1;
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
      } else {
        plainChanged += Math.min(l, r);
      }
    }
    double words = Math.max(1, segment.matched());
    return new ReuseProfile(
        segment.identity(),
        runs == 0 ? 0 : (double) runWords / runs,
        changed / words,
        skipped / words,
        slotChanges,
        slotMatches,
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
}
