package dev.headwater.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** The family of one number: how far it went, and on how many independent roots it stands. */
public record TraceSummary(
    @Column(value = "The family", required = true) String traceId,
    @Column("Claims in the family") int claims,
    @Column("Articles that print the number") int articles,
    @Column("Outlets that print it") int sources,
    @Column("Reprint clusters, an article outside any cluster counting as one") int clusters,
    @Column("Independent roots; independent_roots <= sources <= articles") int independentRoots,
    @Column(
            value = "The roots, each with its articles and the reason: the proof of the count",
            required = true)
        List<Root> roots,
    @Column("The original source that most articles name") String namedOrigin,
    @Column("Unit of the origin claim") String unit,
    @Column(value = "Concept of the origin claim", required = true) List<String> concept,
    @Column("Least value stated") BigDecimal valueMin,
    @Column("Greatest value stated") BigDecimal valueMax,
    @Column("First publication known") Instant firstAt,
    @Column("Last publication known") Instant lastAt,
    @Column(value = "Kinds of drift seen in the family", required = true) List<String> driftKinds,
    @Column(
            value = "Families of the same measure at other times, or on disputed words, share it",
            required = true)
        String seriesId,
    @Column("articles that are not wire copy") int articlesWithoutWire,
    @Column("Outlets that print it otherwise than as wire copy") int sourcesWithoutWire,
    @Column("Independent roots that have an article which is not wire copy")
        int independentRootsWithoutWire) {}
