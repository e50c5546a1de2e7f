package dev.headwater.claim;

import dev.headwater.claim.NumberSpan.Style;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads numbers in words: cardinals, vague plurals as ranges, fractions, "half a million". Looks at
 * a bounded number of tokens.
 */
final class WordReader {
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal TEN = BigDecimal.TEN;

  private final TokenRow row;
  private final NumberTail tail;

  WordReader(TokenRow row, NumberTail tail) {
    this.row = row;
    this.tail = tail;
  }

  /** The number in words, or a sign such as ½, that begins at a token; null where none does. */
  NumberSpan symbolOrWords(int i) {
    if (i >= row.size()) {
      return null;
    }
    BigDecimal vulgar = NumberWords.of("vulgar", row.lower(i));
    if (vulgar != null) {
      return tail.scaled(
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
    NumberSpan couple = couple(i);
    if (couple != null) {
      return couple;
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

  /** "a couple of ships": two, more or less; "a couple of hours" too, "the couple" never. */
  private NumberSpan couple(int i) {
    boolean couple = row.is(i, "a") && row.is(i + 1, "couple");
    int of = row.is(i + 2, "of") ? i + 3 : i + 2;
    BigDecimal scale = of < row.size() ? NumberWords.scale(row.token(of)) : null;
    boolean counted = of > i + 2 && row.isPlural(of) || scale != null;
    if (!couple || !counted) {
      return null;
    }
    BigDecimal two = BigDecimal.valueOf(2).multiply(scale == null ? BigDecimal.ONE : scale);
    return new NumberSpan(
        i,
        scale == null ? i + 2 : of + 1,
        two,
        two,
        null,
        BigDecimal.ONE,
        null,
        Style.VAGUE,
        List.of());
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
      name = tail.skipHyphen(i + 1);
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
    boolean whole = row.is(name + 1, "of") && row.isAny(name + 2, "a|one");
    BigDecimal scale =
        whole && name + 3 < row.size() ? NumberWords.scale(row.token(name + 3)) : null;
    BigDecimal scaled = scale == null ? value : value.multiply(scale);
    if (scale != null && scaled.stripTrailingZeros().scale() <= 0) {
      return new NumberSpan(
          i, name + 4, scaled, scaled, null, scale, null, Style.FRACTION, List.of());
    }
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
      return scale == null || last >= row.size() ? span : tail.scaled(span, null);
    }
    boolean unit =
        row.is(next, "-")
            && row.glued(next)
            && next + 1 < row.size()
            && row.isAny(i - 1, "a|an|the|every|each|another|,")
            && Units.at(row, next + 1, false) != null;
    if (unit) {
      return new NumberSpan(
          i, next, HALF, HALF, null, BigDecimal.ONE, null, Style.FRACTION, List.of());
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
    NumberSpan more = article ? span : tail.andHalf(span);
    return more == span ? span : tail.scaled(more, null);
  }

  /** Twenty may be followed by five, a hundred by eighty-two; two may not be followed by three. */
  private static boolean endsRound(BigDecimal group, BigDecimal next) {
    BigDecimal round = next.compareTo(TEN) < 0 ? TEN : new BigDecimal(100);
    return group.signum() > 0 && next.signum() > 0 && group.remainder(round).signum() == 0;
  }

  private int nextWord(int k) {
    int next = tail.skipHyphen(k);
    if (row.is(next, "and") && row.isAny(k - 1, "hundred|thousand|million")) {
      int after = tail.skipHyphen(next + 1);
      boolean counts =
          after < row.size()
              && (NumberWords.unit(row.token(after)) != null
                  || NumberWords.tens(row.token(after)) != null);
      return counts ? after : row.size();
    }
    return next;
  }
}
