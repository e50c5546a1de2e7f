package dev.headwater.trace;

import dev.headwater.reuse.DisjointSets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Joins an article to the outlet or agency it names as its reporter, where that one's article is in
 * the family: "Harbor Press reported" stands on Harbor Press's own article.
 */
final class Reporters {
  private Reporters() {}

  static void unite(List<RootArticle> articles, DisjointSets sets) {
    Map<String, Integer> owners = new HashMap<>();
    for (int i = 0; i < articles.size(); i++) {
      for (String key : ownNames(articles.get(i))) {
        owners.putIfAbsent(key, i);
      }
    }
    for (int i = 0; i < articles.size(); i++) {
      for (String reporter : articles.get(i).reporters()) {
        for (String key : keys(reporter)) {
          Integer owner = owners.get(key);
          if (owner != null) {
            sets.unite(owner, i);
          }
        }
      }
    }
  }

  /** Whether a claim's chain names the outlet or the agency of another claim's article. */
  static boolean names(ClaimFacts claim, ClaimFacts other) {
    if (claim.claim().attributedTo().isEmpty()) {
      return false;
    }
    Set<String> own =
        ownNames(
            other.sourceName(),
            other.claim().source(),
            other.agency() == null ? Set.of() : Set.of(other.agency()));
    return claim.claim().attributedTo().stream()
        .anyMatch(reporter -> keys(reporter).stream().anyMatch(own::contains));
  }

  private static Set<String> ownNames(RootArticle article) {
    return ownNames(article.sourceName(), article.source(), article.agencies());
  }

  private static Set<String> ownNames(String sourceName, String source, Set<String> agencies) {
    Set<String> names = new LinkedHashSet<>();
    if (sourceName != null) {
      names.addAll(keys(sourceName));
    }
    names.add(letters(source.replaceAll("\\.[a-z.]+$", "")));
    agencies.forEach(agency -> names.addAll(keys(agency)));
    return names;
  }

  /** The letters of a name, and its initials where it has several words: AP for its long form. */
  private static Set<String> keys(String name) {
    Set<String> keys = new LinkedHashSet<>();
    StringBuilder initials = new StringBuilder();
    for (ContextWord word : ContextWords.of(name)) {
      if (Character.isUpperCase(word.text().codePointAt(0))) {
        initials.appendCodePoint(word.text().codePointAt(0));
      }
    }
    String plain = letters(name);
    keys.add(plain.startsWith("the") ? plain.substring(3) : plain);
    if (plain.startsWith("the") && initials.length() > 2) {
      initials.deleteCharAt(0);
    }
    if (initials.length() > 1) {
      keys.add(initials.toString().toLowerCase(Locale.ROOT));
    }
    return keys;
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    name.codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> letters.appendCodePoint(Character.toLowerCase(c)));
    return letters.toString();
  }
}
