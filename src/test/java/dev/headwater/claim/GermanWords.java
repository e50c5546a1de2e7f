package dev.headwater.claim;

/** Writes cardinals below a million as German does, in one word. */
final class GermanWords {
  private static final String[] UNITS = {
    "",
    "ein",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "sechs",
    "sieben",
    "acht",
    "neun",
    "zehn",
    "elf",
    "zwölf",
    "dreizehn",
    "vierzehn",
    "fünfzehn",
    "sechzehn",
    "siebzehn",
    "achtzehn",
    "neunzehn"
  };
  private static final String[] TENS = {
    "", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"
  };

  private GermanWords() {}

  static String of(int value) {
    if (value >= 1000) {
      return of(value / 1000) + "tausend" + of(value % 1000);
    }
    if (value >= 100) {
      return UNITS[value / 100] + "hundert" + of(value % 100);
    }
    if (value < UNITS.length) {
      return UNITS[value];
    }
    String ones = UNITS[value % 10];
    return (ones.isEmpty() ? "" : ones + "und") + TENS[value / 10];
  }
}
