package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The original source of a claim in normal form: titles, possessives and the word for a document
 * dropped, so that {@code Mora}, {@code Lena Mora} and {@code Veldan Health Minister Lena Mora} are
 * one origin, as are {@code Veldan data} and {@code Velda}.
 *
 * @param name the name without titles; the phrase as it stands where nobody is named; null where
 *     the claim names no source
 * @param tokens lower-case words of the name; empty where nobody is named
 * @param office lower-case words of the title that stands before the name, such as the country
 */
record Origin(String name, List<String> tokens, List<String> office) {
  private static final int PREFIX = 5;
  private static final int LONG_NAME = 8;
  private static final Origin NOBODY = new Origin(null, List.of(), List.of());

  /** The last link of the claim's chain. */
  static Origin of(Claim claim) {
    if (claim.attributedTo() == null || claim.attributedTo().isEmpty()) {
      return NOBODY;
    }
    String phrase = claim.attributedTo().get(claim.attributedTo().size() - 1);
    return of(phrase, claim.sentence());
  }

  /** An origin from the words of an attribution and the sentence around it. */
  static Origin of(String phrase, String sentence) {
    if (phrase == null || phrase.isBlank()) {
      return NOBODY;
    }
    List<ContextWord> words = ContextWords.of(withoutBrackets(phrase));
    int head = words.size();
    while (head > 0 && isDocument(words.get(head - 1))) {
      head--;
    }
    boolean hidden = head > 0 && Vocabulary.UNNAMED.contains(lower(words.get(head - 1)));
    int begin = head;
    while (begin > 0 && isCapital(words.get(begin - 1)) && !isTitle(words.get(begin - 1))) {
      begin--;
    }
    if (hidden) {
      return new Origin(phrase.strip(), List.of(), List.of());
    }
    if (begin == head) {
      return described(phrase.strip(), words.subList(0, head));
    }
    List<String> tokens = new ArrayList<>();
    StringBuilder name = new StringBuilder();
    for (ContextWord word : words.subList(begin, head)) {
      if (word.text().length() > 1) {
        tokens.add(lower(word));
        name.append(name.isEmpty() ? "" : " ").append(word.text());
      }
    }
    if (tokens.isEmpty()) {
      return new Origin(phrase.strip(), List.of(), List.of());
    }
    List<String> office = capitals(words.subList(0, begin));
    office.addAll(titleBefore(name.toString(), sentence));
    return new Origin(name.toString(), List.copyOf(tokens), List.copyOf(office));
  }

  /** A body named by description, such as {@code Velda's central bank}: every word counts. */
  private static Origin described(String phrase, List<ContextWord> words) {
    List<String> tokens = new ArrayList<>();
    for (ContextWord word : words) {
      if (word.weight() > 0 && word.kind() != ContextWord.Kind.NUMBER) {
        tokens.add(lower(word));
      }
    }
    boolean proper = words.stream().anyMatch(word -> word.weight() > 0 && isCapital(word));
    return new Origin(phrase, proper ? List.copyOf(tokens) : List.of(), List.of());
  }

  private static String withoutBrackets(String phrase) {
    int open = phrase.indexOf('(');
    return open > 0 ? phrase.substring(0, open) : phrase;
  }

  /** The capitalised run that ends where the name begins: an office, with its country. */
  private static List<String> titleBefore(String name, String sentence) {
    int at = sentence == null ? -1 : sentence.indexOf(name);
    if (at <= 0) {
      return List.of();
    }
    List<ContextWord> words = ContextWords.of(sentence.substring(0, at));
    int begin = words.size();
    while (begin > 0 && isCapital(words.get(begin - 1))) {
      begin--;
    }
    List<ContextWord> run = words.subList(begin, words.size());
    return run.stream().anyMatch(Origin::isTitle) ? capitals(run) : List.of();
  }

  private static List<String> capitals(List<ContextWord> words) {
    List<String> capitals = new ArrayList<>();
    for (ContextWord word : words) {
      if (isCapital(word)) {
        capitals.add(lower(word));
      }
    }
    return capitals;
  }

  private static boolean isDocument(ContextWord word) {
    return word.text().equals("s")
        || (Vocabulary.DOCUMENTS.contains(lower(word)) && !isCapital(word));
  }

  private static boolean isTitle(ContextWord word) {
    return Vocabulary.TITLES.contains(lower(word));
  }

  private static boolean isCapital(ContextWord word) {
    return Character.isUpperCase(word.text().codePointAt(0));
  }

  private static String lower(ContextWord word) {
    return word.text().toLowerCase(Locale.ROOT);
  }

  boolean isNamed() {
    return !tokens.isEmpty();
  }

  /**
   * Whether two origins are one: equal names, a surname alone, two spellings, or a state and the
   * holder of an office in it. Two phrases without a name are one only when worded alike.
   */
  boolean isSameAs(Origin other) {
    if (!isNamed() || !other.isNamed()) {
      return isNamed() == other.isNamed() && name != null && name.equalsIgnoreCase(other.name);
    }
    return holds(tokens, other.tokens)
        || holds(other.tokens, tokens)
        || inOffice(this, other)
        || inOffice(other, this);
  }

  /** Whether two origins are named alike; a state and its minister are not. */
  boolean isWordedLike(Origin other) {
    if (isNamed() && other.isNamed()) {
      return holds(tokens, other.tokens) || holds(other.tokens, tokens);
    }
    if (isNamed() != other.isNamed() || name == null || other.name == null) {
      return false;
    }
    Set<String> here = keys(name);
    Set<String> there = keys(other.name);
    here.retainAll(there);
    return name.equalsIgnoreCase(other.name) || here.size() * 2 > there.size();
  }

  private static Set<String> keys(String phrase) {
    Set<String> keys = new HashSet<>();
    for (ContextWord word : ContextWords.of("of " + phrase.toLowerCase(Locale.ROOT))) {
      if (word.weight() > 0) {
        keys.add(word.key());
      }
    }
    return keys;
  }

  /** Whether a sentence holds the name, so that whoever reads it still learns whose word it is. */
  boolean isSpokenOfIn(String sentence) {
    if (!isNamed() || sentence == null) {
      return false;
    }
    String last = tokens.get(tokens.size() - 1);
    return ContextWords.of(sentence).stream()
        .anyMatch(word -> isCapital(word) && lower(word).equals(last));
  }

  /** The same origin with an office read elsewhere in the article. */
  Origin withOffice(String words) {
    if (words == null || !office.isEmpty() || !isNamed()) {
      return this;
    }
    return new Origin(name, tokens, List.of(words.split(" ")));
  }

  private static boolean holds(List<String> part, List<String> whole) {
    return part.stream().allMatch(p -> whole.stream().anyMatch(w -> alike(p, w)));
  }

  private static boolean inOffice(Origin state, Origin holder) {
    return !holder.office.isEmpty() && holds(state.tokens, holder.office);
  }

  /** Equal, or two spellings of one name, which differ in the last letter or two only. */
  private static boolean alike(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int common = 0;
    while (common < shorter && a.charAt(common) == b.charAt(common)) {
      common++;
    }
    int free = shorter >= LONG_NAME ? 2 : 1;
    return a.equals(b)
        || (common >= PREFIX && common >= shorter - free && Math.abs(a.length() - b.length()) <= 2);
  }
}
