package dev.headwater.ingest;

import dev.headwater.model.Article;

/** A record that became an article; its version is 1 until the job has seen its other versions. */
public record BuiltArticle(Article article) implements BuildResult {}
