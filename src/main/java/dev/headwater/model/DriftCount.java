package dev.headwater.model;

/** How many claims drifted in one way. */
public record DriftCount(
    @Column(value = "Kind of drift, as in traces.drift", required = true) String kind,
    @Column("Claims that drifted so; one claim may drift in several ways") int claims) {}
