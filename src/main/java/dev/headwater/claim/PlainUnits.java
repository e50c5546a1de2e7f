package dev.headwater.claim;

import java.util.Locale;

/**
 * Reads units and counted nouns behind a number by a language's word lists alone. A counted noun is
 * the first capitalised word behind at most three inflected adjectives, as German writes nouns.
 */
final class PlainUnits {
  private static final int LONGEST = 4;
  private static final int MOST_ADJECTIVES = 3;
  private static final Unit YEARS = Units.ofCode("a");

  private final TokenRow row;
  private final Lexicon lexicon;

  PlainUnits(TokenRow row, Lexicon lexicon) {
    this.row = row;
    this.lexicon = lexicon;
  }

  /** The unit of a number with its rate; none where nothing follows that could be one. */
  UnitSpan after(NumberSpan number) {
    int i = number.last();
    boolean hyphen = row.is(i, "-") && row.glued(i) && row.glued(i + 1);
    int next = hyphen ? i + 1 : i;
    if (number.currency() != null) {
      return rate(UnitSpan.of(number.currency(), number.first(), i));
    }
    if (lexicon.is("aged", row.lower(next)) && (hyphen || row.glued(next))) {
      return new UnitSpan(YEARS, "age", null, null, null, next, next + 1);
    }
    if (hyphen && lexicon.is("percent_adjective", row.lower(next))) {
      return UnitSpan.of(Units.ofCode("%"), next, next + 1);
    }
    UnitSpan known = known(next);
    if (known != null) {
      return aged(number, rate(known));
    }
    if (number.style() == NumberSpan.Style.FRACTION && lexicon.is("of", row.lower(next))) {
      UnitSpan whole = noun(next + 1, next);
      String noun = whole.isNone() ? UnitSpan.UNSAID : whole.noun();
      return new UnitSpan(null, "percent", noun, whole.head(), null, next, whole.last());
    }
    boolean of = lexicon.is("of", row.lower(next));
    boolean vague = number.style() == NumberSpan.Style.VAGUE;
    UnitSpan counted = of && !vague ? UnitSpan.none(i) : rate(noun(of ? next + 1 : next, i));
    boolean share = counted.isNone() && number.style() == NumberSpan.Style.FRACTION;
    return share ? new UnitSpan(null, "percent", UnitSpan.UNSAID, null, null, i, i) : counted;
  }

  private UnitSpan known(int i) {
    for (int n = Math.min(LONGEST, row.size() - i); n >= 1; n--) {
      String form = row.join(i, i + n);
      Unit unit = lexicon.unitSymbols().get(form);
      unit = unit == null ? lexicon.unitWords().get(form.toLowerCase(Locale.ROOT)) : unit;
      boolean code =
          unit == null && form.length() == 3 && form.equals(form.toUpperCase(Locale.ROOT));
      unit = code ? Currencies.ofCode(form) : unit;
      if (unit != null) {
        boolean suffix = row.glued(i + n) && lexicon.is("percent_adjective", row.lower(i + n));
        return UnitSpan.of(unit, i, suffix ? i + n + 1 : i + n);
      }
    }
    return null;
  }

  /** "34 Jahre alt", "im Alter von 34 Jahren". */
  private UnitSpan aged(NumberSpan number, UnitSpan unit) {
    if (unit.unit() != YEARS) {
      return unit;
    }
    boolean old = lexicon.is("old", row.lower(unit.last()));
    boolean age = lexicon.is("of_age", row.lower(number.first() - 2));
    return old || age
        ? new UnitSpan(YEARS, "age", null, null, null, unit.first(), unit.last() + (old ? 1 : 0))
        : unit;
  }

  private UnitSpan noun(int at, int none) {
    int i = at;
    while (i < at + MOST_ADJECTIVES && isAdjective(i)) {
      i++;
    }
    String word = row.text(i);
    boolean noun =
        row.isCapital(i)
            && word.length() > 2
            && Character.isLetter(word.codePointAt(word.length() - 1))
            && !lexicon.is("no_noun", word)
            && !word.equals(word.toUpperCase(Locale.ROOT));
    if (!noun) {
      return UnitSpan.none(none);
    }
    String single = lexicon.singular(word);
    String head = single == null ? word : single;
    return new UnitSpan(null, "count", head, head, null, at, i + 1);
  }

  private boolean isAdjective(int i) {
    String word = row.text(i);
    boolean inflected = word.endsWith("e") || word.endsWith("en") || word.endsWith("er");
    return word.length() > 3
        && inflected
        && Character.isLowerCase(word.codePointAt(0))
        && !lexicon.is("cut_off", word);
  }

  /** Whether the singular of a counted noun is not known, so that it stands as printed. */
  boolean isAsPrinted(UnitSpan unit) {
    return unit.head() != null && lexicon.singular(row.text(unit.last() - 1)) == null;
  }

  /** pro Jahr, je Tonne, /Monat. */
  private UnitSpan rate(UnitSpan span) {
    int i = span.last();
    boolean slash = row.is(i, "/") && row.glued(i);
    if (span.isNone() || !(slash || lexicon.is("per", row.lower(i)))) {
      return span;
    }
    UnitSpan known = known(i + 1);
    if (known != null) {
      return span.per(known.unit().english(), known.last());
    }
    UnitSpan noun = noun(i + 1, i);
    return noun.isNone() ? span : span.per(noun.noun(), noun.last());
  }
}
