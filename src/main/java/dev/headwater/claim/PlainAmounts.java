package dev.headwater.claim;

import dev.headwater.claim.Amount.Join;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads all amounts of a sentence from left to right by a language's word lists: numbers with their
 * units, and intervals with a shared unit or scale. Each token is looked at a bounded number of
 * times.
 */
final class PlainAmounts {
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private final TokenRow row;
  private final Lexicon lexicon;
  private final NonClaims.Mask mask;
  private final PlainNumbers numbers;
  private final PlainUnits units;
  private final PlainHedges hedges;
  private final LargeNumbers large;

  PlainAmounts(TokenRow row, Lexicon lexicon, NonClaims.Mask mask) {
    this.row = row;
    this.lexicon = lexicon;
    this.mask = mask;
    this.numbers = new PlainNumbers(row, lexicon);
    this.large = new LargeNumbers(mask, numbers::ofAnySize);
    this.units = new PlainUnits(row, lexicon);
    this.hedges = new PlainHedges(row, lexicon);
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
      amount = interval(amount);
      amounts.add(amount);
      i = Math.max(i + 1, amount.last());
    }
    return List.copyOf(amounts);
  }

  private Amount single(int i) {
    NumberSpan number = mask.covers(i) ? null : numbers.at(i);
    if (number == null || mask.covers(number.last() - 1)) {
      return null;
    }
    UnitSpan unit = units.after(number);
    Amount amount =
        Amount.of(units.isAsPrinted(unit) ? number.with("noun_as_printed") : number, unit);
    return isName(i, number, unit) ? null : amount;
  }

  /** Digits behind a name without anything counted: a model or part of the name. */
  private boolean isName(int i, NumberSpan number, UnitSpan unit) {
    boolean glued = row.glued(i) && row.is(i - 1, "-") && row.glued(i - 1);
    return row.isDigits(i) && unit.isNone() && glued && number.last() == i + 1;
  }

  private Amount interval(Amount a) {
    int at = a.last();
    int before = hedges.before(a.first()).first() - 1;
    boolean between = lexicon.is("between", row.lower(before)) && lexicon.is("and", row.lower(at));
    boolean from = lexicon.is("from", row.lower(before)) && lexicon.is("to", row.lower(at));
    boolean dash = row.isAny(at, "-|–|—|‑") && (row.glued(at) == row.glued(at + 1));
    boolean to = row.is(at, "bis") || dash;
    boolean or = lexicon.is("or", row.lower(at)) && a.style() == NumberSpan.Style.WORDS;
    if (!a.isPoint() || !(between || from || to || or)) {
      return a;
    }
    int next = at + 1;
    while (next < at + 4 && lexicon.hedgesBefore().containsKey(row.lower(next))) {
      next++;
    }
    next = row.is(next, "zu") ? next + 1 : next;
    NumberSpan end = next >= row.size() || mask.covers(next) ? null : numbers.at(next);
    if (end == null || end.isRange() || mask.covers(end.last() - 1)) {
      return a;
    }
    Amount b = Amount.of(end, units.after(end));
    boolean same = a.unit().code() != null && a.unit().code().equals(b.unit().code());
    boolean joins =
        a.unit().isNone() ? !(b.unit().isNone() && or) : same || b.unit().isNone() && !or;
    return joins ? joined(a, b, end) : a;
  }

  private Amount joined(Amount a, Amount b, NumberSpan end) {
    boolean shared =
        end.scale().compareTo(THOUSAND) >= 0
            && a.low().signum() > 0
            && a.low().compareTo(THOUSAND) < 0
            && a.low().compareTo(b.low().divide(end.scale(), MathContext.DECIMAL64)) < 0;
    BigDecimal first = shared ? a.low().multiply(end.scale()) : a.low();
    BigDecimal aStep = shared && a.step() != null ? a.step().multiply(end.scale()) : a.step();
    boolean down = first.compareTo(b.low()) > 0;
    List<String> issues = new ArrayList<>(a.issues());
    issues.addAll(b.issues());
    return new Amount(
        a.first(),
        b.last(),
        down ? b.low() : first,
        down ? first : b.low(),
        aStep == null || b.step() == null ? null : aStep.min(b.step()),
        b.style(),
        b.unit().isNone() ? a.unit() : b.unit(),
        down ? Join.DESCENDING : Join.INTERVAL,
        issues.stream().distinct().toList());
  }
}
