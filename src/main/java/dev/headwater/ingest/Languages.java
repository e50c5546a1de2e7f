package dev.headwater.ingest;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells the language of a text by a vote of frequent words ({@code stopwords.tsv}), after
 * Grefenstette, "Comparing two language identification schemes" (JADT 1995), or by its script.
 *
 * <p>At most the first 4,000 words are read. A text too short or too mixed has no language.
 */
final class Languages {
  private static final Map<String, long[]> VOTES = new HashMap<>();
  private static final List<List<String>> LISTS = WordLists.rows("stopwords.tsv");
  private static final int MOST_WORDS = 4_000;
  private static final int LEAST_VOTES = 2;
  private static final double LEAST_SHARE = 0.08;
  private static final double MARGIN = 1.25;

  static {
    for (int list = 0; list < LISTS.size(); list++) {
      for (String word : LISTS.get(list).get(1).split(" ")) {
        VOTES.computeIfAbsent(word, w -> new long[1])[0] |= 1L << list;
      }
    }
  }

  private static final Pattern TAG = Pattern.compile("[A-Za-z]{2}([-_].*)?");

  private Languages() {}

  /** The ISO 639-1 code that a language tag begins with; null where it begins with none. */
  static String ofTag(String tag) {
    return tag != null && TAG.matcher(tag).matches()
        ? tag.substring(0, 2).toLowerCase(Locale.ROOT)
        : null;
  }

  /** The ISO 639-1 code of the language; empty where it cannot be told. */
  static Optional<String> of(String text) {
    int[] votes = new int[LISTS.size()];
    Map<Character.UnicodeScript, Integer> scripts = new EnumMap<>(Character.UnicodeScript.class);
    int words = 0;
    int at = 0;
    while (at < text.length() && words < MOST_WORDS) {
      while (at < text.length() && !Character.isLetter(text.charAt(at))) {
        at++;
      }
      int begin = at;
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      if (at > begin) {
        words++;
        scripts.merge(Character.UnicodeScript.of(text.charAt(begin)), 1, Integer::sum);
        count(text.substring(begin, at).toLowerCase(Locale.ROOT), votes);
      }
    }
    return byScript(scripts, words, text).or(() -> byVotes(votes, scripts));
  }

  private static void count(String word, int[] votes) {
    long[] lists = VOTES.get(word);
    if (lists != null) {
      for (int list = 0; list < votes.length; list++) {
        votes[list] += (int) (lists[0] >> list & 1);
      }
    }
  }

  private static Optional<String> byVotes(
      int[] votes, Map<Character.UnicodeScript, Integer> scripts) {
    int best = 0;
    int second = 0;
    for (int list = 1; list < votes.length; list++) {
      best = votes[list] > votes[best] ? list : best;
    }
    for (int list = 0; list < votes.length; list++) {
      second = list == best ? second : Math.max(second, votes[list]);
    }
    int latin = scripts.getOrDefault(Character.UnicodeScript.LATIN, 0);
    boolean clear = votes[best] >= LEAST_VOTES && votes[best] >= second * MARGIN;
    return clear && votes[best] >= latin * LEAST_SHARE
        ? Optional.of(LISTS.get(best).get(0))
        : Optional.empty();
  }

  private static Optional<String> byScript(
      Map<Character.UnicodeScript, Integer> scripts, int words, String text) {
    if (words == 0 || scripts.getOrDefault(Character.UnicodeScript.LATIN, 0) * 2 > words) {
      return Optional.empty();
    }
    if (scripts.containsKey(Character.UnicodeScript.HIRAGANA)) {
      return Optional.of("ja");
    }
    Character.UnicodeScript most = null;
    for (Map.Entry<Character.UnicodeScript, Integer> script : scripts.entrySet()) {
      if (most == null || script.getValue() > scripts.get(most)) {
        most = script.getKey();
      }
    }
    switch (most) {
      case CYRILLIC:
        return Optional.of(text.matches("(?s).*[іїєґІЇЄҐ].*") ? "uk" : "ru");
      case HAN:
        return Optional.of("zh");
      case HANGUL:
        return Optional.of("ko");
      case GREEK:
        return Optional.of("el");
      case HEBREW:
        return Optional.of("he");
      case ARABIC:
        return Optional.of(text.matches("(?s).*[پچژگ].*") ? "fa" : "ar");
      case DEVANAGARI:
        return Optional.of("hi");
      default:
        return Optional.empty();
    }
  }
}
