package dev.headwater.model;

import java.time.Instant;

/** One counter of one run. */
public record RunCounter(
    @Column(value = "The run", required = true) String runId,
    @Column(value = "The job of the run, or publish", required = true) String job,
    @Column(value = "Name of the counter, such as articles_read or seconds", required = true)
        String name,
    @Column("Its value") double value,
    @Column("Words that go with it, such as a gate's finding") String detail,
    @Column("Hash of all settings of the run") String settingsHash,
    @Column("Version of the code") String codeVersion,
    @Column("Hash of the input files' names, sizes and times") String inputHash,
    @Column(value = "When it was written, UTC", required = true) Instant at) {}
