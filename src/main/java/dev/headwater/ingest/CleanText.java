package dev.headwater.ingest;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that every later stage can store and count: no NUL, no half of a surrogate pair. Each is
 * replaced by one code point, so offsets stay those of the input. One pass.
 */
record CleanText(String text, List<String> issues) {
  static CleanText of(String raw) {
    if (raw == null) {
      return new CleanText(null, List.of());
    }
    boolean nul = false;
    boolean half = false;
    StringBuilder cleaned = null;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < raw.length()
              && Character.isLowSurrogate(raw.charAt(i + 1));
      if (pair) {
        i++;
      } else if (c == 0 || Character.isSurrogate(c)) {
        cleaned = cleaned == null ? new StringBuilder(raw) : cleaned;
        cleaned.setCharAt(i, c == 0 ? ' ' : '\uFFFD');
        nul |= c == 0;
        half |= c != 0;
      }
    }
    List<String> issues = new ArrayList<>();
    if (nul) {
      issues.add("nul_characters");
    }
    if (half) {
      issues.add("broken_characters");
    }
    return new CleanText(cleaned == null ? raw : cleaned.toString(), issues);
  }
}
