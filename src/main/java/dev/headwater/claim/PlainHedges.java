package dev.headwater.claim;

/** Finds the hedge that ends or begins at a number by a language's word lists. */
final class PlainHedges {
  private static final int LONGEST = 4;
  private static final int MOST_CHAINED = 3;

  private final TokenRow row;
  private final Lexicon lexicon;

  PlainHedges(TokenRow row, Lexicon lexicon) {
    this.row = row;
    this.lexicon = lexicon;
  }

  /** The hedge that ends at a token; a bound wins over an approximation in the same chain. */
  Hedges.Hedge before(int number) {
    int begin = number;
    String bound = "=";
    for (int rounds = 0; rounds < MOST_CHAINED; rounds++) {
      int found = begin;
      boolean stop = row.is(begin - 1, ".") && lexicon.is("abbreviation", row.lower(begin - 2));
      int end = stop ? begin - 1 : begin;
      for (int n = LONGEST; n >= 1 && found == begin; n--) {
        boolean listed = end >= n && lexicon.hedgesBefore().containsKey(phrase(end - n, end));
        found = listed ? end - n : found;
      }
      if (found == begin) {
        break;
      }
      String next = lexicon.hedgesBefore().get(phrase(found, end));
      bound = bound.equals("<") || bound.equals(">") ? bound : next;
      begin = found;
    }
    return new Hedges.Hedge(begin, number, bound);
  }

  /** The hedge that begins at a token, such as "oder mehr". */
  Hedges.Hedge after(int number) {
    for (int n = 2; n >= 1; n--) {
      String bound =
          number + n > row.size() ? null : lexicon.hedgesAfter().get(phrase(number, number + n));
      if (bound != null) {
        return new Hedges.Hedge(number, number + n, bound);
      }
    }
    return new Hedges.Hedge(number, number, "=");
  }

  private String phrase(int from, int to) {
    StringBuilder phrase = new StringBuilder();
    for (int i = from; i < to; i++) {
      phrase.append(i > from ? " " : "").append(row.lower(i));
    }
    return phrase.toString();
  }
}
