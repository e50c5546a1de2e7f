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
    @Column(
            value =
                "Little-endian 64-bit hashes of the article's word n-grams in the bucket, sorted",
            required = true)
        byte[] grams) {}
