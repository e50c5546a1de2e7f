package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what one unit of a rate is: "per share", "a day", "/km", "per 100,000 people". */
final class Rates {
  private static final Set<String> RATE_NOUNS = WordTable.words("en/nouns.tsv", "rate");

  private final TokenRow row;
  private final NonClaims.Mask mask;

  Rates(TokenRow row, NonClaims.Mask mask) {
    this.row = row;
    this.mask = mask;
  }

  /** "14 deaths per 100,000 people": what a number of counts; null where no number follows. */
  private UnitSpan perMany(UnitSpan span, int i) {
    Optional<Digits.Reading> digits =
        row.isDigits(i) && !mask.covers(i) ? Digits.read(row.lower(i)) : Optional.empty();
    int at = digits.isPresent() ? i + 1 : i;
    BigDecimal scale = at < row.size() ? NumberWords.scale(row.token(at)) : null;
    if (digits.isEmpty() && scale == null) {
      return null;
    }
    at = scale == null ? at : at + 1;
    BigDecimal value = digits.isEmpty() ? BigDecimal.ONE : digits.get().value();
    value = scale == null ? value : value.multiply(scale);
    String many =
        StoredValue.plain(value) == null ? null : StoredValue.plain(value).toPlainString();
    Units.Match match = at < row.size() ? Units.at(row, at, row.glued(at)) : null;
    if (many == null || match != null && match.unit().kind().equals("currency")) {
      return null;
    }
    if (match != null) {
      return span.per(many + " " + match.unit().english(), match.last());
    }
    NounPhrase.Phrase phrase = NounPhrase.at(row, at);
    return phrase == null
        ? span.per(many, at)
        : span.per(many + " " + phrase.words(), phrase.last());
  }

  /** "14 cubic metres of water per second": the rate stands behind what is measured. */
  UnitSpan behind(UnitSpan span) {
    int i = span.last();
    boolean measured = span.unit() != null && span.per() == null && row.is(i, "of");
    int noun = i + 1;
    while (measured && row.tag(noun).startsWith("JJ") && noun < i + 3) {
      noun++;
    }
    boolean rated = measured && row.isNoun(noun) && row.isAny(noun + 1, "per|a|an|each|every");
    Units.Match match = rated && noun + 2 < row.size() ? Units.at(row, noun + 2, false) : null;
    boolean time = match != null && match.unit().kind().equals("duration");
    boolean ago = time && row.isAny(match.last(), "ago|earlier|later|before|old|after");
    return time && !ago && !row.isPlural(noun + 2)
        ? span.per(match.unit().english(), span.last())
        : span;
  }

  /** Adds "per share", "a day", "/km", "each month". */
  UnitSpan of(UnitSpan span) {
    int i = span.last();
    if (row.isAny(i, "-") && row.glued(i) && row.isAny(i + 1, "a|per")) {
      i++;
    }
    if (row.isAny(i, "a-year|a-day|a-month|a-week|a-share|a-barrel|a-head|an-hour")) {
      return span.per(row.lower(i).substring(row.lower(i).indexOf('-') + 1), i + 1);
    }
    boolean slash = row.is(i, "/") && row.glued(i);
    boolean per = row.isAny(i, "per|each|every") || slash;
    boolean article = row.isAny(i, "a|an");
    if (!per && !article) {
      return span;
    }
    int at = i + 1;
    if (row.is(at, "-") && row.glued(at)) {
      at++;
    }
    UnitSpan many = row.is(i, "per") ? perMany(span, at) : null;
    if (many != null) {
      return many;
    }
    Units.Match match = at < row.size() ? Units.at(row, at, slash) : null;
    boolean plainNoun = row.isNoun(at) && !row.isPlural(at);
    if (match != null && !match.unit().kind().equals("currency") && !row.lower(at).endsWith("s")) {
      boolean known =
          per
              || RATE_NOUNS.contains(match.unit().english())
              || RATE_NOUNS.contains(row.lower(at))
              || match.unit().kind().equals("duration");
      return known && !row.isAny(match.last(), "ago|earlier|later|before|old|after")
          ? span.per(match.unit().english(), match.last())
          : span;
    }
    if (article && !RATE_NOUNS.contains(row.lower(at)) || !plainNoun) {
      return span;
    }
    if (row.isAny(i, "each|every") && !RATE_NOUNS.contains(row.lower(at))) {
      return span;
    }
    boolean money = span.unit() != null && span.unit().kind().equals("currency");
    if (article && !money && !row.isAny(at, "person|head|game|match|season|night|time|session")) {
      return span;
    }
    int last =
        per && row.isNoun(at + 1) && !row.isPlural(at + 1) && row.is(i, "per") && money
            ? at + 2
            : at + 1;
    return span.per(row.join(at, last).toLowerCase(Locale.ROOT), last);
  }
}
