package dev.headwater.model;

/** An article that was withdrawn; it is not loaded again. Nothing of its text is kept. */
public record Forgotten(
    @Column(value = "Id of the version that was forgotten", required = true) String articleId,
    @Column("64-bit hash of its article_key: no version of the article is loaded again")
        long keyHash,
    @Column(value = "The run that forgot it", required = true) String runId) {}
