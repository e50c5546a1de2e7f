package dev.headwater.ingest;

/** What a reader yields for each record of a file: the record, or why it could not be read. */
public sealed interface ReadResult permits RawRecord, Problem {}
