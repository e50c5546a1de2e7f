package dev.headwater.model;

/** A run of words that an alignment found in both texts; offsets in code points. */
public record Block(
    @Column("First code point in the left article") int leftBegin,
    @Column("One past the last code point in the left article") int leftEnd,
    @Column("First code point in the right article") int rightBegin,
    @Column("One past the last code point in the right article") int rightEnd) {}
