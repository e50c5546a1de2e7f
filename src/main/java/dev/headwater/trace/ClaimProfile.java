package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a claim is compared by, worked out once per claim: its kind of unit, the class of the noun
 * counted, the family of its verb, and the weighted words of its sentence. Linear in the sentence.
 *
 * @param unitClass claims of different classes never measure the same
 * @param noun class of the counted noun; null where nothing is counted
 * @param family family of measures the nearest verb puts the number in; null where unknown
 * @param words what the sentence is about: comparison key to weight, without the claim itself
 * @param weight sum of those weights
 * @param ofPoll whether it is what every poll states of itself, such as a margin of error
 * @param pollsters comparison keys of the pollsters its sentence or its article's opening names
 * @param setting what the rest of the article tells
 */
public record ClaimProfile(
    Claim claim,
    String unitClass,
    String noun,
    String family,
    Map<String, Double> words,
    double weight,
    boolean ofPoll,
    Set<String> pollsters,
    Setting setting) {
  private static final int WORDS_AROUND = 25;
  private static final int WORDS_BEFORE = 8;
  private static final int WORDS_AFTER = 6;
  private static final Pattern YEAR = Pattern.compile("#(1[5-9]|20)\\d\\d");
  static final String NO_UNIT = "none";

  /** Reads the profile of a claim of whose article nothing else is known. */
  public static ClaimProfile of(Claim claim) {
    return of(claim, Setting.NONE);
  }

  /** Reads the profile of a claim. */
  public static ClaimProfile of(Claim claim, Setting setting) {
    List<ContextWord> words = ContextWords.of(claim.sentence() == null ? "" : claim.sentence());
    int begin = unit(claim.sentence(), claim.begin() - claim.sentenceBegin());
    int end = unit(claim.sentence(), claim.end() - claim.sentenceBegin());
    Map<String, Double> context = context(words, begin, end);
    double weight = 0;
    for (double word : context.values()) {
      weight += word;
    }
    String family = family(claim, words, begin, end);
    Set<String> pollsters = PollFigures.pollstersIn(words);
    pollsters.addAll(setting.pollsters());
    return new ClaimProfile(
        claim,
        unitClass(claim),
        noun(claim),
        family,
        context,
        weight,
        PollFigures.isPollFigure(claim, words, begin, end),
        pollsters,
        setting);
  }

  /** A page without full stops is one long sentence: only the words around the number count. */
  private static Map<String, Double> context(List<ContextWord> words, int begin, int end) {
    Map<String, Double> context = new HashMap<>();
    for (ContextWord word : ContextWords.around(words, begin, end, WORDS_AROUND)) {
      boolean inside = word.begin() < end && word.end() > begin;
      if (word.weight() > 0 && !(inside && word.kind() == ContextWord.Kind.NUMBER)) {
        context.merge(word.key(), word.weight(), Math::max);
      }
    }
    return context;
  }

  private static int unit(String sentence, int points) {
    if (sentence == null || points <= 0) {
      return 0;
    }
    int limit = sentence.codePointCount(0, sentence.length());
    return sentence.offsetByCodePoints(0, Math.min(points, limit));
  }

  /** The kind of measure; claims of different classes never measure the same. */
  static String unitClass(Claim claim) {
    String unit = claim.baseUnit() == null ? claim.unit() : claim.baseUnit();
    return switch (claim.unitKind() == null ? NO_UNIT : claim.unitKind()) {
      case "currency" -> rate("currency " + claim.unit(), claim);
      case "percent", "percentage_point", "age", "count" -> claim.unitKind();
      case "duration" -> "duration";
      case "measure" -> rate("measure " + unit, claim);
      case "rate" -> "rate " + unit + (claim.per() == null ? "" : " " + claim.per());
      default -> NO_UNIT;
    };
  }

  /** A dollar a share and a dollar are different measures; a dollar a year may just be worded. */
  private static String rate(String unit, Claim claim) {
    boolean thing = "share".equals(claim.per()) || "barrel".equals(claim.per());
    return thing ? unit + " per " + claim.per() : unit;
  }

  private static String noun(Claim claim) {
    if (claim.countedNoun() == null) {
      return null;
    }
    return nounClass(claim.countedNoun());
  }

  /** The class of a counted noun. */
  static String nounClass(String noun) {
    String stem = Stems.of(noun.strip().toLowerCase(Locale.ROOT));
    return Vocabulary.NOUNS.getOrDefault(stem, stem);
  }

  /**
   * Where the number is the subject of a clause of its own, as in "and 14 people died", that
   * clause's verb decides. Else the nearest verb before the number, then the extractor's predicate,
   * then the nearest after: in "shipped containers that could hold millions" the number is one of
   * holding.
   */
  private static String family(Claim claim, List<ContextWord> words, int begin, int end) {
    int first = 0;
    while (first < words.size() && words.get(first).end() <= begin) {
      first++;
    }
    String own = first > 0 ? ownClause(claim, words, first, end) : null;
    if (own != null) {
      return own;
    }
    for (int i = first - 1; i >= Math.max(0, first - WORDS_BEFORE); i--) {
      String family = familyOf(words.get(i), claim.unitKind());
      if (family != null) {
        return family;
      }
    }
    if (claim.predicate() != null) {
      for (ContextWord word : ContextWords.of(claim.predicate())) {
        String family = familyOf(word, claim.unitKind());
        if (family != null) {
          return family;
        }
      }
    }
    int after = first;
    while (after < words.size() && words.get(after).begin() < end) {
      after++;
    }
    for (int i = after; i < Math.min(words.size(), after + WORDS_AFTER); i++) {
      String family = familyOf(words.get(i), claim.unitKind());
      if (family != null) {
        return family;
      }
    }
    return null;
  }

  private static String ownClause(Claim claim, List<ContextWord> words, int first, int end) {
    if (!Vocabulary.JOINERS.contains(lower(words.get(first - 1)))) {
      return null;
    }
    int verb = first;
    while (verb < words.size() && words.get(verb).begin() < end) {
      verb++;
    }
    while (verb < words.size() && Vocabulary.AUXILIARIES.contains(lower(words.get(verb)))) {
      verb++;
    }
    // "Loading" after a noun describes it and is no verb of its own.
    boolean finite = verb < words.size() && !lower(words.get(verb)).endsWith("ing");
    return finite ? familyOf(words.get(verb), claim.unitKind()) : null;
  }

  private static String lower(ContextWord word) {
    return word.text().toLowerCase(Locale.ROOT);
  }

  /** Money, shares and ages are not held, so a word of capacity says nothing about them. */
  private static String familyOf(ContextWord word, String unitKind) {
    String family = Vocabulary.FAMILIES.get(Stems.of(word.text().toLowerCase(Locale.ROOT)));
    boolean held =
        "count".equals(unitKind) || "measure".equals(unitKind) || "none".equals(unitKind);
    return "capacity".equals(family) && !held ? null : family;
  }

  /** Whether the noun counted by the other claim is spoken of here, or the two nouns are alike. */
  boolean countsLike(ClaimProfile other) {
    if (noun == null || other.noun == null) {
      return noun == null && other.noun == null;
    }
    return noun.equals(other.noun)
        || words.containsKey(other.noun)
        || other.words.containsKey(noun);
  }

  /** Weight of the words both sentences share. */
  double sharedWeight(ClaimProfile other) {
    Map<String, Double> small = words.size() <= other.words.size() ? words : other.words;
    Map<String, Double> large = small == words ? other.words : words;
    double shared = 0;
    for (Map.Entry<String, Double> word : small.entrySet()) {
      Double there = large.get(word.getKey());
      if (there != null) {
        shared += Math.min(there, word.getValue());
      }
    }
    return shared;
  }

  /** Shared weight over the lighter sentence's weight, 0..1. */
  double sharedRatio(ClaimProfile other) {
    double least = Math.min(weight, other.weight);
    return least == 0 ? 0 : sharedWeight(other) / least;
  }

  /** Other figures both sentences hold, but for single digits and years. */
  int sharedFigures(ClaimProfile other) {
    int shared = 0;
    for (String key : words.keySet()) {
      boolean figure = key.length() > 2 && key.charAt(0) == '#' && !YEAR.matcher(key).matches();
      shared += figure && other.words.containsKey(key) ? 1 : 0;
    }
    return shared;
  }

  /** Names both sentences hold. */
  int sharedNames(ClaimProfile other) {
    int shared = 0;
    for (Map.Entry<String, Double> word : words.entrySet()) {
      Double there = other.words.get(word.getKey());
      // A name that opens one sentence is told from a plain word by the other sentence.
      if (there != null && Math.max(there, word.getValue()) > 1) {
        shared++;
      }
    }
    return shared;
  }
}
