package dev.headwater.claim;

import dev.headwater.claim.NumberSpan.Style;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the number that begins at a token: digits or words, fraction, scale words, currency mark
 * and sign before it. Looks at a bounded number of tokens, so a sentence is read in linear time.
 */
final class NumberReader {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TEN = BigDecimal.TEN;
  private static final String SHORT_SPACED = "bn|bln|bil|tn|trn|tln|mn|mln|mil|mio|mm";

  private final TokenRow row;

  NumberReader(TokenRow row) {
    this.row = row;
  }

  /** The number that begins exactly here, mark and sign included; null where there is none. */
  NumberSpan at(int i) {
    int number = i;
    Unit currency = null;
    int marks = markLength(i);
    if (marks > 0) {
      currency = Currencies.ofMark(concat(i, marks));
      number = i + marks;
    }
    boolean negative = isMinus(number, marks > 0);
    if (negative) {
      number++;
      if (row.is(number, "-") && row.glued(number)) {
        number++;
      }
      if (marks == 0) {
        marks = markLength(number);
        currency = marks > 0 ? Currencies.ofMark(concat(number, marks)) : null;
        number += marks;
      }
    }
    NumberSpan span = row.isDigits(number) ? digits(number, currency) : symbolOrWords(number);
    if (span == null
        || ((currency != null || negative) && !row.isDigits(number) && isBareWord(span))) {
      return null;
    }
    span = span.spanning(i, span.last(), currency);
    return negative ? span.negated() : span;
  }

  private boolean isBareWord(NumberSpan span) {
    return span.style() == Style.VAGUE || row.is(span.first(), "a");
  }

  private int markLength(int i) {
    for (int n = 3; n >= 1; n--) {
      String mark = concat(i, n);
      if (Currencies.ofMark(mark) == null) {
        continue;
      }
      int next = i + n;
      boolean signed = row.isAny(next, "-|−|–") && row.isDigits(next + 1);
      boolean letters = mark.length() > 1 && Character.isLetter(mark.charAt(mark.length() - 1));
      if (row.isDigits(next) || signed || (!letters && NumberWords.unit(tokenOr(next)) != null)) {
        return n;
      }
    }
    return 0;
  }

  private Token tokenOr(int i) {
    return i < row.size() && i >= 0 ? row.token(i) : new Token(0, 0, "", "", "");
  }

  private String concat(int i, int n) {
    StringBuilder mark = new StringBuilder();
    for (int k = i; k < i + n; k++) {
      if (k > i + 1 && !row.glued(k)) {
        return "";
      }
      mark.append(row.text(k));
    }
    return mark.toString();
  }

  private boolean isMinus(int i, boolean afterMark) {
    if (row.isAny(i, "minus|negative")) {
      return row.isDigits(i + 1) || (row.is(i + 1, "-") && row.isDigits(i + 2));
    }
    boolean dash = row.isAny(i, "-|−|–") && row.glued(i + 1);
    boolean number = row.isDigits(i + 1) || markLength(i + 1) > 0;
    return dash && number && (afterMark || i == 0 || (!row.glued(i) && !row.isDigits(i - 1)));
  }

  private NumberSpan digits(int i, Unit currency) {
    StringBuilder form = new StringBuilder(row.lower(i));
    int next = i + 1;
    String issue = null;
    while (isGroup(i, next)) {
      char gap = row.sentence().text().charAt(gapBefore(next));
      issue = gap == ' ' ? "space_grouping" : issue;
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
    if (reading.get().doubtful()) {
      span = span.with("decimal_comma");
    }
    if (issue != null) {
      span = span.with(issue);
    }
    return scaled(power(fractionTail(span)), currency);
  }

  /** 1.99×10⁻³⁰ as plain text writes it: 1.99×10-30, 2 x 10^5. */
  private NumberSpan power(NumberSpan span) {
    int n = span.last();
    if (!row.isAny(n, "×|x|*|·") || !row.is(n + 1, "10")) {
      return span;
    }
    int at = row.is(n + 2, "^") ? n + 3 : n + 2;
    boolean negative = row.isAny(at, "-|−|–");
    at = negative ? at + 1 : at;
    if (!row.isDigits(at)
        || !row.glued(at)
        || row.lower(at).length() > 3
        || row.lower(at).indexOf('.') >= 0) {
      return span;
    }
    int exponent = Integer.parseInt(digitsOrZero(at));
    BigDecimal factor = BigDecimal.ONE.movePointRight(negative ? -exponent : exponent);
    return span.times(factor).spanning(span.first(), at + 1, span.currency());
  }

  /** Whether a token is one more group of three digits, as in 816 000. */
  private boolean isGroup(int first, int next) {
    if (!row.isDigits(next) || row.lower(next).length() != 3 || row.glued(next)) {
      return false;
    }
    String head = row.lower(first);
    if (head.length() > 3 || head.charAt(0) == '0' || !head.chars().allMatch(Tokenizer::isDigit)) {
      return false;
    }
    int gap = gapBefore(next);
    boolean single = row.token(next).begin() - row.token(next - 1).end() == 1;
    char space = gap < 0 ? 'x' : row.sentence().text().charAt(gap);
    return single
        && (space != ' ' ? Tokenizer.isSpace(space) && space != '\n' : row.is(next, "000"));
  }

  /** UTF-16 index, in the sentence, of the character before a token. */
  private int gapBefore(int i) {
    int points = row.token(i).begin() - row.sentence().begin();
    String text = row.sentence().text();
    return text.offsetByCodePoints(0, points) - 1;
  }

  /** 3 1/2, 3½, 1/2, and "and a half". */
  private NumberSpan fractionTail(NumberSpan span) {
    int n = span.last();
    BigDecimal vulgar = n < row.size() ? NumberWords.of("vulgar", row.lower(n)) : null;
    if (vulgar != null) {
      return added(span, vulgar, n + 1);
    }
    if (row.is(n, "/")
        && row.isDigits(n + 1)
        && row.glued(n)
        && row.glued(n + 1)
        && !row.is(n + 2, "/")) {
      return quotient(span, n + 1, BigDecimal.ZERO);
    }
    if (row.isDigits(n)
        && !row.glued(n)
        && row.is(n + 1, "/")
        && row.isDigits(n + 2)
        && row.glued(n + 1)) {
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
      return part == null || part.first() != n
          ? span
          : part.spanning(span.first(), part.last(), span.currency());
    }
    return andHalf(span);
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

  private NumberSpan andHalf(NumberSpan span) {
    int n = skipHyphen(span.last());
    if (!row.is(n, "and")) {
      return span;
    }
    int half = skipHyphen(n + 1);
    half = row.isAny(half, "a|one") ? skipHyphen(half + 1) : half;
    BigDecimal part = half < row.size() ? NumberWords.fraction(row.token(half)) : null;
    return part == null || half == n + 1 ? span : added(span, part, half + 1);
  }

  private static NumberSpan added(NumberSpan span, BigDecimal part, int last) {
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

  private int skipHyphen(int i) {
    return row.is(i, "-") && row.glued(i) ? i + 1 : i;
  }

  /** Multiplies by the scale words behind a number: million, bn, -crore, hundred thousand. */
  private NumberSpan scaled(NumberSpan span, Unit currency) {
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
      return long2 || (currency != null && form.equalsIgnoreCase("m")) ? scale : null;
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

  private NumberSpan symbolOrWords(int i) {
    if (i >= row.size()) {
      return null;
    }
    BigDecimal vulgar = NumberWords.of("vulgar", row.lower(i));
    if (vulgar != null) {
      return scaled(
          new NumberSpan(
              i, i + 1, vulgar, vulgar, null, BigDecimal.ONE, null, Style.FRACTION, List.of()),
          null);
    }
    BigDecimal fold = NumberWords.fold(row.lower(i));
    if (fold != null) {
      return new NumberSpan(
          i, i + 1, fold, fold, BigDecimal.ONE, BigDecimal.ONE, null, Style.WORDS, List.of());
    }
    NumberSpan vague = vague(i);
    if (vague != null) {
      return vague;
    }
    NumberSpan fraction = fraction(i);
    return fraction != null ? fraction : words(i);
  }

  /** tens of thousands, several hundred, a few million: ranges. */
  private NumberSpan vague(int i) {
    BigDecimal plural = NumberWords.plural(row.token(i));
    if (plural != null) {
      boolean needsOf = row.isAny(i, "tens|scores");
      if ((needsOf && !row.is(i + 1, "of")) || row.isAny(i - 1, "the") && needsOf) {
        return null;
      }
      BigDecimal low = row.is(i, "dozens") ? new BigDecimal(24) : plural;
      BigDecimal high =
          row.isAny(i, "dozens|scores") ? new BigDecimal(100) : plural.multiply(step(plural));
      int last = i + 1;
      BigDecimal second =
          row.is(i + 1, "of") && i + 2 < row.size() ? NumberWords.plural(row.token(i + 2)) : null;
      if (second != null) {
        low = low.multiply(second);
        high = high.multiply(second);
        last = i + 3;
      }
      return new NumberSpan(i, last, low, high, null, BigDecimal.ONE, null, Style.VAGUE, List.of());
    }
    int word = row.is(i, "a") && row.is(i + 1, "few") ? i + 1 : i;
    if (row.isAny(word, "several|few|many")
        && (word > i || !row.is(word, "few"))
        && word + 1 < row.size()) {
      BigDecimal scale = NumberWords.scale(row.token(word + 1));
      if (scale != null) {
        int last = word + 2;
        BigDecimal more = last < row.size() ? NumberWords.scale(row.token(last)) : null;
        BigDecimal all = more == null ? scale : scale.multiply(more);
        BigDecimal two = BigDecimal.valueOf(2);
        return new NumberSpan(
            i,
            more == null ? last : last + 1,
            all.multiply(two),
            all.multiply(TEN),
            null,
            all,
            null,
            Style.VAGUE,
            List.of());
      }
    }
    return null;
  }

  private static BigDecimal step(BigDecimal scale) {
    return scale.signum() > 0 ? TEN : BigDecimal.ONE;
  }

  /** half a million, a third of, two-thirds, three quarters of. */
  private NumberSpan fraction(int i) {
    if (row.is(i, "half")) {
      return half(i);
    }
    int name = -1;
    BigDecimal count = BigDecimal.ONE;
    BigDecimal unit = NumberWords.unit(row.token(i));
    if (row.isAny(i, "a|an") || unit != null) {
      name = skipHyphen(i + 1);
      count = unit == null ? BigDecimal.ONE : unit;
    }
    BigDecimal part = name > 0 && name < row.size() ? NumberWords.fraction(row.token(name)) : null;
    if (part == null || count.signum() == 0 || row.isAny(name, "half|halves")) {
      return null;
    }
    boolean joined =
        name > i + 1 || (count.compareTo(BigDecimal.ONE) > 0 && row.lower(name).endsWith("s"));
    boolean quarters = row.is(name, "quarters") && !row.is(name + 1, "of");
    if (quarters || (!joined && !row.isAny(name + 1, "of|the|to|who"))) {
      return null;
    }
    if (row.is(name, "quarter") && !row.isAny(name + 1, "of|million|billion")) {
      return null;
    }
    BigDecimal value = count.multiply(part);
    return new NumberSpan(
        i, name + 1, value, value, null, BigDecimal.ONE, null, Style.FRACTION, List.of());
  }

  private NumberSpan half(int i) {
    int next = i + 1;
    if (row.isAny(next, "a|an")) {
      BigDecimal scale = next + 1 < row.size() ? NumberWords.scale(row.token(next + 1)) : null;
      int last = scale == null ? i + 2 : i + 3;
      BigDecimal value = scale == null ? HALF : HALF.multiply(scale);
      NumberSpan span =
          new NumberSpan(
              i,
              last,
              value,
              value,
              null,
              scale == null ? BigDecimal.ONE : scale,
              null,
              Style.FRACTION,
              List.of());
      return scale == null || last >= row.size() ? span : scaled(span, null);
    }
    boolean ordinal =
        row.isAny(
            i - 1,
            "the|second|first|other|this|that|in|his|her|their|its|better|top|bottom|final|latter|last|latest|previous");
    if (ordinal && !row.is(i + 1, "of")) {
      return null;
    }
    boolean share =
        row.isAny(next, "of|the|their|its|his|her|those|all|that|this|our|my|your|these")
            && !row.isAny(
                i - 1, "second|first|other|latter|the|last|top|bottom|final|latest|better");
    return share
        ? new NumberSpan(i, next, HALF, HALF, null, BigDecimal.ONE, null, Style.FRACTION, List.of())
        : null;
  }

  /** Number words: twenty-five, three hundred and forty thousand, a million, fivefold. */
  private NumberSpan words(int i) {
    int n = i;
    boolean article = row.isAny(i, "a|an|per");
    if (article) {
      if (row.is(i, "per") || i + 1 >= row.size() || NumberWords.scale(row.token(i + 1)) == null) {
        return null;
      }
      n = i + 1;
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal group = article ? BigDecimal.ONE : null;
    BigDecimal scale = BigDecimal.ONE;
    List<String> issues = new ArrayList<>();
    int last = n;
    for (int k = n; k < row.size() && k < i + 24; ) {
      Token token = row.token(k);
      BigDecimal unit = NumberWords.unit(token);
      BigDecimal tens = NumberWords.tens(token);
      BigDecimal by = NumberWords.scale(token);
      if (unit != null && (group == null || endsRound(group, unit))) {
        group = group == null ? unit : group.add(unit);
      } else if (tens != null && (group == null || endsRound(group, tens))) {
        group = group == null ? tens : group.add(tens);
      } else if (by != null && (group != null || k == n)) {
        group = (group == null ? BigDecimal.ONE : group).multiply(by);
        scale = by;
        if (by.intValue() != 100 && by.intValue() != 12) {
          total = total.add(group);
          group = null;
        }
      } else {
        break;
      }
      last = k + 1;
      k = nextWord(last);
    }
    if (last == n) {
      return null;
    }
    BigDecimal value = group == null ? total : total.add(group);
    BigDecimal step =
        last - n == 1 && scale.equals(BigDecimal.ONE) ? BigDecimal.ONE : Digits.step(value);
    NumberSpan span = new NumberSpan(i, last, value, value, step, scale, null, Style.WORDS, issues);
    NumberSpan more = article ? span : andHalf(span);
    return more == span ? span : scaled(more, null);
  }

  /** Twenty may be followed by five, a hundred by eighty-two; two may not be followed by three. */
  private static boolean endsRound(BigDecimal group, BigDecimal next) {
    BigDecimal round = next.compareTo(TEN) < 0 ? TEN : new BigDecimal(100);
    return group.signum() > 0 && next.signum() > 0 && group.remainder(round).signum() == 0;
  }

  private int nextWord(int k) {
    int next = skipHyphen(k);
    if (row.is(next, "and") && row.isAny(k - 1, "hundred|thousand|million")) {
      int after = skipHyphen(next + 1);
      boolean counts =
          after < row.size()
              && (NumberWords.unit(row.token(after)) != null
                  || NumberWords.tens(row.token(after)) != null);
      return counts ? after : row.size();
    }
    return next;
  }
}
