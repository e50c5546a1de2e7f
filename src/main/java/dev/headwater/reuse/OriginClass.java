package dev.headwater.reuse;

/**
 * Where the text that two articles share came from: an agency, a press release, one of the two
 * outlets, a common source, or unclear.
 *
 * <p>Goes by what the articles say of themselves (Nicholls 2019): {@link Credits}, {@link
 * PressReleases} and the agency read when they were loaded. What an article credits is read once
 * for all its pairs.
 */
final class OriginClass {
  static final String WIRE = "wire";
  static final String PRESS_RELEASE = "press_release";
  static final String OUTLET = "outlet";
  static final String COMMON = "common";
  static final String UNCLEAR = "unclear";

  private OriginClass() {}

  /** The class for all passages of a pair, given what {@link #credits} says of it. */
  static String ofPair(TextIndex left, TextIndex right, String credits) {
    if (left.article().agency() != null || right.article().agency() != null) {
      return WIRE;
    }
    if (left.isRelease() || right.isRelease()) {
      return PRESS_RELEASE;
    }
    return credits != null ? OUTLET : UNCLEAR;
  }

  /** The class of one passage: words that both quote come from the person quoted. */
  static String of(String pairClass, String reuseKind) {
    boolean quoted = ReuseKinds.QUOTE.equals(reuseKind);
    return quoted && UNCLEAR.equals(pairClass) ? COMMON : pairClass;
  }

  /** Which side credits the other side's outlet: left, right or both; null for neither. */
  static String credits(TextIndex left, TextIndex right) {
    if (left.article().source().equals(right.article().source())) {
      return null;
    }
    boolean byLeft = left.credits().give(right.outlet());
    boolean byRight = right.credits().give(left.outlet());
    if (byLeft) {
      return byRight ? "both" : "left";
    }
    return byRight ? "right" : null;
  }
}
