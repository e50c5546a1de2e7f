package dev.headwater.claim;

import dev.headwater.claim.Amount.Join;
import dev.headwater.claim.NumberSpan.Style;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** Joins two numbers that are the ends of one interval, with the unit and scale they share. */
final class IntervalReader {
  /** Tokens between "ratio" and its number: "the ratio of men to women is 3 to 1". */
  private static final int FAR = 8;

  private static final String RATIOS = "ratio|margin|advantage|majority|lead|edge|disadvantage";

  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private final TokenRow row;
  private final NonClaims.Mask mask;
  private final NumberReader numbers;
  private final UnitReader units;

  IntervalReader(TokenRow row, NonClaims.Mask mask, NumberReader numbers, UnitReader units) {
    this.row = row;
    this.mask = mask;
    this.numbers = numbers;
    this.units = units;
  }

  /** Joins "15-20", "3 to 5 million", "between a and b", "three or four". */
  Amount interval(Amount a) {
    if (!a.isPoint() && a.style() != Style.VAGUE
        || a.unit().kind().equals("percent") && a.unit().unit() == null) {
      return a;
    }
    int at = a.last();
    int before = startOfHedges(a.first()) - 1;
    boolean between = row.is(before, "between");
    boolean from = row.is(before, "from");
    boolean by = row.is(before, "by") && !a.unit().isNone();
    boolean dash = row.isAny(at, "-|–|—|‑|--|~");
    if (row.is(at, "-") && !row.glued(at) && row.glued(at + 1)) {
      dash = false;
    }
    int next = at + 1;
    boolean to = row.is(at, "to") || (row.is(at, "up") && row.is(at + 1, "to"));
    next = row.is(at, "up") && to ? at + 2 : next;
    // "20- to 30-year-olds", "18-to-24-year-olds"
    next = dash && row.is(next, "to") ? next + 1 : next;
    next = row.is(next - 1, "to") && row.is(next, "-") && row.glued(next) ? next + 1 : next;
    boolean or = row.is(at, "or");
    boolean and = between && row.is(at, "and");
    if ((!dash && !to && !or && !and) || (to && by)) {
      return a;
    }
    while (row.isAny(
            next, "about|around|nearly|almost|more|than|roughly|as|much|many|even|perhaps|over")
        && (and || (to && from))) {
      next++;
    }
    NumberSpan end = next >= row.size() || mask.covers(next) ? null : numbers.at(next);
    if (end == null || end.isRange() || mask.covers(end.last() - 1)) {
      return a;
    }
    if (to && isRatio(a, end, before)) {
      return ratio(a, end);
    }
    UnitSpan unit = units.after(end);
    UnitSpan known = unit.isNone() ? a.unit() : unit;
    end = Grouping.told(row, end, known);
    Amount b = Amount.of(end, unit);
    boolean money = dash && row.glued(at) && isMarkedMoney(a) && b.low().compareTo(a.low()) > 0;
    boolean marked = and || from || money;
    if (b.unit().isNone() && !a.unit().isNone() && !marked && !kind(a).equals("age")) {
      return a;
    }
    boolean joined =
        (marked || dash || to)
            ? joins(a, b, marked, dash)
            : follows(a, b) || sharesScale(a, b, end);
    return joined ? joined(a, b, end) : a;
  }

  /** The mark of "$20-30" counts for both ends. */
  private static boolean isMarkedMoney(Amount a) {
    return kind(a).equals("currency") && a.unit().first() == a.first();
  }

  private int startOfHedges(int i) {
    return Hedges.before(row, i).first();
  }

  private boolean joins(Amount a, Amount b, boolean marked, boolean dash) {
    if (a.unit().isNone() || (kind(a).equals("age") && b.unit().isNone())) {
      return marked || dash || kind(a).equals("age") || !b.unit().isNone();
    }
    if (b.unit().isNone()) {
      return marked;
    }
    boolean same = a.unit().code() != null && a.unit().code().equals(b.unit().code());
    boolean money = kind(a).equals("currency") && kind(b).equals("currency");
    boolean changed = !marked && !dash && Changes.before(row, a.first()) != null;
    return (same || (marked && money)) && !changed;
  }

  private static String kind(Amount amount) {
    return amount.unit().kind();
  }

  /** "a 3 to 1 margin", "a ratio of 3 to 1" */
  private boolean isRatio(Amount a, NumberSpan end, int before) {
    boolean named =
        row.isAny(end.last(), RATIOS) || row.is(before, "of") && row.isAny(before - 1, RATIOS);
    for (int i = before; i > before - FAR && !named; i--) {
      named = row.is(i, "ratio");
    }
    return named
        && a.unit().isNone()
        && end.low().compareTo(BigDecimal.ONE) == 0
        && a.low().compareTo(BigDecimal.ONE) > 0;
  }

  private static Amount ratio(Amount a, NumberSpan one) {
    UnitSpan fold = UnitSpan.of(Units.ofCode("[fold]"), one.last(), one.last());
    return new Amount(
        a.first(),
        one.last(),
        a.low(),
        a.low(),
        a.step(),
        a.style(),
        fold,
        Join.SINGLE,
        a.issues());
  }

  /** "$1.5 or $2 million": the scale is said once. */
  private static boolean sharesScale(Amount a, Amount b, NumberSpan end) {
    BigDecimal mantissa = b.low().divide(end.scale(), MathContext.DECIMAL64);
    return kind(a).equals("currency")
        && a.unit().code().equals(b.unit().code())
        && end.scale().compareTo(THOUSAND) >= 0
        && a.low().compareTo(mantissa) < 0;
  }

  private static boolean follows(Amount a, Amount b) {
    boolean close =
        a.low().signum() > 0
            && b.low().compareTo(a.low()) > 0
            && b.low().compareTo(a.low().multiply(BigDecimal.valueOf(3))) <= 0;
    return a.unit().isNone() && !b.unit().isNone() && close;
  }

  private Amount joined(Amount a, Amount b, NumberSpan end) {
    BigDecimal low = a.low();
    BigDecimal step = a.step();
    BigDecimal mantissa = b.low().divide(end.scale(), MathContext.DECIMAL64);
    // "9-7 lakh" shares its scale though it goes down; "from 50 to 7 million" does not.
    boolean dash = row.isAny(a.last(), "-|–|—|‑");
    BigDecimal most = dash ? mantissa.multiply(BigDecimal.TEN) : mantissa;
    boolean shared =
        end.scale().compareTo(THOUSAND) >= 0
            && low.compareTo(most) < 0
            && low.compareTo(THOUSAND) < 0
            && low.signum() > 0;
    if (shared) {
      low = low.multiply(end.scale());
      step = step == null ? null : step.multiply(end.scale());
    }
    BigDecimal least = step == null || b.step() == null ? null : step.min(b.step());
    boolean rate = a.unit().per() != null && b.unit().per() == null;
    UnitSpan unit = b.unit().isNone() || rate ? a.unit() : b.unit();
    boolean down = low.compareTo(b.low()) > 0;
    List<String> issues = new ArrayList<>(a.issues());
    b.issues().stream().filter(issue -> !issues.contains(issue)).forEach(issues::add);
    return new Amount(
        a.first(),
        Math.max(b.last(), a.last()),
        down ? b.low() : low,
        down ? low : b.low(),
        least,
        b.style(),
        unit,
        down ? Join.DESCENDING : Join.INTERVAL,
        List.copyOf(issues));
  }
}
