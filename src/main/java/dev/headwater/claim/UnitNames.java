package dev.headwater.claim;

/**
 * Names of units written out in English, singular, as people and annotated corpora write them:
 * {@code kilometre}, {@code dollar per share}, {@code year of age}.
 */
public final class UnitNames {
  private UnitNames() {}

  /** The English name of a unit code with its kind and rate; "-" for no unit. */
  public static String english(String unit, String kind, String per) {
    if (unit == null) {
      return "-";
    }
    String name = single(unit);
    if (kind.equals("age")) {
      return name + " of age";
    }
    return per == null ? name : name + " per " + per;
  }

  /** The English name of a quantity's unit; a share of a noun is "% noun". */
  public static String english(Quantity quantity) {
    if ("1".equals(quantity.unit())) {
      return "% " + (quantity.countedNoun() == null ? "-" : quantity.countedNoun());
    }
    return english(quantity.unit(), quantity.unitKind(), quantity.per());
  }

  private static String single(String unit) {
    Unit measure = Units.ofCode(unit);
    if (measure == null) {
      measure = Currencies.ofCode(unit);
    }
    return measure == null ? unit : measure.english();
  }
}
