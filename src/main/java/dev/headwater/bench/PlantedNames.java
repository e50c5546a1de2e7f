package dev.headwater.bench;

import java.util.Locale;

/** Pronounceable names that no other story has; the half million first differ in six letters. */
final class PlantedNames {
  /** More names than any one story needs. */
  private static final long OF_A_STORY = 64;

  private static final String CONSONANTS = "bcdfghjklmnprstv";
  private static final String VOWELS = "aeiou";
  private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();
  private static final long SHORT = (long) SYLLABLES * SYLLABLES * SYLLABLES;

  /** Prime, so that neighbouring numbers give names that are not alike. */
  private static final long STEP = 104_729;

  private long next;

  PlantedNames(long story) {
    next = story * OF_A_STORY;
  }

  String one() {
    long number = next++;
    StringBuilder name = new StringBuilder();
    append(number * STEP % SHORT, 3, name);
    if (number >= SHORT) {
      append(number / SHORT, 1, name);
    }
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + "n";
  }

  /** A first and a last name. */
  String two() {
    return one() + " " + one();
  }

  private static void append(long code, int least, StringBuilder name) {
    long rest = code;
    for (int i = 0; i < least || rest > 0; i++) {
      int syllable = (int) (rest % SYLLABLES);
      name.append(CONSONANTS.charAt(syllable / VOWELS.length()));
      name.append(VOWELS.charAt(syllable % VOWELS.length()));
      rest /= SYLLABLES;
    }
  }
}
