package dev.headwater.model;

import java.util.List;

/** A stretch of text that two articles share; left_id is always the smaller of the two ids. */
public record Passage(
    @Column(value = "The article with the smaller id", required = true) String leftId,
    @Column(value = "The article with the larger id", required = true) String rightId,
    @Column("First code point of the passage in the left text") int leftBegin,
    @Column("One past its last code point in the left text") int leftEnd,
    @Column("First code point of the passage in the right text") int rightBegin,
    @Column("One past its last code point in the right text") int rightEnd,
    @Column("Words that stand in both texts, in order, within the passage") int words,
    @Column("Matched words over the longer side's words, 0..1") double identity,
    @Column("Share of the left article's words, without boilerplate, that the passage covers, 0..1")
        double leftShare,
    @Column(
            "Share of the right article's words, without boilerplate, that the passage covers, 0..1")
        double rightShare,
    @Column(
            value =
                "How the text was reused: verbatim, cut, edited, rewritten, partial, quote,"
                    + " template or boilerplate",
            required = true)
        String reuseKind,
    @Column(
            value =
                "Where the shared text came from, by what the two articles say of themselves: wire"
                    + " (one credits an agency), press_release (one bears its marks), outlet (one"
                    + " credits the other), common (both quote one person) or unclear",
            required = true)
        String originClass,
    @Column(value = "Aligned runs of equal words inside the passage, in order", required = true)
        List<Block> blocks,
    @Column(
            "Which side credits the other side's outlet, in its byline, a credit line or with a word"
                + " such as told or reported: left, right or both; null for neither")
        String credits) {

  /** A passage between articles of which neither credits the other's outlet. */
  public Passage(
      String leftId,
      String rightId,
      int leftBegin,
      int leftEnd,
      int rightBegin,
      int rightEnd,
      int words,
      double identity,
      double leftShare,
      double rightShare,
      String reuseKind,
      String originClass,
      List<Block> blocks) {
    this(
        leftId,
        rightId,
        leftBegin,
        leftEnd,
        rightBegin,
        rightEnd,
        words,
        identity,
        leftShare,
        rightShare,
        reuseKind,
        originClass,
        blocks,
        null);
  }
}
