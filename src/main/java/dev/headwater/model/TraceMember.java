package dev.headwater.model;

import java.math.BigDecimal;
import java.util.List;

/** A claim's place in the family of one number. */
public record TraceMember(
    @Column(
            value = "Id of the family: 16 hex digits, kept for as long as the family lives",
            required = true)
        String traceId,
    @Column(value = "The claim", required = true) String claimId,
    @Column(value = "Its article", required = true) String articleId,
    @Column(value = "The first claim of the family", required = true) String originClaimId,
    @Column("The claim this one most likely comes from; null for the origin and for roots")
        String parentClaimId,
    @Column(
            value =
                "Against the parent: origin, same, drifted, updated, corrected, contradicted or"
                    + " independent",
            required = true)
        String relation,
    @Column(value = "Kinds of drift against the parent; empty when none", required = true)
        List<String> drift,
    @Column("Factor by which the stated total changed, where the drift has one") BigDecimal factor,
    @Column(
            value = "Kinds of drift against the origin, along all steps; empty when none",
            required = true)
        List<String> originDrift,
    @Column("Factor by which the stated total differs from the origin's, where it does")
        BigDecimal originFactor,
    @Column("passage or quantity; null for the origin") String via,
    @Column("Reprint cluster of the stretch that holds the claim") String clusterId,
    @Column(value = "The independent root the claim collapses into", required = true) String root,
    @Column("Links from the origin along parents") int hops,
    @Column(
            value =
                "Shared by families that are the same measure at different times, such as a toll by"
                    + " day, or on disputed words; the family's own trace_id where there is no other",
            required = true)
        String seriesId) {}
