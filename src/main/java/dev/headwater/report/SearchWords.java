package dev.headwater.report;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words under which a text is found: lower-case letters without accents, and numbers without
 * separators of thousands. search.js splits what a reader types in the same way.
 */
public final class SearchWords {
  /** Longest word; the rest of a longer one is left out. */
  public static final int LONGEST = 24;

  /** Most words of one text. */
  static final int MOST = 80;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d),(?=\\d{3}(?!\\d))");
  private static final Pattern WORD = Pattern.compile("\\d+(?:\\.\\d+)?|[\\p{L}\\p{N}]+");

  private SearchWords() {}

  /** The different words of a text, in the order in which they come. */
  public static List<String> of(String text) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    Matcher matcher = WORD.matcher(THOUSANDS.matcher(folded).replaceAll(""));
    Set<String> words = new LinkedHashSet<>();
    while (matcher.find() && words.size() < MOST) {
      words.add(cut(matcher.group()));
    }
    return new ArrayList<>(words);
  }

  /** The beginning of a word, in whole code points. */
  private static String cut(String word) {
    return word.codePointCount(0, word.length()) <= LONGEST
        ? word
        : word.substring(0, word.offsetByCodePoints(0, LONGEST));
  }
}
