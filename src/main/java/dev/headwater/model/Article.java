package dev.headwater.model;

import java.time.Instant;
import java.util.List;

/** One version of one article, with its text as stored; all offsets elsewhere point into it. */
public record Article(
    @Column(
            value = "Id of this version: 16 hex digits, a hash of article_key and text_hash",
            required = true)
        String articleId,
    @Column(
            value =
                "Natural key shared by all versions of the article: source and canonical URL, else"
                    + " source and the id given by the input; where the record does not tell its"
                    + " source, the text hash is part of it",
            required = true)
        String articleKey,
    @Column("Id that the input gave to the record, as it was") String nativeId,
    @Column("Address as given by the input") String url,
    @Column(
            value = "Outlet: registered domain of the URL or the outlet's name in normal form",
            required = true)
        String source,
    @Column("Outlet as a person would write it, where the input or the page says it")
        String sourceName,
    @Column("Owner of the outlet, from the owners file; null where unknown") String owner,
    @Column("Headline") String title,
    @Column("Authors as printed") String byline,
    @Column("Place line that opens the story, such as PARIS or WASHINGTON, March 3")
        String dateline,
    @Column("News agency credited by the article, in normal form, such as AP or Reuters")
        String agency,
    @Column("Where the agency was read: byline, dateline, credit line, url or source")
        String agencyBasis,
    @Column(value = "The text as stored; offsets are Unicode code points into it", required = true)
        String text,
    @Column("Language as ISO 639-1 code, null where it could not be told") String lang,
    @Column("Instant of publication in UTC; midnight where only the day is known")
        Instant publishedAt,
    @Column("Where the date was read: meta, url, text or file; null where there is no date")
        String publishedAtBasis,
    @Column("How exact the date is: day, minute or second") String publishedAtPrecision,
    @Column(value = "Instant at which the run that loaded the version began, UTC", required = true)
        Instant ingestedAt,
    @Column(
            "1 for the first version of the article, 2 for the next, by published_at then"
                + " ingested_at then text_hash")
        int version,
    @Column(
            value = "Hash of the text with white space folded: equal for exact copies",
            required = true)
        String textHash,
    @Column(value = "Words in the text", required = true) int words,
    @Column(value = "Characters of the text, as Unicode code points", required = true) int chars,
    @Column("Stretches of the text that are not the story: menus, notices, repeated blocks")
        List<TextSpan> boilerplate,
    @Column("File the record came from") String inputFile,
    @Column(
            "Where in the file: line of JSON Lines, number of the record in JSON arrays, CSV, Parquet"
                + " and WARC; null where the file is one article")
        Long inputPosition,
    @Column(
            value = "Doubts about the record, such as date_in_future or no_date; empty when none",
            required = true)
        List<String> issues) {

  /** The same article with other boilerplate. */
  public Article withBoilerplate(List<TextSpan> spans) {
    return new Article(
        articleId,
        articleKey,
        nativeId,
        url,
        source,
        sourceName,
        owner,
        title,
        byline,
        dateline,
        agency,
        agencyBasis,
        text,
        lang,
        publishedAt,
        publishedAtBasis,
        publishedAtPrecision,
        ingestedAt,
        version,
        textHash,
        words,
        chars,
        spans,
        inputFile,
        inputPosition,
        issues);
  }
}
