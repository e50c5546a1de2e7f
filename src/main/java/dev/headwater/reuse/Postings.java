package dev.headwater.reuse;

/**
 * The postings of one bucket of hashes, as parallel arrays: which key stands in which document.
 *
 * @param keys the n-gram or fact, as {@link PostingKey} writes it
 * @param documents number of the document, 0 or more in order of time, for each key
 * @param size postings used of the two arrays
 * @param fresh by document number, whether the document is new; pairs of two old ones are known
 * @param days by document number, its epoch day; null where all are near each other in time
 */
public record Postings(long[] keys, int[] documents, int size, boolean[] fresh, int[] days) {
  /** The epoch day of a document without a date. */
  public static final int NO_DAY = Integer.MIN_VALUE;
}
