package dev.headwater.claim;

import java.util.Locale;
import java.util.Set;

/**
 * One word, number or mark of a sentence as the attribution rules see it: offsets in code points of
 * the article's text, the printed form, the form in lower case with straight apostrophes, and its
 * classes in the source word list.
 */
record Lexeme(
    int begin, int end, String text, String lower, Kind kind, boolean quoted, Set<String> classes) {
  /** What a lexeme is. */
  enum Kind {
    WORD,
    NUMBER,
    POSSESSIVE,
    QUOTE,
    MARK
  }

  /** Whether the word is of a class of the source word list. */
  boolean is(String wordClass) {
    return classes.contains(wordClass);
  }

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isQuote() {
    return kind == Kind.QUOTE;
  }

  boolean isMark(String mark) {
    return kind == Kind.MARK && text.equals(mark);
  }

  /** A comma, semicolon, colon, dash or other mark that is not a quotation mark. */
  boolean isMark() {
    return kind == Kind.MARK;
  }

  boolean isDash() {
    return kind == Kind.MARK
        && (text.equals("\u2014")
            || text.equals("\u2013")
            || text.equals("-")
            || text.equals("--")
            || text.equals("\u2015"));
  }

  boolean isStop() {
    return kind == Kind.MARK
        && (text.equals(".") || text.equals("!") || text.equals("?") || text.equals("\u2026"));
  }

  boolean isCapital() {
    return kind == Kind.WORD && Character.isUpperCase(text.codePointAt(0));
  }

  boolean isUpperCase() {
    return kind == Kind.WORD
        && text.length() > 1
        && text.equals(text.toUpperCase(Locale.ROOT))
        && isCapital();
  }
}
