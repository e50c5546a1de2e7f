package dev.headwater.claim;

import dev.headwater.claim.NumberSpan.Style;

/**
 * Reads the number that begins at a token: digits or words, fraction, scale words, currency mark
 * and sign before it. Looks at a bounded number of tokens, so a sentence is read in linear time.
 */
final class NumberReader {
  private final TokenRow row;
  private final DigitReader digits;
  private final WordReader words;

  NumberReader(TokenRow row) {
    NumberTail tail = new NumberTail(row);
    this.row = row;
    this.digits = new DigitReader(row, tail);
    this.words = new WordReader(row, tail);
  }

  /** The number that begins exactly here, mark and sign included; null where there is none. */
  NumberSpan at(int i) {
    NumberSpan span = ofAnySize(i);
    return span == null || !span.isStorable() ? null : span;
  }

  /** The number that begins exactly here, even where the tables cannot hold it. */
  NumberSpan ofAnySize(int i) {
    int number = i;
    Unit currency = null;
    int marks = markLength(i);
    if (marks > 0) {
      currency = Currencies.ofMark(concat(i, marks));
      number = i + marks;
    }
    Unit named = marks > 0 ? null : Currencies.ofNameBefore(row, i);
    if (named != null) {
      currency = named;
      marks = 1;
      number = i + 1;
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
    NumberSpan span =
        row.isDigits(number) ? digits.digits(number, currency) : words.symbolOrWords(number);
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
      if (mark.equals("R") && !row.glued(next)) {
        continue;
      }
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
      // "US $5" is one mark, the article of "A $5 note" is none.
      boolean apart = k > i && !row.glued(k) && (k > i + 1 || row.text(i).length() == 1);
      if (apart) {
        return "";
      }
      mark.append(row.text(k));
    }
    return mark.toString();
  }

  private boolean isCountWord(int i) {
    return NumberWords.unit(tokenOr(i)) != null || NumberWords.tens(tokenOr(i)) != null;
  }

  private boolean isMinus(int i, boolean afterMark) {
    if (row.isAny(i, "minus|negative")) {
      boolean plusMinus = row.is(i - 1, "or") && row.is(i - 2, "plus");
      boolean digits = row.isDigits(i + 1) || (row.is(i + 1, "-") && row.isDigits(i + 2));
      return !plusMinus && (digits || row.is(i, "minus") && isCountWord(i + 1));
    }
    boolean dash = row.isAny(i, "-|−|–") && row.glued(i + 1);
    boolean number = row.isDigits(i + 1) || markLength(i + 1) > 0;
    return dash && number && (afterMark || i == 0 || (!row.glued(i) && !row.isDigits(i - 1)));
  }
}
