package dev.headwater.ingest;

/** What becomes of a record: an article, or why it is not one. */
public sealed interface BuildResult permits BuiltArticle, Problem {}
