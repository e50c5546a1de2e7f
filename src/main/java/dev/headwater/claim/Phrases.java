package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Noun phrases of a sentence, found from parts of speech: where the phrase around a noun begins and
 * ends, with the prepositional phrases that belong to it, and its content words. Each look is
 * bounded, so reading all amounts of a sentence stays linear.
 */
final class Phrases {
  private static final Set<String> STOP = WordTable.words("en/frame.tsv", "stop");
  private static final Set<String> TIMES = WordTable.words("en/frame.tsv", "time");
  private static final int REACH = 30;

  private final TokenRow row;
  private final NonClaims.Mask mask;
  private final boolean[] taken;

  Phrases(TokenRow row, NonClaims.Mask mask, List<Amount> amounts) {
    this.row = row;
    this.mask = mask;
    this.taken = new boolean[row.size()];
    for (Amount amount : amounts) {
      for (int i = amount.first(); i < amount.last(); i++) {
        taken[i] = true;
      }
    }
  }

  boolean isTaken(int i) {
    return i >= 0 && i < taken.length && taken[i];
  }

  /** Whether a token can stand inside a noun phrase, behind its determiner. */
  private boolean isInner(int i) {
    String tag = row.tag(i);
    if (isTaken(i) || i < 0) {
      return false;
    }
    return tag.startsWith("NN")
        || tag.startsWith("JJ")
        || tag.equals("POS")
        || tag.equals("HYPH")
        || tag.equals("RBS")
        || row.isAny(i, "&|/")
        || mask.covers(i)
        || (tag.equals("CD") && row.isCapital(i) && !row.isDigits(i))
        || isModifier(i, tag)
        || (tag.equals("CC") && isNounish(i - 1) && isNounish(i + 1) && !isTaken(i - 1));
  }

  private boolean isModifier(int i, String tag) {
    boolean participle = tag.equals("VBN") || tag.equals("VBG");
    boolean described = row.isNoun(i + 1) || row.tag(i + 1).startsWith("JJ");
    boolean clause = tag.equals("VBG") && row.isNoun(i - 1);
    return participle
        && described
        && !clause
        && !row.isVerb(i - 1)
        && !row.tag(i - 1).startsWith("RB");
  }

  private boolean isNounish(int i) {
    return row.isNoun(i) || row.tag(i).startsWith("JJ");
  }

  private boolean isOpener(int i) {
    return row.tag(i).equals("DT") || row.tag(i).equals("PRP$") || row.tag(i).equals("PDT");
  }

  /** First token of the plain noun phrase whose last token is given. */
  int nounBegin(int last) {
    int i = last;
    while (i > 0 && last - i < REACH && isInner(i - 1)) {
      boolean time = TIMES.contains(row.lower(i - 1)) && row.isProper(i);
      boolean clause =
          row.tag(i - 1).startsWith("NN") && !row.isProper(i - 1) && row.tag(i).startsWith("JJ");
      if (time || clause) {
        break;
      }
      i--;
    }
    while (i < last && (row.isAny(i, "and|or|&|'s|’s") || isLeadingYear(i))) {
      i++;
    }
    return i > 0 && isOpener(i - 1) ? i - 1 : i;
  }

  /** "Between 1600 and 1900 world temperatures": the year belongs to the preposition. */
  private boolean isLeadingYear(int i) {
    return mask.covers(i)
        && row.lower(i).length() == 4
        && row.isAny(i - 1, "in|and|since|by|during|of");
  }

  /** First token of a noun phrase with what it hangs on: "price of", "exports to", "gap in". */
  int chainBegin(int last, String prepositions) {
    int begin = nounBegin(last);
    for (int rounds = 0; rounds < 4; rounds++) {
      int prep = begin - 1;
      int noun = prep - 1;
      boolean participle = row.tag(noun).equals("VBN") && row.isNoun(noun - 1);
      noun = participle ? noun - 1 : noun;
      boolean pair =
          row.is(prep, "and")
              && noun >= 0
              && row.isNoun(noun)
              && row.is(nounBegin(noun) - 1, "between");
      boolean joined =
          (pair || row.isAny(prep, prepositions) || isRated(prep))
              && noun >= 0
              && row.isNoun(noun)
              && !isTaken(noun);
      if (!joined) {
        break;
      }
      begin = nounBegin(noun);
    }
    return begin;
  }

  /** "debt per head", "profit before tax" */
  private boolean isRated(int prep) {
    return row.is(prep, "per")
        || row.isAny(prep, "before|after") && row.isAny(prep + 1, "tax|taxes|interest");
  }

  /** One past the last token of the noun phrase that begins at a token; the token if none does. */
  int nounEnd(int begin) {
    int i = begin;
    while (isOpener(i) || row.isAny(i, "'s|’s")) {
      i++;
    }
    while (i < row.size() && i - begin < REACH && isInner(i)) {
      i++;
    }
    while (i > begin && !row.isNoun(i - 1) && !mask.covers(i - 1)) {
      i--;
    }
    return i;
  }

  /** One past a noun phrase with the prepositional phrases behind it. */
  int chainEnd(int begin, String prepositions) {
    int end = nounEnd(begin);
    for (int rounds = 0; rounds < 4 && end > begin; rounds++) {
      boolean participle = row.tag(end).equals("VBG") && row.isProper(end + 1);
      if (!participle && !row.isAny(end, prepositions)) {
        break;
      }
      int next = nounEnd(end + 1);
      if (next == end + 1 || isTime(end + 1, next)) {
        break;
      }
      end = next;
    }
    return end;
  }

  /** Whether a phrase names a time: "the year", "last month", "a week". */
  boolean isTime(int begin, int end) {
    return end > begin
        && (TIMES.contains(row.lower(end - 1))
            || (mask.covers(end - 1) && end - begin == 1 && row.lower(end - 1).length() == 4));
  }

  /** U.S. and US are one word. */
  private static String plain(String word) {
    return word.length() >= 4 && word.indexOf('.') == 1 ? word.replace(".", "") : word;
  }

  /** Content words of tokens [begin, end). */
  List<String> content(int begin, int end) {
    List<String> words = new ArrayList<>();
    for (int i = Math.max(0, begin); i < end; i++) {
      if (row.is(i, "in") && isTime(i + 1, nounEnd(i + 1)) && !mask.covers(nounEnd(i + 1) - 1)) {
        i = nounEnd(i + 1) - 1;
        continue;
      }
      String tag = row.tag(i);
      boolean kept =
          tag.startsWith("NN")
              || tag.startsWith("JJ")
              || tag.startsWith("VB")
              || tag.equals("RBS")
              || mask.covers(i)
              || (tag.equals("CD") && row.isCapital(i));
      boolean word = row.lower(i).chars().anyMatch(Character::isLetterOrDigit);
      boolean name = tag.equals("CD") && row.isCapital(i);
      if (kept && word && !isTaken(i) && (name || !STOP.contains(row.lower(i)))) {
        words.add(plain(row.text(i)));
      }
    }
    return words;
  }
}
