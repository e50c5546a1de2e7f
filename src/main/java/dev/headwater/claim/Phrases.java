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
        || row.isAny(i, "&|/")
        || mask.covers(i)
        || ((tag.equals("VBN") || tag.equals("VBG"))
            && (row.isNoun(i + 1) || row.tag(i + 1).startsWith("JJ")))
        || (tag.equals("CC") && isNounish(i - 1) && isNounish(i + 1) && !isTaken(i - 1));
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
      if (time) {
        break;
      }
      i--;
    }
    while (i < last && row.isAny(i, "and|or|&|'s|’s")) {
      i++;
    }
    return i > 0 && isOpener(i - 1) ? i - 1 : i;
  }

  /** First token of a noun phrase with what it hangs on: "price of", "exports to", "gap in". */
  int chainBegin(int last, String prepositions) {
    int begin = nounBegin(last);
    for (int rounds = 0; rounds < 4; rounds++) {
      int prep = begin - 1;
      int noun = prep - 1;
      boolean participle = row.tag(noun).equals("VBN") && row.isNoun(noun - 1);
      noun = participle ? noun - 1 : noun;
      boolean joined =
          row.isAny(prep, prepositions) && noun >= 0 && row.isNoun(noun) && !isTaken(noun);
      if (!joined) {
        break;
      }
      begin = nounBegin(noun);
    }
    return begin;
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

  /** Content words of tokens [begin, end). */
  List<String> content(int begin, int end) {
    List<String> words = new ArrayList<>();
    for (int i = Math.max(0, begin); i < end; i++) {
      String tag = row.tag(i);
      boolean kept =
          tag.startsWith("NN") || tag.startsWith("JJ") || tag.startsWith("VB") || mask.covers(i);
      boolean word = row.lower(i).chars().anyMatch(Character::isLetterOrDigit);
      if (kept && word && !isTaken(i) && !STOP.contains(row.lower(i))) {
        words.add(row.text(i));
      }
    }
    return words;
  }
}
