package dev.headwater.model;

import java.time.LocalDate;

/** How much one outlet copies another in one month. */
public record CopyEdge(
    @Column(value = "Outlet that was copied", required = true) String fromSource,
    @Column(value = "Outlet that copied", required = true) String toSource,
    @Column(value = "First day of the month in which the copies were published", required = true)
        LocalDate month,
    @Column("Articles of to_source with a stretch copied from from_source") int articles,
    @Column("Stretches copied") int passages,
    @Column("Median minutes from parent to copy; null where only days are known") Double medianLag,
    @Column("Share of the copies that credit from_source or its agency, 0..1") double creditedShare,
    @Column("Mean confidence in the direction of the copies, 0..1; null where none is known")
        Double directionConfidence,
    @Column("articles without wire copy") int articlesWithoutWire,
    @Column("passages without wire copy") int passagesWithoutWire,
    @Column("median_lag without wire copy") Double medianLagWithoutWire,
    @Column("credited_share without wire copy; null without any") Double creditedShareWithoutWire,
    @Column("direction_confidence without wire copy") Double directionConfidenceWithoutWire) {}
