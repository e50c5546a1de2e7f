package dev.headwater.model;

import java.math.BigDecimal;
import java.util.List;

/** Two claims judged to be the same number, with how they differ; the proof behind a trace. */
public record ClaimLink(
    @Column(
            value = "The earlier claim, or the one with the smaller id where no order is known",
            required = true)
        String fromClaimId,
    @Column(value = "The later claim", required = true) String toClaimId,
    @Column(
            value = "passage where an alignment maps one on the other, quantity where fields agree",
            required = true)
        String via,
    @Column(value = "What the judgement rests on, in words", required = true) String reason,
    @Column(
            value =
                "same, drifted, updated, corrected, contradicted, or related: another measure of the"
                    + " same things, which joins no families",
            required = true)
        String relation,
    @Column(
            value =
                "Kinds of drift: value, rounded, scale, hedge_lost, hedge_added, modality_raised,"
                    + " modality_lowered, unit, scope, subject, time, attribution_lost,"
                    + " attribution_shifted",
            required = true)
        List<String> drift,
    @Column("Factor by which the stated total changed, where the drift has one")
        BigDecimal factor) {}
