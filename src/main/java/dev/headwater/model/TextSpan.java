package dev.headwater.model;

/** A half-open stretch of an article's text, in code points, with what it is. */
public record TextSpan(
    @Column("First code point") int begin,
    @Column("One past the last code point") int end,
    @Column(
            value = "What the stretch is, such as menu, notice, repeated or caption",
            required = true)
        String kind) {
  /** Kind of a line that its outlet repeats from article to article. */
  public static final String REPEATED = "repeated";

  /** Number of code points. */
  public int length() {
    return end - begin;
  }
}
