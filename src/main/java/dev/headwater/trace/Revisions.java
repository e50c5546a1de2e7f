package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells a newer reading of a moving number from a number that was changed in copying. */
final class Revisions {
  private Revisions() {}

  /**
   * Whether the later claim presents itself as newer: it was printed later and uses a word of
   * revision that the earlier sentence has not, or speaks of a later time.
   */
  static boolean presentsAsNewer(Claim earlier, Claim later) {
    if (earlier.publishedAt() == null
        || later.publishedAt() == null
        || !later.publishedAt().isAfter(earlier.publishedAt())) {
      return false;
    }
    boolean laterTime =
        earlier.timeEnd() != null
            && later.timeBegin() != null
            && !later.timeBegin().isBefore(earlier.timeEnd());
    Set<String> words = revisions(later);
    words.removeAll(revisions(earlier));
    return laterTime || !words.isEmpty();
  }

  private static Set<String> revisions(Claim claim) {
    Set<String> found = new HashSet<>();
    for (ContextWord word : ContextWords.of(claim.sentence())) {
      String lower = word.text().toLowerCase(Locale.ROOT);
      if (Vocabulary.REVISIONS.contains(lower)) {
        found.add(lower);
      }
    }
    return found;
  }
}
