package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatedKeysTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 100, 1 << 16, 3 << 18})
  void missesNoneThatStandsTwiceAndDropsMostOthers(int single) {
    SplittableRandom random = new SplittableRandom(single);
    LongOpenHashSet singles = new LongOpenHashSet();
    while (singles.size() < single) {
      singles.add(PostingKey.hash(random.nextLong()));
    }
    long[] twice = random.longs(1 + single / 10).filter(key -> !isIn(singles, key)).toArray();
    RepeatedKeys keys = new RepeatedKeys(single + 2L * twice.length);
    singles.forEach(keys::add);
    for (long key : twice) {
      keys.add(key);
      keys.add(PostingKey.of(key, random.nextLong(), random.nextLong()));
    }
    assertThat(twice).isNotEmpty();
    assertThat(LongStream.of(twice)).allMatch(keys::mayRepeat);
    long passed = singles.longStream().filter(keys::mayRepeat).count();
    assertThat(passed).isLessThanOrEqualTo(2 + single * 3L / 10);
  }

  private static boolean isIn(LongOpenHashSet keys, long key) {
    return keys.contains(PostingKey.hash(key));
  }
}
