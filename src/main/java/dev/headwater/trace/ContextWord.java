package dev.headwater.trace;

/**
 * One word of a claim's sentence: as printed without a possessive, where it begins in the sentence
 * (UTF-16 units), and what it is compared by.
 */
record ContextWord(String text, int begin, int end, Kind kind, String key) {

  /** What a word is worth when two sentences share it. */
  enum Kind {
    NAME,
    /** Titles and months: capitals that many stories share. */
    COMMON,
    NUMBER,
    CONTENT,
    STOP
  }

  double weight() {
    return switch (kind) {
      case NAME -> 1.5;
      case NUMBER, CONTENT -> 1.0;
      case COMMON -> 0.5;
      case STOP -> 0;
    };
  }
}
