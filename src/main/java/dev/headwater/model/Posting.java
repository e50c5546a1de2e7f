package dev.headwater.model;

import java.time.Instant;

/**
 * The n-grams of one article that fall in one bucket, packed; tonight's articles meet history here.
 */
public record Posting(
    @Column("Bucket of the n-gram's hash") int bucket,
    @Column(value = "The article", required = true) String articleId,
    @Column("The article's date; null where unknown") Instant publishedAt,
    @Column("n-grams of the article in all buckets together") int keys,
    @Column("Whether the article is full of reading errors") boolean misread,
    @Column(
            value =
                "Little-endian 64 bits a word n-gram of the article in the bucket, sorted: 40 of its"
                    + " hash, 12 of that of the words before it, 12 of those after it",
            required = true)
        byte[] grams) {}
