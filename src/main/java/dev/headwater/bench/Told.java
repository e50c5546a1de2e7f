package dev.headwater.bench;

import dev.headwater.model.Claim;
import dev.headwater.model.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Builds invented claims the way a reader would tell them: a sentence with its number in square
 * brackets, then what differs from a plain statement. They carry the fields that a faultless
 * extractor would read.
 */
public final class Told {
  private String article = "a1";
  private String source = "herald.example";
  private Instant publishedAt;
  private int sentenceBegin;
  private String text;
  private BigDecimal low;
  private BigDecimal high;
  private BigDecimal precision;
  private String bound = "=";
  private String hedge;
  private String unit;
  private String unitKind = "none";
  private BigDecimal baseFactor = BigDecimal.ONE;
  private String baseUnit;
  private String noun;
  private String agent;
  private String predicate;
  private String per;
  private String scope;
  private String timeSaid;
  private Instant timeBegin;
  private Instant timeEnd;
  private String modality = "asserted";
  private List<String> hedges = List.of();
  private List<String> chain = List.of();
  private String conversionOf;
  private String polarity = "positive";

  /** Begins a claim: its sentence. */
  public static Told that(String sentence) {
    Told told = new Told();
    told.text = sentence;
    return told;
  }

  /** The article and the outlet. */
  public Told in(String articleId, String outlet) {
    article = articleId;
    source = outlet;
    return this;
  }

  /** The instant of publication; null where unknown. */
  public Told at(String instant) {
    publishedAt = instant == null ? null : Instant.parse(instant);
    return this;
  }

  /** First code point of the sentence. */
  public Told from(int begin) {
    sentenceBegin = begin;
    return this;
  }

  /** A single value. */
  public Told value(String number) {
    return range(number, number);
  }

  /** A range of values. */
  public Told range(String from, String to) {
    low = new BigDecimal(from);
    high = new BigDecimal(to);
    precision = BigDecimal.ONE.scaleByPowerOfTen(-low.stripTrailingZeros().scale());
    return this;
  }

  /** The hedge, such as about. */
  public Told hedged(String word) {
    hedge = word;
    bound = "~";
    return this;
  }

  /** The sign of the bound. */
  public Told bound(String sign) {
    bound = sign;
    return this;
  }

  /** The thing counted, singular. */
  public Told counting(String singular) {
    noun = singular;
    unit = singular;
    unitKind = "count";
    baseUnit = singular;
    return this;
  }

  /** Money of this ISO 4217 code. */
  public Told money(String code) {
    unit = code;
    unitKind = "currency";
    baseUnit = code;
    return this;
  }

  /** A share in percent. */
  public Told percent() {
    unit = "%";
    unitKind = "percent";
    baseUnit = "%";
    return this;
  }

  /** A measure in this unit, with its base unit and the factor to it. */
  public Told measured(String code, String base, String factor) {
    unit = code;
    unitKind = "measure";
    baseUnit = base;
    baseFactor = new BigDecimal(factor);
    return this;
  }

  /** Who has or does it. */
  public Told by(String who) {
    agent = who;
    return this;
  }

  /** The verb. */
  public Told doing(String verb) {
    predicate = verb;
    return this;
  }

  /** A number of every single thing. */
  public Told each(String thing) {
    per = thing;
    scope = "each";
    return this;
  }

  /** The time said, and its bounds. */
  public Told during(String said, String begin, String end) {
    timeSaid = said;
    timeBegin = Instant.parse(begin);
    timeEnd = Instant.parse(end);
    return this;
  }

  /** The modality, and words of doubt. */
  public Told modality(String word, String... doubts) {
    modality = word;
    hedges = List.of(doubts);
    return this;
  }

  /** Makes it a denial. */
  public Told denied() {
    polarity = "negative";
    return this;
  }

  /** The chain of attribution. */
  public Told saidBy(String... names) {
    chain = List.of(names);
    return this;
  }

  /** The claim that says the same in another unit. */
  public Told converting(Claim other) {
    conversionOf = other.claimId();
    return this;
  }

  /** The claim; the brackets are no part of its sentence. */
  public Claim claim() {
    int open = text.indexOf('[');
    int close = text.indexOf(']') - 1;
    String sentence = text.replace("[", "").replace("]", "");
    int begin = sentenceBegin + sentence.codePointCount(0, open);
    int end = sentenceBegin + sentence.codePointCount(0, close);
    BigDecimal single = low != null && low.compareTo(high) == 0 ? low : null;
    return new Claim(
        Ids.of(article, begin, end),
        article,
        source,
        publishedAt,
        begin,
        end,
        sentence.substring(open, close),
        sentenceBegin,
        sentenceBegin + sentence.codePointCount(0, sentence.length()),
        sentence,
        low,
        high,
        single,
        bound,
        hedge,
        single == null ? null : precision,
        unit,
        unitKind,
        low == null ? null : low.multiply(baseFactor),
        high == null ? null : high.multiply(baseFactor),
        baseUnit,
        noun,
        List.of(),
        agent,
        predicate,
        null,
        per,
        scope,
        null,
        null,
        timeSaid,
        timeBegin,
        timeEnd,
        modality,
        hedges,
        polarity,
        chain,
        chain,
        null,
        null,
        null,
        false,
        "body",
        conversionOf,
        List.of());
  }
}
