package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.text.WordList;
import dev.headwater.text.Words;
import java.util.List;

/**
 * Where the text that two articles share came from: an agency, a press release, one of the two
 * outlets, a common source, or unclear.
 *
 * <p>Goes by what the articles say of themselves (Nicholls 2019). One pass over the words per name.
 */
public final class OriginClass {
  static final String WIRE = "wire";
  static final String PRESS_RELEASE = "press_release";
  static final String OUTLET = "outlet";
  static final String COMMON = "common";
  static final String UNCLEAR = "unclear";

  private static final List<Words> RELEASE_CUES = cues();

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

  /** Which side names the other side's outlet: left, right or both; null for neither. */
  static String credits(TextIndex left, TextIndex right) {
    boolean byLeft = credits(left, right.article());
    boolean byRight = credits(right, left.article());
    if (byLeft) {
      return byRight ? "both" : "left";
    }
    return byRight ? "right" : null;
  }

  /** Whether an article names the outlet of another one. */
  public static boolean credits(TextIndex index, Article other) {
    if (index.article().source().equals(other.source())) {
      return false;
    }
    String name = other.sourceName() != null ? other.sourceName() : other.source();
    Words words = Words.of(name);
    boolean telling = words.size() > 1 || words.size() == 1 && words.end(0) >= 5;
    return telling && contains(index.words(), words);
  }

  /** Whether a text calls itself a press release. */
  static boolean isRelease(Words text) {
    for (Words cue : RELEASE_CUES) {
      if (contains(text, cue)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(Words text, Words phrase) {
    for (int w = 0; w + phrase.size() <= text.size(); w++) {
      int k = 0;
      while (k < phrase.size() && text.hash(w + k) == phrase.hash(k)) {
        k++;
      }
      if (k == phrase.size()) {
        return true;
      }
    }
    return false;
  }

  private static List<Words> cues() {
    return WordList.lines("reuse/release-cues.txt").stream().map(Words::of).toList();
  }
}
