package dev.headwater.bench;

import dev.headwater.model.Article;
import dev.headwater.model.Passage;
import dev.headwater.reuse.PlainReprints;
import dev.headwater.reuse.ReuseSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Pairs of invented articles that share one passage, damaged to a known degree: how much of it
 * settings still find. The same for everyone, as nothing but the seed goes in.
 */
public final class PlantedCopies {
  private static final int PAIRS = 100;
  private static final int OWN_WORDS = 120;
  private static final String DATE = "2025-03-02T08:00:00";
  private static final String FAR_DATE = "2024-03-02T08:00:00";

  /** A letter, and what is read for it. */
  private static final String[] CONFUSED = {
    "ec", "ce", "hb", "nu", "un", "o0", "l1", "i|", "tf", "sS", "rn", "a*", "mN", "dci", "kl:"
  };

  private PlantedCopies() {}

  /** How a copy comes about. */
  public enum Way {
    /** It was printed the same day; some words are replaced by others. */
    SAME_DAY,
    /** It was printed a year earlier; some words are replaced by others. */
    YEAR_APART,
    /** Both articles are scans: some words are misread in both, whatever their text. */
    SCANNED
  }

  /**
   * What is planted.
   *
   * @param words words of the passage
   * @param changed share of its words that the copy replaces by others, or of all words that are
   *     misread, 0..1
   * @param copies outlets that print it, each with changes of its own; 2 make one pair
   * @param way how a copy comes about
   */
  public record Plant(int words, double changed, int copies, Way way) {}

  /** Share of the planted pairs between which a passage is found or that share a cluster, 0..1. */
  public static double found(Plant plant, ReuseSettings settings) {
    int stories = Math.max(1, 2 * PAIRS / plant.copies());
    List<GeneratedNews.Item> items = new ArrayList<>();
    for (int story = 0; story < stories; story++) {
      SplittableRandom random = new SplittableRandom(7_919L * story + plant.words());
      String[] passage = GeneratedWords.draw(random, plant.words());
      for (int copy = 0; copy < plant.copies(); copy++) {
        items.add(item(story, copy, copy == 0 ? passage : changed(passage, plant, random), plant));
      }
    }
    List<Article> articles = PlainArticles.of(items);
    Set<String> together = together(articles, settings);
    int found = 0;
    int planted = 0;
    for (int story = 0; story < stories; story++) {
      List<Article> of =
          articles.subList(story * plant.copies(), (story + 1) * plant.copies()).stream()
              .sorted(Comparator.comparing(Article::articleId))
              .toList();
      for (int one = 0; one < of.size(); one++) {
        for (int other = one + 1; other < of.size(); other++) {
          planted++;
          found +=
              together.contains(of.get(one).articleId() + " " + of.get(other).articleId()) ? 1 : 0;
        }
      }
    }
    return (double) found / planted;
  }

  /** Pairs with a passage and pairs within a cluster, as both ids in ascending order. */
  private static Set<String> together(List<Article> articles, ReuseSettings settings) {
    List<Passage> passages = PlainReprints.passages(articles, settings).passages();
    Set<String> together = new HashSet<>();
    passages.forEach(passage -> together.add(passage.leftId() + " " + passage.rightId()));
    Map<Integer, Set<String>> clusters = new TreeMap<>();
    for (PlainReprints.Member member : PlainReprints.clusters(articles, passages, settings)) {
      clusters.computeIfAbsent(member.cluster(), c -> new TreeSet<>()).add(member.articleId());
    }
    for (Set<String> cluster : clusters.values()) {
      List<String> ids = List.copyOf(cluster);
      for (int one = 0; one < ids.size(); one++) {
        for (int other = one + 1; other < ids.size(); other++) {
          together.add(ids.get(one) + " " + ids.get(other));
        }
      }
    }
    return together;
  }

  private static String[] changed(String[] passage, Plant plant, SplittableRandom random) {
    String[] copy = passage.clone();
    for (int w = 0; w < copy.length && plant.way() != Way.SCANNED; w++) {
      if (random.nextDouble() < plant.changed()) {
        copy[w] = GeneratedWords.draw(random, 1)[0];
      }
    }
    return copy;
  }

  /** A text with some of its words misread in one to three letters. */
  private static String scanned(String text, double share, SplittableRandom random) {
    String[] words = text.split(" ");
    for (int w = 0; w < words.length; w++) {
      if (random.nextDouble() < share) {
        for (int errors = 1 + random.nextInt(3); errors > 0; errors--) {
          words[w] = misread(words[w], random);
        }
      }
    }
    return String.join(" ", words);
  }

  private static String misread(String word, SplittableRandom random) {
    int at = random.nextInt(word.length());
    for (String pair : CONFUSED) {
      if (word.charAt(at) == pair.charAt(0)) {
        return word.substring(0, at) + pair.substring(1) + word.substring(at + 1);
      }
    }
    return word.substring(0, at) + word.substring(Math.min(word.length(), at + 1)) + "t";
  }

  private static GeneratedNews.Item item(int story, int copy, String[] passage, Plant plant) {
    SplittableRandom random = new SplittableRandom(104_729L * story + copy);
    String text =
        String.join(" ", GeneratedWords.draw(random, OWN_WORDS))
            + ".\n\n"
            + String.join(" ", passage)
            + ".\n\n"
            + String.join(" ", GeneratedWords.draw(random, OWN_WORDS))
            + ".";
    String outlet = "outlet" + copy + ".example";
    String date = plant.way() == Way.YEAR_APART && copy > 0 ? FAR_DATE : DATE;
    String printed = plant.way() == Way.SCANNED ? scanned(text, plant.changed(), random) : text;
    return new GeneratedNews.Item(
        "p" + story + "-" + copy, outlet, date, "Story " + story + " " + copy, printed);
  }
}
