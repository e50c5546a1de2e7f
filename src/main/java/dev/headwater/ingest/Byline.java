package dev.headwater.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the line that names an article's authors. */
final class Byline {
  private static final Pattern BY =
      Pattern.compile(
          "^\\W{0,3}(?i:by|von|par|written by|reported by|authors?:|story by)\\s+"
              + "(\\p{Lu}[\\p{L}\\p{M}.'’ ,&/\\-\u00A0]{1,120})");
  private static final Pattern AFTER_NAME =
      Pattern.compile("(?i)[\\s,|•·-]*\\b(updated|published|posted|on|\\d.*)$");
  private static final int MOST_WORDS = 20;
  private static final int MOST_CHARS = 300;

  private Byline() {}

  static boolean isIn(TextLine line) {
    return read(line).isPresent();
  }

  /** The names on a byline, without the date that may follow them; empty for other lines. */
  static Optional<String> read(TextLine line) {
    if (line.words() > MOST_WORDS || line.text().length() > MOST_CHARS || line.endsSentence()) {
      return Optional.empty();
    }
    List<DateReading> dates = DateText.all(line.text(), DateOrder.MONTH_FIRST);
    int end = dates.isEmpty() ? line.text().length() : dates.get(0).begin();
    Matcher by = BY.matcher(line.text().substring(0, end));
    if (!by.find()) {
      return Optional.empty();
    }
    String names = AFTER_NAME.matcher(by.group(1)).replaceFirst("").strip();
    names = names.replaceFirst("[,&/\\-\\s]+$", "");
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }
}
