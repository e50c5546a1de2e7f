package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * An outlet that mends its own number in another article: the same measure of the same things, with
 * another value and a word of correction. Constant cost beside the shared words.
 */
final class Corrections {
  static final Duration WINDOW = Duration.ofDays(60);
  private static final double RATIO = 0.45;

  private Corrections() {}

  /** Whether the later of two claims, whose values are known not to agree, corrects the earlier. */
  static boolean hold(ClaimProfile a, ClaimProfile b) {
    boolean forward = comesBefore(a, b);
    ClaimProfile earlier = forward ? a : b;
    ClaimProfile later = forward ? b : a;
    return isOwnLater(earlier.claim(), later.claim())
        && saysSo(later)
        && !saysSo(earlier)
        && later.countsLike(earlier)
        && earlier.sharedNames(later) > 0
        && earlier.sharedRatio(later) >= RATIO;
  }

  /**
   * Of two prints of one instant, as of one day where only days are known, the mending is later.
   */
  static boolean comesBefore(ClaimProfile a, ClaimProfile b) {
    Instant one = a.claim().publishedAt();
    if (one != null && one.equals(b.claim().publishedAt()) && saysSo(a) != saysSo(b)) {
      return saysSo(b);
    }
    return ClaimOrder.FIRST.compare(a.claim(), b.claim()) <= 0;
  }

  /** Whether the later claim stands in a later article of the same outlet. */
  private static boolean isOwnLater(Claim earlier, Claim later) {
    return earlier.source().equals(later.source())
        && !earlier.articleId().equals(later.articleId())
        && earlier.publishedAt() != null
        && later.publishedAt() != null
        && Duration.between(earlier.publishedAt(), later.publishedAt()).compareTo(WINDOW) <= 0;
  }

  private static boolean saysSo(ClaimProfile profile) {
    return profile.setting().corrects() || isSaidIn(profile.claim().sentence());
  }

  /** Whether a text says that something was printed wrong. */
  static boolean isSaidIn(String text) {
    for (ContextWord word : ContextWords.of(text == null ? "" : text)) {
      if (Vocabulary.CORRECTIONS.contains(word.text().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
