package dev.headwater.model;

/** An outlet's place in the network of copies, over all months, with and without wire copy. */
public record OutletRank(
    @Column(value = "The outlet", required = true) String source,
    @Column("Outlets that copied from it") int copiedBy,
    @Column("Outlets that it copied from") int copiedFrom,
    @Column("Centrality: PageRank where each copied article is a vote for the outlet it came from")
        double rank,
    @Column(
            value = "Community of outlets that copy one another, named after its most central one",
            required = true)
        String community,
    @Column("Outlets in the community") int communitySize,
    @Column("copied_by without wire copy") int copiedByWithoutWire,
    @Column("copied_from without wire copy") int copiedFromWithoutWire,
    @Column("rank without wire copy; null where the outlet then has no edge")
        Double rankWithoutWire,
    @Column("community without wire copy; null where the outlet then has no edge")
        String communityWithoutWire,
    @Column("community_size without wire copy; null where the outlet then has no edge")
        Integer communitySizeWithoutWire) {}
