package dev.headwater.claim;

import dev.headwater.claim.Amount.Join;
import dev.headwater.claim.NumberSpan.Style;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all amounts of a sentence from left to right: numbers with their units, intervals with a
 * shared unit or scale, ratios, ages. One pass; each token is looked at a bounded number of times.
 */
final class AmountReader {
  private final TokenRow row;
  private final NonClaims.Mask mask;
  private final NumberReader numbers;
  private final UnitReader units;
  private final IntervalReader intervals;
  private final LargeNumbers large;

  AmountReader(TokenRow row, NonClaims.Mask mask) {
    this.row = row;
    this.mask = mask;
    this.numbers = new NumberReader(row);
    this.large = new LargeNumbers(mask, numbers::ofAnySize);
    this.units = new UnitReader(row, mask);
    this.intervals = new IntervalReader(row, mask, numbers, units);
  }

  /** Numbers that the tables cannot hold, once all amounts are read. */
  List<NumberSpan> tooLarge() {
    return large.passed();
  }

  /** All amounts, in order. */
  List<Amount> all() {
    List<Amount> amounts = new ArrayList<>();
    int i = 0;
    while (i < row.size()) {
      Amount amount = single(i);
      if (amount == null) {
        i = large.behind(i);
        continue;
      }
      amount = ratio(amount);
      amount = amount == null ? null : intervals.interval(amount);
      if (amount == null || isLoneOne(amount)) {
        i++;
        continue;
      }
      amounts.add(amount);
      i = nested(i + 1, amount);
    }
    return MixedUnits.joined(row, shareUnits(amounts));
  }

  private boolean isLoneOne(Amount amount) {
    return amount.unit().isNone()
        && amount.last() == amount.first() + 1
        && row.is(amount.first(), "one");
  }

  /** Where to go on: at digits inside the counted noun, as in "8 million 250ml bottles". */
  private int nested(int from, Amount amount) {
    for (int k = Math.max(from, amount.unit().first()); k < amount.last(); k++) {
      if (amount.unit().noun() != null
          && amount.unit().unit() == null
          && row.isDigits(k)
          && !row.is(k - 1, "per")
          && !amount.unit().kind().equals("percent")
          && amount.unit().first() > amount.first()) {
        return k;
      }
    }
    return Math.max(from, amount.last());
  }

  private Amount single(int i) {
    NumberSpan number = mask.covers(i) ? null : numbers.at(i);
    if (number == null || mask.covers(number.last() - 1)) {
      return null;
    }
    if (isOne(number)) {
      boolean name =
          row.isCapital(i) && i > 0 && row.isProper(i + 1) && !row.isAny(i - 1, ".|“|\"|:");
      return name ? null : one(number);
    }
    boolean rest = mask.covers(i - 1) && NumberWords.scale(row.token(i)) != null;
    if (rest || isRound(number)) {
      return null;
    }
    UnitSpan unit = units.after(number);
    if (unit.isNone()) {
      UnitSpan age = Ages.bare(row, number);
      unit = age == null ? unit : age;
      boolean share =
          number.style() == Style.FRACTION
              && !row.isDigits(i)
              && number.low().compareTo(BigDecimal.ONE) < 0;
      unit = unit.isNone() && !share ? partOf(number, unit) : unit;
      unit =
          share
              ? new UnitSpan(
                  null, "percent", UnitSpan.UNSAID, null, null, number.last(), number.last())
              : unit;
    }
    boolean trivial =
        number.style() == Style.WORDS
            && row.isAny(i - 1, "the|these|those|both")
            && row.isAny(i, "two|three|four")
            && number.last() == i + 1;
    Amount amount = belowZero(Amount.of(Grouping.told(row, number, unit), unit));
    return trivial ? amount.as(Join.TRIVIAL) : amount;
  }

  /** "5 degrees below zero" */
  private Amount belowZero(Amount amount) {
    int i = amount.last();
    boolean below = row.is(i, "below") && row.is(i + 1, "zero") && amount.low().signum() > 0;
    return below ? amount.negated(i + 2) : amount;
  }

  /** "zero" and "hundred" alone as adjectives or names count nothing. */
  private boolean isRound(NumberSpan number) {
    boolean single = number.last() == number.first() + 1 && number.style() == Style.WORDS;
    return single && row.isProper(number.first()) && row.isProper(number.first() - 1);
  }

  private boolean isOne(NumberSpan number) {
    return number.last() == number.first() + 1 && row.is(number.first(), "one");
  }

  /**
   * One as a number: "one of four", "one in five", "one of the best", "one area"; else a pronoun.
   */
  private Amount one(NumberSpan number) {
    int i = number.first();
    if (row.is(i + 1, "of")) {
      int at = i + 2;
      while (row.isAny(at, "the|these|those|its|their|his|her|our|just|only|some|about|at|least")) {
        at++;
      }
      NumberSpan all = mask.covers(at) ? null : numbers.at(at);
      if (all != null
          && all.style() != Style.VAGUE
          && all.low().signum() > 0
          && all.currency() == null) {
        NounPhrase.Phrase phrase = NounPhrase.at(row, all.last());
        Amount part = share(number, all, phrase);
        return row.isAny(at - 1, "the|these|those") ? part.as(Join.TRIVIAL) : part;
      }
      UnitSpan unit = units.after(number);
      return unit.isNone() ? null : Amount.of(number, unit).as(Join.TRIVIAL);
    }
    boolean more =
        row.isAny(i + 1, "to|or|-|–")
            && i + 2 < row.size()
            && NumberWords.unit(row.token(i + 2)) != null;
    if (more && !mask.covers(i + 2)) {
      return Amount.of(number, UnitSpan.none(i + 1));
    }
    if (row.is(i + 1, "in") || (row.is(i + 1, "out") && row.is(i + 2, "of"))) {
      return ratio(Amount.of(number, UnitSpan.none(i + 1)));
    }
    if (row.isAny(i - 1, "no|each|every|any|this|that|which|another|some|last|only|the|as|than")
        && !(row.is(i - 1, "only") || row.is(i - 1, "than"))) {
      return null;
    }
    UnitSpan unit = units.after(number);
    boolean noun = !unit.isNone() && (unit.unit() != null || !row.isPlural(unit.last() - 1));
    return noun ? Amount.of(number, unit) : null;
  }

  /** "12 of the 15 depots" counts depots, as the number behind it does. */
  private UnitSpan partOf(NumberSpan number, UnitSpan none) {
    int at = number.last();
    if (!row.is(at, "of") || number.currency() != null) {
      return none;
    }
    int next = at + 1;
    while (row.isAny(next, "the|these|those|its|their|his|her|our|last|past|about|some")) {
      next++;
    }
    NumberSpan all = next >= row.size() || mask.covers(next) ? null : numbers.at(next);
    boolean counts = all != null && !all.isRange() && all.low().compareTo(number.low()) >= 0;
    UnitSpan unit = counts ? units.after(all) : none;
    boolean noun = unit.noun() != null && unit.kind().equals("count");
    return noun ? new UnitSpan(null, "count", unit.noun(), unit.head(), null, at, at) : none;
  }

  private Amount share(NumberSpan part, NumberSpan all, NounPhrase.Phrase phrase) {
    BigDecimal value = part.low().divide(all.low(), MathContext.DECIMAL64);
    int last = phrase == null ? all.last() : phrase.last();
    UnitSpan unit =
        new UnitSpan(
            null,
            "percent",
            phrase == null ? UnitSpan.UNSAID : phrase.words(),
            phrase == null ? null : phrase.head(),
            null,
            all.last(),
            last);
    return new Amount(
        part.first(), last, value, value, null, Style.FRACTION, unit, Join.SINGLE, part.issues());
  }

  /** "one in five voters", "two out of three": a share. */
  private Amount ratio(Amount amount) {
    boolean one = row.is(amount.first(), "one") && amount.last() == amount.first() + 1;
    if (!amount.unit().isNone() || !amount.isPoint()) {
      return amount;
    }
    int at = amount.last();
    boolean out = row.is(at, "out") && row.is(at + 1, "of");
    if (!out && !row.isAny(at, "in")) {
      return one ? null : amount;
    }
    int next = at + (out ? 2 : 1);
    next = row.isAny(next, "every") ? next + 1 : next;
    NumberSpan all = next >= row.size() || mask.covers(next) ? null : numbers.at(next);
    boolean fits =
        all != null
            && !all.isRange()
            && all.currency() == null
            && all.low().compareTo(amount.low()) > 0
            && all.low().compareTo(new BigDecimal(1000000)) <= 0
            && Units.at(row, all.last(), false) == null;
    if (!fits) {
      return one ? null : amount;
    }
    NumberSpan part =
        new NumberSpan(
            amount.first(),
            amount.last(),
            amount.low(),
            amount.low(),
            null,
            BigDecimal.ONE,
            null,
            Style.FRACTION,
            amount.issues());
    return share(part, all, NounPhrase.at(row, all.last()));
  }

  /** "5.4, 6.1 and 6.7 inches", "four-, five- and six-cylinder": the unit stands at the last. */
  private List<Amount> shareUnits(List<Amount> amounts) {
    for (int k = amounts.size() - 2; k >= 0; k--) {
      Amount a = amounts.get(k);
      Amount b = amounts.get(k + 1);
      if (a.unit().isNone()
          && !b.unit().isNone()
          && isList(a.last(), b.first())
          && b.unit().head() == null | row.is(a.last(), "-") | isEnumeration(a, b)) {
        amounts.set(k, a.with(b.unit()));
      }
    }
    return List.copyOf(amounts);
  }

  private boolean isEnumeration(Amount a, Amount b) {
    return row.isAny(b.first() - 1, "and|or") && a.style() == b.style();
  }

  private boolean isList(int from, int to) {
    if (to - from > 3 || to <= from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (!row.isAny(i, "-|,|and|or|x|×|by")) {
        return false;
      }
    }
    return true;
  }
}
