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
  /** "Their figures" are those of whom "they" means. */
  private static final Map<String, String> OWNERS =
      Map.of("their", "they", "his", "he", "her", "she", "its", "it");

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

  private final Persons persons = new Persons();
  private String lastState;
  private String lastSource;

  /** The last source that is not one person: whom "it" means. */
  private String lastBody;

  private boolean lastWasPlural;

  /** Whether the last source can be a single person at all. */
  private boolean lastMaySpeak;

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
    boolean subject = name.from() <= FARTHEST_SUBJECT || persons.isEmpty();
    if (name.length() == 1) {
      String known = byPart.get(full);
      if (known != null || name.titled()) {
        learnPerson(s, known != null ? known : full, name, subject);
      }
      return;
    }
    if (name.isBody(s)) {
      return;
    }
    byPart.putIfAbsent(s.at(name.to() - 1).text(), full);
    if (name.titled() || name.length() <= LONGEST_UNTITLED && !isDetermined(s, name.from())) {
      learnPerson(s, full, name, subject);
    }
    if (name.titled()) {
      byPart.putIfAbsent(s.at(name.from()).text(), full);
      learnOffice(full, name);
    }
  }

  private void learnPerson(Lexemes s, String full, PrintedName name, boolean subject) {
    for (int i = Math.max(0, name.from() - 2); i < name.from(); i++) {
      persons.titled(full, s.at(i));
    }
    if (subject) {
      persons.subject(full);
    } else {
      persons.passing(full);
    }
  }

  /** "The Orlin Line" is no person. */
  private static boolean isDetermined(Lexemes s, int name) {
    return name > 0 && s.at(name - 1).is("article");
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
    PrintedName inRole = RoleNames.behind(s, from, to);
    String name = inRole == null ? resolve(s, from, to) : holder(s, to, inRole);
    if (!persons.knows(name)) {
      if (s.at(to - 1).is("person") || s.at(to - 1).is("title")) {
        persons.subject(name);
        persons.titled(name, s.at(to - 1));
      } else {
        lastBody = name;
      }
    }
    lastSource = name;
    lastMaySpeak = !s.at(to - 1).is("organisation") && !s.at(to - 1).is("evidence");
    lastWasPlural = to - from > 1 && s.phrase(from, to).contains(" and ");
    return name;
  }

  /** The person named behind a role; the role names the person from here on. */
  private String holder(Lexemes s, int to, PrintedName name) {
    String full = s.phrase(name.from(), name.to());
    byPart.putIfAbsent(s.at(name.to() - 1).text(), full);
    if (s.at(to - 1).is("title")) {
      byOffice.put(s.at(to - 1).lower(), full);
    }
    learnPerson(s, full, name, true);
    persons.titled(full, s.at(to - 1));
    return full;
  }

  private String resolve(Lexemes s, int from, int to) {
    String first = s.at(from).lower();
    boolean stands = SourceWords.is(first, "pronoun") || SourceWords.is(first, "owner");
    if (to - from == 1 && stands) {
      return pronoun(first, s.at(from).text());
    }
    String owned = OWNERS.get(first);
    if (owned != null && to - from <= 4 && s.at(to - 1).is("evidence")) {
      String owner = pronoun(owned, "");
      return owner.isEmpty() ? evidence(s, from, to) : owner;
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
    int owner = EvidenceNames.owner(s, from, to);
    if (owner > from && s.at(to - 1).is("evidence")) {
      return resolve(s, from, owner);
    }
    int inner = EvidenceNames.source(s, from, to);
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

  private String pronoun(String lower, String printed) {
    if (lower.equals("i") || lower.equals("we") || lower.equals("you")) {
      return printed;
    }
    if (Persons.isPronoun(lower)) {
      String person = persons.of(lower);
      return person != null ? person : lastMaySpeak ? lastSource : printed;
    }
    if (lower.equals("it") && lastBody != null) {
      return lastBody;
    }
    if (lower.equals("they") && !lastWasPlural && lastSource == null) {
      return printed;
    }
    return lastSource != null ? lastSource : printed;
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

  /** A name of two or three words that belongs to no body. */
  private boolean isPerson(Lexemes s, int from, int begin, int end) {
    for (int i = begin; i < end; i++) {
      if (!s.at(i).isCapital()) {
        return false;
      }
    }
    boolean length = end - begin >= 2 && end - begin <= LONGEST_UNTITLED;
    return length && begin == from && !PrintedName.of(s, begin, end).isBody(s);
  }

  private String named(Lexemes s, int from, int to) {
    int begin = from;
    int end = to;
    while (end > from + 1 && s.at(end - 1).kind() == Lexeme.Kind.POSSESSIVE) {
      end--;
    }
    // "The board on Sunday": the day belongs to the verb.
    boolean day = end > from + 2 && s.at(end - 1).is("time") && s.at(end - 2).is("preposition");
    end -= day ? 2 : 0;
    for (int i = from; i < end; i++) {
      boolean title = s.at(i).is("title");
      boolean nameFollows =
          i + 1 < end && s.at(i + 1).isCapital() && !s.at(i + 1).is("organisation");
      if (title && nameFollows) {
        begin = i + 1;
      }
    }
    begin = RoleNames.afterRole(s, begin, end);
    if (begin + 1 < end && s.at(begin).lower().equals("the")) {
      begin++;
    }
    // "A tired Okafor", "the plan Okafor rejected": a name that is known by its last word.
    boolean tail =
        end - begin > 1
            && s.at(end - 1).isCapital()
            && s.at(end - 2).isWord()
            && !s.at(end - 2).isCapital()
            && !s.at(end - 2).is("preposition")
            && !s.at(end - 2).lower().equals("and");
    begin = tail && byPart.containsKey(s.at(end - 1).text()) ? end - 1 : begin;
    String printed = s.phrase(begin, end);
    String full = end - begin == 1 ? byPart.get(printed) : null;
    String name = full != null ? full : printed;
    if (full != null || begin > from && s.at(begin).isCapital() || isPerson(s, from, begin, end)) {
      persons.subject(name);
    }
    return name;
  }
}
