package dev.headwater.claim;

import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;

/**
 * Where a quantity holds and under what condition, both in the words of the sentence.
 *
 * <p>A place is a prepositional phrase of place with a name or a noun of {@code circumstances.tsv};
 * the nearest to the number counts, as long as no other number and no verb of saying stands between
 * ("he said in Oslo" tells where he spoke). A condition is a clause of "if", "unless", "as long as"
 * and the like; a number inside one has none. Prepared once a sentence; each look is bounded, so
 * all numbers of a sentence take time linear in it.
 */
final class Circumstances {
  private static final String FILE = "en/circumstances.tsv";
  private static final Set<String> WHERE = WordTable.words(FILE, "where");
  private static final Set<String> PLACES = WordTable.words(FILE, "place");
  private static final Set<String> EVERYWHERE = WordTable.words(FILE, "everywhere");
  private static final Set<String> BOUND = WordTable.words(FILE, "bound");
  private static final Set<String> OTHER = WordTable.words(FILE, "other");
  private static final Set<String> IF = WordTable.words(FILE, "if");
  private static final Set<String> UNLIKE = WordTable.words(FILE, "unlike");
  private static final Set<String> ASIDE = WordTable.words(FILE, "aside");
  private static final Set<String> WHETHER = WordTable.words(FILE, "whether");
  private static final Set<String> ABBREVIATED = WordTable.words(FILE, "abbreviated");
  private static final Map<String, Set<String>> OPENINGS =
      WordTable.words(FILE, "opening").stream()
          .map(opening -> opening.split(":"))
          .collect(
              Collectors.groupingBy(
                  parts -> parts[0],
                  Collectors.mapping(parts -> parts[1], Collectors.toUnmodifiableSet())));

  /** Tokens looked at on each side of a number, and in one condition. */
  private static final int REACH = 40;

  private final TokenRow row;
  private final Phrases phrases;
  private final int[] placeEnd;
  private final int[] placeBegin;
  private final int[] conditionEnd;
  private final int[] conditionBegin;

  Circumstances(TokenRow row, Phrases phrases) {
    this.row = row;
    this.phrases = phrases;
    int size = row.size();
    placeEnd = new int[size];
    placeBegin = new int[size + 1];
    conditionEnd = new int[size];
    conditionBegin = new int[size + 1];
    mark(this::placeAt, placeEnd, placeBegin);
    mark(this::conditionAt, conditionEnd, conditionBegin);
  }

  /** Notes where stretches end by their begin, and where they begin, plus one, by their end. */
  private static void mark(IntUnaryOperator endOf, int[] ends, int[] begins) {
    for (int i = 0; i < ends.length; i++) {
      int end = endOf.applyAsInt(i);
      if (end > i) {
        ends[i] = end;
        begins[end] = i + 1;
        i = end - 1;
      }
    }
  }

  /** The phrase of place of an amount whose hedge begins at a token; null where none is said. */
  String place(Amount amount, int begin) {
    int after = REACH;
    int found = -1;
    for (int i = amount.last(); i < row.size() && i - amount.last() < REACH; i++) {
      if (ends(i)) {
        break;
      }
      if (placeEnd[i] > 0) {
        after = i - amount.last();
        found = i;
        break;
      }
    }
    for (int i = begin; i >= 0 && begin - i < after; i--) {
      if (placeBegin[i] > 0) {
        found = placeBegin[i] - 1;
        break;
      }
      if (ends(i - 1)) {
        break;
      }
    }
    return found < 0 ? null : row.join(found, placeEnd[found]);
  }

  /** Whether a look for the place of a number goes no further than a token. */
  private boolean ends(int i) {
    return phrases.isTaken(i)
        || row.isAny(i, ";|while|but|whereas|although|though|“|”|\"")
        || ReportingVerb.isSaying(row, i);
  }

  /** One past the phrase of place that begins at a token; the token where none does. */
  private int placeAt(int i) {
    if (EVERYWHERE.contains(row.lower(i)) && row.tag(i).startsWith("RB")) {
      return i + 1;
    }
    if (!WHERE.contains(row.lower(i))
        || BOUND.contains(row.lower(i - 1))
        || ReportingVerb.isSaying(row, i - 1)) {
      return i;
    }
    if (row.is(i + 1, "the") && ABBREVIATED.contains(row.text(i + 2)) && !row.isNoun(i + 3)) {
      return i + 3;
    }
    int end = phrases.nounEnd(i + 1);
    if (end == i + 1 || end - i > 9 || phrases.isTime(i + 1, end) || holdsNumber(i + 1, end)) {
      return i;
    }
    if (!isPlace(i + 1, end)) {
      return i;
    }
    return withOthers(withState(withWhole(end)));
  }

  private boolean holdsNumber(int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (phrases.isTaken(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPlace(int begin, int end) {
    String last = row.lower(end - 1);
    if (PLACES.contains(last)) {
      return true;
    }
    boolean owner = row.tag(end).equals("POS") || row.isAny(end, "'s|’s");
    boolean determined = row.tag(begin).equals("DT") && end - begin == 2;
    boolean bare = row.is(begin - 1, "over") || row.is(begin - 1, "around");
    return !owner && !bare && !OTHER.contains(last) && row.isProper(end - 1) && !determined;
  }

  /** "the port of Odessa", "a village in Bavaria". */
  private int withWhole(int end) {
    int next = row.isAny(end, "of|in") ? phrases.nounEnd(end + 1) : end;
    boolean name = next > end + 1 && row.isProper(next - 1) && !phrases.isTime(end + 1, next);
    return name && !holdsNumber(end, next) ? next : end;
  }

  /** "Austin, Texas,": the comma belongs to the name where the larger place closes with one. */
  private int withState(int end) {
    int last = end + 1;
    while (last - end < 4 && row.isProper(last)) {
      last++;
    }
    boolean closes = last == row.size() || row.isAny(last, ",|.|;|)|:");
    boolean name = row.is(end, ",") && last > end + 1 && closes && row.isProper(end - 1);
    return name ? last : end;
  }

  /** "Florida, Georgia and South Carolina": one number for all of them. */
  private int withOthers(int end) {
    int last = end;
    boolean closed = false;
    while (!closed && row.isProper(end - 1) && last - end < REACH) {
      boolean comma = row.is(last, ",");
      closed = row.is(last, "and") || comma && row.is(last + 1, "and");
      int from = last + (closed && comma ? 2 : 1);
      int next = from;
      while (row.isProper(next)) {
        next++;
      }
      if (next == from || !closed && !comma) {
        return end;
      }
      last = next;
    }
    return closed && !row.isNoun(last) && !row.isVerb(last) && !row.tag(last).equals("POS")
        ? last
        : end;
  }

  /** The condition of an amount, without its end mark; null where none is said. */
  String condition(Amount amount) {
    int first = amount.first();
    for (int i = first; i >= 0 && first - i < REACH; i--) {
      if (conditionEnd[i] > first) {
        return null;
      }
    }
    int found = -1;
    for (int i = amount.last(); i < row.size() && i - amount.last() < REACH; i++) {
      if (row.is(i, ";")) {
        break;
      }
      if (conditionEnd[i] > 0) {
        found = i;
        break;
      }
    }
    for (int i = first; found < 0 && i >= 0 && first - i < REACH; i--) {
      if (conditionBegin[i] > 0) {
        found = conditionBegin[i] - 1;
      } else if (row.is(i - 1, ";")) {
        break;
      }
    }
    return found < 0 ? null : row.join(found, conditionEnd[found]);
  }

  /** One past the condition that begins at a token; the token where none does. */
  private int conditionAt(int i) {
    int clause = clause(i);
    if (clause < 0) {
      return i;
    }
    boolean verb = row.is(clause - 1, "of");
    int end = clause;
    while (end < row.size() && end - i < REACH) {
      if (row.isAny(end, ";|)|]|”|\"|—|–|--|:")) {
        break;
      }
      boolean goesOn =
          row.isAny(end + 1, "and|or|which|who|where") || row.tag(end + 1).equals("VBG");
      if (row.is(end, ",") && verb && !goesOn) {
        break;
      }
      if (row.is(end, "then") && verb) {
        break;
      }
      verb |= row.isVerb(end);
      end++;
    }
    while (end > clause && row.isAny(end - 1, ".|!|?|,|’|'|…|...|and|or")) {
      end--;
    }
    return verb && end > clause ? end : i;
  }

  /** First token behind the words that open a condition; -1 where none opens at a token. */
  private int clause(int i) {
    String word = row.lower(i);
    int behind = -1;
    for (String rest : OPENINGS.getOrDefault(word, Set.of())) {
      int next = i + 1;
      for (String one : rest.split(" ")) {
        next = next > 0 && row.is(next, one) ? next + 1 : -1;
      }
      behind = Math.max(behind, next);
    }
    if (behind > 0) {
      return behind;
    }
    if (!IF.contains(word)) {
      return -1;
    }
    boolean participle = word.endsWith("ed") || word.endsWith("ing");
    boolean opens = i == 0 || row.isAny(i - 1, ",|but|and|only");
    if (participle && !(opens && (row.is(i + 1, "that") || row.tag(i + 1).startsWith("DT")))) {
      return -1;
    }
    boolean whether = WHETHER.contains(row.lemma(i - 1)) || WHETHER.contains(row.lower(i - 1));
    boolean none = UNLIKE.contains(row.lower(i - 1)) || ASIDE.contains(row.lower(i + 1));
    return whether || none ? -1 : i + 1;
  }
}
