package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.util.HashSet;
import java.util.Set;

/**
 * Whether a copy puts its number on somebody or something else: another doer, or another thing
 * counted, while the rest of the sentence stayed. Linear in the two sentences.
 */
final class Subjects {
  /** Share of the lighter sentence that both must hold: else it was written anew. */
  private static final double KEPT = 0.6;

  private static final int STEM = 4;
  private static final String ANYBODY = "person";

  private Subjects() {}

  static boolean differ(Claim earlier, Claim later) {
    boolean nouns = earlier.countedNoun() != null && later.countedNoun() != null;
    if (!nouns && (earlier.agent() == null || later.agent() == null)) {
      return false;
    }
    ClaimProfile before = ClaimProfile.of(earlier);
    ClaimProfile after = ClaimProfile.of(later);
    boolean counted =
        nouns
            && !before.countsLike(after)
            && !ANYBODY.equals(before.noun())
            && !ANYBODY.equals(after.noun());
    return (counted || isOtherDoer(before, after)) && before.sharedRatio(after) >= KEPT;
  }

  /** Both name who does it, and neither name stands in the other's sentence. */
  private static boolean isOtherDoer(ClaimProfile before, ClaimProfile after) {
    Set<String> here = names(before.claim().agent());
    Set<String> there = names(after.claim().agent());
    return !here.isEmpty()
        && !there.isEmpty()
        && here.stream().noneMatch(name -> isSpokenOf(name, after))
        && there.stream().noneMatch(name -> isSpokenOf(name, before));
  }

  /** Whether the sentence holds the name, or a word of one stem: Veldan for Velda. */
  private static boolean isSpokenOf(String name, ClaimProfile profile) {
    String stem = name.substring(0, Math.min(STEM, name.length()));
    return profile.words().keySet().stream().anyMatch(word -> word.startsWith(stem));
  }

  private static Set<String> names(String agent) {
    Set<String> names = new HashSet<>();
    // A word before it, so that a capital counts as a name.
    for (ContextWord word : ContextWords.of(agent == null ? "" : "of " + agent)) {
      if (word.kind() == ContextWord.Kind.NAME) {
        names.add(word.key());
      }
    }
    return names;
  }
}
