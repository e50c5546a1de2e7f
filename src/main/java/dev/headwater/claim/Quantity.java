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
    Measure measure,
    About about,
    String role,
    int conversionOf,
    List<String> issues) {

  /** How much: the value as printed and in the base unit, what bounds it, and its unit. */
  public record Measure(
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
      String countedNoun) {

    private Measure bounded(String limit, String words) {
      return new Measure(
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
          countedNoun);
    }

    private Measure based(BigDecimal least, BigDecimal most) {
      return new Measure(
          low, high, bound, hedge, precision, unit, unitKind, least, most, baseUnit, countedNoun);
    }
  }

  /** Of what, whose, where and on what condition, in the words of the sentence; null unsaid. */
  public record About(
      List<String> concept,
      String agent,
      String predicate,
      String change,
      String per,
      String scope,
      String place,
      String condition) {

    private About changed(String direction) {
      return new About(concept, agent, predicate, direction, per, scope, place, condition);
    }

    private About framed(About other, String where, String whenever) {
      return new About(
          other.concept, other.agent, other.predicate, change, per, scope, where, whenever);
    }
  }

  /** The value where it is a single one, null for a range. */
  public BigDecimal value() {
    return low().compareTo(high()) == 0 ? low() : null;
  }

  public BigDecimal low() {
    return measure.low;
  }

  public BigDecimal high() {
    return measure.high;
  }

  public String bound() {
    return measure.bound;
  }

  public String hedge() {
    return measure.hedge;
  }

  public BigDecimal precision() {
    return measure.precision;
  }

  public String unit() {
    return measure.unit;
  }

  public String unitKind() {
    return measure.unitKind;
  }

  public BigDecimal baseLow() {
    return measure.baseLow;
  }

  public BigDecimal baseHigh() {
    return measure.baseHigh;
  }

  public String baseUnit() {
    return measure.baseUnit;
  }

  public String countedNoun() {
    return measure.countedNoun;
  }

  public List<String> concept() {
    return about.concept;
  }

  public String agent() {
    return about.agent;
  }

  public String predicate() {
    return about.predicate;
  }

  public String change() {
    return about.change;
  }

  public String per() {
    return about.per;
  }

  public String scope() {
    return about.scope;
  }

  public String place() {
    return about.place;
  }

  public String condition() {
    return about.condition;
  }

  private Quantity with(Measure other, About others, int root) {
    return new Quantity(begin, end, numberBegin, numberEnd, other, others, role, root, issues);
  }

  Quantity conversionOf(int other, String limit, String words, String direction) {
    return with(measure.bounded(limit, words), about.changed(direction), other);
  }

  /** The same with what either of the two says of place and condition. */
  Quantity beside(Quantity other) {
    String where = place() == null ? other.place() : place();
    String whenever = condition() == null ? other.condition() : condition();
    return with(measure, about.framed(about, where, whenever), conversionOf);
  }

  /** The same with another change. */
  Quantity changed(String direction) {
    return with(measure, about.changed(direction), conversionOf);
  }

  /** The same, its base value that of a difference: without the offset of the unit. */
  Quantity asDifference() {
    Unit table = Units.ofCode(unit());
    if (table == null || table.offset().signum() == 0) {
      return this;
    }
    Unit plain = StoredValue.ofDifference(table);
    BigDecimal least = StoredValue.plain(StoredValue.base(low(), plain, false));
    BigDecimal most = StoredValue.plain(StoredValue.base(high(), plain, false));
    return with(measure.based(least, most), about, conversionOf);
  }

  /** The same with the concept, agent and verb of the quantity it is listed with. */
  Quantity sharing(Quantity listed) {
    return with(measure, about.framed(listed.about, place(), condition()), conversionOf);
  }
}
