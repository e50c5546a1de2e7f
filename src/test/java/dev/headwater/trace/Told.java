package dev.headwater.trace;

import dev.headwater.model.Claim;
import dev.headwater.model.Ids;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * Builds claims for tests the way a reader would tell them: a sentence with its number in square
 * brackets, then what differs from a plain statement.
 */
final class Told {
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

  static Told that(String sentence) {
    Told told = new Told();
    told.text = sentence;
    return told;
  }

  Told in(String articleId, String outlet) {
    article = articleId;
    source = outlet;
    return this;
  }

  Told at(String instant) {
    publishedAt = instant == null ? null : Instant.parse(instant);
    return this;
  }

  Told from(int begin) {
    sentenceBegin = begin;
    return this;
  }

  Told value(String number) {
    return range(number, number);
  }

  Told range(String from, String to) {
    low = new BigDecimal(from);
    high = new BigDecimal(to);
    precision = BigDecimal.ONE.scaleByPowerOfTen(-low.stripTrailingZeros().scale());
    return this;
  }

  Told hedged(String word) {
    hedge = word;
    bound = "~";
    return this;
  }

  Told bound(String sign) {
    bound = sign;
    return this;
  }

  Told counting(String singular) {
    noun = singular;
    unit = singular;
    unitKind = "count";
    baseUnit = singular;
    return this;
  }

  Told money(String code) {
    unit = code;
    unitKind = "currency";
    baseUnit = code;
    return this;
  }

  Told percent() {
    unit = "%";
    unitKind = "percent";
    baseUnit = "%";
    return this;
  }

  Told measured(String code, String base, String factor) {
    unit = code;
    unitKind = "measure";
    baseUnit = base;
    baseFactor = new BigDecimal(factor);
    return this;
  }

  Told by(String who) {
    agent = who;
    return this;
  }

  Told doing(String verb) {
    predicate = verb;
    return this;
  }

  Told each(String thing) {
    per = thing;
    scope = "each";
    return this;
  }

  Told during(String said, String begin, String end) {
    timeSaid = said;
    timeBegin = Instant.parse(begin);
    timeEnd = Instant.parse(end);
    return this;
  }

  Told modality(String word, String... doubts) {
    modality = word;
    hedges = List.of(doubts);
    return this;
  }

  Told denied() {
    polarity = "negative";
    return this;
  }

  Told saidBy(String... names) {
    chain = List.of(names);
    return this;
  }

  Told converting(Claim other) {
    conversionOf = other.claimId();
    return this;
  }

  /** The claim; the brackets are no part of its sentence. */
  Claim claim() {
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
