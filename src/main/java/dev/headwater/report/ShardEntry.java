package dev.headwater.report;

/**
 * A line of the directory by which the site finds the shard of a page.
 *
 * @param firstKey key of the shard's first page; keys are in order of their code points
 * @param name path of the shard without ending
 * @param pages pages in it
 * @param bytes size of the file
 */
public record ShardEntry(String firstKey, String name, int pages, int bytes) {}
