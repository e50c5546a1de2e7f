package dev.headwater.claim;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads the noun phrase a number counts: its words, and its canonical form in the singular. */
final class NounPhrase {
  private static final Set<String> DROPPED = WordTable.words("en/nouns.tsv", "dropped");
  private static final Set<String> SAME = WordTable.words("en/nouns.tsv", "same");

  private static final Set<String> PARTICIPLES = WordTable.words("en/nouns.tsv", "participle");

  /** Singulars that no rule gives: person of people. */
  private static final Map<String, String> SINGULAR = WordTable.pairs("en/nouns.tsv", "singular");

  private static final Map<String, String> IRREGULAR =
      Map.of("best", "good", "better", "good", "worst", "bad", "worse", "bad");

  private NounPhrase() {}

  /** A phrase: tokens [first, last), the head token, singular words with and without modifiers. */
  record Phrase(int first, int last, int headToken, String words, String head) {}

  /** The phrase that begins at a token behind a number; null where no noun follows. */
  static Phrase at(TokenRow row, int begin) {
    if (row.isAny(begin, "last|next|this|past|today|yesterday|tomorrow|that|each|every")) {
      return null;
    }
    int i = begin;
    int start = begin;
    int noun = -1;
    int limit = Math.min(row.size(), begin + 8);
    for (; i < limit; i++) {
      String tag = row.tag(i);
      if (row.isNoun(i) && !row.isAny(i, "%|$|who|u.s.|us") || isPlace(row, i)) {
        noun = i;
        if (row.isPlural(i) && !row.isNoun(i + 1)) {
          break;
        }
        if (row.tag(i).equals("NNS") && !row.tag(i + 1).startsWith("NNS")) {
          break;
        }
      } else if (noun == i - 1 && tag.equals("POS") && isDescribed(row, i + 1)) {
        start = i + 1;
        noun = -1;
      } else if (!isModifier(row, i, tag, noun)) {
        break;
      }
    }
    if (noun < 0) {
      return null;
    }
    return phrase(row, start, noun);
  }

  private static boolean isDescribed(TokenRow row, int i) {
    return row.isNoun(i) || row.tag(i).startsWith("JJ");
  }

  /** U.S. and the like tag as names but only count as modifiers of a noun behind. */
  private static boolean isPlace(TokenRow row, int i) {
    return row.isAny(i, "u.s.|us") && row.isProper(i) && row.isNoun(i + 1);
  }

  private static boolean isModifier(TokenRow row, int i, String tag, int noun) {
    if (row.isDigits(i) || tag.equals("CD")) {
      return row.isDigits(i)
          && i + 1 < row.size()
          && Units.at(row, i + 1, row.glued(i + 1)) != null;
    }
    if (row.isAny(i, "being|having|including|according")) {
      return false;
    }
    if (tag.startsWith("JJ") || tag.equals("VBN") || tag.equals("VBG")) {
      return noun < 0 || (tag.startsWith("JJ") && row.isNoun(i + 1));
    }
    if (tag.startsWith("RB")) {
      return noun < 0 && (row.tag(i + 1).startsWith("JJ") || row.tag(i + 1).equals("VBN"));
    }
    if (tag.equals("CC") && row.isAny(i, "and|or|&")) {
      boolean adjectives = row.tag(i - 1).startsWith("JJ") && row.tag(i + 1).startsWith("JJ");
      return noun < 0 && adjectives;
    }
    return tag.equals("HYPH") && row.glued(i) && row.glued(i + 1);
  }

  private static Phrase phrase(TokenRow row, int begin, int head) {
    StringBuilder words = new StringBuilder();
    for (int i = begin; i < head; i++) {
      String tag = row.tag(i);
      boolean graded = i > begin && row.tag(i - 1).startsWith("RB");
      boolean adverb =
          tag.startsWith("RB") || (graded && (tag.equals("VBN") || tag.startsWith("JJ")));
      boolean participle = tag.equals("VBN") && !PARTICIPLES.contains(row.lower(i));
      boolean nested =
          row.isDigits(i)
              || (i > begin && row.isDigits(i - 1) && Units.at(row, i, row.glued(i)) != null);
      if (adverb
          || participle
          || nested
          || DROPPED.contains(row.lower(i))
          || tag.equals("CC")
          || tag.equals("HYPH")) {
        continue;
      }
      words.append(modifier(row, i)).append(' ');
    }
    String single = singular(row, head);
    return new Phrase(begin, head + 1, head, words + single, single);
  }

  private static String modifier(TokenRow row, int i) {
    if (row.isProper(i)) {
      return row.text(i);
    }
    boolean graded = row.tag(i).equals("JJR") || row.tag(i).equals("JJS");
    if (graded) {
      return positive(row.lower(i));
    }
    return row.tag(i).equals("NNS") ? row.lemma(i) : row.lower(i);
  }

  /** smallest, smaller: small; best, better: good. */
  private static String positive(String word) {
    String irregular = IRREGULAR.get(word);
    if (irregular != null) {
      return irregular;
    }
    String stem =
        word.endsWith("est")
            ? word.substring(0, word.length() - 3)
            : word.endsWith("er") ? word.substring(0, word.length() - 2) : word;
    int n = stem.length();
    if (stem.equals(word) || n < 3) {
      return word;
    }
    if (stem.endsWith("i")) {
      return stem.substring(0, n - 1) + "y";
    }
    boolean twice =
        stem.charAt(n - 1) == stem.charAt(n - 2) && "bdgmnpt".indexOf(stem.charAt(n - 1)) >= 0;
    return twice
        ? stem.substring(0, n - 1)
        : "gcvsuz".indexOf(stem.charAt(n - 1)) >= 0 && !stem.endsWith("ng") ? stem + "e" : stem;
  }

  /** The head in the singular; names keep their capitals. */
  static String singular(TokenRow row, int i) {
    String word = row.isProper(i) ? row.text(i) : row.lower(i);
    if (SINGULAR.containsKey(word)) {
      return SINGULAR.get(word);
    }
    if (SAME.contains(row.lower(i)) || !row.isPlural(i)) {
      return word;
    }
    String lemma = row.lemma(i);
    if (lemma.equalsIgnoreCase(word)) {
      lemma = plainSingular(word);
    }
    return row.isProper(i) && !lemma.isEmpty()
        ? word.substring(0, 1) + lemma.substring(Math.min(1, lemma.length()))
        : lemma.toLowerCase(Locale.ROOT);
  }

  private static String plainSingular(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.endsWith("ies") && lower.length() > 4) {
      return word.substring(0, word.length() - 3) + "y";
    }
    boolean plural =
        lower.endsWith("s")
            && !lower.endsWith("ss")
            && !lower.endsWith("us")
            && !lower.endsWith("is");
    return plural && word.length() > 2 ? word.substring(0, word.length() - 1) : word;
  }
}
