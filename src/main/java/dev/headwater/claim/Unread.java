package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in digits that were neither read as a quantity nor recognised as something else, so that
 * none is lost without a trace: {@code too_large} for the tables, or {@code unread}.
 */
final class Unread {
  private static final int MOST_DIGITS = 20;

  private Unread() {}

  /** All such numbers of a sentence, in order; one pass. */
  static List<NonClaim> in(TokenRow row, NonClaims.Mask mask, List<Amount> amounts) {
    boolean[] read = new boolean[row.size()];
    for (Amount amount : amounts) {
      for (int i = amount.first(); i < amount.last(); i++) {
        read[i] = true;
      }
    }
    List<NonClaim> found = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      if (!read[i] && !mask.covers(i) && row.isDigits(i)) {
        int first = i;
        while (row.isDigitGroup(first, i + 1)) {
          i++;
        }
        boolean large = isScaled(row, i + 1) || digits(row, first, i + 1) > MOST_DIGITS;
        String kind = large ? "too_large" : "unread";
        found.add(new NonClaim(kind, row.token(first).begin(), row.token(i).end()));
      }
    }
    return found;
  }

  /** A number before a scale word is only left out because the product does not fit. */
  private static boolean isScaled(TokenRow row, int next) {
    return next < row.size() && NumberWords.scale(row.token(next)) != null
        || row.isAny(next, "×|x|*");
  }

  private static long digits(TokenRow row, int first, int last) {
    long count = 0;
    for (int i = first; i < last; i++) {
      count += row.lower(i).chars().filter(Tokenizer::isDigit).count();
    }
    return count;
  }
}
