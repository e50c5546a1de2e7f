package dev.headwater.claim;

import dev.headwater.claim.NumberSpan.Style;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads a number that begins with digits: spaced groups, powers of ten, fractions, then scale
 * words. Looks at a bounded number of tokens.
 */
final class DigitReader {
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private final TokenRow row;
  private final NumberTail tail;

  DigitReader(TokenRow row, NumberTail tail) {
    this.row = row;
    this.tail = tail;
  }

  /** The number in digits that begins at a token; null where its marks fit no style. */
  NumberSpan digits(int i, Unit currency) {
    StringBuilder form = new StringBuilder(row.lower(i));
    int next = i + 1;
    String issue = null;
    while (row.isDigitGroup(i, next)) {
      issue = row.gapBefore(next) == ' ' ? "space_grouping" : issue;
      form.append(row.lower(next));
      next++;
    }
    Optional<Digits.Reading> reading = Digits.read(form.toString());
    if (reading.isEmpty()) {
      return null;
    }
    BigDecimal value = reading.get().value();
    NumberSpan span =
        new NumberSpan(
            i,
            next,
            value,
            value,
            Digits.step(value),
            BigDecimal.ONE,
            currency,
            Style.DIGITS,
            List.of());
    if (Digits.isDotGrouped(form.toString())) {
      span = span.times(THOUSAND).with("dot_grouping");
    }
    if (reading.get().doubtful()) {
      span = span.with("decimal_comma");
    }
    if (issue != null) {
      span = span.with(issue);
    }
    return tail.scaled(power(fractionTail(span)), currency);
  }

  /** 1.99×10⁻³⁰ as plain text writes it: 1.99×10-30, 2 x 10^5. */
  private NumberSpan power(NumberSpan span) {
    int n = span.last();
    boolean bare = row.is(n - 1, "10") && span.first() == n - 1 && row.is(n, "^") && row.glued(n);
    if (!bare && (!row.isAny(n, "×|x|*|·") || !row.is(n + 1, "10"))) {
      return span;
    }
    int at = bare ? n + 1 : row.is(n + 2, "^") ? n + 3 : n + 2;
    boolean negative = row.isAny(at, "-|−|–");
    at = negative ? at + 1 : at;
    if (!row.isDigits(at)
        || !row.glued(at)
        || row.lower(at).length() > 3
        || row.lower(at).indexOf('.') >= 0) {
      return span;
    }
    int exponent = Integer.parseInt(digitsOrZero(at));
    // The 10 of 10^6 is itself the first of its powers.
    exponent -= bare && !negative ? 1 : 0;
    BigDecimal factor =
        BigDecimal.ONE.movePointRight(negative ? -exponent - (bare ? 1 : 0) : exponent);
    return span.times(factor).spanning(span.first(), at + 1, span.currency());
  }

  /** 3 1/2, 3½, 1/2, and "and a half". */
  private NumberSpan fractionTail(NumberSpan span) {
    int n = span.last();
    BigDecimal vulgar = n < row.size() ? NumberWords.of("vulgar", row.lower(n)) : null;
    if (vulgar != null) {
      return NumberTail.added(span, vulgar, n + 1);
    }
    if (row.is(n, "/")
        && row.isDigits(n + 1)
        && row.glued(n)
        && row.glued(n + 1)
        && !row.is(n + 2, "/")) {
      return quotient(span, n + 1, BigDecimal.ZERO);
    }
    n = row.is(n, "-") && row.glued(n) && row.glued(n + 1) ? n + 1 : n;
    boolean apart = !row.glued(n) || row.is(n - 1, "-");
    if (row.isDigits(n) && apart && row.is(n + 1, "/") && row.isDigits(n + 2) && row.glued(n + 1)) {
      NumberSpan part =
          quotient(
              new NumberSpan(
                  n,
                  n + 1,
                  new BigDecimal(digitsOrZero(n)),
                  BigDecimal.ONE,
                  null,
                  BigDecimal.ONE,
                  null,
                  Style.FRACTION,
                  List.of()),
              n + 2,
              span.low());
      return part.last() != n + 3
          ? span
          : part.spanning(span.first(), part.last(), span.currency());
    }
    return tail.andHalf(span);
  }

  private String digitsOrZero(int i) {
    return row.lower(i).chars().allMatch(Tokenizer::isDigit) && row.lower(i).length() < 4
        ? row.lower(i)
        : "0";
  }

  private NumberSpan quotient(NumberSpan above, int below, BigDecimal whole) {
    int top = smallWhole(above.low());
    int bottom = smallWhole(new BigDecimal(digitsOrZero(below)));
    if (top <= 0 || bottom <= 1 || bottom > 64 || top >= bottom) {
      return above;
    }
    BigDecimal value =
        whole.add(
            new BigDecimal(top).divide(new BigDecimal(bottom), java.math.MathContext.DECIMAL64));
    return new NumberSpan(
        above.first(),
        below + 1,
        value,
        value,
        null,
        BigDecimal.ONE,
        above.currency(),
        Style.FRACTION,
        above.issues());
  }

  private static int smallWhole(BigDecimal value) {
    return value.compareTo(new BigDecimal(1000)) < 0 && value.stripTrailingZeros().scale() <= 0
        ? value.intValue()
        : -1;
  }
}
