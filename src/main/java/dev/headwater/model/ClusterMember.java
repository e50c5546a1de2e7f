package dev.headwater.model;

import java.util.List;

/** A stretch of an article that belongs to a reprint cluster. */
public record ClusterMember(
    @Column(
            value = "Id of the cluster: 16 hex digits, kept for as long as the cluster lives",
            required = true)
        String clusterId,
    @Column(value = "The article", required = true) String articleId,
    @Column("First code point of the stretch") int begin,
    @Column("One past its last code point") int end,
    @Column("Share of the article's words, without boilerplate, that the stretch covers, 0..1")
        double share,
    @Column(
            value =
                "original, copy, or unclear: where the evidence gives no order, or the first printing"
                    + " credits an agency whose own text is not in the cluster",
            required = true)
        String role,
    @Column("Whether the stretch stands for the cluster: the earliest, else the longest")
        boolean representative,
    @Column(
            "Article the stretch was most likely copied from; null for the original and where unclear")
        String parent,
    @Column("Confidence in the parent, 0..1") Double parentConfidence,
    @Column(
            value =
                "Reasons for the parent: date, credit, containment, wire; empty when there is none",
            required = true)
        List<String> parentBasis,
    @Column(
            "Minutes from the parent's publication to this one; null where a date is missing or a day only")
        Long lagMinutes,
    @Column("News agency behind the stretch, in normal form") String agency,
    @Column("Where the agency was read, and in which article: own or cluster") String agencyBasis,
    @Column("Stretches in the cluster") int size,
    @Column(
            "Edges in the cluster over those its stretches could have, 0..1: with all others, or"
                + " with as many as --max-occurrence")
        double density) {}
