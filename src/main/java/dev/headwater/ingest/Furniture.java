package dev.headwater.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells lines of page furniture by their words ({@code furniture.tsv}). */
final class Furniture {
  private static final List<List<String>> PHRASES = WordLists.rows("furniture.tsv");
  private static final Pattern READING_TIME =
      Pattern.compile("(?i)\\W*\\d{1,2}[\\s-]*min(ute)?s?[\\s-]*(read|lesezeit|de lecture)\\W*");
  private static final Pattern MARKS = Pattern.compile("^[\\s*•·\\-–—>»|]+|[\\s:.…!>»|]+$");
  private static final int SHORT_WORDS = 45;
  private static final int CAPTION_WORDS = 80;

  private Furniture() {}

  /** What a line is: its kind, and where its phrase stands. */
  record Mark(String kind, String where) {}

  /** The mark of a line; empty for ordinary lines. */
  static Optional<Mark> of(TextLine line) {
    if (line.words() > CAPTION_WORDS) {
      return Optional.empty();
    }
    if (READING_TIME.matcher(line.text()).matches()) {
      return Optional.of(new Mark("notice", "whole"));
    }
    String lower = line.lower();
    String bare = MARKS.matcher(lower).replaceAll("");
    for (List<String> phrase : PHRASES) {
      boolean caption = phrase.get(2).equals("caption");
      if (line.words() <= (caption ? CAPTION_WORDS : SHORT_WORDS)
          && fits(phrase.get(0), phrase.get(1), lower, bare)) {
        return Optional.of(new Mark(phrase.get(2), phrase.get(1)));
      }
    }
    return Optional.empty();
  }

  private static boolean fits(String phrase, String where, String lower, String bare) {
    switch (where) {
      case "whole":
        return bare.equals(phrase) || lower.equals(phrase);
      case "begins":
        return lower.startsWith(phrase);
      case "holds":
        return lower.contains(phrase);
      default:
        // A heading, perhaps with a name or a verb behind it; never a sentence.
        return bare.equals(phrase)
            || (bare.startsWith(phrase + " ") && bare.length() < phrase.length() + 36);
    }
  }
}
