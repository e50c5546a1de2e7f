package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds numbers that are no quantities: dates, years, clock times, ordinals, names with numbers,
 * calibres, addresses, phone numbers, scores.
 *
 * <p>Fixed forms are regular expressions from {@code en/nonclaims.tsv}, each with bounded
 * repetition; what depends on the neighbouring words (a year, a model number) is decided on tokens.
 */
final class NonClaims {
  private static final FixedForms FORMS =
      FixedForms.of("en", Map.of("month", WordTable.words("en/labels.tsv", "month")));
  private static final Set<String> LABELS = WordTable.words("en/labels.tsv", "label");
  private static final Set<String> LOWER_LABELS = WordTable.words("en/labels.tsv", "lower");
  private static final Set<String> STRONG_LABELS = WordTable.words("en/labels.tsv", "strong");
  private static final Set<String> SCORE_KINDS = Set.of("score", "odds");

  private final TokenRow row;
  private final Years years;
  private final List<NonClaim> found = new ArrayList<>();
  private final boolean[] masked;

  private NonClaims(TokenRow row) {
    this.row = row;
    this.years = new Years(row);
    this.masked = new boolean[row.size()];
  }

  /** What was found in a sentence; a token inside it is never read as a quantity. */
  record Mask(List<NonClaim> found, boolean[] masked) {
    boolean covers(int token) {
      return token >= 0 && token < masked.length && masked[token];
    }
  }

  /** What fixed forms tell; needs no parts of speech. */
  static Mask fixed(TokenRow row) {
    return byForm(row, FORMS, NumberWords::isNumberWord);
  }

  /** All non-claims of a tagged sentence, given what its fixed forms are. */
  static Mask of(TokenRow row, Mask fixed) {
    NonClaims finder = new NonClaims(row);
    finder.found.addAll(fixed.found());
    System.arraycopy(fixed.masked(), 0, finder.masked, 0, fixed.masked().length);
    for (int i = 0; i < row.size(); i++) {
      if (!finder.masked[i]) {
        finder.byContext(i);
      }
    }
    return finder.mask();
  }

  /** Whether parts of speech are needed: a number is left that is no plainly dated year. */
  static boolean leavesNumbers(TokenRow row, Mask fixed) {
    NonClaims finder = new NonClaims(row);
    for (int i = 0; i < row.size(); i++) {
      if (fixed.covers(i)) {
        continue;
      }
      if (row.isDigits(i) ? !finder.years.isDated(i) : isCountWord(row, i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCountWord(TokenRow row, int i) {
    Token token = row.token(i);
    if (row.is(i, "one")) {
      return !row.isAny(i - 1, "no|the|each|every|any|this|that|another|which");
    }
    if (row.is(i, "couple")) {
      return row.is(i - 1, "a");
    }
    boolean symbol = NumberWords.of("vulgar", row.lower(i)) != null;
    boolean fraction = NumberWords.fraction(token) != null;
    boolean word = NumberWords.isNumberWord(row.lower(i));
    return symbol || (word && !fraction) || (fraction && isCounted(row, i));
  }

  /** A third, one-third, two thirds, half: "the third" is an ordinal. */
  private static boolean isCounted(TokenRow row, int i) {
    return row.isAny(i, "half|halves")
        || row.isAny(i - 1, "a|an|-")
        || NumberWords.isNumberWord(row.lower(i - 1));
  }

  private Mask mask() {
    return new Mask(List.copyOf(found), masked);
  }

  /** What the fixed forms of a language tell, where they hold digits or a number word. */
  static Mask byForm(TokenRow row, FixedForms forms, Predicate<String> isNumberWord) {
    NonClaims finder = new NonClaims(row);
    finder.fixedForms(forms, isNumberWord);
    return finder.mask();
  }

  private void fixedForms(FixedForms forms, Predicate<String> isNumberWord) {
    for (NonClaim form : forms.in(row.sentence())) {
      mask(form.kind(), form.begin(), form.end(), isNumberWord);
    }
  }

  private void mask(String kind, int begin, int end, Predicate<String> isNumberWord) {
    int first = -1;
    int last = -1;
    for (int i = 0; i < row.size(); i++) {
      Token token = row.token(i);
      if (token.begin() >= begin && token.begin() < end) {
        if (masked[i]) {
          return;
        }
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0 || !isNumeric(first, last, isNumberWord)) {
      return;
    }
    if (SCORE_KINDS.contains(kind)) {
      while (first < last && !row.isDigits(first)) {
        first++;
      }
    }
    add(kind, first, last + 1);
  }

  private boolean isNumeric(int first, int last, Predicate<String> isNumberWord) {
    for (int i = first; i <= last; i++) {
      if (row.lower(i).chars().anyMatch(Tokenizer::isDigit) || isNumberWord.test(row.lower(i))) {
        return true;
      }
    }
    return false;
  }

  private void add(String kind, int first, int last) {
    for (int i = first; i < last; i++) {
      masked[i] = true;
    }
    found.add(new NonClaim(kind, row.token(first).begin(), row.token(last - 1).end()));
  }

  private void byContext(int i) {
    if (!row.isDigits(i)) {
      wordName(i);
      return;
    }
    String form = row.lower(i);
    if (form.indexOf(':') >= 0) {
      add("clock_time", i, i + 1);
    } else if (form.chars().anyMatch(Character::isLetter)) {
      add("identifier", i, i + 1);
    } else if (years.isYear(i)) {
      add("year", i, row.is(i + 1, "s") && row.glued(i + 1) ? i + 2 : i + 1);
    } else if (isNamed(i) || repeatsName(i)) {
      boolean part = row.isAny(i + 1, "-|/") && row.glued(i + 1) && row.isDigits(i + 2);
      add(row.is(i - 1, "under") ? "age_limit" : "identifier", i, part ? i + 3 : i + 1);
    } else if (gluedName(i)) {
      add("identifier", i, i + 2);
    }
  }

  /** Formula One, Big Ten, XC40: names whose number is a word or part of one. */
  private void wordName(int i) {
    String form = row.text(i);
    boolean digit = form.chars().anyMatch(Tokenizer::isDigit);
    boolean measured = row.isDigits(i - 1) || row.is(i - 1, "/") && row.glued(i);
    boolean unit = measured && Units.at(row, i, row.glued(i)) != null;
    if (digit && Character.isLetter(form.codePointAt(0)) && !unit) {
      add("identifier", i, i + 1);
    } else if (NumberWords.unit(row.token(i)) != null
        && row.isCapital(i)
        && i > 0
        && row.isProper(i - 1)
        && !row.isPlural(i + 1)) {
      add("identifier", i, i + 1);
    } else if (LOWER_LABELS.contains(row.lower(i - 1)) && NumberWords.unit(row.token(i)) != null) {
      add(row.is(i - 1, "under") ? "age_limit" : "identifier", i, i + 1);
    }
  }

  /** The 11 of "11 Pro" behind "iPhone 11 Pro" in the same sentence. */
  private boolean repeatsName(int i) {
    if (!row.isProper(i + 1) || row.isPlural(i + 1)) {
      return false;
    }
    for (int k = i - 1; k > Math.max(0, i - 12); k--) {
      if (masked[k]
          && row.lower(k).equals(row.lower(i))
          && row.lower(k + 1).equals(row.lower(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** 49ers, 3D, Model 3s: letters glued to digits that are no unit, scale or currency. */
  private boolean gluedName(int i) {
    int next = i + 1;
    if (!row.glued(next) || !Character.isLetter(row.text(next).codePointAt(0))) {
      return false;
    }
    return NumberWords.scale(row.token(next)) == null
        && NumberWords.of("short", row.text(next)) == null
        && Units.at(row, next, true) == null
        && !row.isAny(next, "x|fold|bn|million|billion|yr|yo")
        && !row.lower(next).contains("-");
  }

  /** iPhone 14, Boeing 737, Article 5, Game 2, jersey numbers: a small number behind a name. */
  private boolean isNamed(int i) {
    if (!years.isPlainInteger(i)
        || years.hasMark(i)
        || years.isMeasured(i + 1)
        || i == 0
        || Currencies.ofNameBefore(row, i - 1) != null
        || row.glued(i) && row.is(i - 1, "-") && row.glued(i - 1)) {
      return false;
    }
    boolean dash = row.is(i - 1, "-") && row.isProper(i - 2) && !row.glued(i - 1);
    if ((dash && row.glued(i)) || STRONG_LABELS.contains(row.lower(i - 1))) {
      return true;
    }
    boolean label =
        row.isCapital(i - 1)
            ? LABELS.contains(row.lower(i - 1))
            : LOWER_LABELS.contains(row.lower(i - 1));
    if (label) {
      return !row.isPlural(i + 1);
    }
    boolean jersey = row.is(i - 1, "(") && row.is(i + 1, ")") && row.isProper(i - 2);
    if (jersey) {
      return true;
    }
    boolean name = row.isProper(i - 1) && row.isCapital(i - 1);
    boolean counts =
        row.isPlural(i + 1)
            || (row.tag(i + 1).startsWith("JJ") && row.isPlural(i + 2))
            || row.isAny(i + 1, "people|more|other|of|years");
    return name && !counts && !row.isAny(i + 1, "and") || model(i);
  }

  /** 787 Dreamliner, 911 Turbo: a number before a singular name. */
  private boolean model(int i) {
    return row.tag(i + 1).equals("NNP")
        && row.isCapital(i + 1)
        && !row.isNoun(i + 2)
        && row.isAny(i - 1, "a|an|the|new|own|'s|’s")
        && row.lower(i).length() >= 3;
  }
}
