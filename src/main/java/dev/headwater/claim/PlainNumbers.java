package dev.headwater.claim;

import dev.headwater.claim.NumberSpan.Style;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Reads numbers by a language's word lists alone: digits with a decimal comma, cardinals in one
 * word, scale words, vague plurals, fractions. Looks at a bounded number of tokens.
 */
final class PlainNumbers {
  private static final int MOST_SCALES = 2;

  private final TokenRow row;
  private final Lexicon lexicon;
  private final CompoundNumbers compounds;

  PlainNumbers(TokenRow row, Lexicon lexicon) {
    this.row = row;
    this.lexicon = lexicon;
    this.compounds = new CompoundNumbers(lexicon);
  }

  /** The number that begins exactly here, mark and sign included; null where there is none. */
  NumberSpan at(int i) {
    if (i >= row.size()) {
      return null;
    }
    Unit currency = row.isDigits(i + 1) ? Currencies.ofMark(row.text(i)) : null;
    int n = currency == null ? i : i + 1;
    boolean word = lexicon.is("minus", row.lower(n));
    boolean sign = row.isAny(n, "-|−|–") && row.glued(n + 1) && !row.glued(n);
    boolean negative = (word || sign) && row.isDigits(n + 1);
    n = negative ? n + 1 : n;
    NumberSpan span = row.isDigits(n) ? digits(n) : currency == null ? words(n) : null;
    if (span == null || !span.isStorable()) {
      return null;
    }
    span = span.spanning(i, span.last(), currency);
    return negative ? span.negated() : span;
  }

  private NumberSpan digits(int i) {
    StringBuilder form = new StringBuilder(row.lower(i));
    int next = i + 1;
    boolean spaced = false;
    while (row.isGroupOfThree(i, next)) {
      spaced |= row.gapBefore(next) == ' ';
      form.append(row.lower(next));
      next++;
    }
    Optional<Digits.Reading> reading = Digits.readDecimalComma(form.toString());
    if (reading.isEmpty()) {
      return null;
    }
    BigDecimal value = reading.get().value();
    NumberSpan span = span(i, next, value, Digits.step(value), Style.DIGITS);
    span = reading.get().doubtful() ? span.with("decimal_point") : span;
    span = spaced ? span.with("space_grouping") : span;
    BigDecimal vulgar = lexicon.number("vulgar", row.lower(next));
    return scaled(vulgar == null ? span : NumberTail.added(span, vulgar, next + 1));
  }

  private static NumberSpan span(
      int first, int last, BigDecimal value, BigDecimal step, Style style) {
    return new NumberSpan(first, last, value, value, step, BigDecimal.ONE, null, style, List.of());
  }

  /** Multiplies by Millionen, Mrd., Dutzend behind the number. */
  private NumberSpan scaled(NumberSpan span) {
    NumberSpan result = span;
    for (int rounds = 0; rounds < MOST_SCALES; rounds++) {
      int n = result.last();
      n = row.is(n, "-") && row.glued(n) && row.glued(n + 1) ? n + 1 : n;
      BigDecimal scale = lexicon.number("scale", row.lower(n));
      if (scale == null) {
        break;
      }
      boolean stop =
          row.is(n + 1, ".")
              && row.glued(n + 1)
              && n + 2 < row.size()
              && lexicon.is("abbreviation", row.lower(n));
      result = result.times(scale).spanning(result.first(), stop ? n + 2 : n + 1, null);
    }
    return result;
  }

  private NumberSpan words(int i) {
    BigDecimal vulgar = lexicon.number("vulgar", row.lower(i));
    if (vulgar != null) {
      return scaled(span(i, i + 1, vulgar, null, Style.FRACTION));
    }
    NumberSpan vague = vague(i);
    if (vague != null) {
      return vague;
    }
    NumberSpan part = part(i);
    return part != null ? part : cardinal(i);
  }

  /** Hunderte, Dutzende, mehrere Tausend, ein paar Millionen: ranges. */
  private NumberSpan vague(int i) {
    String word = row.lower(i);
    BigDecimal low = lexicon.number("plural", word);
    if (low != null) {
      return range(i, i + 1, low, lexicon.highest().get(word));
    }
    int several = lexicon.is("article", word) ? i + 1 : i;
    BigDecimal scale =
        lexicon.is("several", row.lower(several))
            ? lexicon.number("scale", row.lower(several + 1))
            : null;
    return scale == null
        ? null
        : range(
            i, several + 2, scale.multiply(BigDecimal.valueOf(2)), scale.multiply(BigDecimal.TEN));
  }

  private static NumberSpan range(int first, int last, BigDecimal low, BigDecimal high) {
    return new NumberSpan(
        first, last, low, high, null, BigDecimal.ONE, null, Style.VAGUE, List.of());
  }

  /** die Hälfte, ein Drittel, zwei Drittel, eine halbe Million, ein halbes Jahr. */
  private NumberSpan part(int i) {
    boolean article = lexicon.is("article", row.lower(i));
    BigDecimal count = article ? BigDecimal.ONE : compounds.value(row.lower(i));
    int at = count == null ? i : i + 1;
    BigDecimal half = lexicon.number("half", row.lower(at));
    if (half != null && (article || at == i)) {
      NumberSpan span = span(i, at + 1, half, null, Style.FRACTION);
      NumberSpan scaled = scaled(span);
      boolean measured = lexicon.unitWords().containsKey(row.lower(at + 1));
      return scaled.last() > span.last() || measured ? scaled : null;
    }
    BigDecimal fraction = row.isCapital(at) ? lexicon.number("fraction", row.lower(at)) : null;
    boolean whole =
        fraction != null && (count != null || row.is(i, "hälfte") || row.is(i, "dreiviertel"));
    return whole
        ? span(i, at + 1, count == null ? fraction : fraction.multiply(count), null, Style.FRACTION)
        : null;
  }

  /** dreiundzwanzigtausend, zwei Millionen, eine Million, ein Dutzend; a bare article is none. */
  private NumberSpan cardinal(int i) {
    String word = row.lower(i);
    boolean article = lexicon.is("article", word);
    BigDecimal value = article ? BigDecimal.ONE : compounds.value(word);
    BigDecimal alone = lexicon.number("scale", word);
    boolean name =
        row.isCapital(i) && i > 0 && Character.isLetterOrDigit(row.text(i - 1).codePointAt(0));
    if (value == null || (name && alone == null) || word.equals("eins")) {
      return null;
    }
    NumberSpan span = span(i, i + 1, value, Digits.step(value), Style.WORDS);
    NumberSpan scaled = scaled(span);
    return article && scaled.last() == span.last() ? null : scaled;
  }
}
