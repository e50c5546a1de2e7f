package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keys that bring equal quantities together without comparing all with all.
 *
 * <p>A key is the class of the unit, the value in the base unit rounded to one or two digits, and
 * rare words of the sentence: one word where the value is telling, two where it is not. Rounding to
 * both one and two digits lets every pair meet that rounding could make of each other, but for a
 * few on a border; a bound may miss what it bounds where their first digits differ. At most {@value
 * #MOST} keys a claim.
 *
 * <p>The table {@code claim_keys} keeps them: a change of what is given here needs another {@code
 * Tables.LAYOUT}, so that no claim misses those of before.
 */
final class BlockingKeys {
  static final int MOST = 66;
  private static final int WORDS = 9;
  private static final int PAIRED = 7;
  private static final int SERIES_WORDS = 4;
  private static final BigDecimal SMALL = BigDecimal.valueOf(100);

  private BlockingKeys() {}

  static List<String> of(ClaimProfile profile) {
    Claim claim = profile.claim();
    BigDecimal low = claim.baseLow() == null ? claim.valueLow() : claim.baseLow();
    if (low == null || ClaimProfile.NO_UNIT.equals(profile.unitClass())) {
      return List.of();
    }
    List<String> words = rarest(profile);
    boolean telling = low.stripTrailingZeros().precision() >= 2 && low.abs().compareTo(SMALL) >= 0;
    Set<String> keys = new LinkedHashSet<>();
    for (String value : values(claim, low)) {
      String stem = profile.unitClass() + "|" + value + "|";
      if (telling) {
        words.forEach(word -> keys.add(stem + word));
      } else {
        addPairs(stem, words, keys);
      }
      if (profile.noun() != null) {
        String counted = stem + profile.noun();
        words.forEach(word -> keys.add(counted + "|" + word));
      }
    }
    if (telling && profile.noun() != null && claim.value() != null) {
      // Without a word only the exact value tells: rounded ones are those of half the corpus.
      String exact = low.stripTrailingZeros().toString();
      keys.add(profile.unitClass() + "|exact " + exact + "|" + profile.noun());
    }
    addSeries(profile, words, keys);
    addOwn(profile, words, keys);
    return keys.stream().limit(MOST).toList();
  }

  /** Keys without a value, so that later values of one measure meet. */
  private static void addSeries(ClaimProfile profile, List<String> words, Set<String> keys) {
    if (profile.noun() == null || profile.family() == null || profile.claim().value() == null) {
      return;
    }
    String stem = "series|" + profile.noun() + "|" + profile.family() + "|";
    addPairs(stem, words.subList(0, Math.min(SERIES_WORDS, words.size())), keys);
  }

  /**
   * Keys without a value within one outlet, so that it meets what it corrects of money or shares.
   */
  private static void addOwn(ClaimProfile profile, List<String> words, Set<String> keys) {
    if (profile.noun() == null && profile.claim().value() != null) {
      String stem = "own|" + profile.claim().source() + "|" + profile.unitClass() + "|";
      addPairs(stem, words.subList(0, Math.min(SERIES_WORDS, words.size())), keys);
    }
  }

  private static void addPairs(String stem, List<String> words, Set<String> keys) {
    int most = Math.min(PAIRED, words.size());
    for (int i = 0; i < most; i++) {
      for (int k = i + 1; k < most; k++) {
        String one = words.get(i);
        String other = words.get(k);
        keys.add(stem + (one.compareTo(other) < 0 ? one + "|" + other : other + "|" + one));
      }
    }
  }

  private static Set<String> values(Claim claim, BigDecimal low) {
    Set<String> values = new LinkedHashSet<>();
    if (claim.value() == null) {
      BigDecimal high = claim.baseHigh() == null ? claim.valueHigh() : claim.baseHigh();
      values.add("range " + rounded(low, 1) + " " + (high == null ? "" : rounded(high, 1)));
      return values;
    }
    values.add(rounded(low, 1));
    values.add(rounded(low, 2));
    return values;
  }

  private static String rounded(BigDecimal value, int digits) {
    return value
        .round(new MathContext(digits, RoundingMode.HALF_UP))
        .stripTrailingZeros()
        .toString();
  }

  /** Names, then words of the concept, then long words: length stands for rarity here. */
  private static List<String> rarest(ClaimProfile profile) {
    Set<String> concept = new HashSet<>();
    for (String word : profile.claim().concept()) {
      concept.add(ClaimProfile.nounClass(word));
    }
    List<Map.Entry<String, Double>> words = new ArrayList<>(profile.words().entrySet());
    words.sort(
        Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
            .thenComparing(entry -> !concept.contains(entry.getKey()))
            .thenComparing(entry -> -entry.getKey().length())
            .thenComparing(Map.Entry::getKey));
    return words.stream().map(Map.Entry::getKey).limit(WORDS).toList();
  }
}
