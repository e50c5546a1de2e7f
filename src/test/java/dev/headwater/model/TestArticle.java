package dev.headwater.model;

import java.time.Instant;
import java.util.List;

/** Makes articles for tests: an id, a text, and of the rest what a test is about. */
public final class TestArticle {
  private final String id;
  private final String text;
  private String source = "a.example";
  private String sourceName;
  private String byline;
  private String agency;
  private String agencyBasis;
  private String lang = "en";
  private Instant at;
  private String precision = "second";
  private Instant loaded = Instant.EPOCH;
  private String textHash;
  private List<TextSpan> boilerplate = List.of();

  private TestArticle(String id, String text) {
    this.id = id;
    this.text = text;
    this.textHash = id;
  }

  /** Its id is also its key and the hash of its text; it is English and has no date. */
  public static TestArticle of(String id, String text) {
    return new TestArticle(id, text);
  }

  /** The outlet. */
  public TestArticle source(String value) {
    source = value;
    return this;
  }

  /** The outlet's name as printed. */
  public TestArticle sourceName(String value) {
    sourceName = value;
    return this;
  }

  /** Its authors as printed. */
  public TestArticle byline(String value) {
    byline = value;
    return this;
  }

  /** The agency that it credits, and where. */
  public TestArticle agency(String value, String basis) {
    agency = value;
    agencyBasis = basis;
    return this;
  }

  /** The language. */
  public TestArticle lang(String value) {
    lang = value;
    return this;
  }

  /** When it was published, to the second; null for an article without a date. */
  public TestArticle at(Instant value) {
    at = value;
    return this;
  }

  /** The day it was published on. */
  public TestArticle on(String day) {
    at = Instant.parse(day + "T00:00:00Z");
    precision = "day";
    return this;
  }

  /** When it was loaded. */
  public TestArticle loaded(Instant value) {
    loaded = value;
    return this;
  }

  /** The hash of its text, where copies are to have the same. */
  public TestArticle textHash(String value) {
    textHash = value;
    return this;
  }

  /** What is no part of the story. */
  public TestArticle boilerplate(List<TextSpan> value) {
    boilerplate = value;
    return this;
  }

  /** The article. */
  public Article article() {
    return new Article(
        id,
        id,
        null,
        null,
        source,
        sourceName,
        null,
        null,
        byline,
        null,
        agency,
        agencyBasis,
        text,
        lang,
        at,
        at == null ? null : "meta",
        at == null ? null : precision,
        loaded,
        1,
        textHash,
        text.split("\\s+").length,
        text.codePointCount(0, text.length()),
        boilerplate,
        null,
        null,
        List.of());
  }
}
