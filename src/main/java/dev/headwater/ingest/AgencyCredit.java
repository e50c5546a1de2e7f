package dev.headwater.ingest;

/**
 * A news agency that an article names as where its text comes from.
 *
 * @param agency normal form, such as AP
 * @param basis byline, dateline, credit line or url
 */
public record AgencyCredit(String agency, String basis) {}
