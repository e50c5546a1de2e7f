package dev.headwater.claim;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The persons and bodies an article has named so far, to tell who "Shin", "he" or "the Ukrainian
 * leader" is. Fed sentence by sentence; every lookup is a map access. Not thread-safe: one per
 * article, used while it is read.
 */
final class Speakers {
  private static final int LONGEST_NAME = 5;
  private static final int LONGEST_UNTITLED = 3;

  /** A person named this early in a sentence is probably its subject, and the next "he". */
  private static final int FARTHEST_SUBJECT = 6;

  /** Full name by its last word, and by its first word where a title stood before it. */
  private final Map<String, String> byPart = new HashMap<>();

  /** Full name by the adjective of state or office before it: "Ukrainian president". */
  private final Map<String, String> byOffice = new HashMap<>();

  /** Evidence as it was introduced, by its last word: "the data" is "new harbour data". */
  private final Map<String, String> byEvidence = new HashMap<>();

  private String lastPerson;
  private String lastState;
  private String lastSource;
  private boolean lastWasPlural;

  /** Learns the names of a sentence. */
  void read(Lexemes s) {
    boolean stop = s.size() > 0 && s.at(s.size() - 1).isStop();
    if (!stop && FrameFinder.isHeadline(s)) {
      return;
    }
    int i = 0;
    while (i < s.size()) {
      if (!s.at(i).isCapital()) {
        i++;
        continue;
      }
      int to = i;
      while (to < s.size() && s.at(to).isCapital()) {
        to++;
      }
      learn(s, PrintedName.of(s, i, to));
      i = to;
    }
  }

  private void learn(Lexemes s, PrintedName name) {
    if (name.length() == 0 || name.length() > LONGEST_NAME) {
      return;
    }
    String full = s.phrase(name.from(), name.to());
    boolean subject = name.from() <= FARTHEST_SUBJECT || lastPerson == null;
    if (name.length() == 1) {
      String known = byPart.get(full);
      boolean person = known != null || name.titled();
      if (person && subject) {
        lastPerson = known != null ? known : full;
      }
      return;
    }
    if (name.isBody(s)) {
      return;
    }
    byPart.putIfAbsent(s.at(name.to() - 1).text(), full);
    if (subject && (name.titled() || name.length() <= LONGEST_UNTITLED)) {
      lastPerson = full;
    }
    if (name.titled()) {
      byPart.putIfAbsent(s.at(name.from()).text(), full);
      learnOffice(full, name);
    }
  }

  private void learnOffice(String full, PrintedName name) {
    if (name.state() != null) {
      lastState = SourceWords.state(name.state());
      byOffice.put(name.state().toLowerCase(Locale.ROOT), full);
    }
    if (name.office() != null) {
      byOffice.put(name.office(), full);
    }
  }

  /** The name of the source in a range of a sentence, and remembers it as the last speaker. */
  String name(Lexemes s, int from, int to) {
    String name = resolve(s, from, to);
    lastSource = name;
    lastWasPlural = to - from > 1 && s.phrase(from, to).contains(" and ");
    return name;
  }

  private String resolve(Lexemes s, int from, int to) {
    String first = s.at(from).lower();
    boolean stands = SourceWords.is(first, "pronoun") || SourceWords.is(first, "owner");
    if (to - from == 1 && stands) {
      return pronoun(s, from);
    }
    if (SourceWords.is(first, "determiner")
        && to - from == 2
        && isOwnState(first, s.at(from + 1))) {
      return lastState == null ? s.phrase(from, to) : lastState;
    }
    for (int i = from + 1; i + 1 < to; i++) {
      if (s.at(i).is("handed") && s.at(i + 1).lower().equals("by")) {
        return resolve(s, from, i);
      }
    }
    int owner = possessive(s, from, to);
    if (owner > from && s.at(to - 1).is("evidence")) {
      return resolve(s, from, owner);
    }
    int inner = evidenceSource(s, from, to);
    if (inner > 0) {
      return resolve(s, inner, to);
    }
    String described = described(s, from, to);
    return described != null ? described : evidence(s, from, to);
  }

  private String evidence(Lexemes s, int from, int to) {
    String last = s.at(to - 1).lower();
    boolean definite = to - from == 2 && s.at(from).lower().equals("the");
    if (!s.at(to - 1).is("evidence")) {
      return named(s, from, to);
    }
    String known = definite ? byEvidence.get(last) : null;
    String name = known != null ? known : named(s, from, to);
    byEvidence.put(last, name);
    return name;
  }

  private static boolean isOwnState(String determiner, Lexeme noun) {
    boolean own =
        determiner.equals("his") || determiner.equals("her") || determiner.equals("their");
    return own
        && (noun.lower().equals("country")
            || noun.lower().equals("government")
            || noun.lower().equals("nation"));
  }

  private String pronoun(Lexemes s, int at) {
    String lower = s.at(at).lower();
    boolean person =
        lower.equals("he") || lower.equals("she") || lower.equals("his") || lower.equals("her");
    if (lower.equals("i") || lower.equals("we") || lower.equals("you")) {
      return s.at(at).text();
    }
    if (person && lastPerson != null) {
      return lastPerson;
    }
    if (lower.equals("they") && !lastWasPlural && lastSource == null) {
      return s.at(at).text();
    }
    return lastSource != null ? lastSource : s.at(at).text();
  }

  private static int possessive(Lexemes s, int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (s.at(i).kind() == Lexeme.Kind.POSSESSIVE) {
        return i;
      }
    }
    return -1;
  }

  /** "estimates from X", "a post by X": the first lexeme of X, -1 if there is none. */
  private static int evidenceSource(Lexemes s, int from, int to) {
    boolean evidence = false;
    for (int i = from; i + 1 < to; i++) {
      String lower = s.at(i).lower();
      evidence |= SourceWords.is(lower, "evidence") && (i == 0 || !s.at(i).isCapital());
      boolean link =
          lower.equals("from")
              || lower.equals("by")
              || lower.equals("of") && i > from && s.at(i - 1).is("evidence");
      if (evidence && link) {
        for (int k = i + 1; k < to; k++) {
          if (s.at(k).isCapital() || k == i + 1 && isBodyPhrase(s, k, to)) {
            return i + 1;
          }
        }
      }
    }
    return -1;
  }

  /** "The bank" in "estimates from the bank", but not "the past" in "data from the past year". */
  private static boolean isBodyPhrase(Lexemes s, int from, int to) {
    return s.at(from).lower().equals("the")
        && from + 1 < to
        && !s.at(from + 1).is("time")
        && s.at(to - 1).is("organisation");
  }

  /** "The Ukrainian leader": the person who was named with that adjective or office. */
  private String described(Lexemes s, int from, int to) {
    boolean the = s.at(from).lower().equals("the");
    if (!the || !s.at(to - 1).is("title") || s.at(to - 1).isCapital()) {
      return null;
    }
    String middle = s.phrase(from + 1, to - 1).toLowerCase(Locale.ROOT);
    String byState = byOffice.get(middle);
    return byState != null ? byState : byOffice.get(s.at(to - 1).lower());
  }

  private String named(Lexemes s, int from, int to) {
    int begin = from;
    int end = to;
    while (end > from + 1 && s.at(end - 1).kind() == Lexeme.Kind.POSSESSIVE) {
      end--;
    }
    for (int i = from; i < end; i++) {
      boolean title = s.at(i).is("title");
      boolean nameFollows = i + 1 < end && s.at(i + 1).isCapital();
      if (title && nameFollows) {
        begin = i + 1;
      }
    }
    begin = afterRole(s, begin, end);
    if (begin + 1 < end && s.at(begin).lower().equals("the")) {
      begin++;
    }
    String printed = s.phrase(begin, end);
    String full = end - begin == 1 ? byPart.get(printed) : null;
    String name = full != null ? full : printed;
    if (full != null || begin > from && s.at(begin).isCapital()) {
      lastPerson = name;
    }
    return name;
  }

  /** "Engineer Pia Lund": a name of two words or more that a plain noun stands before. */
  private static int afterRole(Lexemes s, int begin, int end) {
    int from = end;
    while (from > begin && s.at(from - 1).isCapital()) {
      from--;
    }
    boolean name = end - from >= 2 && from > begin && s.at(from - 1).isWord();
    if (!name) {
      return begin;
    }
    String before = s.at(from - 1).lower();
    boolean linked =
        SourceWords.is(before, "preposition")
            || SourceWords.is(before, "article")
            || before.equals("and")
            || before.equals("or");
    return linked ? begin : from;
  }
}
