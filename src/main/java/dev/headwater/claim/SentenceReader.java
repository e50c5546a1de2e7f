package dev.headwater.claim;

import dev.headwater.text.CodePoints;

/** Reads the quantities of one sentence in one language. */
interface SentenceReader {
  /** Whether a stretch of text can hold a number at all; a single cheap scan. */
  boolean mayHoldNumber(String sentence);

  /** Quantities and non-claims of the sentence at [begin, end), in code points. */
  QuantityReader.Reading read(String text, CodePoints points, int begin, int end);
}
