package dev.headwater.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** One number said in one article, with what makes it a claim. */
public record Claim(
    @Column(value = "16 hex digits: a hash of article_id, begin and end", required = true)
        String claimId,
    @Column(value = "The article", required = true) String articleId,
    @Column(value = "The article's outlet", required = true) String source,
    @Column("The article's date") Instant publishedAt,
    @Column("First code point of the surface, hedge included") int begin,
    @Column("One past its last code point") int end,
    @Column(value = "The words of the claim, exactly text[begin, end)", required = true)
        String surface,
    @Column("First code point of the sentence") int sentenceBegin,
    @Column("One past its last code point") int sentenceEnd,
    @Column(value = "The sentence, exactly text[sentence_begin, sentence_end)", required = true)
        String sentence,
    @Column("Lower end of the value, as printed, scale words multiplied out") BigDecimal valueLow,
    @Column("Upper end of the value; equal to value_low for a single value") BigDecimal valueHigh,
    @Column("The value where it is a single one; null for a range") BigDecimal value,
    @Column(value = "= exact, ~ about, < at most or less, > at least or more", required = true)
        String bound,
    @Column("The hedge in the words used, such as about or more than") String hedge,
    @Column("Size of the last digit that is stated: 100 for 6,700; null where it cannot be told")
        BigDecimal precision,
    @Column("Canonical unit: ISO 4217, UCUM, %, or the singular counted noun with its modifiers")
        String unit,
    @Column(
            value = "currency, measure, percent, percentage_point, count, age, duration or none",
            required = true)
        String unitKind,
    @Column("value_low in the base unit, so that miles and kilometres can meet") BigDecimal baseLow,
    @Column("value_high in the base unit") BigDecimal baseHigh,
    @Column("The base unit, such as m, kg or s; the unit itself where there is no other")
        String baseUnit,
    @Column("Head noun of what is counted, singular, without modifiers") String countedNoun,
    @Column(value = "Content words of what the number is about", required = true)
        List<String> concept,
    @Column("Who or what does or has it, as in the sentence") String agent,
    @Column("The verb, as in the sentence") String predicate,
    @Column(
            "up or down where the verb says so, with to or by: up_to, up_by, down_to, down_by, up, down")
        String change,
    @Column("What one unit of the rate is: year, share, container; null where there is none")
        String per,
    @Column("all, each or per; null where the sentence does not say") String scope,
    @Column("Where it holds, as in the sentence, such as in Oslo; null where it does not say")
        String place,
    @Column("On what condition, as in the sentence, such as if the port closes") String condition,
    @Column("Time as said in the sentence") String timeSaid,
    @Column("First instant of that time, resolved against the article's date") Instant timeBegin,
    @Column("First instant after that time") Instant timeEnd,
    @Column(
            value =
                "asserted, reported, suggested, estimated, believed, suspected, likely, could, may,"
                    + " pledged, planned or derived",
            required = true)
        String modality,
    @Column(value = "Words of doubt in the sentence, as used", required = true) List<String> hedges,
    @Column(value = "positive or negative", required = true) String polarity,
    @Column(
            value =
                "Chain of attribution, outermost reporter first, original source last; empty for the"
                    + " article's own voice",
            required = true)
        List<String> attributedTo,
    @Column(
            value =
                "The same sources in the words at the cue, such as he; as long as attributed_to",
            required = true)
        List<String> attributedAs,
    @Column("Words that attribute, such as said or according to") String attributionCue,
    @Column("First code point of those words") Integer cueBegin,
    @Column("One past their last code point") Integer cueEnd,
    @Column("Whether the number stands inside quotation marks") boolean inQuote,
    @Column(
            value = "Part of the page: headline, lead, body, caption or boilerplate",
            required = true)
        String section,
    @Column("The other claim that says the same in another unit, as in 180 km (110 miles)")
        String conversionOf,
    @Column(value = "Doubts about the reading; empty when none", required = true)
        List<String> issues) {}
