package dev.headwater.reuse;

import dev.headwater.model.Article;
import dev.headwater.source.OutletNames;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one article credits: its byline, a line of its own at the begin or end of its text, and
 * names in the text that stand with a cue ({@link CreditCues}).
 *
 * <p>A name counts with its capitals only, so {@code reason} never credits Reason; a text all in
 * capitals or without any is read without them. The places where a name can begin are found in one
 * pass over the text; each name asked for is compared there letter by letter.
 */
final class Credits {
  private static final int EDGE_LINES = 3;
  private static final int LONGEST_LINE = 80;
  private static final int LONGEST_BYLINE = 500;
  private static final int SHORTEST_IN_LOWER_CASE = 3;
  private static final int LONGEST_LINKING_WORD = 3;
  private static final int WIDEST_GAP = 3;
  private static final int LONGEST_SHORT_FORM = 2;
  private static final int MOST_LOWER_PER_CAPITAL = 200;
  private static final String THE = "the";
  private static final Pattern GIVEN =
      Pattern.compile("(?i)^\\W*(?:(?:by|from|via|source|credit|von|par|por)\\b\\W*)+");
  private static final Pattern THE_BEFORE = Pattern.compile("(?i)^\\W*the\\b");
  private static final Pattern PARTS =
      Pattern.compile("[,/;|()]|\\s[-–—]\\s|\\s(?:and|for|und)\\s");

  /**
   * A name that stands in a text, in UTF-16 units.
   *
   * @param distinct whether its form alone tells it from common words: two words, or written like
   *     CNN or BuzzFeed
   * @param single whether it is one word that any other name may begin or end with
   * @param cased whether capitals tell anything in the text
   */
  record Mention(
      String text, int begin, int end, boolean distinct, boolean single, boolean cased) {}

  private final String text;
  private final boolean cased;
  private final int[] starts;
  private final Set<String> lines;

  private Credits(String text, boolean cased, int[] starts, Set<String> lines) {
    this.text = text;
    this.cased = cased;
    this.starts = starts;
    this.lines = lines;
  }

  /** Finds the places where an article can name an outlet. */
  static Credits of(Article article) {
    String text = article.text();
    boolean cased = isCased(text);
    IntArrayList starts = new IntArrayList();
    boolean inside = false;
    for (int unit = 0; unit < text.length(); unit++) {
      char c = text.charAt(unit);
      boolean letter = Character.isLetterOrDigit(c);
      if (letter && !inside && (!cased || Character.isUpperCase(c))) {
        starts.add(unit);
      }
      inside = letter;
    }
    return new Credits(text, cased, starts.toIntArray(), lines(article));
  }

  /** Whether the article credits the outlet of these names. */
  boolean give(OutletNames outlet) {
    List<String> keys = outlet.keys();
    for (String key : keys) {
      if (lines.contains(key)) {
        return true;
      }
    }
    for (int start : starts) {
      char first = Character.toLowerCase(text.charAt(start));
      for (String key : keys) {
        if (key.charAt(0) == first && isCredit(start, key)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isCredit(int start, String key) {
    Mention mention = mention(start, key);
    return mention != null && CreditCues.stand(mention);
  }

  /** The name that begins at a place; null where other words stand there. */
  private Mention mention(int start, String key) {
    int at = start;
    int words = 1;
    boolean inner = false;
    for (int k = 0; k < key.length(); k++) {
      if (k > 0 && at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
        words += k == THE.length() && key.startsWith(THE) ? 0 : 1;
        at = next(at);
      } else {
        inner |= k > 0 && at < text.length() && Character.isUpperCase(text.charAt(at));
      }
      if (at < 0
          || at >= text.length()
          || Character.toLowerCase(text.charAt(at)) != key.charAt(k)) {
        return null;
      }
      at++;
    }
    if (at < text.length() && Character.isLetterOrDigit(text.charAt(at))) {
      return null;
    }
    boolean distinct = cased && (words > 1 || inner);
    boolean tooShort = key.length() < SHORTEST_IN_LOWER_CASE && !(cased && inner);
    return tooShort
        ? null
        : new Mention(text, start, at, distinct, cased && words == 1 && !inner, cased);
  }

  /**
   * Where the name's next word begins behind a gap, -1 where the name cannot go on: behind more
   * than a blank and a mark, an empty line, or before a word without a capital that links no names.
   */
  private int next(int gap) {
    int at = gap;
    int newlines = 0;
    while (at < text.length() && !Character.isLetterOrDigit(text.charAt(at))) {
      char c = text.charAt(at);
      newlines += c == '\n' ? 1 : 0;
      boolean inName = c == '.' ? isShortForm(gap) : isGap(c);
      if (at - gap >= WIDEST_GAP || newlines > 1 || !inName) {
        return -1;
      }
      at++;
    }
    if (at == text.length() || !cased || !Character.isLowerCase(text.charAt(at))) {
      return at;
    }
    int end = at;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end - at <= LONGEST_LINKING_WORD ? at : -1;
  }

  /** Whether the word that ends at a place is so short that a dot behind it ends no sentence. */
  private boolean isShortForm(int end) {
    int begin = end;
    while (begin > 0 && Character.isLetterOrDigit(text.charAt(begin - 1))) {
      begin--;
    }
    return end - begin <= LONGEST_SHORT_FORM;
  }

  private static boolean isGap(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '-'
        || c == '\u2011'
        || c == '&'
        || c == '\''
        || c == '\u2019';
  }

  /** Whether capitals tell names from words: not in a text of capitals, nor in one without any. */
  private static boolean isCased(String text) {
    int upper = 0;
    int lower = 0;
    for (int unit = 0; unit < text.length(); unit++) {
      char c = text.charAt(unit);
      upper += Character.isUpperCase(c) ? 1 : 0;
      lower += Character.isLowerCase(c) ? 1 : 0;
    }
    return upper > 0 && upper <= lower && lower / MOST_LOWER_PER_CAPITAL <= upper;
  }

  /** The keys of what the byline and lines of their own at both ends of the text name. */
  private static Set<String> lines(Article article) {
    Set<String> keys = new HashSet<>();
    String byline = article.byline();
    if (byline != null) {
      addParts(byline.substring(0, Math.min(LONGEST_BYLINE, byline.length())), keys);
    }
    for (String line : TextEdges.of(article.text(), EDGE_LINES, EDGE_LINES).both()) {
      Matcher given = GIVEN.matcher(line);
      if (line.length() <= LONGEST_LINE && given.find()) {
        addParts(line, keys);
      } else if (line.length() <= LONGEST_LINE) {
        add(line, keys);
      }
    }
    keys.remove("");
    return keys;
  }

  private static void addParts(String credit, Set<String> keys) {
    for (String part : PARTS.split(GIVEN.matcher(credit).replaceFirst(""))) {
      add(part, keys);
    }
  }

  private static void add(String name, Set<String> keys) {
    keys.add(OutletNames.key(THE_BEFORE.matcher(name).replaceFirst("")));
  }
}
