package dev.headwater.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells lines of page furniture by their words ({@code furniture.tsv}). */
final class Furniture {
  private static final Map<String, List<List<String>>> BY_FIRST_WORD = new HashMap<>();
  private static final List<List<String>> ANYWHERE = new ArrayList<>();
  private static final Pattern PHOTO_CREDIT = Pattern.compile("REUTERS/\\p{Lu}\\p{Ll}+ \\p{Lu}");
  private static final Pattern READING_TIME =
      Pattern.compile("(?i)\\W*\\d{1,2}[\\s-]*min(ute)?s?[\\s-]*(read|lesezeit|de lecture)\\W*");
  private static final String BLANKS = " \t\n\u000B\f\r";
  private static final String MARKS_BEFORE = BLANKS + "*•·-–—>»|";
  private static final String MARKS_BEHIND = BLANKS + ":.…!>»|";
  private static final int SHORT_WORDS = 45;
  private static final int CAPTION_WORDS = 80;
  private static final int LONGEST_LINE = 1_000;

  static {
    for (List<String> row : WordLists.rows("furniture.tsv")) {
      if (row.get(1).equals("holds")) {
        ANYWHERE.add(row);
      } else {
        BY_FIRST_WORD.computeIfAbsent(firstWord(row.get(0)), w -> new ArrayList<>()).add(row);
      }
    }
  }

  private Furniture() {}

  /** What a line is: its kind, and where its phrase stands. */
  record Mark(String kind, String where) {}

  /** The mark of a line; empty for ordinary lines. */
  static Optional<Mark> of(TextLine line) {
    if (line.words() > CAPTION_WORDS || line.text().length() > LONGEST_LINE) {
      return Optional.empty();
    }
    if (READING_TIME.matcher(line.text()).matches()) {
      return Optional.of(new Mark("notice", "whole"));
    }
    if (PHOTO_CREDIT.matcher(line.text()).find()) {
      return Optional.of(new Mark("caption", "holds"));
    }
    String lower = line.lower();
    String bare = bare(lower);
    return first(ANYWHERE, line, lower, bare)
        .or(() -> first(BY_FIRST_WORD.getOrDefault(firstWord(lower), List.of()), line, lower, bare))
        .or(() -> first(BY_FIRST_WORD.getOrDefault(firstWord(bare), List.of()), line, lower, bare));
  }

  /** A line without the bullets before it and the marks behind it; asked of every short line. */
  private static String bare(String line) {
    int begin = 0;
    int end = line.length();
    while (begin < end && MARKS_BEFORE.indexOf(line.charAt(begin)) >= 0) {
      begin++;
    }
    while (end > begin && MARKS_BEHIND.indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return line.substring(begin, end);
  }

  private static Optional<Mark> first(
      List<List<String>> phrases, TextLine line, String lower, String bare) {
    for (List<String> phrase : phrases) {
      boolean caption = phrase.get(2).equals("caption");
      if (line.words() <= (caption ? CAPTION_WORDS : SHORT_WORDS)
          && fits(phrase.get(0), phrase.get(1), lower, bare)) {
        return Optional.of(new Mark(phrase.get(2), phrase.get(1)));
      }
    }
    return Optional.empty();
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }

  private static boolean fits(String phrase, String where, String lower, String bare) {
    switch (where) {
      case "whole":
        return (bare.equals(phrase) && !lower.endsWith(".")) || lower.equals(phrase);
      case "begins":
        return lower.startsWith(phrase);
      case "holds":
        return lower.contains(phrase);
      default:
        // A heading, perhaps with a name or a verb behind it; never a sentence.
        return bare.equals(phrase)
            || (bare.startsWith(phrase)
                && !Character.isLetterOrDigit(bare.charAt(phrase.length()))
                && ".?!".indexOf(lower.charAt(lower.length() - 1)) < 0
                && bare.length() < phrase.length() + 36);
    }
  }
}
