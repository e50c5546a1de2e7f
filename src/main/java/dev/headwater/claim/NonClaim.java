package dev.headwater.claim;

/**
 * A stretch of an article that holds a number and is no claim, with what it is instead: date, year,
 * clock_time, ordinal, identifier, spec, score, list_number, reading_time, trivial_count,
 * time_scope, list_title, age_limit, furniture, scan_noise, bare_figure and the like. Offsets in
 * code points of the article's text, half-open.
 */
public record NonClaim(String kind, int begin, int end) {}
