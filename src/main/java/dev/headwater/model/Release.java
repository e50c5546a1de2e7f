package dev.headwater.model;

import java.time.Instant;

/** One publish: readers go by the last row, and every table has a tag of the run's name. */
public record Release(
    @Column("1 for the first publish, then one more each time") long sequence,
    @Column(value = "The run; also the name of the tag on every table", required = true)
        String runId,
    @Column(value = "When it was published, UTC", required = true) Instant publishedAt,
    @Column("The release the run was built on; null for the first") String parentRunId,
    @Column(value = "Version of the table layout", required = true) int layout) {}
