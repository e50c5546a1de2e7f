package dev.headwater.claim;

import java.math.BigDecimal;
import java.util.Set;

/** Tells an age by the words around a number: "52 years old", "aged 30", "Anna Berg, 52,". */
final class Ages {
  private static final Set<String> PERSONS = WordTable.words("en/nouns.tsv", "person");
  private static final Set<String> UNITS = Set.of("a", "mo", "wk", "d", "h");
  private static final Unit YEARS = Units.ofCode("a");
  private static final BigDecimal OLDEST = new BigDecimal(115);
  private static final String BEFORE = "aged|age|ages|turned|turning|turns";

  private Ages() {}

  /** year-old, years old, yrs old, years of age, month-old, y.o.; null where none is. */
  static UnitSpan behind(TokenRow row, int i) {
    int hyphen = row.lower(i).lastIndexOf('-');
    String last = hyphen < 0 ? "" : row.lower(i).substring(hyphen);
    Unit joined = hyphen <= 0 ? null : Units.ofWord(row.lower(i).substring(0, hyphen));
    if (joined != null
        && UNITS.contains(joined.code())
        && (last.equals("-old") || last.equals("-olds"))) {
      return age(joined, i, i + 1);
    }
    if (row.isAny(i, "yo|y.o.|y.o")
        || (row.is(i, "y") && row.is(i + 1, "/") && row.is(i + 2, "o"))) {
      return age(YEARS, i, row.is(i, "y") ? i + 3 : i + 1);
    }
    Units.Match match = i < row.size() ? Units.at(row, i, row.glued(i)) : null;
    if (match == null || !UNITS.contains(match.unit().code())) {
      return null;
    }
    int at = match.last();
    int old = row.is(at, "-") ? at + 1 : at;
    if (row.isAny(old, "old|olds")) {
      return age(match.unit(), i, old + 1);
    }
    boolean of = row.is(at, "of") && row.is(at + 1, "age");
    return of ? age(match.unit(), i, at + 2) : null;
  }

  private static UnitSpan age(Unit unit, int first, int last) {
    return new UnitSpan(unit, "age", null, null, null, first, last);
  }

  /** "Anna Berg, 52,", "aged 30", "turned 18", "she is 64"; null where it is none. */
  static UnitSpan bare(TokenRow row, NumberSpan number) {
    int i = number.first();
    int n = number.last();
    boolean human =
        number.isWhole()
            && number.currency() == null
            && number.low().signum() > 0
            && number.low().compareTo(OLDEST) < 0;
    if (!human) {
      return null;
    }
    int before = Hedges.before(row, i).first() - 1;
    int between = row.isAny(i - 1, "between|from") ? i - 2 : before;
    boolean aged =
        row.isAny(before, BEFORE)
            || row.isAny(between, "aged|ages|age")
            || (row.isAny(i - 2, "age|ages") && row.is(i - 1, "of"));
    int comma = row.isAny(i - 1, "now|then|aged") ? i - 2 : i - 1;
    boolean apposed =
        row.is(comma, ",")
            && (row.isProper(comma - 1) || isPersonNoun(row, comma - 1))
            && row.isAny(n, ",|;|)")
            && row.isDigits(i);
    boolean bracket = row.is(i - 1, "(") && row.is(n, ")") && row.isProper(i - 2);
    boolean copula =
        row.isAny(i - 1, "be|is|was|'s|’s|am|were|are|'m|’m|only|just")
            && isPerson(row, i)
            && (n >= row.size() || row.isAny(n, ".|,|by|when|at|and|;|on|in|then|now|but"));
    return aged || (apposed && !bracket) || copula ? age(YEARS, n, n) : null;
  }

  /** A noun for one person, an office included: "the king, 76,". */
  private static boolean isPersonNoun(TokenRow row, int i) {
    String word = row.lower(i);
    boolean office = SourceWords.is(word, "title") || SourceWords.is(word, "person");
    return !row.isPlural(i) && (office || PERSONS.contains(word));
  }

  private static boolean isPerson(TokenRow row, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 4); k--) {
      if (row.isAny(k, "he|she|who|i")) {
        return true;
      }
    }
    return false;
  }
}
