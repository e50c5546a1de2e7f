package dev.headwater.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers that were neither read as a quantity nor recognised as something else, so that none is
 * lost without a trace: {@code too_large} for the tables, or {@code unread}.
 */
final class Unread {
  private Unread() {}

  /** All such numbers of a sentence, those too large first; one pass. */
  static List<NonClaim> in(
      TokenRow row, NonClaims.Mask mask, List<Amount> amounts, List<NumberSpan> tooLarge) {
    boolean[] read = new boolean[row.size()];
    for (Amount amount : amounts) {
      Arrays.fill(read, amount.first(), amount.last(), true);
    }
    List<NonClaim> found = new ArrayList<>();
    for (NumberSpan number : tooLarge) {
      Arrays.fill(read, number.first(), number.last(), true);
      found.add(nonClaim("too_large", row, number.first(), number.last()));
    }
    for (int i = 0; i < row.size(); i++) {
      if (!read[i] && !mask.covers(i) && row.isDigits(i)) {
        int first = i;
        while (i + 1 < row.size() && !read[i + 1] && row.isDigitGroup(first, i + 1)) {
          i++;
        }
        found.add(nonClaim("unread", row, first, i + 1));
      }
    }
    return found;
  }

  private static NonClaim nonClaim(String kind, TokenRow row, int first, int last) {
    return new NonClaim(kind, row.token(first).begin(), row.token(last - 1).end());
  }
}
