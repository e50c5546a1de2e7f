package dev.headwater.claim;

import dev.headwater.text.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads every quantity of an English sentence: value, bound, unit and frame, and beside them the
 * numbers that are no quantities.
 *
 * <p>A sentence without digits and number words costs one scan; others are tagged once and read in
 * time linear in their length. Method after CQE (Almasian et al. 2023) without the parser.
 */
public final class QuantityReader {
  private static final String WARMER =
      "warmer|cooler|hotter|colder|higher|lower|above|below|more|less";
  private static final Set<String> SHARED = WordTable.words("en/nouns.tsv", "shared");

  /** This reader, for those that ask for a language's. */
  static final SentenceReader ENGLISH = new English();

  private QuantityReader() {}

  /** Quantities and non-claims of one sentence, in text order. */
  public record Reading(List<Quantity> quantities, List<NonClaim> nonClaims) {}

  /** Whether a stretch of text can hold a number: a digit or a word of the number table. */
  public static boolean mayHoldNumber(String sentence) {
    int begin = -1;
    for (int i = 0; i <= sentence.length(); i++) {
      char c = i < sentence.length() ? sentence.charAt(i) : ' ';
      if (c >= '0' && c <= '9' || (c >= '¼' && c <= '¾') || (c >= '⅐' && c <= '⅞')) {
        return true;
      }
      boolean letter = Character.isLetter(c);
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        if (i - begin <= 11
            && NumberWords.isNumberWord(sentence.substring(begin, i).toLowerCase(Locale.ROOT))) {
          return true;
        }
        begin = -1;
      }
    }
    return false;
  }

  /** Tags and reads the sentence that stands in a text at [begin, end), in code points. */
  public static Reading read(String text, CodePoints points, int begin, int end) {
    if (end - begin > Pieces.LONGEST) {
      return Pieces.read(ENGLISH, text, points, begin, end);
    }
    TaggedSentence plain = Tokenizer.read(text, points, begin, end);
    if (plain.tokens().isEmpty()) {
      return new Reading(List.of(), List.of());
    }
    TokenRow untagged = new TokenRow(plain);
    NonClaims.Mask fixed = NonClaims.fixed(untagged);
    if (!NonClaims.leavesNumbers(untagged, fixed)) {
      return new Reading(List.of(), NonClaims.of(untagged, fixed).found());
    }
    return read(new TokenRow(Tagger.english().tag(plain)), fixed);
  }

  /** Reads a tagged sentence. */
  public static Reading read(TaggedSentence sentence) {
    if (sentence.tokens().isEmpty()) {
      return new Reading(List.of(), List.of());
    }
    TokenRow row = new TokenRow(sentence);
    return read(row, NonClaims.fixed(row));
  }

  private static Reading read(TokenRow row, NonClaims.Mask fixed) {
    NonClaims.Mask mask = NonClaims.of(row, fixed);
    List<Quantity> quantities = new ArrayList<>();
    AmountReader reader = new AmountReader(row, mask);
    List<Amount> amounts = reader.all();
    Phrases phrases = new Phrases(row, mask, amounts);
    Frames frames = new Frames(row, phrases);
    Circumstances around = new Circumstances(row, phrases);
    Amount former = null;
    for (Amount amount : amounts) {
      Quantity quantity = quantity(row, amount, former, frames, around);
      if (former != null && continues(row, former, amount) && frames.isBare(amount)) {
        quantity = quantity.sharing(quantities.get(quantities.size() - 1));
      }
      if (former != null) {
        quantity = reached(row, former, quantities.get(quantities.size() - 1), amount, quantity);
      }
      quantities.add(quantity);
      former = amount;
    }
    List<NonClaim> nonClaims = new ArrayList<>(mask.found());
    nonClaims.addAll(Unread.in(row, mask, amounts, reader.tooLarge()));
    return new Reading(Conversions.joined(row, amounts, quantities), List.copyOf(nonClaims));
  }

  /** "rose by 2 points to 7 percent": the same change, to the second number. */
  private static Quantity reached(
      TokenRow row, Amount former, Quantity changed, Amount amount, Quantity quantity) {
    int to = Hedges.before(row, amount.first()).first() - 1;
    boolean reaches =
        to == former.last()
            && row.is(to, "to")
            && changed.change() != null
            && quantity.change() == null;
    return reaches ? quantity.changed(changed.change().split("_")[0] + "_to") : quantity;
  }

  /** Whether only a comma, bracket or conjunction stands between two amounts. */
  private static boolean continues(TokenRow row, Amount former, Amount amount) {
    int begin = Hedges.before(row, amount.first()).first();
    if (begin - former.last() > 3 || begin == former.last()) {
      return false;
    }
    for (int i = former.last(); i < begin; i++) {
      if (!row.isAny(i, ",|and|or|(|nor|plus")) {
        return false;
      }
    }
    return true;
  }

  private static Quantity quantity(
      TokenRow row, Amount amount, Amount former, Frames frames, Circumstances around) {
    Hedges.Hedge before = Hedges.before(row, introduced(row, amount));
    boolean span = former != null && isSpan(row, former, amount, before);
    before = span ? new Hedges.Hedge(amount.first(), amount.first(), "=") : before;
    Hedges.Hedge after = Hedges.after(row, amount.last());
    int first = before.isEmpty() ? amount.first() : before.first();
    String bound = !before.isEmpty() ? before.bound() : after.bound();
    if (amount.style() == NumberSpan.Style.VAGUE && bound.equals("=")) {
      bound = "~";
    }
    int last = after.isEmpty() ? amount.last() : after.last();
    String hedge =
        !before.isEmpty()
            ? row.join(before.first(), before.last())
            : after.isEmpty() ? null : row.join(after.first(), after.last());
    Frames.Frame frame = frames.of(amount, first);
    UnitSpan unit = amount.unit();
    boolean difference = frame.change() != null && frame.change().endsWith("_by");
    difference |= row.isAny(amount.last(), WARMER);
    Unit table = unit.unit();
    boolean share = unit.kind().equals("percent") && unit.unit() == null;
    Quantity quantity =
        new Quantity(
            row.token(first).begin(),
            row.token(last - 1).end(),
            row.token(amount.first()).begin(),
            row.token(amount.last() - 1).end(),
            new Quantity.Measure(
                StoredValue.plain(amount.low()),
                StoredValue.plain(amount.high()),
                bound,
                hedge,
                StoredValue.plain(amount.step()),
                unit.code(),
                unit.kind(),
                StoredValue.plain(StoredValue.base(amount.low(), table, share)),
                StoredValue.plain(StoredValue.base(amount.high(), table, share)),
                share ? "%" : table == null ? unit.code() : table.base(),
                share && UnitSpan.UNSAID.equals(unit.noun()) ? null : unit.head()),
            new Quantity.About(
                frame.concept(),
                frame.agent(),
                frame.predicate(),
                frame.change(),
                Scopes.per(row, amount, unit, frame),
                Scopes.of(row, amount, unit),
                around.place(amount, first),
                around.condition(amount)),
            role(row, amount, first),
            -1,
            issues(row, amount, span));
    return difference ? quantity.asDifference() : quantity;
  }

  /** "$2 million over ten years": "over" tells the time it takes, as German "über" does. */
  private static boolean isSpan(TokenRow row, Amount former, Amount amount, Hedges.Hedge before) {
    int over = before.first();
    boolean alone = over == amount.first() - 1 && row.is(over, "over");
    boolean counted = former.last() == over || row.isNoun(over - 1);
    return alone && counted && amount.unit().kind().equals("duration");
  }

  /** Token before which the hedge ends: "between" and "from" belong to the interval. */
  private static int introduced(TokenRow row, Amount amount) {
    boolean interval =
        amount.join() == Amount.Join.INTERVAL || amount.join() == Amount.Join.DESCENDING;
    return interval && row.isAny(amount.first() - 1, "between|from")
        ? amount.first() - 1
        : amount.first();
  }

  private static String role(TokenRow row, Amount amount, int first) {
    if (amount.join() == Amount.Join.TRIVIAL) {
      return "trivial_count";
    }
    if (amount.unit().kind().equals("duration") && TimeWindows.holds(row, amount, first)) {
      return "time_scope";
    }
    boolean generation = amount.unit().unit() != null && amount.unit().unit().code().equals("[G]");
    return generation ? "spec" : "claim";
  }

  private static List<String> issues(TokenRow row, Amount amount, boolean span) {
    List<String> issues = new ArrayList<>(amount.issues());
    if (amount.join() == Amount.Join.DESCENDING) {
      issues.add("descending");
    }
    if (amount.unit().isNone()) {
      issues.add("no_unit");
    }
    if (span) {
      issues.add("hedge_or_span");
    }
    UnitSpan unit = amount.unit();
    if (StoredValue.isBaseTooLarge(amount)) {
      issues.add(StoredValue.BASE_TOO_LARGE);
    }
    boolean shared =
        SHARED.contains(row.lower(unit.first())) && !row.is(unit.last() - 1, "sterling");
    if (unit.kind().equals("currency") && shared) {
      issues.add("shared_currency");
    }
    return List.copyOf(issues);
  }

  private static final class English implements SentenceReader {
    @Override
    public boolean mayHoldNumber(String sentence) {
      return QuantityReader.mayHoldNumber(sentence);
    }

    @Override
    public Reading read(String text, CodePoints points, int begin, int end) {
      return QuantityReader.read(text, points, begin, end);
    }
  }
}
