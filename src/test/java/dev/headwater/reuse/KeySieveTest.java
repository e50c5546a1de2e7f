package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySieveTest {
  private static final int ASKED = 200_000;

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 4_096, 100_000, 131_072, 131_073})
  void passesAllItsKeysAndFewOthers(int keys) {
    Random random = new Random(keys);
    long[] own = random.longs(keys).toArray();
    KeySieve sieve = new KeySieve(keys);
    for (long key : own) {
      sieve.add(key);
    }
    KeySieve sent = new KeySieve(sieve.words());
    assertThat(LongStream.of(own)).allMatch(sent::passes);
    assertThat(random.longs(ASKED).filter(sent::passes).count()).isLessThan(ASKED / 100);
  }

  /**
   * As the keys of a stored bucket are: their mixed hash has the same top bits, they no low ones.
   */
  @Test
  void keysOfOneBucketAreNoWorse() {
    KeySieve sieve = new KeySieve(50_000);
    inFirstBucket(1).limit(50_000).forEach(sieve::add);
    assertThat(inFirstBucket(2).limit(ASKED).filter(sieve::passes).count()).isLessThan(ASKED / 100);
  }

  private static LongStream inFirstBucket(long seed) {
    return new Random(seed)
        .longs()
        .map(PostingKey::hash)
        .filter(key -> Buckets.of(key, Buckets.STORED_BITS) == 0);
  }

  @Test
  void twoBecomeOne() {
    KeySieve one = new KeySieve(1_000);
    KeySieve other = new KeySieve(1_000);
    one.add(7);
    other.add(8);
    one.addAll(other);
    assertThat(one.passes(7) && one.passes(8)).isTrue();
    assertThat(other.passes(7)).isFalse();
    assertThatThrownBy(() -> one.addAll(new KeySieve(1_000_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("words");
  }
}
