package dev.headwater.claim;

import dev.headwater.text.CodePoints;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads every quantity of an English sentence: value, bound, unit and frame, and beside them the
 * numbers that are no quantities.
 *
 * <p>A sentence without digits and number words costs one scan; others are tagged once and read in
 * time linear in their length. Method after CQE (Almasian et al. 2023) without the parser.
 */
public final class QuantityReader {
  /** Longer stretches, as in texts without full stops, are read in pieces of this many points. */
  private static final int LONGEST = 2000;

  private static final int LOOK_BACK = 200;

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
    if (end - begin > LONGEST) {
      return pieces(text, points, begin, end);
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

  private static Reading pieces(String text, CodePoints points, int begin, int end) {
    List<Quantity> quantities = new ArrayList<>();
    List<NonClaim> nonClaims = new ArrayList<>();
    int from = begin;
    while (from < end) {
      int to = end - from > LONGEST ? cutBefore(text, points, from + LONGEST) : end;
      Reading piece = read(text, points, from, to);
      int shift = quantities.size();
      for (Quantity q : piece.quantities()) {
        int root = q.conversionOf() < 0 ? -1 : q.conversionOf() + shift;
        quantities.add(q.conversionOf(root, q.bound(), q.hedge(), q.change()));
      }
      nonClaims.addAll(piece.nonClaims());
      from = to;
    }
    return new Reading(List.copyOf(quantities), List.copyOf(nonClaims));
  }

  /** The last blank shortly before a point, so that no word is cut; the point if there is none. */
  private static int cutBefore(String text, CodePoints points, int point) {
    for (int at = point; at > point - LOOK_BACK; at--) {
      if (Tokenizer.isSpace(text.codePointAt(points.toUnit(at)))) {
        return at;
      }
    }
    return point;
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
    List<Amount> amounts = new AmountReader(row, mask).all();
    Frames frames = new Frames(row, new Phrases(row, mask, amounts));
    Amount former = null;
    for (Amount amount : amounts) {
      Quantity quantity = quantity(row, amount, frames);
      if (former != null && continues(row, former, amount) && frames.isBare(amount)) {
        quantity = quantity.sharing(quantities.get(quantities.size() - 1));
      }
      quantities.add(quantity);
      former = amount;
    }
    return new Reading(Conversions.joined(row, amounts, quantities), mask.found());
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

  private static Quantity quantity(TokenRow row, Amount amount, Frames frames) {
    Hedges.Hedge before = Hedges.before(row, introduced(row, amount));
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
    Unit table = baseUnit(unit);
    boolean share = unit.kind().equals("percent") && unit.unit() == null;
    return new Quantity(
        row.token(first).begin(),
        row.token(last - 1).end(),
        row.token(amount.first()).begin(),
        row.token(amount.last() - 1).end(),
        plain(amount.low()),
        plain(amount.high()),
        bound,
        hedge,
        plain(amount.step()),
        unit.code(),
        unit.kind(),
        plain(base(amount.low(), table, share)),
        plain(base(amount.high(), table, share)),
        share ? "%" : table == null ? unit.code() : table.base(),
        share && UnitSpan.UNSAID.equals(unit.noun()) ? null : unit.head(),
        frame.concept(),
        frame.agent(),
        frame.predicate(),
        frame.change(),
        Scopes.per(row, amount, unit, frame),
        Scopes.of(row, amount, unit),
        role(amount),
        -1,
        issues(amount));
  }

  /** Token before which the hedge ends: "between" and "from" belong to the interval. */
  private static int introduced(TokenRow row, Amount amount) {
    boolean interval =
        amount.join() == Amount.Join.INTERVAL || amount.join() == Amount.Join.DESCENDING;
    return interval && row.isAny(amount.first() - 1, "between|from")
        ? amount.first() - 1
        : amount.first();
  }

  private static Unit baseUnit(UnitSpan unit) {
    return unit.unit();
  }

  private static BigDecimal base(BigDecimal value, Unit unit, boolean share) {
    if (share) {
      return value.multiply(new BigDecimal(100));
    }
    if (unit == null) {
      return value;
    }
    BigDecimal moved = value.add(unit.offset());
    BigDecimal exact = moved.multiply(unit.factor());
    return unit.factor().precision() >= 16
        ? exact.round(new MathContext(12)).stripTrailingZeros()
        : exact;
  }

  /**
   * Without the zeros that multiplying by a scale word leaves behind the point, and within the 20
   * digits before and 18 behind it that the tables store; null beyond that.
   */
  private static BigDecimal plain(BigDecimal value) {
    if (value == null || value.abs().compareTo(NumberSpan.LIMIT) >= 0) {
      return null;
    }
    BigDecimal kept = value.scale() > 18 ? value.setScale(18, RoundingMode.HALF_EVEN) : value;
    BigDecimal stripped = kept.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static String role(Amount amount) {
    if (amount.join() == Amount.Join.TRIVIAL) {
      return "trivial_count";
    }
    boolean generation = amount.unit().unit() != null && amount.unit().unit().code().equals("[G]");
    return generation ? "spec" : "claim";
  }

  private static List<String> issues(Amount amount) {
    List<String> issues = new ArrayList<>(amount.issues());
    if (amount.join() == Amount.Join.DESCENDING) {
      issues.add("descending");
    }
    if (amount.unit().isNone()) {
      issues.add("no_unit");
    }
    return List.copyOf(issues);
  }
}
