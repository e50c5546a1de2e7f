package dev.headwater.claim;

import java.util.List;

/** Joins a value said again in another unit, in brackets right behind, to the value before it. */
final class Conversions {
  private Conversions() {}

  /** A repeat in another unit grew and is bounded as the first; "about" is not said twice. */
  private static Quantity repeat(Quantity of, Quantity quantity, int index) {
    boolean limit =
        quantity.bound().equals("=") && (of.bound().equals("<") || of.bound().equals(">"));
    return quantity.conversionOf(
        index,
        limit ? of.bound() : quantity.bound(),
        limit ? of.hedge() : quantity.hedge(),
        of.change());
  }

  /** Joins "180 kilometers (110 miles)": same dimension, in brackets right behind. */
  static List<Quantity> joined(TokenRow row, List<Amount> amounts, List<Quantity> quantities) {
    for (int k = 1; k < quantities.size(); k++) {
      Quantity former = quantities.get(k - 1);
      Quantity latter = quantities.get(k);
      boolean bracket =
          row.isAny(amounts.get(k).first() - 1, "(|[")
              || row.isAny(Hedges.before(row, amounts.get(k).first()).first() - 1, "(|[");
      boolean near = bracket && amounts.get(k).first() - amounts.get(k - 1).last() <= 6;
      boolean money = isMoney(amounts.get(k)) && isMoney(amounts.get(k - 1));
      boolean measure =
          former.baseUnit() != null
              && former.baseUnit().equals(latter.baseUnit())
              && amounts.get(k).unit().unit() != null;
      boolean other = former.unit() != null && !former.unit().equals(latter.unit());
      if (near && other && (money || measure)) {
        int root = former.conversionOf() >= 0 ? former.conversionOf() : k - 1;
        Quantity repeated = repeat(former, latter, root).sharing(former).beside(former);
        quantities.set(k, isDifference(former) ? repeated.asDifference() : repeated);
        quantities.set(k - 1, former.beside(latter));
      }
    }
    return List.copyOf(quantities);
  }

  private static boolean isDifference(Quantity quantity) {
    return quantity.change() != null && quantity.change().endsWith("_by");
  }

  private static boolean isMoney(Amount amount) {
    return amount.unit().kind().equals("currency");
  }
}
