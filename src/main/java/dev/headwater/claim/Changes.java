package dev.headwater.claim;

import java.util.Set;

/** The verb or particle that says a quantity rose or fell, and whether to or by the number. */
final class Changes {
  private static final Set<String> UP = WordTable.words("en/frame.tsv", "up");
  private static final Set<String> DOWN = WordTable.words("en/frame.tsv", "down");
  private static final String BE_OR_GO =
      "is|was|are|were|be|been|being|'s|’s|go|goes|going|went|gone|edged|moved|ended|closed|finished"
          + "|traded|trading|ticked|stood|opened|settled|inched|nudged";
  private static final String BY = "by|to|another|a|an|further|its|only|just";

  private Changes() {}

  /** Direction and preposition of the change that a number measures; null where none is said. */
  static String before(TokenRow row, int number) {
    int i = number - 1;
    String how = "";
    while (i > number - 4 && row.isAny(i, BY)) {
      how = row.isAny(i, "by|to") ? "_" + row.lower(i) : how;
      i--;
    }
    if (row.tag(i).startsWith("RB") && !row.isAny(i, "up|down|lower|higher")) {
      i--;
    }
    boolean particle = row.tag(i - 1).startsWith("VB") && !row.isAny(i - 1, BE_OR_GO);
    if (particle && row.isAny(i, "up|down")) {
      return null;
    }
    if (row.isAny(i, "up|higher")) {
      return "up" + how;
    }
    if (row.isAny(i, "down|lower")) {
      return "down" + how;
    }
    if (!row.tag(i).startsWith("VB")) {
      return null;
    }
    String change = of(row.lemma(i));
    return change == null ? null : change + how;
  }

  /** up or down by the lemma of a verb; null for another. */
  static String of(String lemma) {
    return UP.contains(lemma) ? "up" : DOWN.contains(lemma) ? "down" : null;
  }
}
