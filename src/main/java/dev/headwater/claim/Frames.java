package dev.headwater.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a quantity is about, read from parts of speech alone: the noun it modifies or belongs to,
 * and the subject of its verb; and the verb that says whether it rose or fell.
 */
final class Frames {
  private static final Set<String> UP = WordTable.words("en/frame.tsv", "up");
  private static final Set<String> DOWN = WordTable.words("en/frame.tsv", "down");
  private static final Set<String> PRONOUNS = WordTable.words("en/frame.tsv", "pronoun");
  private static final String BE_OR_GO =
      "is|was|are|were|be|been|being|'s|’s|go|goes|going|went|gone|edged|moved|ended|closed|finished"
          + "|traded|trading|ticked|stood|opened";
  private static final String BY = "by|to|another|a|an|further|its|only|just";
  private static final String AFTER = "of|in|with|for|into";
  private static final String BEFORE = "of|from|in|for|to|on|at|across|between|against";
  private static final int REACH = 40;

  private final TokenRow row;
  private final Phrases phrases;

  Frames(TokenRow row, Phrases phrases) {
    this.row = row;
    this.phrases = phrases;
  }

  /** Concept words, agent and verb of a quantity; agent and predicate are null where unknown. */
  record Frame(List<String> concept, String agent, String predicate, String change) {}

  /** A stretch of tokens; empty where begin is not before end. */
  private record Stretch(int begin, int end) {
    static final Stretch NONE = new Stretch(0, 0);

    boolean isEmpty() {
      return begin >= end;
    }
  }

  /** Direction and preposition of the change that a number measures; null where none is said. */
  static String changeBefore(TokenRow row, int number) {
    int i = number - 1;
    String how = "";
    while (i > number - 4 && row.isAny(i, BY)) {
      how = row.isAny(i, "by|to") ? "_" + row.lower(i) : how;
      i--;
    }
    if (row.tag(i).startsWith("RB") && !row.isAny(i, "up|down|lower|higher")) {
      i--;
    }
    boolean particle = row.tag(i - 1).startsWith("VB") && !row.isAny(i - 1, BE_OR_GO);
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

  /** The frame of an amount whose hedge begins at a token. */
  Frame of(Amount amount, int begin) {
    String change = changeBefore(row, begin);
    boolean object = amount.unit().noun() != null && row.isVerb(begin - 1);
    if (change != null && !change.contains("_") && object) {
      change = null;
    }
    Stretch behind = behind(amount);
    boolean attributive = !behind.isEmpty() && !row.is(behind.begin() - 1, "for");
    Stretch before = attributive ? attribute(amount, begin, behind) : owner(amount, begin);
    int verb = isSubject(amount, begin, behind) ? -1 : verbBefore(begin);
    Stretch subject = verb < 0 ? apposed(amount, begin) : subject(verb, 0);
    LinkedHashSet<String> concept = new LinkedHashSet<>();
    boolean adjunct =
        !before.isEmpty() && row.is(before.begin() - 1, "with") && row.is(before.begin() - 2, ",");
    boolean aside = row.is(begin - 1, "(") && attributive;
    if (adjunct || aside) {
      subject = Stretch.NONE;
    }
    for (Stretch stretch : new Stretch[] {behind, before, subject}) {
      concept.addAll(phrases.content(stretch.begin(), stretch.end()));
    }
    if (concept.isEmpty() && verb < 0) {
      concept.addAll(phrases.content(0, headline(begin)));
    }
    String agent = subject.isEmpty() ? null : row.join(subject.begin(), subject.end());
    String predicate = verb < 0 ? null : row.join(groupBegin(verb), verb + 1);
    return new Frame(List.copyOf(concept), agent, predicate, change);
  }

  /** Whether nothing behind an amount says what it is about. */
  boolean isBare(Amount amount) {
    return behind(amount).isEmpty();
  }

  /** The noun phrase behind: "5 km run", "30% of voters", "$3m in fees", "counts of fraud". */
  private Stretch behind(Amount amount) {
    int i = behindBracket(amount.last());
    while (row.isAny(i, "wide|long|tall|deep|high|away|)|worth") && !row.isNoun(i)) {
      i++;
    }
    boolean counted = amount.unit().noun() != null;
    boolean money = isMoney(amount) && !counted;
    boolean purpose = row.is(i, "for") && (money || amount.unit().kind().equals("percent"));
    if (row.is(i, "of") || (money && row.is(i, "in")) || purpose) {
      int from = skipAmounts(i + 1);
      int end = phrases.chainEnd(from, AFTER);
      boolean time = phrases.isTime(from, phrases.nounEnd(from)) || phrases.isTime(from, end);
      return time || from - i > 6 ? Stretch.NONE : new Stretch(purpose ? i + 1 : from, end);
    }
    if (counted) {
      return Stretch.NONE;
    }
    i = skipAmounts(row.is(i, "-") ? i + 1 : i);
    String tag = row.tag(i);
    boolean starts =
        row.isNoun(i) || tag.startsWith("JJ") || tag.equals("VBN") || tag.equals("VBG");
    if (!starts
        || row.isAny(
            i,
            "last|next|earlier|later|same|lower|higher|more|less|worldwide|each|such|due|old|ago")) {
      return Stretch.NONE;
    }
    boolean age = amount.unit().kind().equals("age");
    int end = phrases.chainEnd(i, age ? AFTER + "|from" : AFTER);
    return end > i && !phrases.isTime(i, end) ? new Stretch(i, end) : Stretch.NONE;
  }

  /** "an 8.5 kW system", "2.4-liter four-cylinder engine": measures before the noun. */
  private int skipAmounts(int from) {
    int i = from;
    boolean opened = row.isAny(i, "a|an|the");
    int next = opened ? i + 1 : i;
    while (phrases.isTaken(next) || (row.is(next, "-") && phrases.isTaken(next - 1))) {
      next++;
    }
    return opened && next == i + 1 ? from : next;
  }

  private static boolean isMoney(Amount amount) {
    return amount.unit().kind().equals("currency");
  }

  /** Behind a short bracket, such as a conversion: "8 miles (13 km) of tunnels". */
  private int behindBracket(int i) {
    if (row.is(i, "(")) {
      for (int k = i + 1; k < i + 7; k++) {
        if (row.is(k, ")")) {
          return k + 1;
        }
      }
    }
    return i;
  }

  /** What stands between the determiner and the number: "the best $200 phones". */
  private Stretch attribute(Amount amount, int begin, Stretch behind) {
    boolean direct = !row.isAny(behind.begin() - 1, "of|in");
    for (int i = amount.last(); i < behind.begin(); i++) {
      direct &= phrases.isTaken(i) || row.is(i, "-");
    }
    int last = begin - 1;
    boolean inner =
        row.tag(last).startsWith("JJ") || row.isNoun(last) || row.tag(last).equals("POS");
    return direct && inner && !phrases.isTaken(last)
        ? new Stretch(phrases.nounBegin(last), begin)
        : Stretch.NONE;
  }

  /** The noun phrase before a preposition: "a fine of $5", "a speed of 30 mph", "cap at 60". */
  private Stretch owner(Amount amount, int begin) {
    int prep = begin - 1;
    while (row.isAny(
            prep, "from|between|a|an|the|around|approximately|=|≈|~|record|average|total|of")
        && prep > begin - 5
        && !row.isNoun(prep - 1)) {
      prep--;
    }
    if (row.isAny(prep - 1, "average|total|maximum|minimum|record") && row.is(prep, "of")) {
      prep = row.tag(prep - 2).equals("DT") ? prep - 3 : prep - 2;
    }
    boolean duration = amount.unit().kind().equals("duration");
    boolean fits =
        row.isAny(prep, "of|at|for|from|with|worth|on|between|ranging|under|over")
            || row.is(prep, "to")
            || row.isAny(prep, "≈|~|=|:|least|(");
    if (!fits || (duration && !row.isAny(prep, "of|≈|="))) {
      return Stretch.NONE;
    }
    int noun =
        row.isAny(prep - 1, "priced|valued|set|worth|estimated|based|,|ranging|starting|costing|at")
            ? prep - 2
            : prep - 1;
    if (noun < 0 || !row.isNoun(noun) || phrases.isTaken(noun)) {
      return Stretch.NONE;
    }
    Stretch found = new Stretch(phrases.chainBegin(noun, "of|at|for|in"), noun + 1);
    return phrases.isTime(found.begin(), found.end()) ? Stretch.NONE : found;
  }

  /** "Anna Berg, 52," and "9 billion, Tesla": a name in front of a comma where no verb is. */
  private Stretch apposed(Amount amount, int begin) {
    boolean age = amount.unit().kind().equals("age");
    boolean comma = row.isAny(begin - 1, ",|(|a|an|of|-|—");
    int noun = row.isNoun(begin - 1) && !age ? begin - 1 : begin - 2;
    comma = comma || noun == begin - 1;
    if (age && row.isAny(begin - 1, "a|an")) {
      return row.isNoun(noun) ? new Stretch(phrases.nounBegin(noun), noun + 1) : Stretch.NONE;
    }
    return comma && row.isNoun(noun) && !phrases.isTaken(noun) && row.isProper(noun) == age
        ? new Stretch(phrases.chainBegin(noun, BEFORE), noun + 1)
        : Stretch.NONE;
  }

  /** Whether the amount itself opens a clause and a verb follows its phrase. */
  private boolean isSubject(Amount amount, int begin, Stretch behind) {
    int end = Math.max(amount.last(), behind.end());
    while (row.tag(end).startsWith("RB")) {
      end++;
    }
    boolean verb =
        row.tag(end).equals("MD")
            || row.isAny(end, "is|are|was|were|have|has|had|who|which|that")
            || (row.tag(end).equals("VBD") || row.tag(end).equals("VBP")) && !row.isAny(end, "ago");
    int i = begin - 1;
    while (row.isAny(i, "the|a|an|all|these|those")
        || (row.tag(i).startsWith("JJ") && !behind.isEmpty())) {
      i--;
    }
    boolean opens =
        i < 0
            || row.isAny(
                i, "that|,|and|but|while|when|if|because|“|\"|:|;|where|as|so|there|what|since");
    return (opens || !behind.isEmpty() && row.is(behind.begin() - 1, "of")) && verb
        || (row.isAny(begin - 1, "with") && row.tag(end).equals("VBG"));
  }

  private int verbBefore(int from) {
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

  private int groupBegin(int verb) {
    int i = verb;
    while (i > 0
        && (row.isVerb(i - 1) || row.tag(i - 1).startsWith("RB") || row.tag(i - 1).equals("TO"))) {
      i--;
    }
    return i;
  }

  /** The subject of a verb; for a participle without one, the subject of the verb before it. */
  private Stretch subject(int verb, int depth) {
    int group = groupBegin(verb);
    int i = group - 1;
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

  /** End of the noun phrase that opens a headline or a list without a verb; 0 where none does. */
  private int headline(int begin) {
    int end = phrases.nounEnd(0);
    for (int i = 0; i < begin; i++) {
      if (row.tag(i).equals("VBD")
          || row.tag(i).equals("VBZ")
          || row.tag(i).equals("VBP")
          || row.tag(i).equals("MD")) {
        return 0;
      }
    }
    return Math.min(end, begin);
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
