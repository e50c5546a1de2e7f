package dev.headwater.claim;

/**
 * Names of units written out in English, singular, as people and annotated corpora write them:
 * {@code kilometre}, {@code dollar per share}, {@code year of age}; but {@code people}, who are
 * never counted as persons there.
 */
public final class UnitNames {
  private UnitNames() {}

  /** The English name of a unit code with its kind and rate; "-" for no unit. */
  public static String english(String unit, String kind, String per) {
    if (unit == null) {
      return kind.equals("percent") ? "% -" : "-";
    }
    if (kind.equals("percent") && !unit.equals("%")) {
      return "% " + unit;
    }
    if (kind.equals("count") && Units.ofCode(unit) == null) {
      String counted = unit.equals("time") && per != null ? "count" : counted(unit);
      return per == null ? counted : counted + " per " + per;
    }
    String name = single(unit);
    if (kind.equals("age")) {
      return name + " of age";
    }
    return per == null ? name : name + " per " + per;
  }

  /** The English name of a quantity's unit; a share of a noun is "% noun". */
  public static String english(Quantity quantity) {
    // "Each container holds 40 boxes" is a rate, but nobody writes its unit as box per container.
    String rate = "per".equals(quantity.scope()) ? quantity.per() : null;
    if (quantity.unitKind().equals("count") && quantity.countedNoun() != null) {
      String noun = quantity.unit();
      String counted = noun.equals("time") && rate != null ? "count" : counted(noun);
      return rate == null ? counted : counted + " per " + rate;
    }
    return english(quantity.unit(), quantity.unitKind(), rate);
  }

  private static String counted(String noun) {
    boolean person = noun.equals("person") || noun.endsWith(" person");
    return person ? noun.substring(0, noun.length() - "person".length()) + "people" : noun;
  }

  private static String single(String unit) {
    Unit measure = Units.ofCode(unit);
    if (measure == null) {
      measure = Currencies.ofCode(unit);
    }
    return measure == null ? unit : measure.english();
  }
}
