package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a quantity is about, read from parts of speech alone: the noun it modifies or belongs to,
 * else the subject of its verb; and the verb that says whether it rose or fell.
 */
final class Frames {
  private static final Set<String> UP = WordTable.words("en/frame.tsv", "up");
  private static final Set<String> DOWN = WordTable.words("en/frame.tsv", "down");
  private static final Set<String> STOP = WordTable.words("en/frame.tsv", "stop");
  private static final int REACH = 40;

  private final TokenRow row;
  private final Amount amount;
  private final int begin;

  private Frames(TokenRow row, Amount amount, int begin) {
    this.row = row;
    this.amount = amount;
    this.begin = begin;
  }

  /** Concept words, agent and verb of a quantity; agent and predicate are null where unknown. */
  record Frame(List<String> concept, String agent, String predicate, String change) {}

  /** The frame of an amount whose hedge begins at a token. */
  static Frame of(TokenRow row, Amount amount, int begin) {
    return new Frames(row, amount, begin).read();
  }

  /** Direction and preposition of the change that a number measures; null where none is said. */
  static String changeBefore(TokenRow row, int number) {
    int i = number - 1;
    String how = "";
    if (row.isAny(i, "by|to|another|a|an|further|its|only|just")) {
      while (i > number - 4 && row.isAny(i, "by|to|another|a|an|further|its|only|just")) {
        how = row.isAny(i, "by|to") ? "_" + row.lower(i) : how;
        i--;
      }
    }
    if (row.tag(i).startsWith("RB") && !row.isAny(i, "up|down|lower|higher")) {
      i--;
    }
    boolean particle =
        row.tag(i - 1).startsWith("VB")
            && !row.isAny(
                i - 1,
                "is|was|are|were|be|been|being|'s|’s|go|goes|going|went|gone|edged|moved|ended|closed|finished|traded|trading|ticked|stood|opened");
    if (particle && row.isAny(i, "up|down")) {
      return null;
    }
    if (row.isAny(i, "up|higher")) {
      return "up" + how;
    }
    if (row.isAny(i, "down|lower")) {
      return "down" + how;
    }
    if (!row.tag(i).startsWith("VB")) {
      return null;
    }
    String lemma = row.lemma(i);
    return UP.contains(lemma) ? "up" + how : DOWN.contains(lemma) ? "down" + how : null;
  }

  private Frame read() {
    String change = changeBefore(row, begin);
    if (change != null
        && !change.contains("_")
        && amount.unit().noun() != null
        && row.isVerb(begin - 1)) {
      change = null;
    }
    List<String> concept = modified();
    int verb = verbBefore(begin);
    int subject = verb < 0 ? -1 : subjectEnd(verb);
    int subjectBegin = subject < 0 ? -1 : phraseBegin(subject);
    if (concept.isEmpty()) {
      concept = owner();
    }
    if (concept.isEmpty() && subjectBegin >= 0) {
      concept = content(subjectBegin, subject);
    }
    String agent = subjectBegin < 0 ? null : row.join(subjectBegin, subject);
    String predicate = verb < 0 ? null : row.join(verbGroupBegin(verb), verb + 1);
    return new Frame(List.copyOf(concept), agent, predicate, change);
  }

  /** The noun phrase behind: "5 km run", "30% of voters", "$3m in fees". */
  private List<String> modified() {
    int i = amount.last();
    boolean counted = amount.unit().noun() != null;
    if (counted) {
      return List.of();
    }
    if (row.isAny(i, "of|in|worth") && !row.isProper(i + 1)) {
      i = row.is(i + 1, "of") ? i + 2 : i + 1;
    } else if (!(row.isNoun(i)
        || row.tag(i).startsWith("JJ")
        || row.tag(i).equals("VBN")
        || row.tag(i).equals("VBG"))) {
      return List.of();
    }
    int end = phraseEnd(i);
    return end > i ? content(i, end) : List.of();
  }

  /** The noun phrase before a preposition: "a fine of $5", "a speed of 30 mph". */
  private List<String> owner() {
    int prep = begin - 1;
    while (row.isAny(prep, "from|between|a|an|the")) {
      prep--;
    }
    if (!row.isAny(prep, "of|at|for|from|worth") || !row.isNoun(prep - 1)) {
      return List.of();
    }
    return content(phraseBegin(prep), prep);
  }

  private int verbBefore(int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
      if (row.tag(i).startsWith("VB")
          && !row.tag(i).equals("VBG")
          && !(row.tag(i).equals("VBN") && row.isNoun(i + 1))) {
        return i;
      }
      if (row.isAny(i, ";|:")) {
        return -1;
      }
    }
    return -1;
  }

  private int verbGroupBegin(int verb) {
    int i = verb;
    while (i > 0
        && (row.isVerb(i - 1) || row.tag(i - 1).startsWith("RB") || row.tag(i - 1).equals("TO"))) {
      i--;
    }
    return i;
  }

  /** One past the last token of the subject of a verb, or -1. */
  private int subjectEnd(int verb) {
    int i = verbGroupBegin(verb) - 1;
    while (i >= 0 && row.isAny(i, "which|that|who|,")) {
      i--;
    }
    return i >= 0 && row.isNoun(i) ? i + 1 : -1;
  }

  /** First token of the noun phrase, with its prepositional phrases, that ends before a token. */
  private int phraseBegin(int end) {
    int i = end - 1;
    while (i > 0 && i > end - REACH && isInside(i - 1)) {
      i--;
    }
    return i;
  }

  private int phraseEnd(int begin) {
    int i = begin;
    while (i < row.size() && i < begin + REACH && isInside(i)) {
      i++;
    }
    while (i > begin && !row.isNoun(i - 1)) {
      i--;
    }
    return i;
  }

  private boolean isInside(int i) {
    String tag = row.tag(i);
    return tag.startsWith("NN")
        || tag.startsWith("JJ")
        || tag.startsWith("PRP$")
        || tag.equals("DT")
        || tag.equals("POS")
        || tag.equals("HYPH")
        || (tag.equals("VBN") && row.isNoun(i + 1))
        || (tag.equals("VBG") && row.isNoun(i + 1))
        || (tag.equals("IN") && row.isAny(i, "of|in|for|from|with|on|at"));
  }

  private List<String> content(int from, int to) {
    List<String> words = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String tag = row.tag(i);
      boolean kept =
          tag.startsWith("NN") || tag.startsWith("JJ") || tag.startsWith("VB") || tag.equals("CD");
      if (kept && !STOP.contains(row.lower(i))) {
        words.add(row.text(i));
      }
    }
    return words;
  }
}
