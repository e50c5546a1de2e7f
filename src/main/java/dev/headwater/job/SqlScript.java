package dev.headwater.job;

import java.util.ArrayList;
import java.util.List;

/**
 * Statements of a SQL text, parted by semicolons outside of quotes and comments. Linear.
 *
 * @param statements those that a semicolon ends, without it
 * @param rest what stands behind the last semicolon
 */
record SqlScript(List<String> statements, String rest) {

  /** Parts a text. */
  static SqlScript of(String text) {
    List<String> statements = new ArrayList<>();
    int begin = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ';') {
        statements.add(text.substring(begin, at).strip());
        begin = at + 1;
        at++;
      } else {
        at = behind(text, at);
      }
    }
    statements.removeIf(SqlScript::isBlank);
    return new SqlScript(List.copyOf(statements), text.substring(begin).strip());
  }

  /** Whether nothing of it would run. */
  boolean isRestBlank() {
    return isBlank(rest);
  }

  private static boolean isBlank(String text) {
    for (int at = 0; at < text.length(); ) {
      boolean comment = text.startsWith("--", at) || text.startsWith("/*", at);
      if (!comment && !Character.isWhitespace(text.charAt(at))) {
        return false;
      }
      at = behind(text, at);
    }
    return true;
  }

  /** Where what begins here ends: a quoted part, a comment, or one character. */
  private static int behind(String text, int at) {
    char c = text.charAt(at);
    if (c == '\'' || c == '"' || c == '`') {
      int end = at + 1;
      while (end < text.length() && text.charAt(end) != c) {
        end += text.charAt(end) == '\\' && c != '`' ? 2 : 1;
      }
      return Math.min(text.length(), end + 1);
    } else if (text.startsWith("--", at)) {
      return end(text, text.indexOf('\n', at), 1);
    } else if (text.startsWith("/*", at)) {
      return end(text, text.indexOf("*/", at + 2), 2);
    }
    return at + 1;
  }

  private static int end(String text, int found, int length) {
    return found < 0 ? text.length() : found + length;
  }
}
