package dev.headwater.claim;

import dev.headwater.claim.Amount.Join;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Joins an amount said in a unit and the parts of it: "6 feet 2 inches", "20 dollars and 15 cents",
 * "two years and three months old". Money is counted in the larger unit, whose decimals are exact;
 * all else in the smallest one named, so that no digit is lost. Measures that a comma or "and"
 * lists stay apart, as annotators of news leave them. One pass.
 */
final class MixedUnits {
  /** The part that stands without its name: "six foot two", "11 stone 4". */
  private static final Map<String, String> UNNAMED =
      Map.of("[ft_i]", "[in_i]", "[stone_av]", "[lb_av]");

  private static final String MARKS = "\"|”|″|''";

  private final TokenRow row;

  private MixedUnits(TokenRow row) {
    this.row = row;
  }

  static List<Amount> joined(TokenRow row, List<Amount> amounts) {
    if (amounts.size() < 2) {
      return amounts;
    }
    MixedUnits mixed = new MixedUnits(row);
    List<Amount> joined = new ArrayList<>();
    for (Amount amount : amounts) {
      Amount former = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      Amount both = former == null ? null : mixed.join(former, mixed.named(former, amount));
      if (both == null) {
        joined.add(amount);
      } else {
        joined.set(joined.size() - 1, both);
      }
    }
    return List.copyOf(joined);
  }

  /** The part with the unit that the whole before it implies. */
  private Amount named(Amount whole, Amount part) {
    Unit unit = whole.unit().unit();
    String code = unit == null ? null : UNNAMED.get(unit.code());
    boolean hyphen = row.is(whole.last(), "-") && row.glued(whole.last());
    boolean beside = whole.last() + (hyphen ? 1 : 0) == part.first();
    if (code == null || !beside || !part.unit().isNone()) {
      return part;
    }
    int end =
        row.isAny(part.last(), MARKS) && row.glued(part.last()) ? part.last() + 1 : part.last();
    return part.with(UnitSpan.of(Units.ofCode(code), part.last(), end));
  }

  private Amount join(Amount whole, Amount part) {
    Unit large = whole.unit().unit();
    Unit small = part.unit().unit();
    boolean plain =
        large != null
            && small != null
            && whole.isPoint()
            && part.isPoint()
            && whole.join() == Join.SINGLE
            && part.join() == Join.SINGLE
            && whole.unit().per() == null
            && whole.low().signum() > 0
            && part.low().signum() > 0
            && whole.low().stripTrailingZeros().scale() <= 0
            && isBetween(whole.last(), part.first());
    if (!plain) {
      return null;
    }
    boolean money = large.kind().equals("currency") && small.kind().equals("currency");
    if (money) {
      return money(whole, part, small);
    }
    boolean height = small.code().equals(UNNAMED.get(large.code()));
    boolean beside =
        part.first() - whole.last() <= 1
            && !row.is(whole.last(), "and")
            && (height || !row.is(whole.last(), ","));
    boolean age = part.unit().kind().equals("age");
    return beside || age ? measure(whole, part, large, small) : null;
  }

  /** Nothing, a comma, "and" or both. */
  private boolean isBetween(int from, int to) {
    boolean hyphen = to - from == 1 && row.is(from, "-");
    int i = row.is(from, ",") ? from + 1 : from;
    i = row.is(i, "and") ? i + 1 : i;
    return hyphen || i == to;
  }

  private Amount money(Amount whole, Amount part, Unit small) {
    Unit large = whole.unit().unit();
    BigDecimal share = Currencies.share(small.code(), large.code());
    if (share == null || part.low().multiply(share).compareTo(BigDecimal.ONE) >= 0) {
      return null;
    }
    BigDecimal value = whole.low().add(part.low().multiply(share));
    return of(whole, part, value, share, UnitSpan.of(large, whole.unit().first(), part.last()));
  }

  private Amount measure(Amount whole, Amount part, Unit large, Unit small) {
    boolean comparable =
        large.base().equals(small.base())
            && large.offset().signum() == 0
            && small.offset().signum() == 0
            && small.factor().compareTo(large.factor()) < 0;
    if (!comparable) {
      return null;
    }
    BigDecimal[] times = large.factor().divideAndRemainder(small.factor());
    if (times[1].signum() != 0 || part.low().compareTo(times[0]) >= 0) {
      return null;
    }
    BigDecimal value = whole.low().multiply(times[0]).add(part.low());
    return of(whole, part, value, BigDecimal.ONE, part.unit());
  }

  private static Amount of(
      Amount whole, Amount part, BigDecimal value, BigDecimal share, UnitSpan unit) {
    BigDecimal step = part.step() == null ? null : part.step().multiply(share);
    UnitSpan rated = part.unit().per() == null ? unit : unit.per(part.unit().per(), part.last());
    List<String> issues = new ArrayList<>(whole.issues());
    part.issues().stream().filter(issue -> !issues.contains(issue)).forEach(issues::add);
    return new Amount(
        whole.first(),
        part.last(),
        value,
        value,
        step,
        whole.style(),
        rated,
        Join.SINGLE,
        List.copyOf(issues));
  }
}
