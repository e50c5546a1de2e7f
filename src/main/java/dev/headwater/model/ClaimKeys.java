package dev.headwater.model;

import java.time.Instant;

/**
 * The keys under which a claim meets others, packed, with what tells most of those apart without
 * reading the claim; tonight's claims meet history here.
 *
 * <p>A row is as the code made it that first linked the claim: a version that makes other keys or
 * outlines needs a new load, as another {@code --ngram} does for {@link Posting}, and has another
 * layout of the tables.
 */
public record ClaimKeys(
    @Column(value = "The claim", required = true) String claimId,
    @Column(value = "Its article", required = true) String articleId,
    @Column("The article's date; null where unknown") Instant publishedAt,
    @Column(
            value = "When the article was loaded; tells the time of one without a date",
            required = true)
        Instant ingestedAt,
    @Column(
            value = "Little-endian 64-bit hashes of the keys that bring equal quantities together",
            required = true)
        byte[] keys,
    @Column("Hash of the unit's class") int unitHash,
    @Column("Hash of the counted noun's class; 0 where nothing is counted") int nounHash,
    @Column("Hash of the family of measures; 0 where unknown") int familyHash,
    @Column("Hash of direction and polarity") int stanceHash,
    @Column("Hash of the outlet") int sourceHash,
    @Column("Value as printed; null for a range") Double printed,
    @Column("Whether the values are in the base unit") boolean inBaseUnit,
    @Column("Least value stated") double low,
    @Column("Greatest value stated") double high,
    @Column("Least value it may agree with") double least,
    @Column("Greatest value it may agree with") double most,
    @Column("A bit for each word of the sentence") long wordBits,
    @Column("A bit for each of these that is a name") long nameBits) {}
