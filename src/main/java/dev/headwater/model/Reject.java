package dev.headwater.model;

/** An input, or a record of one, that was not used. */
public record Reject(
    @Column(value = "The run that met it", required = true) String runId,
    @Column(value = "File", required = true) String input,
    @Column("Line or record in the file; null: the whole file, or all from where it broke")
        Long position,
    @Column(value = "Reason in normal form, such as no_text or truncated", required = true)
        String reason,
    @Column("What was wrong, with the value") String detail,
    @Column("First 200 characters of the record") String excerpt) {}
