package dev.headwater.claim;

import java.util.Set;

/**
 * Finds the verb that governs a number and the subject of that verb, from parts of speech. Each
 * look is bounded.
 */
final class Subjects {
  private static final Set<String> PRONOUNS = WordTable.words("en/frame.tsv", "pronoun");
  private static final String BEFORE = "of|from|in|for|to|on|at|across|between|against";
  private static final int REACH = 40;

  /** Tokens between a verb and "by" with its object between. */
  private static final int FAR = 10;

  private final TokenRow row;
  private final Phrases phrases;

  Subjects(TokenRow row, Phrases phrases) {
    this.row = row;
    this.phrases = phrases;
  }

  /** The nearest verb before a token that governs it; -1 where there is none. */
  int verbBefore(int from) {
    for (int i = from - 1; i >= Math.max(0, from - REACH); i--) {
      String tag = row.tag(i);
      if (row.isAny(i, ";|:|—") && !row.isNoun(i) && i < from - 1) {
        return -1;
      }
      if (!tag.startsWith("VB")
          || phrases.isTaken(i)
          || row.isAny(i, "including|according|based|compared|excluding|'s")) {
        continue;
      }
      boolean modifier =
          (tag.equals("VBN") || tag.equals("VBG"))
              && row.isNoun(i + 1)
              && (row.tag(i - 1).equals("DT")
                  || row.tag(i - 1).startsWith("JJ")
                  || row.tag(i - 1).equals("IN")
                  || row.tag(i - 1).equals("PRP$"));
      if (!modifier) {
        return i;
      }
    }
    return -1;
  }

  /** "raised its rate by 25 points": the change whose measure "by" gives; null where none does. */
  String changeBy(int begin) {
    int verb = row.is(begin - 1, "by") ? verbBefore(begin - 1) : -1;
    String change = verb < 0 || begin - verb > FAR ? null : Changes.of(row.lemma(verb));
    return change == null ? null : change + "_by";
  }

  private int finiteBefore(int from) {
    int verb = verbBefore(from);
    while (verb > 0
        && !row.isAny(verb, "is|was|are|were|has|have|had")
        && (row.tag(verb).equals("VBG") || row.tag(verb).equals("VBN"))
        && groupBegin(verb) == verb) {
      verb = verbBefore(verb);
    }
    return verb;
  }

  /** First token of the verb group that ends with a verb: "is expected to rise". */
  int groupBegin(int verb) {
    int i = verb;
    while (i > 0
        && (row.isVerb(i - 1) || row.tag(i - 1).startsWith("RB") || row.tag(i - 1).equals("TO"))) {
      i--;
    }
    return i;
  }

  /** The subject of a verb; empty where there is none or only a pronoun. */
  Stretch of(int verb) {
    return subject(verb, 0);
  }

  /** The subject of a verb; for a participle without one, the subject of the verb before it. */
  private Stretch subject(int verb, int depth) {
    int group = groupBegin(verb);
    int i = beforeTime(group - 1);
    String tag = row.tag(group);
    if (tag.equals("VBN") && row.isNoun(i) && !phrases.isTaken(i)
        || (row.tag(verb).equals("VBG") && group == verb && row.isNoun(i) && !phrases.isTaken(i))) {
      return new Stretch(phrases.chainBegin(i, "of|in|for"), i + 1);
    }
    boolean bare =
        tag.equals("VBG")
            || tag.equals("VBN")
            || tag.equals("TO")
            || row.isAny(i, "to|and|or|by|for|of|in|after|before|while|but|from|with|than");
    if (phrases.isTaken(i)) {
      int noun = i;
      while (noun > 0 && (phrases.isTaken(noun) || row.isAny(noun, "aged|ages|between|,"))) {
        noun--;
      }
      if (row.isAny(noun + 1, "aged|ages") && row.isNoun(noun)) {
        return new Stretch(phrases.chainBegin(noun, BEFORE), noun + 1);
      }
    }
    if (bare || phrases.isTaken(i)) {
      int former = depth < 3 ? finiteBefore(group) : -1;
      return former < 0 ? first(group) : subject(former, depth + 1);
    }
    if (row.isAny(i, "which|that|who|whom")) {
      i = row.is(i - 1, ",") ? i - 2 : i - 1;
      return i >= 0 && row.isNoun(i)
          ? new Stretch(phrases.chainBegin(i, "of|from|for|in"), i + 1)
          : first(group);
    }
    if (row.is(i, ",") || row.is(i, ")")) {
      return inserted(i, group);
    }
    if (row.isVerb(i)) {
      return antecedent(i);
    }
    if (PRONOUNS.contains(row.lower(i))) {
      return row.isAny(i, "it|he|she|they|most|both") && i > 3 ? first(i) : Stretch.NONE;
    }
    if (i >= 0 && (row.isNoun(i) || (row.tag(i).equals("CD") && !phrases.isTaken(i)))) {
      int begin = phrases.chainBegin(i, BEFORE);
      boolean headed = row.isAny(begin - 1, "—|--|–") && row.isProper(begin - 2);
      return new Stretch(headed ? phrases.nounBegin(begin - 2) : begin, i + 1);
    }
    return Stretch.NONE;
  }

  /** "The firm that sank last year owned": the time between belongs to no verb's subject. */
  private int beforeTime(int last) {
    boolean year = phrases.isTime(last, last + 1) && row.isDigits(last);
    if (year && row.isAny(last - 1, "in|by|since|during|from") && row.isVerb(last - 2)) {
      return last - 2;
    }
    if (!row.isNoun(last)) {
      return last;
    }
    int begin = phrases.nounBegin(last);
    if (begin < 2 || !phrases.isTime(begin, last + 1)) {
      return last;
    }
    boolean dated = row.isAny(last - 1, "last|this|next|past|earlier|later|late|early");
    boolean verb = row.isAny(begin - 1, "in|on|at|by|since|during") && row.isVerb(begin - 2);
    return dated ? Math.min(begin, last - 1) - 1 : verb ? begin - 2 : last;
  }

  /**
   * "The line that the state sold carries": behind the verb of a relative clause comes the main.
   */
  private Stretch antecedent(int verb) {
    for (int i = verb - 1; i > Math.max(0, verb - FAR); i--) {
      if (row.isAny(i, "that|which|who|whom") && row.isNoun(i - 1)) {
        return new Stretch(phrases.chainBegin(i - 1, "of|from|for|in"), i);
      }
    }
    boolean reduced = row.tag(verb).equals("VBN") || row.tag(verb).equals("VBD");
    return reduced && row.isNoun(verb - 1)
        ? new Stretch(phrases.chainBegin(verb - 1, "of|from|for|in"), verb)
        : Stretch.NONE;
  }

  /** The subject before an insertion in commas; an apposition belongs to it. */
  private Stretch inserted(int comma, int group) {
    int open = comma - 1;
    while (open > Math.max(0, comma - 16) && !row.isAny(open, ",|(")) {
      open--;
    }
    int noun = open - 1;
    if (!row.isAny(open, ",|(") || noun < 0 || !row.isNoun(noun)) {
      return first(group);
    }
    int begin = phrases.chainBegin(noun, BEFORE);
    boolean apposition =
        row.is(open + 1, "called")
            || row.tag(open + 1).startsWith("JJ")
            || row.tag(open + 1).equals("CD");
    return new Stretch(begin, apposition ? comma : noun + 1);
  }

  /** The first subject of the sentence: a noun phrase with a verb right behind it. */
  private Stretch first(int limit) {
    if (row.isAny(0, "if|when|while|as|because|although|though|unless|once|after|before")) {
      return Stretch.NONE;
    }
    for (int i = 1; i < limit && i < REACH; i++) {
      boolean verb = row.isVerb(i) && !row.tag(i).equals("VBG") && !row.tag(i).equals("VBN");
      if (verb && row.isNoun(i - 1) && !phrases.isTaken(i - 1)) {
        return new Stretch(phrases.chainBegin(i - 1, BEFORE), i);
      }
      if (verb && PRONOUNS.contains(row.lower(i - 1))) {
        return Stretch.NONE;
      }
    }
    return Stretch.NONE;
  }
}
