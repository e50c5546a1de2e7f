package dev.headwater.model;

/** Stretches whose cluster has another id than before: what merged, split or moved in a run. */
public record ClusterChange(
    @Column(value = "The run", required = true) String runId,
    @Column(
            value =
                "merged: the other id is gone, all into this one; split: this id is new, cut from the"
                    + " other; moved: both ids were there and still are; renamed: the other id is gone"
                    + " and this one new; left: stretches of the other id are in no cluster now;"
                    + " ended: all of them",
            required = true)
        String event,
    @Column("Id the stretches have now; null where they are in no cluster") String clusterId,
    @Column(value = "Id they had before", required = true) String otherId,
    @Column("Stretches that changed from the other id to this one") int stretches,
    @Column(value = "Why this id and not the other, in words", required = true) String reason) {}
