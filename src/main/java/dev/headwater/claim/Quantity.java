package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.List;

/**
 * One quantity of a sentence with its frame. Offsets are code points of the article's text; the
 * surface [begin, end) includes hedge and counted noun, [numberBegin, numberEnd) does not include
 * the hedge.
 *
 * @param role claim, trivial_count ("one of the", "the two"), time_scope ("in the past 24 hours")
 *     or spec (part of a product's name)
 * @param conversionOf index, in the sentence's list, of the quantity that this one repeats in
 *     another unit; -1 where there is none
 */
public record Quantity(
    int begin,
    int end,
    int numberBegin,
    int numberEnd,
    BigDecimal low,
    BigDecimal high,
    String bound,
    String hedge,
    BigDecimal precision,
    String unit,
    String unitKind,
    BigDecimal baseLow,
    BigDecimal baseHigh,
    String baseUnit,
    String countedNoun,
    List<String> concept,
    String agent,
    String predicate,
    String change,
    String per,
    String scope,
    String place,
    String condition,
    String role,
    int conversionOf,
    List<String> issues) {

  /** The value where it is a single one, null for a range. */
  public BigDecimal value() {
    return low.compareTo(high) == 0 ? low : null;
  }

  Quantity conversionOf(int other, String limit, String words, String direction) {
    return new Quantity(
        begin,
        end,
        numberBegin,
        numberEnd,
        low,
        high,
        limit,
        words,
        precision,
        unit,
        unitKind,
        baseLow,
        baseHigh,
        baseUnit,
        countedNoun,
        concept,
        agent,
        predicate,
        direction,
        per,
        scope,
        place,
        condition,
        role,
        other,
        issues);
  }

  /** The same with what either of the two says of place and condition, and another's frame. */
  Quantity alongside(Quantity other, Quantity framed) {
    return new Quantity(
        begin,
        end,
        numberBegin,
        numberEnd,
        low,
        high,
        bound,
        hedge,
        precision,
        unit,
        unitKind,
        baseLow,
        baseHigh,
        baseUnit,
        countedNoun,
        framed.concept,
        framed.agent,
        framed.predicate,
        change,
        per,
        scope,
        place == null ? other.place : place,
        condition == null ? other.condition : condition,
        role,
        conversionOf,
        issues);
  }

  /** The same with another change. */
  Quantity changed(String direction) {
    return new Quantity(
        begin,
        end,
        numberBegin,
        numberEnd,
        low,
        high,
        bound,
        hedge,
        precision,
        unit,
        unitKind,
        baseLow,
        baseHigh,
        baseUnit,
        countedNoun,
        concept,
        agent,
        predicate,
        direction,
        per,
        scope,
        place,
        condition,
        role,
        conversionOf,
        issues);
  }

  /** The same, its base value that of a difference: without the offset of the unit. */
  Quantity asDifference() {
    Unit table = Units.ofCode(unit);
    if (table == null || table.offset().signum() == 0) {
      return this;
    }
    Unit plain = StoredValue.ofDifference(table);
    return based(
        StoredValue.plain(StoredValue.base(low, plain, false)),
        StoredValue.plain(StoredValue.base(high, plain, false)));
  }

  /** The same with other values in the base unit. */
  private Quantity based(BigDecimal least, BigDecimal most) {
    return new Quantity(
        begin,
        end,
        numberBegin,
        numberEnd,
        low,
        high,
        bound,
        hedge,
        precision,
        unit,
        unitKind,
        least,
        most,
        baseUnit,
        countedNoun,
        concept,
        agent,
        predicate,
        change,
        per,
        scope,
        place,
        condition,
        role,
        conversionOf,
        issues);
  }

  /** The same with the listed.concept, agent and verb of the quantity it is listed with. */
  Quantity sharing(Quantity listed) {
    return new Quantity(
        begin,
        end,
        numberBegin,
        numberEnd,
        low,
        high,
        bound,
        hedge,
        precision,
        unit,
        unitKind,
        baseLow,
        baseHigh,
        baseUnit,
        countedNoun,
        listed.concept,
        listed.agent,
        listed.predicate,
        change,
        per,
        scope,
        place,
        condition,
        role,
        conversionOf,
        issues);
  }
}
