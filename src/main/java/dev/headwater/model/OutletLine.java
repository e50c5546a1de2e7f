package dev.headwater.model;

/** A line at the head or tail of an outlet's articles, and how often it recurs there. */
public record OutletLine(
    @Column(value = "The outlet", required = true) String source,
    @Column("Hash of the line, lower-cased, white space folded") long lineHash,
    @Column("Articles of the outlet that open or close with it") int articles) {}
