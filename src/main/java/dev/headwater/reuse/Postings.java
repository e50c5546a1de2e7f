package dev.headwater.reuse;

/**
 * The postings of one bucket of hashes, as parallel arrays: which key stands in which document.
 *
 * @param keys hash of the n-gram or fact
 * @param documents number of the document, 0 or more in order of time, for each key
 * @param size postings used of the two arrays
 * @param fresh by document number, whether the document is new; pairs of two old ones are known
 */
public record Postings(long[] keys, int[] documents, int size, boolean[] fresh) {
  /** The epoch day of a document without a date. */
  public static final int NO_DAY = Integer.MIN_VALUE;
}
