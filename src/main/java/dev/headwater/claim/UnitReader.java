package dev.headwater.claim;

import java.math.BigDecimal;

/**
 * Reads what stands behind a number: unit, currency word, age, counted noun, and "per share", "a
 * day", "/km" behind that.
 */
final class UnitReader {
  private static final Unit FOLD = Units.ofCode("[fold]");

  /** Inches in a foot. */
  private static final BigDecimal FOOT = new BigDecimal(12);

  private final TokenRow row;
  private final NonClaims.Mask mask;
  private final Rates rates;

  UnitReader(TokenRow row, NonClaims.Mask mask) {
    this.row = row;
    this.mask = mask;
    this.rates = new Rates(row, mask);
  }

  /** The unit of a number; none where nothing follows that could be one. */
  UnitSpan after(NumberSpan number) {
    int i = number.last();
    boolean glued = row.glued(i);
    boolean hyphen = row.isAny(i, "-|‑|–") && glued && row.glued(i + 1) && !row.isDigits(i + 1);
    int next = hyphen ? i + 1 : i;
    if (isFeet(i)) {
      return UnitSpan.of(Units.ofCode("[ft_i]"), i, i + 1);
    }
    if (isFeet(number.first() - 1) || isBehindFeet(number)) {
      boolean mark = row.isAny(i, "\"|”|″|''") && glued;
      return UnitSpan.of(Units.ofCode("[in_i]"), i, mark ? i + 1 : i);
    }
    if (row.isAny(next, "\"|”|’|''") && row.is(next + 1, "of")) {
      next++;
    }
    if (number.currency() != null) {
      int end =
          row.isAny(next, "u.s.|us|usd|aud|cad|australian|canadian")
                  && row.isAny(next + 1, "per|a|to|,|.|)")
              ? next + 1
              : row.lower(next).contains("-") ? next : i;
      return rates.of(UnitSpan.of(number.currency(), number.first(), end));
    }
    if (NumberWords.fold(row.lower(number.last() - 1)) != null) {
      return UnitSpan.of(FOLD, i, i);
    }
    UnitSpan age = Ages.behind(row, next);
    if (age != null) {
      return age;
    }
    UnitSpan share = number.style() == NumberSpan.Style.FRACTION ? shareOf(number, next) : null;
    if (share != null) {
      return share;
    }
    UnitSpan packed = packedRate(next);
    if (packed == null) {
      packed = compound(next);
    }
    if (packed != null) {
      return packed;
    }
    boolean fraction = number.style() == NumberSpan.Style.FRACTION;
    boolean of = number.style() == NumberSpan.Style.VAGUE || fraction && isPartOfOne(next);
    int unitAt = row.is(next, "of") && of ? next + 1 : next;
    unitAt = row.isAny(unitAt, "a|an") && fraction ? unitAt + 1 : unitAt;
    unitAt =
        row.isAny(
                    unitAt,
                    "more|additional|extra|full|whole|straight|consecutive|further|fewer|less")
                && Units.at(row, unitAt + 1, false) != null
            ? unitAt + 1
            : unitAt;
    Units.Match match =
        unitAt < row.size() && !mask.covers(unitAt)
            ? Units.at(row, unitAt, glued && !hyphen)
            : null;
    if (match != null && fits(number, match, unitAt)) {
      Unit unit = Pounds.moneyOrMass(row, number, match);
      return rates.behind(rates.of(UnitSpan.of(unit, unitAt, match.last())));
    }
    return rates.of(counted(number, next, hyphen));
  }

  /** The mark of 5'11". */
  private boolean isFeet(int mark) {
    return row.isAny(mark, "'|’|′")
        && row.glued(mark)
        && row.glued(mark + 1)
        && row.isDigits(mark + 1)
        && row.isDigits(mark - 1);
  }

  /** "a 6-foot-4 keeper" */
  private boolean isBehindFeet(NumberSpan number) {
    int hyphen = number.first() - 1;
    return row.is(hyphen, "-")
        && row.glued(hyphen)
        && row.is(hyphen - 1, "foot")
        && number.low().compareTo(FOOT) < 0;
  }

  /** "three-quarters of a mile" is a length, "a third of a village" none. */
  private boolean isPartOfOne(int i) {
    return row.is(i, "of") && row.isAny(i + 1, "a|an") && Units.at(row, i + 2, false) != null;
  }

  /** A word that is also a noun is no unit where it only modifies another noun. */
  private boolean fits(NumberSpan number, Units.Match match, int at) {
    String code = match.unit().code();
    if (row.isAny(at, "second|seconds") && row.tag(at).startsWith("JJ")) {
      return false;
    }
    boolean money = match.unit().kind().equals("currency");
    boolean small = number.scale().compareTo(new BigDecimal(1000)) < 0;
    return !(money && small && row.isAny(at, "p|marks|mark|real|pop") && !row.glued(at))
        || code.equals("GBP");
  }

  /** barrel-a-day, a-year: a rate written as one word. */
  private UnitSpan packedRate(int i) {
    String word = row.lower(i);
    int at = Math.max(word.indexOf("-a-"), Math.max(word.indexOf("-an-"), word.indexOf("-per-")));
    if (at <= 0) {
      return null;
    }
    Unit whole = Units.ofWord(word.replace('-', ' '));
    if (whole != null) {
      return UnitSpan.of(whole, i, i + 1);
    }
    String unit = word.substring(0, at);
    String per = word.substring(word.lastIndexOf('-') + 1);
    Unit known = Units.ofWord(unit);
    UnitSpan span =
        known == null
            ? new UnitSpan(null, "count", unit, unit, null, i, i + 1)
            : UnitSpan.of(known, i, i + 1);
    return span.per(per, i + 1);
  }

  /** percent-owned, mile-long, metre-tall: a unit with an adjective behind it. */
  private UnitSpan compound(int i) {
    int hyphen = row.lower(i).indexOf('-');
    Unit unit = hyphen <= 0 ? null : Units.ofWord(row.lower(i).substring(0, hyphen));
    boolean whole = unit == null || Units.ofWord(row.lower(i)) != null;
    return whole ? null : UnitSpan.of(unit, i, i + 1);
  }

  /** "a third of the voters": a share of a noun. */
  private UnitSpan shareOf(NumberSpan number, int i) {
    int at = row.is(i, "of") ? i + 1 : i;
    if (isPartOfOne(i)) {
      return null;
    }
    if (at == i && !row.isAny(i, "the|their|its|his|her|those|all|that|this|our|my|your|these")) {
      return null;
    }
    while (row.isAny(at, "the|all|its|their|his|her|our|this|that|those|these|my|your")) {
      at++;
    }
    if (Units.at(row, at, false) != null
        || (at < row.size() && NumberWords.scale(row.token(at)) != null)) {
      return null;
    }
    NounPhrase.Phrase phrase = NounPhrase.at(row, at);
    return phrase == null
        ? new UnitSpan(null, "percent", UnitSpan.UNSAID, null, null, i, i)
        : new UnitSpan(null, "percent", phrase.words(), phrase.head(), null, i, phrase.last());
  }

  private UnitSpan counted(NumberSpan number, int next, boolean hyphen) {
    int at = next;
    if (row.is(at, "of")) {
      at++;
      while (row.isAny(at, "the|these|those|its|their|his|her|our|my|your|all|most")) {
        at++;
      }
    } else if (row.isAny(at, "more|additional|other") && row.is(at + 1, "of")) {
      return UnitSpan.none(next);
    }
    if (at < row.size() && mask.covers(at) && row.isPlural(at + 1) && !mask.covers(at + 1)) {
      // "20 IR-6 centrifuges"
      at++;
    }
    if (at >= row.size() || mask.covers(at)) {
      return UnitSpan.none(next);
    }
    boolean compound = hyphen && row.isNoun(next) && !row.isProper(next) && !row.isPlural(next);
    if (compound && (row.isNoun(next + 1) || row.tag(next + 1).startsWith("JJ"))) {
      // "a 42-storey tower" counts storeys, of a tower.
      return new UnitSpan(null, "count", row.lower(next), row.lower(next), null, next, next + 1);
    }
    NounPhrase.Phrase phrase = NounPhrase.at(row, at);
    if (phrase == null || (hyphen && !row.isNoun(next) && phrase.first() != next)) {
      return UnitSpan.none(next);
    }
    Unit measured = Units.ofWord(row.lower(phrase.headToken()));
    if (measured != null && row.isPlural(phrase.headToken())) {
      return UnitSpan.of(measured, at, phrase.last());
    }
    String words = before(number.first(), phrase.words());
    return new UnitSpan(null, "count", words, phrase.head(), null, at, phrase.last());
  }

  /** "the previous two sessions", "a record 32 goals": the adjective before the number. */
  private String before(int number, String words) {
    boolean adjective = row.tag(number - 1).equals("JJ") || row.is(number - 1, "record");
    boolean determined =
        row.isAny(number - 2, "the|a|an|its|his|her|their|our|my|your|these|those");
    boolean empty =
        row.isAny(
            number - 1,
            "last|past|next|first|further|additional|other|another|estimated|total|whole|full|entire|initial|average|latest|same|mere|staggering|whopping|massive|remaining");
    return adjective && determined && !empty ? row.lower(number - 1) + " " + words : words;
  }
}
