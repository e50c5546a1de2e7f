package dev.headwater.claim;

/**
 * What a number counts or measures: a unit of the tables, or a counted noun in the singular with
 * its modifiers and its head, or neither; with the "per" behind it and the token behind all.
 */
record UnitSpan(Unit unit, String kind, String noun, String head, String per, int first, int last) {

  /** The noun of a share whose whole is not named, as in "a third agreed". */
  static final String UNSAID = "-";

  static UnitSpan none(int at) {
    return new UnitSpan(null, "none", null, null, null, at, at);
  }

  static UnitSpan of(Unit unit, int first, int last) {
    return new UnitSpan(unit, unit.kind(), null, null, null, first, last);
  }

  boolean isNone() {
    return unit == null && noun == null;
  }

  UnitSpan per(String what, int end) {
    return new UnitSpan(unit, kind, noun, head, what, first, end);
  }

  /** The canonical code: of the unit, else the counted noun, else null. */
  String code() {
    return unit != null ? unit.code() : UNSAID.equals(noun) ? null : noun;
  }
}
