package dev.headwater.model;

/**
 * A line at the head or tail of an outlet's articles, and in how many of those that one run loaded.
 */
public record OutletLine(
    @Column(value = "The run", required = true) String runId,
    @Column(value = "The outlet", required = true) String source,
    @Column("Hash of the line, lower-cased, white space folded") long lineHash,
    @Column("Articles of the outlet, of those the run loaded, that open or close with it")
        int articles) {}
