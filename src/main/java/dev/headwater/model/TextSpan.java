package dev.headwater.model;

/** A half-open stretch of an article's text, in code points, with what it is. */
public record TextSpan(
    @Column("First code point") int begin,
    @Column("One past the last code point") int end,
    @Column(
            value = "What the stretch is, such as menu, notice, repeated or caption",
            required = true)
        String kind) {
  /** Number of code points. */
  public int length() {
    return end - begin;
  }
}
