package dev.headwater.reuse;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Stretches by their texts: exact copies are printings of one text.
 *
 * <p>Only one copy of a text is compared with other texts, the one that came in first, so what it
 * shares with them all copies share. As nodes of a graph the copies would be a star around it,
 * which looks like a thin component; here each text is one node.
 *
 * @param copies the stretches, printings of any texts
 * @param textOf for each stretch the number of its text
 * @param ofText for each text the indices of its stretches
 */
public record Printings(List<Copy> copies, int[] textOf, List<List<Integer>> ofText) {
  /** Words that a text shares with itself. */
  private static final int ALL = Integer.MAX_VALUE;

  /**
   * Finds the texts of stretches.
   *
   * @param textHashes for each stretch the hash of its article's text
   */
  public static Printings of(List<Copy> copies, List<String> textHashes) {
    Map<String, Integer> seen = new HashMap<>();
    Map<String, Integer> numbers = new HashMap<>();
    int[] textOf = new int[copies.size()];
    List<List<Integer>> ofText = new ArrayList<>();
    Integer[] order = new Integer[copies.size()];
    Arrays.setAll(order, c -> c);
    Arrays.sort(order, Comparator.comparing(c -> copies.get(c).begin()));
    for (int c : order) {
      // The first stretch of one copy answers to the first of another: offsets may differ by
      // white space.
      int place = seen.merge(copies.get(c).articleId(), 1, Integer::sum);
      String key = textHashes.get(c) + " " + place;
      textOf[c] = numbers.computeIfAbsent(key, k -> numbers.size());
      if (textOf[c] == ofText.size()) {
        ofText.add(new ArrayList<>());
      }
      ofText.get(textOf[c]).add(c);
    }
    return new Printings(copies, textOf, ofText);
  }

  /**
   * Clusters of texts, with all stretches of each.
   *
   * @param aligned links between stretches, each as it was aligned
   */
  public List<Clusters.Cluster> clusters(List<CopyLink> aligned, ReuseSettings settings) {
    int[] from = aligned.stream().mapToInt(link -> textOf[link.one()]).toArray();
    int[] to = aligned.stream().mapToInt(link -> textOf[link.other()]).toArray();
    List<Clusters.Cluster> clusters = new ArrayList<>();
    Set<Integer> clustered = new HashSet<>();
    for (Clusters.Cluster cluster : Clusters.of(ofText.size(), from, to, settings)) {
      Arrays.stream(cluster.members()).forEach(clustered::add);
      clusters.add(
          new Clusters.Cluster(
              stretches(cluster.members()),
              cluster.edges(),
              cluster.density(),
              cluster.oversized()));
    }
    for (int text = 0; text < ofText.size(); text++) {
      if (!clustered.contains(text) && ofText.get(text).size() > 1) {
        clusters.add(new Clusters.Cluster(stretches(new int[] {text}), 0, 1, false));
      }
    }
    return clusters;
  }

  private int[] stretches(int[] texts) {
    return Arrays.stream(texts)
        .flatMap(text -> ofText.get(text).stream().mapToInt(c -> c))
        .sorted()
        .toArray();
  }

  /**
   * The possible acts of copying, by one rule for every stretch, whichever copies were aligned: of
   * its own text and of each text that it shares a passage with, the first printing, the last one
   * before its own, and the first one by each outlet that it credits. Not all printings: of
   * hundreds alike, the ones between say no more. A pair of stretches may come twice.
   *
   * <p>Cost: for each stretch the texts that its text shares a passage with, times the outlets that
   * it credits.
   *
   * @param aligned links between stretches, each as it was aligned
   */
  public List<CopyLink> links(List<CopyLink> aligned) {
    List<Map<Integer, Integer>> shared = shared(aligned);
    List<Set<String>> credited = credited(aligned);
    List<CopyLink> links = new ArrayList<>();
    boolean[] credits = new boolean[copies.size()];
    addCredited(shared, credited, links);
    links.forEach(link -> credits[link.one()] = true);
    int[] rank = Direction.rank(copies, credits);
    List<int[]> ordered = new ArrayList<>();
    for (List<Integer> printings : ofText) {
      ordered.add(
          printings.stream()
              .sorted(Comparator.comparingInt(c -> rank[c]))
              .mapToInt(c -> c)
              .toArray());
    }
    for (int child = 0; child < copies.size(); child++) {
      for (Map.Entry<Integer, Integer> text : shared.get(textOf[child]).entrySet()) {
        int[] printings = ordered.get(text.getKey());
        int before = before(printings, rank, rank[child]);
        if (before > 0) {
          links.add(link(child, printings[0], text, credited));
        }
        if (before > 1) {
          links.add(link(child, printings[before - 1], text, credited));
        }
      }
    }
    return links;
  }

  /** For each text those it has a passage in common with, itself too, and the words of the most. */
  private List<Map<Integer, Integer>> shared(List<CopyLink> aligned) {
    List<Map<Integer, Integer>> shared = new ArrayList<>();
    for (int text = 0; text < ofText.size(); text++) {
      shared.add(new TreeMap<>(Map.of(text, ALL)));
    }
    for (CopyLink link : aligned) {
      int one = textOf[link.one()];
      int other = textOf[link.other()];
      shared.get(one).merge(other, link.words(), Math::max);
      shared.get(other).merge(one, link.words(), Math::max);
    }
    return shared;
  }

  /** Links each stretch to the first printing of a text by each outlet that it credits. */
  private void addCredited(
      List<Map<Integer, Integer>> shared, List<Set<String>> credited, List<CopyLink> links) {
    if (credited.stream().allMatch(Set::isEmpty)) {
      return;
    }
    List<Map<String, Integer>> byOutlet = firstsByOutlet();
    for (int child = 0; child < copies.size(); child++) {
      for (String outlet : credited.get(child)) {
        for (Map.Entry<Integer, Integer> text : shared.get(textOf[child]).entrySet()) {
          Integer printing = byOutlet.get(text.getKey()).get(outlet);
          if (printing != null) {
            links.add(link(child, printing, text, credited));
          }
        }
      }
    }
  }

  private CopyLink link(
      int child, int printing, Map.Entry<Integer, Integer> text, List<Set<String>> credited) {
    int words = text.getValue() == ALL ? copies.get(child).words() : text.getValue();
    boolean credit = credited.get(child).contains(copies.get(printing).source());
    return new CopyLink(child, printing, words, credit, false);
  }

  /** How many of the printings, ordered by rank, come before a rank. */
  private static int before(int[] printings, int[] rank, int bound) {
    int before = 0;
    int end = printings.length;
    while (before < end) {
      int middle = (before + end) >>> 1;
      if (rank[printings[middle]] < bound) {
        before = middle + 1;
      } else {
        end = middle;
      }
    }
    return before;
  }

  /**
   * For each stretch the other outlets that it credits: those its text names, as it does in all of
   * its printings, and those of the agency that its article credits.
   */
  private List<Set<String>> credited(List<CopyLink> aligned) {
    Map<Integer, Set<String>> named = new HashMap<>();
    for (CopyLink link : aligned) {
      if (link.oneCreditsOther()) {
        name(link.one(), link.other(), named);
      }
      if (link.otherCreditsOne()) {
        name(link.other(), link.one(), named);
      }
    }
    Set<String> sources = copies.stream().map(Copy::source).collect(Collectors.toSet());
    Map<String, Set<String>> ofAgencies = new HashMap<>();
    List<Set<String>> credited = new ArrayList<>();
    for (int c = 0; c < copies.size(); c++) {
      Copy copy = copies.get(c);
      Set<String> outlets = new TreeSet<>(named.getOrDefault(textOf[c], Set.of()));
      if (copy.agency() != null) {
        outlets.addAll(
            ofAgencies.computeIfAbsent(
                copy.agency(),
                agency ->
                    sources.stream()
                        .filter(source -> Direction.isOutletOf(agency, source))
                        .collect(Collectors.toSet())));
      }
      outlets.remove(copy.source());
      credited.add(outlets);
    }
    return credited;
  }

  private void name(int by, int other, Map<Integer, Set<String>> named) {
    named.computeIfAbsent(textOf[by], text -> new TreeSet<>()).add(copies.get(other).source());
  }

  /** For each text and outlet the first printing. */
  private List<Map<String, Integer>> firstsByOutlet() {
    Comparator<Integer> byDate =
        Comparator.<Integer, Instant>comparing(
                c -> copies.get(c).publishedAt(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(c -> copies.get(c).articleId())
            .thenComparing(c -> copies.get(c).begin());
    List<Map<String, Integer>> firsts = new ArrayList<>();
    for (List<Integer> printings : ofText) {
      Map<String, Integer> byOutlet = new HashMap<>();
      for (int c : printings) {
        byOutlet.merge(
            copies.get(c).source(),
            c,
            (one, other) -> byDate.compare(one, other) <= 0 ? one : other);
      }
      firsts.add(byOutlet);
    }
    return firsts;
  }
}
