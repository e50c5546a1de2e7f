package dev.headwater.trace;

/**
 * A light English stemmer: plural, -ed and -ing endings only, so that {@code stored}, {@code
 * stores} and {@code storing} meet. Not Porter's: longer endings carry meaning that tells measures
 * apart. Linear in the word.
 */
final class Stems {
  private Stems() {}

  /** The stem of a lower-case word. */
  static String of(String word) {
    String stem = plural(word);
    if (stem.length() > 5 && stem.endsWith("ing")) {
      stem = single(stem.substring(0, stem.length() - 3));
    } else if (stem.length() > 4 && stem.endsWith("ed")) {
      stem = single(stem.substring(0, stem.length() - 2));
    }
    if (stem.length() > 3 && stem.endsWith("e")) {
      stem = stem.substring(0, stem.length() - 1);
    }
    if (stem.length() > 2 && stem.endsWith("i")) {
      stem = stem.substring(0, stem.length() - 1) + "y";
    }
    return stem;
  }

  private static String plural(String word) {
    if (word.length() < 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us")) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("sses")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.endsWith("is")) {
      return word;
    }
    return word.substring(0, word.length() - 1);
  }

  private static String single(String stem) {
    int last = stem.length() - 1;
    boolean doubled = last > 2 && stem.charAt(last) == stem.charAt(last - 1);
    return doubled && "lsz".indexOf(stem.charAt(last)) < 0 ? stem.substring(0, last) : stem;
  }
}
