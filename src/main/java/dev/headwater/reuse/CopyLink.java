package dev.headwater.reuse;

/**
 * A passage between two stretches of one cluster, seen as a possible act of copying.
 *
 * @param one index of a stretch in the cluster
 * @param other index of the other
 * @param words words they share
 * @param oneCreditsOther whether the first one's article credits the outlet of the other
 * @param otherCreditsOne the reverse
 */
public record CopyLink(
    int one, int other, int words, boolean oneCreditsOther, boolean otherCreditsOne) {

  /** What this link and another of the same two stretches say together: one act of copying. */
  CopyLink with(CopyLink same) {
    boolean turned = same.one != one;
    return new CopyLink(
        one,
        other,
        Math.max(words, same.words),
        oneCreditsOther || (turned ? same.otherCreditsOne : same.oneCreditsOther),
        otherCreditsOne || (turned ? same.oneCreditsOther : same.otherCreditsOne));
  }
}
