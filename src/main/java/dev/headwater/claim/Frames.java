package dev.headwater.claim;

import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a quantity is about, read from parts of speech alone: the noun it modifies or belongs to,
 * and the subject of its verb; and the verb that says whether it rose or fell.
 */
final class Frames {
  private static final String AFTER = "of|in|with|for|into";

  private static final String BEFORE = "of|from|in|for|to|on|at|across|between|against";

  private final TokenRow row;
  private final Phrases phrases;
  private final Subjects subjects;

  Frames(TokenRow row, Phrases phrases) {
    this.row = row;
    this.phrases = phrases;
    this.subjects = new Subjects(row, phrases);
  }

  /** Concept words, agent and verb of a quantity; agent and predicate are null where unknown. */
  record Frame(List<String> concept, String agent, String predicate, String change) {}

  /** The frame of an amount whose hedge begins at a token. */
  Frame of(Amount amount, int begin) {
    String change = Changes.before(row, begin);
    boolean raised = isMoney(amount) && row.lemma(begin - 1).equals("raise");
    boolean points = row.lemma(amount.unit().first()).equals("point");
    boolean object = !points && (amount.unit().noun() != null || raised) && row.isVerb(begin - 1);
    if (change != null && !change.contains("_") && object) {
      change = null;
    }
    change = change == null ? subjects.changeBy(begin) : change;
    Stretch behind = behind(amount);
    boolean attributive = !behind.isEmpty() && !row.is(behind.begin() - 1, "for");
    boolean changed = change != null && change.endsWith("_by");
    Stretch before =
        attributive
            ? attribute(amount, begin, behind)
            : changed ? object(begin) : owner(amount, begin);
    int verb = isSubject(amount, begin, behind) ? -1 : subjects.verbBefore(begin);
    Stretch subject = verb < 0 ? apposed(amount, begin) : subjects.of(verb);
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
    String predicate = verb < 0 ? null : row.join(subjects.groupBegin(verb), verb + 1);
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
    boolean compound = row.is(amount.unit().first() - 1, "-") && row.glued(amount.unit().first());
    boolean counted = amount.unit().noun() != null && !compound;
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

  /** "raised its benchmark rate by 25 points": what was raised. */
  private Stretch object(int begin) {
    int noun = row.is(begin - 1, "by") ? begin - 2 : -1;
    boolean found = noun > 0 && row.isNoun(noun) && !phrases.isTaken(noun);
    return found ? new Stretch(phrases.chainBegin(noun, "of|on|for|in"), noun + 1) : Stretch.NONE;
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
    boolean named =
        comma && row.isNoun(noun) && !phrases.isTaken(noun) && (row.isProper(noun) == age || age);
    Stretch found = named ? new Stretch(phrases.chainBegin(noun, BEFORE), noun + 1) : Stretch.NONE;
    // "Last week 300 …" and "According to the navy, 40 …" name nobody who does it.
    boolean adverbial =
        named
            && (phrases.isTime(found.begin(), found.end())
                || row.tag(found.begin() - 1).equals("IN")
                || row.is(found.begin() - 1, "to"));
    return adverbial && !age ? Stretch.NONE : found;
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
    // "Officials said 30 homes burned": behind a report the tagger takes the past for a participle.
    verb |= ReportingVerb.isSaying(row, begin - 1) && row.tag(end).equals("VBN");
    int i = begin - 1;
    while (row.isAny(i, "the|a|an|all|these|those")
        || (row.tag(i).startsWith("JJ") && !behind.isEmpty())) {
      i--;
    }
    boolean opens =
        i < 0
            || row.isAny(
                i, "that|,|and|but|while|when|if|because|“|\"|:|;|where|as|so|there|what|since");
    // "Police said three men were hurt": a clause without "that" begins.
    opens |= ReportingVerb.isSaying(row, i) || row.lemma(subjects.verbBefore(begin)).equals("say");
    return (opens || !behind.isEmpty() && row.is(behind.begin() - 1, "of")) && verb
        || (row.isAny(begin - 1, "with") && row.tag(end).equals("VBG"));
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
    return phrases.isTime(0, end) ? 0 : Math.min(end, begin);
  }
}
