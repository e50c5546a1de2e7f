package dev.headwater.claim;

import dev.headwater.claim.NumberSpan.Style;
import java.math.BigDecimal;

/** What may follow a number and belongs to its value: scale words, "and a half". */
final class NumberTail {
  private static final String SHORT_SPACED = "bn|bln|bil|tn|trn|tln|mn|mln|mil|mio|mm";

  private final TokenRow row;

  NumberTail(TokenRow row) {
    this.row = row;
  }

  NumberSpan andHalf(NumberSpan span) {
    int n = skipHyphen(span.last());
    if (!row.is(n, "and")) {
      return span;
    }
    int half = skipHyphen(n + 1);
    half = row.isAny(half, "a|one") ? skipHyphen(half + 1) : half;
    BigDecimal part = half < row.size() ? NumberWords.fraction(row.token(half)) : null;
    return part == null || half == n + 1 ? span : added(span, part, half + 1);
  }

  static NumberSpan added(NumberSpan span, BigDecimal part, int last) {
    BigDecimal sum = span.low().add(part);
    return new NumberSpan(
        span.first(),
        last,
        sum,
        sum,
        null,
        span.scale(),
        span.currency(),
        Style.FRACTION,
        span.issues());
  }

  int skipHyphen(int i) {
    return row.is(i, "-") && row.glued(i) ? i + 1 : i;
  }

  /** Multiplies by the scale words behind a number: million, bn, -crore, hundred thousand. */
  NumberSpan scaled(NumberSpan span, Unit currency) {
    NumberSpan result = span;
    for (int rounds = 0; rounds < 3; rounds++) {
      int n = skipHyphen(result.last());
      if (n >= row.size()) {
        break;
      }
      BigDecimal scale = NumberWords.scale(row.token(n));
      if (scale == null && rounds == 0) {
        scale = shortScale(n, currency);
        if (scale != null && currency == null && row.isAny(n, "mm|t")) {
          result = result.with("short_scale");
        }
      }
      if (scale == null) {
        break;
      }
      NumberSpan times = result.times(scale);
      result = times.spanning(result.first(), n + 1, currency);
    }
    return result;
  }

  private BigDecimal shortScale(int n, Unit currency) {
    BigDecimal scale = NumberWords.of("short", row.text(n));
    if (scale == null) {
      return null;
    }
    String form = row.text(n);
    if (!row.glued(n)) {
      boolean long2 = row.isAny(n, SHORT_SPACED) && (currency != null || !form.equals("mm"));
      boolean money = row.isAny(n, "k|m|b") && Currencies.ofWord(row.lower(n + 1)) != null;
      boolean sign = currency != null && row.isAny(n, "m|k");
      return money || long2 || sign ? scale : null;
    }
    if (currency != null) {
      return scale;
    }
    return switch (form) {
      case "m" -> isMillionNotMetre(n + 1) ? scale : null;
      case "mm", "T", "b", "cr" -> null;
      default -> scale;
    };
  }

  /** A glued m is a million where a plural noun or a currency word follows. */
  private boolean isMillionNotMetre(int next) {
    if (Currencies.ofWord(row.lower(next)) != null) {
      return true;
    }
    for (int k = next; k < next + 6; k++) {
      if (row.isPlural(k) || row.is(k, "people")) {
        return true;
      }
      boolean inside = row.tag(k).startsWith("JJ") || row.tag(k).equals("VBN") || row.isNoun(k);
      if (!inside && !row.isAny(k, "and|more|of")) {
        return false;
      }
    }
    return false;
  }
}
