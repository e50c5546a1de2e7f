package dev.headwater.claim;

import java.math.BigDecimal;

/**
 * Decides what one point before three digits means, once the unit is known: "€1.200" groups
 * thousands, for nobody pays tenths of a cent in full; "1.749 euros a litre" and "1.609 km" do not.
 * Whatever is decided for money and counts is flagged.
 */
final class Grouping {
  static final String GROUPED = "dot_grouping";
  static final String DOUBTFUL = "decimal_or_grouping";

  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  private Grouping() {}

  /** The number as its unit lets it be read. */
  static NumberSpan told(TokenRow row, NumberSpan number, UnitSpan unit) {
    int digits = number.first();
    while (digits < number.last() && !row.isDigits(digits)) {
      digits++;
    }
    boolean doubtful =
        number.style() == NumberSpan.Style.DIGITS
            && number.scale().compareTo(BigDecimal.ONE) == 0
            && Digits.isDotDoubtful(row.lower(digits))
            && !number.issues().contains(GROUPED);
    boolean money = unit.kind().equals("currency");
    if (!doubtful || money && unit.per() != null) {
      return number;
    }
    if (money && row.lower(digits).endsWith("0")) {
      return number.times(THOUSAND).with(GROUPED);
    }
    return money || unit.kind().equals("count") ? number.with(DOUBTFUL) : number;
  }
}
