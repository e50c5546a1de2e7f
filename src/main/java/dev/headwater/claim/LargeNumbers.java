package dev.headwater.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The numbers of a sentence that are too large for a claim: passed over as a whole, and kept. */
final class LargeNumbers {
  private final NonClaims.Mask mask;
  private final IntFunction<NumberSpan> ofAnySize;
  private final List<NumberSpan> passed = new ArrayList<>();

  /**
   * Begins without any.
   *
   * @param ofAnySize the number that begins at a token, whatever its size; null where there is none
   */
  LargeNumbers(NonClaims.Mask mask, IntFunction<NumberSpan> ofAnySize) {
    this.mask = mask;
    this.ofAnySize = ofAnySize;
  }

  /** Those passed over so far. */
  List<NumberSpan> passed() {
    return List.copyOf(passed);
  }

  /** Where to go on behind a token at which no amount begins: behind all of a number too large. */
  int behind(int i) {
    NumberSpan number = mask.covers(i) ? null : ofAnySize.apply(i);
    if (number == null || number.isStorable()) {
      return i + 1;
    }
    passed.add(number);
    return number.last();
  }
}
