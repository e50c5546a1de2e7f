package dev.headwater.model;

import java.time.LocalDate;
import java.util.List;

/** One outlet on one day; undated articles have no day and are not counted here. */
public record SourceDay(
    @Column(value = "The outlet", required = true) String source,
    @Column(value = "Day of publication, UTC", required = true) LocalDate day,
    @Column("Articles, first versions only") int articles,
    @Column("Share of its words that no earlier article of another outlet has, 0..1")
        double originalShare,
    @Column("Share of its articles whose main stretch is wire copy, 0..1") double wireShare,
    @Column("Stretches of its articles whose parent is an article of another outlet") int copiedIn,
    @Column("Stretches of other outlets whose parent is an article of this day") int copiedOut,
    @Column("Median minutes from the parent to this outlet's copy; null without a copy")
        Double medianLag,
    @Column("Numeric claims") int claims,
    @Column("Share of the claims that name a source, 0..1; null without claims")
        Double attributedShare,
    @Column("Claims that drifted against their parent") int driftedClaims,
    @Column("Words of its articles, at least one each: the weight of shares over longer periods")
        long words,
    @Column("original_share over the articles that are not wire copy; null without any")
        Double originalShareWithoutWire,
    @Column("copied_in without wire copy") int copiedInWithoutWire,
    @Column("copied_out without wire copy") int copiedOutWithoutWire,
    @Column("median_lag without wire copy; null without a copy") Double medianLagWithoutWire,
    @Column(
            "Claims that are the origin of a trace which other outlets printed later, and none before or with it")
        int firstPrintedClaims,
    @Column("Share of the traced claims whose number stands on one independent root, 0..1")
        Double singleRootedShare,
    @Column("Claims of later versions of its articles that correct a number; own corrections")
        int correctedClaims,
    @Column("Articles that are not wire copy") int articlesWithoutWire,
    @Column("words of the articles that are not wire copy") long wordsWithoutWire,
    @Column("Claims that name a source") int attributedClaims,
    @Column("Claims in a trace") int tracedClaims,
    @Column("Claims in a trace that stands on one independent root") int singleRootedClaims,
    @Column("claims without wire copy") int claimsWithoutWire,
    @Column("attributed_claims without wire copy") int attributedClaimsWithoutWire,
    @Column("traced_claims without wire copy") int tracedClaimsWithoutWire,
    @Column("single_rooted_claims without wire copy") int singleRootedClaimsWithoutWire,
    @Column("drifted_claims without wire copy") int driftedClaimsWithoutWire,
    @Column("first_printed_claims without wire copy") int firstPrintedClaimsWithoutWire,
    @Column("corrected_claims without wire copy") int correctedClaimsWithoutWire,
    @Column("attributed_share without wire copy; null without claims")
        Double attributedShareWithoutWire,
    @Column("single_rooted_share without wire copy; null without traced claims")
        Double singleRootedShareWithoutWire,
    @Column(
            value =
                "Minutes from parent to copy, one for each stretch copied in, ascending: what medians and"
                    + " deciles of longer periods are made from",
            required = true)
        List<Long> lags,
    @Column(value = "lags without wire copy", required = true) List<Long> lagsWithoutWire,
    @Column(
            "First to ninth decile of the lags, between two values by proportion; null without lags")
        List<Double> lagDeciles,
    @Column("lag_deciles without wire copy; null without lags") List<Double> lagDecilesWithoutWire,
    @Column(value = "Drifted claims by kind of drift, in alphabetical order", required = true)
        List<DriftCount> drift,
    @Column(value = "drift without wire copy", required = true)
        List<DriftCount> driftWithoutWire) {}
