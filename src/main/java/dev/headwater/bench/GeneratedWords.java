package dev.headwater.bench;

import java.util.SplittableRandom;

/**
 * Draws invented words as often as a language would, and set phrases among them.
 *
 * <p>Word ranks follow the law of Zipf and Mandelbrot with exponent 1, drawn by the inverse of its
 * distribution function; the word of a rank is made of syllables, the frequent ones being short.
 * One word in forty opens a set phrase of five to eight words, drawn by the same law from two
 * million, the commonest in one article of some 2,000: in real text most n-grams that meet by
 * chance are set phrases.
 */
final class GeneratedWords {
  private static final int VOCABULARY = 200_000;
  private static final int PHRASES = 2_000_000;
  private static final double WORD_FLATTENING = 2.7;
  private static final double PHRASE_FLATTENING = 1_000;
  private static final String ONSETS = "bdfgklmnprstvz";
  private static final String[] RHYMES = {"a", "e", "i", "o", "u", "an", "er", "ol"};

  private GeneratedWords() {}

  /** Appends about so many words to a list of words; numbers are among them. */
  static String[] draw(SplittableRandom random, int count) {
    String[] words = new String[count];
    int size = 0;
    while (size < count) {
      int choice = random.nextInt(40);
      if (choice == 0) {
        size = phrase(random, words, size);
      } else if (choice == 1) {
        words[size++] = Integer.toString(2 + random.nextInt(random.nextInt(2) == 0 ? 60 : 9_000));
      } else {
        words[size++] = word(rank(random, VOCABULARY, WORD_FLATTENING));
      }
    }
    return words;
  }

  private static int phrase(SplittableRandom random, String[] words, int from) {
    SplittableRandom own =
        new SplittableRandom(0x5EED_0000L + rank(random, PHRASES, PHRASE_FLATTENING));
    int size = from;
    for (int left = 5 + own.nextInt(4); left > 0 && size < words.length; left--) {
      words[size++] = word(rank(own, VOCABULARY, WORD_FLATTENING));
    }
    return size;
  }

  private static int rank(SplittableRandom random, int ranks, double flattening) {
    double drawn = flattening * Math.pow((ranks + flattening) / flattening, random.nextDouble());
    return Math.min(ranks - 1, (int) (drawn - flattening));
  }

  /** The word of a rank; no two ranks have the same. */
  static String word(int rank) {
    int syllables = ONSETS.length() * RHYMES.length;
    StringBuilder word = new StringBuilder();
    for (int rest = rank + 1; rest > 0; rest = (rest - 1) / syllables) {
      int syllable = (rest - 1) % syllables;
      word.append(ONSETS.charAt(syllable % ONSETS.length()))
          .append(RHYMES[syllable / ONSETS.length()]);
    }
    return word.toString();
  }
}
