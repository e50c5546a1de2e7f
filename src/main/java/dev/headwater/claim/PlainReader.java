package dev.headwater.claim;

import dev.headwater.text.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads value, bound, unit and counted noun of every quantity of a sentence by a language's {@link
 * Lexicon} alone, without parts of speech. What needs more, such as the concept, stays empty. Time
 * is linear in the sentence.
 */
final class PlainReader implements SentenceReader {
  /** How far from a number the verb that says it rose or fell may stand, in tokens. */
  private static final int VERB_REACH = 14;

  private static final int LONGEST_SPAN = 10;

  private final Lexicon lexicon;

  PlainReader(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  @Override
  public boolean mayHoldNumber(String sentence) {
    return true;
  }

  @Override
  public QuantityReader.Reading read(String text, CodePoints points, int begin, int end) {
    if (end - begin > Pieces.LONGEST) {
      return Pieces.read(this, text, points, begin, end);
    }
    TokenRow row = new TokenRow(Tokenizer.read(text, points, begin, end));
    NonClaims.Mask mask = NonClaims.byForm(row, lexicon.forms(), word -> true);
    PlainAmounts reader = new PlainAmounts(row, lexicon, mask);
    List<Amount> amounts = reader.all();
    List<Quantity> quantities = new ArrayList<>();
    for (int k = 0; k < amounts.size(); k++) {
      quantities.add(
          quantity(row, amounts.get(k), k + 1 < amounts.size() ? amounts.get(k + 1) : null));
    }
    List<NonClaim> nonClaims = new ArrayList<>(mask.found());
    nonClaims.addAll(Unread.in(row, mask, amounts, reader.tooLarge()));
    return new QuantityReader.Reading(
        Conversions.joined(row, amounts, quantities), List.copyOf(nonClaims));
  }

  private Quantity quantity(TokenRow row, Amount amount, Amount next) {
    PlainHedges hedges = new PlainHedges(row, lexicon);
    boolean range = !amount.isPoint();
    String outside = row.lower(amount.first() - 1);
    boolean introduced = range && (lexicon.is("between", outside) || lexicon.is("from", outside));
    Hedges.Hedge before = hedges.before(introduced ? amount.first() - 1 : amount.first());
    List<String> issues = new ArrayList<>(amount.issues());
    if (isTimeSpan(row, amount, before, next)) {
      before = new Hedges.Hedge(amount.first(), amount.first(), "=");
      issues.add("hedge_or_span");
    }
    Hedges.Hedge after = hedges.after(amount.last());
    Hedges.Hedge hedge = before.isEmpty() ? after : before;
    boolean vague = amount.style() == NumberSpan.Style.VAGUE && hedge.isEmpty();
    int first = before.isEmpty() ? amount.first() : before.first();
    int last = before.isEmpty() && !after.isEmpty() ? after.last() : amount.last();
    UnitSpan unit = amount.unit();
    if (amount.join() == Amount.Join.DESCENDING) {
      issues.add("descending");
    }
    if (unit.isNone()) {
      issues.add("no_unit");
    }
    if (StoredValue.isBaseTooLarge(amount)) {
      issues.add(StoredValue.BASE_TOO_LARGE);
    }
    issues.add(Language.CONTEXT_NOT_READ);
    boolean share = unit.kind().equals("percent") && unit.unit() == null;
    boolean each = lexicon.is("each", row.lower(first - 1));
    return new Quantity(
        row.token(first).begin(),
        row.token(last - 1).end(),
        row.token(amount.first()).begin(),
        row.token(amount.last() - 1).end(),
        new Quantity.Measure(
            StoredValue.plain(amount.low()),
            StoredValue.plain(amount.high()),
            vague ? "~" : hedge.bound(),
            hedge.isEmpty() ? null : row.join(hedge.first(), hedge.last()),
            StoredValue.plain(amount.step()),
            unit.code(),
            unit.kind(),
            StoredValue.plain(StoredValue.base(amount.low(), unit.unit(), share)),
            StoredValue.plain(StoredValue.base(amount.high(), unit.unit(), share)),
            share ? "%" : unit.unit() == null ? unit.code() : unit.unit().base(),
            unit.head()),
        new Quantity.About(
            List.of(),
            null,
            null,
            change(row, amount, introduced ? first - 1 : first),
            unit.per(),
            unit.per() != null ? "per" : each ? "each" : null,
            null,
            null),
        "claim",
        -1,
        List.copyOf(issues));
  }

  /** "über fünf Jahre 640 Millionen": the word for over says how long, not that it was more. */
  private boolean isTimeSpan(TokenRow row, Amount amount, Hedges.Hedge before, Amount next) {
    boolean over = before.last() - before.first() == 1 && before.bound().equals(">");
    boolean time = amount.unit().kind().equals("duration");
    boolean close = next != null && next.first() - amount.last() < LONGEST_SPAN;
    return over && time && close && lexicon.is("over", row.lower(before.first()));
  }

  /** The direction by a verb near the number, where a preposition says that the number is its. */
  private String change(TokenRow row, Amount amount, int first) {
    String before = row.lower(first - 1);
    boolean by = lexicon.is("by", before);
    boolean reached = lexicon.is("reach", before);
    boolean range = amount.join() != Amount.Join.SINGLE && lexicon.is("from", row.lower(first));
    if (!by && !reached && !range) {
      return null;
    }
    String how = by ? "_by" : "_to";
    for (int k = 1; k <= VERB_REACH; k++) {
      for (int at : new int[] {first - k, amount.last() - 1 + k}) {
        String word = row.lower(at).toLowerCase(Locale.ROOT);
        if (lexicon.is("up", word)) {
          return "up" + how;
        }
        if (lexicon.is("down", word)) {
          return "down" + how;
        }
      }
    }
    return null;
  }
}
