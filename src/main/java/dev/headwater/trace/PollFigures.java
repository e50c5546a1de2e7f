package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What every poll states of itself: its margin of error, how many it asked, the age brackets of its
 * answers. Such figures recur from poll to poll, so they are one number only within one poll: the
 * same pollster, within days, the same value. Linear in the sentence.
 */
final class PollFigures {
  /** A poll is told for so long before the pollster has another. */
  private static final Duration TOLD = Duration.ofDays(3);

  private static final int WORDS_BESIDE = 6;
  private static final int POLLSTER_WORDS = 4;

  private PollFigures() {}

  /** Whether one of two claims is such a figure, and nothing shows that both are of one poll. */
  static boolean areOfOtherPolls(ClaimProfile a, ClaimProfile b) {
    if (!a.ofPoll() && !b.ofPoll()) {
      return false;
    }
    Claim one = a.claim();
    Claim other = b.claim();
    boolean own = one.articleId().equals(other.articleId());
    boolean dated = one.publishedAt() != null && other.publishedAt() != null;
    return own
        || !dated
        || differ(one, other)
        || areApart(one, other)
        || Collections.disjoint(a.pollsters(), b.pollsters());
  }

  /**
   * Whether two such figures that answer each other in a passage are of two polls: an outlet tells
   * each of its polls in the same words.
   */
  static boolean areOfOtherTellings(ClaimProfile a, ClaimProfile b) {
    Claim one = a.claim();
    Claim other = b.claim();
    return (differ(one, other) || areApart(one, other)) && a.ofPoll() && b.ofPoll();
  }

  private static boolean differ(Claim one, Claim other) {
    return ValueAgreement.of(one, other) != ValueAgreement.EQUAL;
  }

  private static boolean areApart(Claim one, Claim other) {
    return one.publishedAt() != null
        && other.publishedAt() != null
        && Duration.between(one.publishedAt(), other.publishedAt()).abs().compareTo(TOLD) > 0;
  }

  /**
   * Whether a claim is a margin of error, a number of people asked or an age bracket of a poll.
   *
   * @param words the words of its sentence, in which it stands at [begin, end) in UTF-16 units
   */
  static boolean isPollFigure(Claim claim, List<ContextWord> words, int begin, int end) {
    if (claim.unitKind() == null) {
      return false;
    }
    return switch (claim.unitKind()) {
      case "percentage_point", "percent" -> isBeside(Vocabulary.POLL_ERRORS, words, begin, end);
      case "count" ->
          "point".equals(claim.countedNoun())
              ? isBeside(Vocabulary.POLL_ERRORS, words, begin, end)
              : isBeside(Vocabulary.POLLED, words, begin, end);
      case "age" -> words.stream().anyMatch(PollFigures::isPoll);
      default -> false;
    };
  }

  private static boolean isBeside(Set<String> sought, List<ContextWord> words, int begin, int end) {
    return ContextWords.around(words, begin, end, WORDS_BESIDE).stream()
        .anyMatch(word -> sought.contains(lower(word)));
  }

  /** Comparison keys of the names that stand before a word for a poll, or after "poll by". */
  static Set<String> pollstersIn(String text) {
    return pollstersIn(ContextWords.of(text == null ? "" : text));
  }

  /** The same, of a text whose words are read. */
  static Set<String> pollstersIn(List<ContextWord> words) {
    Set<String> pollsters = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      if (isPoll(words.get(i))) {
        for (int k = i - 1; k >= Math.max(0, i - POLLSTER_WORDS); k--) {
          addName(words.get(k), pollsters);
        }
        boolean by = i + 1 < words.size() && "by".equals(lower(words.get(i + 1)));
        for (int k = i + 2; by && k < Math.min(words.size(), i + 2 + POLLSTER_WORDS); k++) {
          addName(words.get(k), pollsters);
        }
      }
    }
    return pollsters;
  }

  private static void addName(ContextWord word, Set<String> names) {
    if (word.weight() > 0 && Character.isUpperCase(word.text().codePointAt(0))) {
      names.add(ContextWords.nameKey(lower(word)));
    }
  }

  private static boolean isPoll(ContextWord word) {
    return Vocabulary.POLLS.contains(lower(word));
  }

  private static String lower(ContextWord word) {
    return word.text().toLowerCase(Locale.ROOT);
  }
}
