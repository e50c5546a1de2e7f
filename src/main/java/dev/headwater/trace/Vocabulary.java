package dev.headwater.trace;

import dev.headwater.text.WordList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The English word lists behind the comparison of claims, read once from the resources. */
final class Vocabulary {
  private static final String FOLDER = "trace/en/";

  static final Set<String> STOP = words("stop.txt");
  static final Set<String> TITLES = words("titles.txt");
  static final Set<String> MONTHS = words("months.txt");
  static final Set<String> UNNAMED = words("unnamed.txt");
  static final Set<String> REPORTERS = words("reporters.txt");
  static final Set<String> DOCUMENTS = words("documents.txt");
  static final Set<String> REVISIONS = words("revisions.txt");
  static final Set<String> CORRECTIONS = words("corrections.txt");
  static final Set<String> ABILITIES = words("abilities.txt");
  static final Set<String> AUXILIARIES = words("auxiliaries.txt");
  static final Set<String> JOINERS = words("joiners.txt");

  /** Stem of a verb or noun to the family of measures it names. */
  static final Map<String, String> FAMILIES = classes("verbs.tsv");

  /** Stem of a counted noun to the class of nouns that count the same. */
  static final Map<String, String> NOUNS = classes("nouns.tsv");

  /** Modality to certainty; a greater number is surer. */
  static final Map<String, Integer> CERTAINTY = numbers("modality.tsv");

  /** Period such as year to the other words that say it. */
  static final Map<String, Set<String>> PERIODS = lists("periods.tsv");

  private static final Map<String, Set<String>> OF_POLLS = lists("polls.tsv");

  static final Set<String> POLLS = OF_POLLS.get("poll");
  static final Set<String> POLL_ERRORS = OF_POLLS.get("error");

  /** Words beside the number of those whom a poll asked. */
  static final Set<String> POLLED = OF_POLLS.get("asked");

  private Vocabulary() {}

  private static Set<String> words(String file) {
    Set<String> words = new HashSet<>();
    for (String line : WordList.lines(FOLDER + file)) {
      words.addAll(List.of(line.split("\\s+")));
    }
    return Set.copyOf(words);
  }

  private static Map<String, String> classes(String file) {
    Map<String, String> classes = new HashMap<>();
    lists(file).forEach((name, words) -> words.forEach(w -> classes.put(Stems.of(w), name)));
    return Map.copyOf(classes);
  }

  private static Map<String, Integer> numbers(String file) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String line : WordList.lines(FOLDER + file)) {
      String[] cells = line.split("\t");
      numbers.put(cells[0], Integer.valueOf(cells[1]));
    }
    return Map.copyOf(numbers);
  }

  private static Map<String, Set<String>> lists(String file) {
    Map<String, Set<String>> lists = new HashMap<>();
    for (String line : WordList.lines(FOLDER + file)) {
      String[] cells = line.split("\t");
      lists.put(cells[0], Set.of(cells[1].split(" ")));
    }
    return Map.copyOf(lists);
  }
}
