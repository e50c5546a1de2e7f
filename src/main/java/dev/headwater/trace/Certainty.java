package dev.headwater.trace;

import dev.headwater.model.Claim;
import java.util.Locale;

/** How sure a claim sounds, by its modality and, for what could be, by its words. */
final class Certainty {
  private Certainty() {}

  /** Twice the certainty of the modality; one more where an ability is stated as a fact. */
  static int of(Claim claim) {
    String modality = claim.modality() == null ? "asserted" : claim.modality();
    int asserted = Vocabulary.CERTAINTY.get("asserted");
    int certainty = 2 * Vocabulary.CERTAINTY.getOrDefault(modality, asserted);
    return "could".equals(modality) && isAbility(claim) ? certainty + 1 : certainty;
  }

  /** "Has the capacity for" is surer than "could hold". */
  private static boolean isAbility(Claim claim) {
    boolean ability = false;
    for (String hedge : claim.hedges()) {
      for (String word : hedge.toLowerCase(Locale.ROOT).split(" ")) {
        if ("could".equals(word) || "might".equals(word) || "may".equals(word)) {
          return false;
        }
        ability |= Vocabulary.ABILITIES.contains(word);
      }
    }
    return ability;
  }
}
