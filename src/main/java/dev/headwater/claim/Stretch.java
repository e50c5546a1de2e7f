package dev.headwater.claim;

/** Tokens [begin, end) of a sentence; empty where begin is not before end. */
record Stretch(int begin, int end) {
  static final Stretch NONE = new Stretch(0, 0);

  boolean isEmpty() {
    return begin >= end;
  }
}
