package dev.headwater.claim;

import dev.headwater.text.WordList;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The persons an article has spoken of, latest last, to tell whom "he" or "she" means: the latest
 * subject or speaker whose sex does not speak against it, else the latest one named in passing.
 *
 * <p>Sex is known from a title or a first name, else from the first pronoun used. A look-up goes
 * through at most {@value #KEPT} persons. Not thread-safe: one per article.
 */
final class Persons {
  private static final int KEPT = 8;
  private static final Map<String, String> NAMES = WordList.table("claim/en/given-names.tsv");
  private static final Set<String> MALE = Set.of("he", "his", "him", "himself");
  private static final Set<String> FEMALE = Set.of("she", "her", "hers", "herself");

  private final Deque<String> subjects = new ArrayDeque<>();
  private final Deque<String> inPassing = new ArrayDeque<>();
  private final Map<String, String> sexes = new HashMap<>();

  /** Whether a word is a pronoun for one person. */
  static boolean isPronoun(String lower) {
    return MALE.contains(lower) || FEMALE.contains(lower);
  }

  /** Whether a word is a first name. */
  static boolean isGivenName(String word) {
    return NAMES.containsKey(word);
  }

  boolean knows(String name) {
    return subjects.contains(name) || inPassing.contains(name);
  }

  boolean isEmpty() {
    return subjects.isEmpty();
  }

  /** A person who does or says something. */
  void subject(String name) {
    remember(subjects, name);
  }

  /** A person who is only named. */
  void passing(String name) {
    remember(inPassing, name);
  }

  /** What a title says of a person's sex; most say nothing. */
  void titled(String name, Lexeme title) {
    if (title.is("male")) {
      sexes.putIfAbsent(name, "m");
    } else if (title.is("female")) {
      sexes.putIfAbsent(name, "f");
    }
  }

  private void remember(Deque<String> persons, String name) {
    persons.remove(name);
    persons.addLast(name);
    if (persons.size() > KEPT) {
      persons.removeFirst();
    }
  }

  /** Whom a pronoun in lower case means, null if nobody fits. */
  String of(String pronoun) {
    String sex = MALE.contains(pronoun) ? "m" : "f";
    String found = latest(subjects, sex);
    found = found != null ? found : latest(inPassing, sex);
    if (found != null) {
      sexes.putIfAbsent(found, sex);
    }
    return found;
  }

  private String latest(Deque<String> persons, String sex) {
    String found = null;
    for (String person : persons) {
      found = sex(person).isEmpty() || sex(person).equals(sex) ? person : found;
    }
    return found;
  }

  private String sex(String person) {
    String known = sexes.get(person);
    if (known != null) {
      return known;
    }
    int blank = person.indexOf(' ');
    return blank < 0 ? "" : NAMES.getOrDefault(person.substring(0, blank), "");
  }
}
