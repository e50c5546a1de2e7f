package dev.headwater.claim;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Everything that a language's values and units need, from the tables in its folder: number words,
 * hedges, units, nouns, modal words, the words of intervals, rates and changes, and fixed forms of
 * non-claims. Immutable.
 */
record Lexicon(
    Map<String, Map<String, BigDecimal>> numbers,
    Map<String, BigDecimal> highest,
    Map<String, String> hedgesBefore,
    Map<String, String> hedgesAfter,
    Map<String, Unit> unitWords,
    Map<String, Unit> unitSymbols,
    Map<String, String> singulars,
    Map<String, String> modalities,
    Map<String, Set<String>> words,
    FixedForms forms) {

  /** Reads the tables of a language; a missing table is an error of the build. */
  static Lexicon of(String language) {
    Map<String, Map<String, BigDecimal>> numbers = new HashMap<>();
    Map<String, BigDecimal> highest = new HashMap<>();
    for (List<String> row : WordTable.rows(language + "/numbers.tsv")) {
      boolean vague = row.get(0).equals("plural");
      String[] parts = row.get(2).split("/");
      BigDecimal first = new BigDecimal(parts[0]);
      BigDecimal second = parts.length > 1 ? new BigDecimal(parts[1]) : null;
      BigDecimal value =
          second == null || vague ? first : first.divide(second, MathContext.DECIMAL64);
      numbers.computeIfAbsent(row.get(0), k -> new HashMap<>()).put(row.get(1), value);
      if (vague) {
        highest.put(row.get(1), second == null ? first.multiply(BigDecimal.TEN) : second);
      }
    }
    Map<String, String> before = new HashMap<>();
    Map<String, String> after = new HashMap<>();
    for (List<String> row : WordTable.rows(language + "/hedges.tsv")) {
      boolean behind = row.get(0).startsWith("after ");
      String bound = behind ? row.get(0).substring("after ".length()) : row.get(0);
      for (String phrase : row.get(1).split("\\|")) {
        (behind ? after : before).put(phrase, bound);
      }
    }
    Map<String, Unit> unitWords = new HashMap<>();
    Map<String, Unit> symbols = new HashMap<>();
    for (List<String> row : WordTable.rows(language + "/units.tsv")) {
      Unit unit = unit(language, row.get(0));
      put(unitWords, row.get(1), unit);
      put(symbols, row.size() > 2 ? row.get(2) : "", unit);
    }
    Map<String, Set<String>> words = new HashMap<>();
    for (List<String> row : WordTable.rows(language + "/grammar.tsv")) {
      words
          .computeIfAbsent(row.get(0), k -> new HashSet<>())
          .addAll(List.of(row.get(1).split("\\|")));
    }
    Map<String, Set<String>> lists =
        Map.of("month", words.get("month"), "label", words.get("label"));
    return new Lexicon(
        Map.copyOf(numbers),
        Map.copyOf(highest),
        Map.copyOf(before),
        Map.copyOf(after),
        Map.copyOf(unitWords),
        Map.copyOf(symbols),
        pairs(language + "/nouns.tsv"),
        pairs(language + "/modality.tsv"),
        Map.copyOf(words),
        FixedForms.of(language, lists));
  }

  private static Unit unit(String language, String code) {
    Unit unit = Units.ofCode(code) == null ? Currencies.ofCode(code) : Units.ofCode(code);
    if (unit == null) {
      throw new IllegalStateException(
          "Unit " + code + " in " + language + "/units.tsv is in no table of units or currencies");
    }
    return unit;
  }

  private static void put(Map<String, Unit> map, String forms, Unit unit) {
    for (String form : forms.split("\\|")) {
      if (!form.isEmpty()) {
        map.putIfAbsent(form, unit);
      }
    }
  }

  private static Map<String, String> pairs(String table) {
    Map<String, String> pairs = new HashMap<>();
    WordTable.rows(table).forEach(row -> pairs.putIfAbsent(row.get(0), row.get(1)));
    return Map.copyOf(pairs);
  }

  /** The value of a lower-case word in a class of numbers.tsv; null where it is not in it. */
  BigDecimal number(String kind, String word) {
    return numbers.getOrDefault(kind, Map.of()).get(word);
  }

  /** Whether a word is of a class of grammar.tsv. */
  boolean is(String kind, String word) {
    return words.getOrDefault(kind, Set.of()).contains(word);
  }

  /** The singular of a counted noun; also of a compound that ends in one. Null where unknown. */
  String singular(String noun) {
    String known = singulars.get(noun);
    for (int cut = 2; known == null && cut < noun.length() - 2 && cut < 30; cut++) {
      String end = singulars.get(capital(noun.substring(cut)));
      known = end == null ? null : noun.substring(0, cut) + end.toLowerCase(Locale.ROOT);
    }
    return known;
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
