package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.Set;

/** Tells whether pounds are money or a mass. */
final class Pounds {
  private static final Set<String> MONEY_WORDS = WordTable.words("en/nouns.tsv", "money");

  /** Tokens between a word of money and its amount. */
  private static final int PRICE_REACH = 6;

  private Pounds() {}

  /** Large amounts of pounds are money, and those with pence; "2 pounds" stays a mass. */
  static Unit moneyOrMass(TokenRow row, NumberSpan number, Units.Match match) {
    Unit unit = match.unit();
    boolean large = number.scale().compareTo(new BigDecimal(1000)) >= 0;
    int and = row.is(match.last(), "and") ? match.last() + 1 : match.last();
    boolean pence = row.isDigits(and) && row.isAny(and + 1, "pence|p");
    boolean paid = isPriced(row, number.first()) && !row.is(match.last(), "of");
    boolean word = row.isAny(match.last() - 1, "pound|pounds");
    boolean money = large || pence || word && paid;
    return unit.code().equals("[lb_av]") && money ? Currencies.ofCode("GBP") : unit;
  }

  /** Whether a word of money stands before a number: "the jackpot stands at", "paid the clinic". */
  private static boolean isPriced(TokenRow row, int number) {
    for (int i = number - 1; i >= Math.max(0, number - PRICE_REACH); i--) {
      if (MONEY_WORDS.contains(row.lower(i))) {
        return true;
      }
      if (row.isAny(i, ";|.|,|but|while")) {
        return false;
      }
    }
    return false;
  }
}
