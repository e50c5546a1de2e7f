package dev.headwater.model;

import java.time.LocalDate;

/** One outlet on one day; undated articles have no day and are not counted here. */
public record SourceDay(
    @Column(value = "The outlet", required = true) String source,
    @Column(value = "Day of publication, UTC", required = true) LocalDate day,
    @Column("Articles, first versions only") int articles,
    @Column("Share of its words that no earlier article of another outlet has, 0..1")
        double originalShare,
    @Column("Share of its articles whose main stretch is wire copy, 0..1") double wireShare,
    @Column("Articles whose main stretch was copied from another outlet") int copiedIn,
    @Column("Stretches of other outlets whose parent is an article of this day") int copiedOut,
    @Column("Median minutes from the parent to this outlet's copy; null without a copy")
        Double medianLag,
    @Column("Numeric claims") int claims,
    @Column("Share of the claims that name a source, 0..1; null without claims")
        Double attributedShare,
    @Column("Claims that drifted against their parent") int driftedClaims,
    @Column("Words of its articles, the weight for shares over longer periods") long words,
    @Column("original_share over the articles that are not wire copy; null without any")
        Double originalShareWithoutWire,
    @Column("copied_in without wire copy") int copiedInWithoutWire,
    @Column("copied_out without wire copy") int copiedOutWithoutWire,
    @Column("median_lag without wire copy; null without a copy") Double medianLagWithoutWire,
    @Column("Claims that are the origin of a trace which another outlet printed later")
        int firstPrintedClaims,
    @Column("Share of the traced claims whose number stands on one independent root, 0..1")
        Double singleRootedShare,
    @Column("Claims that correct the outlet's own earlier version") int correctedClaims) {}
