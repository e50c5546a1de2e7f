package dev.headwater.claim;

import dev.headwater.claim.Frame.Range;

/** Tells a reporting verb from the noun, the passive and the progressive that look like it. */
final class VerbUse {
  private VerbUse() {}

  /** Whether a word before a number is a noun though it could report: "the suspect fired 10". */
  static boolean isNounBefore(Lexemes s, int i) {
    ReportingVerb verb = i == 0 ? null : ReportingVerb.of(s.at(i).lower());
    boolean alike = verb != null && (verb.bare() || verb.form().equals(verb.lemma() + "s"));
    return alike && isNoun(s, i, verb);
  }

  static boolean isNoun(Lexemes s, int i, ReportingVerb verb) {
    Lexeme before = s.at(i - 1);
    if (before.kind() == Lexeme.Kind.POSSESSIVE) {
      // "She's proposed": the ending is a verb behind a pronoun.
      return i < 2 || !s.at(i - 2).is("pronoun");
    }
    if (before.lower().equals("to")) {
      return true;
    }
    if (before.is("article")) {
      return true;
    }
    boolean nounLike = verb.bare() || verb.form().equals(verb.lemma() + "s");
    return nounLike
        && (before.is("determiner")
            || before.is("preposition")
            || before.is("possessing")
            || before.kind() == Lexeme.Kind.NUMBER
            || SourceWords.is(verb.form(), "nominal") && followsNoun(s, i + verb.length()));
  }

  /**
   * "Swing states and …", "the claims of …", "at rates from …": what stands behind the word makes
   * it a noun.
   */
  private static boolean followsNoun(Lexemes s, int after) {
    if (after >= s.size()) {
      return false;
    }
    String lower = s.at(after).lower();
    ReportingVerb next = ReportingVerb.of(lower);
    return lower.equals("and")
        || lower.equals("or")
        || next != null && next.bare() && !s.at(after).isCapital()
        || lower.endsWith("ed") && lower.length() > 4 && !s.at(after).isCapital()
        || SourceWords.is(lower, "preposition") && !lower.equals("about")
        || SourceWords.is(lower, "finite") && !lower.equals("to");
  }

  static boolean agreesWithBare(Lexemes s, Range source, int i) {
    for (int k = source.to(); k < i; k++) {
      if (s.at(k).is("finite")) {
        return true;
      }
    }
    for (int k = source.from(); k < source.to(); k++) {
      String lower = s.at(k).lower();
      boolean ending =
          s.at(k).isWord()
              && lower.endsWith("s")
              && !lower.endsWith("ss")
              && !s.at(k).is("determiner");
      boolean plural = ending || lower.equals("people");
      if (plural
          || lower.equals("and")
          || lower.equals("they")
          || lower.equals("we")
          || lower.equals("i")
          || lower.equals("you")
          || lower.equals("police")
          || lower.equals("data")
          || lower.equals("many")
          || lower.equals("some")) {
        return true;
      }
    }
    return false;
  }

  /** "A man believed to be …", "for having argued": no finite verb, so nobody speaks. */
  static boolean isReduced(Lexemes s, int i) {
    if (i > 0 && s.at(i - 1).lower().equals("having")) {
      return true;
    }
    String next = i + 1 < s.size() ? s.at(i + 1).lower() : "";
    String then = i + 2 < s.size() ? s.at(i + 2).lower() : "";
    if (next.equals("to") && (then.equals("have") || then.equals("be"))) {
      ReportingVerb verb = ReportingVerb.at(s, i);
      return verb != null && verb.group() == ReportingVerb.Group.SAY;
    }
    boolean follows = next.equals("to") || next.equals("of") || next.equals("at");
    return follows && s.at(i).is("participial");
  }

  static boolean isPassive(Lexemes s, int i, ReportingVerb verb) {
    if (!verb.form().endsWith("d") && !verb.form().endsWith("n") && !verb.form().endsWith("t")) {
      return false;
    }
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      String lower = s.at(k).lower();
      switch (lower) {
        case "is", "are", "was", "were", "be", "been", "being", "get", "got", "as":
          return true;
        case "not", "also", "widely", "reportedly", "now", "still", "officially", "then":
          break;
        default:
          return i + 1 < s.size()
              && s.at(i + 1).lower().equals("by")
              && k == i - 1
              && !SourceWords.is(lower, "pronoun");
      }
    }
    return false;
  }

  static boolean isProgressive(Lexemes s, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      switch (s.at(k).lower()) {
        case "is", "are", "was", "were", "been", "'s", "am":
          return true;
        case "not", "also", "now", "still", "then":
          break;
        default:
          return false;
      }
    }
    return false;
  }
}
