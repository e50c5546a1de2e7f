package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CandidatesTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  /** Keys of a text of usual length. */
  private static final int MANY = Candidates.extent(500, false);

  @Test
  void countsSharedKeysOfEachPair() {
    Candidates found =
        Candidates.of(
            postings(new long[] {7, 7, 9, 9, 9, 5}, new int[] {0, 2, 0, 1, 2, 1}), SETTINGS);
    assertThat(found.pairs())
        .containsExactly(PairCounts.pair(0, 1), PairCounts.pair(0, 2), PairCounts.pair(1, 2));
    assertThat(found.counts()).containsExactly(1, 2, 1);
  }

  @Test
  void aKeyOfTooManyDocumentsJoinsEachToTheFirstOnesAndToItsNeighbours() {
    int documents = SETTINGS.maxOccurrence() + 100;
    int[] owners = new int[documents];
    Arrays.setAll(owners, d -> documents - 1 - d);
    Candidates found = Candidates.of(postings(new long[documents], owners), SETTINGS);
    assertThat(found.cappedKeys()).isEqualTo(1);
    assertThat(found.cappedPostings()).isEqualTo(documents);
    assertThat(found.counts()).containsOnly(1);
    assertThat(found.pairs())
        .hasSizeLessThan(8 * documents)
        .contains(PairCounts.pair(0, documents - 1), PairCounts.pair(3, documents - 1))
        .contains(PairCounts.pair(100, 101), PairCounts.pair(100, 104))
        .doesNotContain(PairCounts.pair(4, documents - 1), PairCounts.pair(100, 105));
  }

  @Test
  void cappedAndOtherKeysOfAPairAreAddedUp() {
    int documents = SETTINGS.maxOccurrence() + 1;
    long[] keys = new long[documents + 2];
    int[] owners = new int[documents + 2];
    Arrays.setAll(owners, d -> d % documents);
    keys[documents] = 7;
    keys[documents + 1] = 7;
    Candidates found = Candidates.of(postings(keys, owners), SETTINGS);
    assertThat(found.pairs()).doesNotHaveDuplicates().contains(PairCounts.pair(0, 1));
    assertThat(found.pairs()[0]).isEqualTo(PairCounts.pair(0, 1));
    assertThat(found.counts()[0]).isEqualTo(2);
  }

  @Test
  void aKeyAtTheCapStillJoinsEveryTwo() {
    int documents = SETTINGS.maxOccurrence();
    int[] owners = new int[documents];
    Arrays.setAll(owners, d -> d);
    Candidates found = Candidates.of(postings(new long[documents], owners), SETTINGS);
    assertThat(found.cappedKeys()).isZero();
    assertThat(found.pairs()).hasSize(documents * (documents - 1) / 2);
    assertThat(found.counts()).containsOnly(1);
  }

  /** Of the pieces of such a bucket the one that holds the hot key is by far the largest. */
  @Test
  void oneVeryHotKeyAmongManyOthersChangesNothingOfWhatTheyFind() {
    int all = 40_000;
    Random random = new Random(3);
    TreeMap<Long, TreeSet<Integer>> lists = new TreeMap<>();
    for (int k = 0; k < 30_000; k++) {
      lists
          .computeIfAbsent(Grams.mix(random.nextInt(12_000)), key -> new TreeSet<>())
          .add(random.nextInt(all));
    }
    Map<Long, Integer> expected = counted(lists);
    long hot = Grams.mix(-1);
    for (int d = 0; d < all; d++) {
      lists.computeIfAbsent(hot, key -> new TreeSet<>()).add(d);
      Set<Integer> met = new TreeSet<>();
      for (int k = 0; k < 4; k++) {
        met.add(k);
        met.add(d - 1 - k);
      }
      for (int other : met) {
        if (other >= 0 && other < d) {
          expected.merge(PairCounts.pair(other, d), 1, Integer::sum);
        }
      }
    }
    Candidates found = Candidates.of(postings(lists), SETTINGS);
    assertThat(found.cappedKeys()).isEqualTo(1);
    assertThat(found.cappedPostings()).isEqualTo(all);
    assertThat(counts(found)).isEqualTo(expected);
  }

  private static int least(int one, int other) {
    int shared = 0;
    while (!Candidates.isEnough(shared, one, other, 100, 280, SETTINGS)) {
      shared++;
    }
    return shared;
  }

  @Test
  void leavesOutPairsOfTwoKnownDocuments() {
    Postings postings =
        new Postings(
            new long[] {3, 3, 3}, new int[] {0, 1, 2}, 3, new boolean[] {false, false, true}, null);
    assertThat(Candidates.of(postings, SETTINGS).pairs())
        .containsExactly(PairCounts.pair(0, 2), PairCounts.pair(1, 2));
  }

  @Test
  void asksForMoreBeyondTheWindowOfDays() {
    assertThat(Candidates.isEnough(5, MANY, MANY, 100, 280, SETTINGS)).isTrue();
    assertThat(Candidates.isEnough(4, MANY, MANY, 100, 280, SETTINGS)).isFalse();
    // Beyond, an eighth of all keys is counted, and so is an eighth of 24 asked for.
    ReuseSettings more =
        new ReuseSettings(5, 2, 32, 100, 1, 2, 180, 24, 50, 300, 15, 0.4, 30, 30, 0.1, 5000, 3000);
    assertThat(Candidates.isEnough(2, MANY, MANY, 100, 281, more)).isFalse();
    assertThat(Candidates.isEnough(3, MANY, MANY, 100, 281, more)).isTrue();
    ReuseSettings strict = ReuseSettings.chosen(5, 100, 1, 8, 180, 15);
    assertThat(Candidates.isEnough(7, MANY, MANY, 100, 280, strict)).isFalse();
    assertThat(Candidates.isEnough(2, MANY, MANY, 100, 281, strict)).isTrue();
    assertThat(Candidates.least(strict)).isEqualTo(2);
  }

  @Test
  void ofTextsFullOfReadingErrorsAFifthLessIsAskedForEach() {
    int misread = Candidates.extent(500, true);
    assertThat(least(MANY, MANY)).isEqualTo(5);
    assertThat(least(misread, MANY)).isEqualTo(4).isEqualTo(least(MANY, misread));
    assertThat(least(misread, misread)).isEqualTo(3);
    assertThat(least(misread, Candidates.extent(3, false))).isEqualTo(2);
    ReuseSettings all = ReuseSettings.chosen(5, 100, 1, 1, 180, 15);
    assertThat(Candidates.isEnough(1, misread, misread, 100, 100, all)).isTrue();
    assertThat(Candidates.isEnough(0, misread, misread, 100, 100, all)).isFalse();
  }

  @Test
  void ofAShortTextTwoThirdsOfItsKeysAreEnough() {
    int[] enough = new int[10];
    for (int keys = 0; keys < enough.length; keys++) {
      enough[keys] = least(Candidates.extent(keys, false), MANY);
    }
    assertThat(enough).containsExactly(2, 2, 2, 2, 3, 4, 4, 5, 5, 5);
    assertThat(Candidates.least(SETTINGS)).isEqualTo(2);
    ReuseSettings all = ReuseSettings.chosen(5, 100, 1, 1, 180, 15);
    assertThat(Candidates.isEnough(1, Candidates.extent(1, false), MANY, 100, 100, all)).isTrue();
  }

  @Test
  void articlesWithoutADateAreNearOneAnotherAlone() {
    assertThat(Candidates.areNear(Postings.NO_DAY, Postings.NO_DAY, SETTINGS)).isTrue();
    assertThat(Candidates.areNear(Postings.NO_DAY, 281, SETTINGS)).isFalse();
    assertThat(Candidates.areNear(281, Postings.NO_DAY, SETTINGS)).isFalse();
    assertThat(Candidates.areNear(100, 280, SETTINGS)).isTrue();
    assertThat(Candidates.areNear(100, 281, SETTINGS)).isFalse();
  }

  @Test
  void oneKeyInEightFindsWhatIsFarApart() {
    int far = 0;
    for (long key = 0; key < 80_000; key++) {
      far += Buckets.isFar(Grams.mix(key)) ? 1 : 0;
      assertThat(Buckets.isFar(Grams.mix(key)))
          .isEqualTo(Buckets.of(Grams.mix(key), Buckets.STORED_BITS) < 2);
    }
    assertThat(far).isBetween(9_500, 10_500);
  }

  @Property(tries = 30)
  void agreesWithCountingEveryPair(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    TreeMap<Long, TreeSet<Integer>> lists = new TreeMap<>();
    for (int k = 0; k < 3000; k++) {
      lists
          .computeIfAbsent(Grams.mix(random.nextInt(700)), key -> new TreeSet<>())
          .add(random.nextInt(60));
    }
    Map<Long, Integer> expected = counted(lists);
    Candidates found = Candidates.of(postings(lists), SETTINGS);
    assertThat(found.pairs())
        .containsExactly(
            expected.keySet().stream()
                .sorted(Comparator.comparing(PairCounts::larger).thenComparing(PairCounts::smaller))
                .mapToLong(Long::longValue)
                .toArray());
    assertThat(counts(found)).isEqualTo(expected);
  }

  @Test
  void aCommonKeyJoinsThoseThatHaveTheSameOnOneSideOfIt() {
    int documents = SETTINGS.rareOccurrence() + 4;
    long[] keys = new long[documents];
    // Each has something else on either side, but for four: 0 and 1 the same before, 1 and 2 after,
    // 2 and 3 both.
    Arrays.setAll(keys, d -> key(7, 10 + d, 100 + d));
    keys[0] = key(7, 1, 100);
    keys[1] = key(7, 1, 2);
    keys[2] = key(7, 3, 2);
    keys[3] = key(7, 3, 2);
    Candidates found = Candidates.of(raw(keys, inOrder(documents), null), SETTINGS);
    assertThat(counts(found))
        .isEqualTo(
            Map.of(
                PairCounts.pair(0, 1), 1,
                PairCounts.pair(1, 2), 1,
                PairCounts.pair(1, 3), 1,
                PairCounts.pair(2, 3), 1));
  }

  @Test
  void aRareKeyJoinsAllThatHaveIt() {
    int documents = SETTINGS.rareOccurrence();
    long[] keys = new long[documents];
    Arrays.setAll(keys, d -> key(7, d, d));
    assertThat(Candidates.of(raw(keys, inOrder(documents), null), SETTINGS).pairs())
        .hasSize(documents * (documents - 1) / 2);
  }

  /** A set phrase that an article of today shares with one of ten years ago tells nothing. */
  @Test
  void farApartInTimeEvenARareKeyNeedsTheSameOnOneSideOfIt() {
    int[] days = {0, 5_000, 5_001, 5_002};
    long[] keys = {key(7, 1, 1), key(7, 2, 2), key(7, 3, 3), key(7, 1, 4)};
    assertThat(Candidates.of(raw(keys, inOrder(4), days), SETTINGS).pairs())
        .containsExactly(
            PairCounts.pair(1, 2),
            PairCounts.pair(0, 3),
            PairCounts.pair(1, 3),
            PairCounts.pair(2, 3));
  }

  /** A capped list of those with the same before is as good as one with the same after. */
  @Property(tries = 4)
  void aKeyIsCappedOnWhicheverSideItsDocumentsHaveTheSame(@ForAll boolean before) {
    int documents = SETTINGS.maxOccurrence() + 50;
    long[] keys = new long[documents];
    Arrays.setAll(keys, d -> before ? key(7, 1, 10 + d) : key(7, 10 + d, 1));
    Candidates found = Candidates.of(raw(keys, inOrder(documents), null), SETTINGS);
    assertThat(found.cappedKeys()).isEqualTo(1);
    assertThat(found.cappedPostings()).isEqualTo(documents);
    assertThat(found.counts()).containsOnly(1);
    assertThat(found.pairs())
        .hasSizeLessThan(8 * documents)
        .contains(PairCounts.pair(3, documents - 1), PairCounts.pair(100, 104))
        .doesNotContain(PairCounts.pair(4, documents - 1), PairCounts.pair(100, 105));
  }

  /** Of those that have so hot a key many have the same on one side by chance. */
  @Test
  void aVeryHotKeyIsCappedHoweverFewHaveTheSameOnOneSide() {
    int documents = 100 * SETTINGS.maxOccurrence() + 1;
    long[] keys = new long[documents];
    Arrays.setAll(keys, d -> key(7, d % 1000, d / 10));
    Candidates found = Candidates.of(raw(keys, inOrder(documents), null), SETTINGS);
    assertThat(found.cappedKeys()).isEqualTo(1);
    Candidates cooler =
        Candidates.of(
            raw(Arrays.copyOf(keys, documents - 1), inOrder(documents - 1), null), SETTINGS);
    assertThat(cooler.cappedKeys()).isZero();
    assertThat(found.pairs()).hasSizeLessThan(cooler.pairs().length);
  }

  /** Against a look at every two documents of every key, whatever the order of the postings. */
  @Property(tries = 60)
  void agreesWithComparingAllAroundEveryKey(@ForAll @IntRange(max = 9999) int seed) {
    ReuseSettings small =
        new ReuseSettings(5, 2, 6, 12, 1, 5, 180, 20, 50, 300, 15, 0.4, 30, 30, 0.1, 5000, 3000);
    Random random = new Random(seed);
    int all = 120;
    int[] days = random.ints(all, 0, 400).sorted().toArray();
    TreeMap<Long, TreeMap<Integer, int[]>> lists = new TreeMap<>();
    for (int k = 0; k < 4000; k++) {
      long key = random.nextBoolean() ? random.nextInt(30) : 30 + random.nextInt(600);
      lists
          .computeIfAbsent(key, of -> new TreeMap<>())
          .put(random.nextInt(all), new int[] {random.nextInt(9), random.nextInt(3)});
    }
    Map<Long, Integer> expected = new HashMap<>();
    List<long[]> postings = new ArrayList<>();
    lists.forEach(
        (key, list) -> {
          list.forEach(
              (of, around) -> postings.add(new long[] {key(key, around[0], around[1]), of}));
          List<Integer> documents = List.copyOf(list.keySet());
          for (int one : documents) {
            for (int other : list.tailMap(one, false).keySet()) {
              int count = counted(list, one, other, days, small);
              if (count > 0) {
                expected.merge(PairCounts.pair(one, other), count, Integer::sum);
              }
            }
          }
        });
    assertThat(lists.values()).anyMatch(list -> list.size() > 40);
    Collections.shuffle(postings, random);
    long[] keys = postings.stream().mapToLong(posting -> posting[0]).toArray();
    int[] owners = postings.stream().mapToInt(posting -> (int) posting[1]).toArray();
    Candidates found = Candidates.of(raw(keys, owners, days), small);
    assertThat(found.cappedKeys()).isPositive();
    assertThat(counts(found)).isEqualTo(expected);
  }

  /** What one key counts between two documents; the rules, one after the other. */
  private static int counted(
      TreeMap<Integer, int[]> list, int one, int other, int[] days, ReuseSettings settings) {
    boolean sameBefore = list.get(one)[0] == list.get(other)[0];
    boolean sameAfter = list.get(one)[1] == list.get(other)[1];
    if (list.size() <= settings.rareOccurrence()) {
      boolean near = days[other] - days[one] <= settings.windowDays();
      return near || sameBefore || sameAfter ? 1 : 0;
    }
    if (sameAfter) {
      return met(group(list, one, 1), one, other, settings);
    }
    return sameBefore ? met(group(list, one, 0), one, other, settings) : 0;
  }

  private static List<Integer> group(TreeMap<Integer, int[]> list, int of, int side) {
    return list.entrySet().stream()
        .filter(entry -> entry.getValue()[side] == list.get(of)[side])
        .map(Map.Entry::getKey)
        .toList();
  }

  private static int met(List<Integer> group, int one, int other, ReuseSettings settings) {
    if (group.size() <= settings.maxOccurrence()) {
      return 1;
    }
    int first = group.indexOf(one);
    return first < 4 || group.indexOf(other) - first <= 4 ? 1 : 0;
  }

  private static long key(long hash, long before, long after) {
    return PostingKey.of(Grams.mix(hash), before, after);
  }

  private static int[] inOrder(int documents) {
    return IntStream.range(0, documents).toArray();
  }

  private static Postings raw(long[] keys, int[] documents, int[] days) {
    boolean[] fresh = new boolean[Arrays.stream(documents).max().orElse(0) + 1];
    Arrays.fill(fresh, true);
    return new Postings(keys, documents, keys.length, fresh, days);
  }

  /** What each pair shares, by keys that are not capped. */
  private static Map<Long, Integer> counted(Map<Long, TreeSet<Integer>> lists) {
    Map<Long, Integer> counted = new HashMap<>();
    for (TreeSet<Integer> list : lists.values()) {
      for (int one : list) {
        for (int other : list.tailSet(one, false)) {
          counted.merge(PairCounts.pair(one, other), 1, Integer::sum);
        }
      }
    }
    return counted;
  }

  private static Map<Long, Integer> counts(Candidates found) {
    Map<Long, Integer> counts = new HashMap<>();
    for (int i = 0; i < found.pairs().length; i++) {
      counts.merge(found.pairs()[i], found.counts()[i], Integer::sum);
    }
    return counts;
  }

  private static Postings postings(Map<Long, TreeSet<Integer>> lists) {
    LongStream.Builder keys = LongStream.builder();
    IntStream.Builder documents = IntStream.builder();
    lists.forEach(
        (key, list) ->
            list.forEach(
                document -> {
                  keys.add(key);
                  documents.add(document);
                }));
    return postings(keys.build().toArray(), documents.build().toArray());
  }

  private static Postings postings(long[] keys, int[] documents) {
    return raw(Arrays.stream(keys).map(key -> key(key, 0, 0)).toArray(), documents, null);
  }
}
