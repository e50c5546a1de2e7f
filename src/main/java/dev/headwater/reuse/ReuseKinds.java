package dev.headwater.reuse;

/**
 * Names the kind of reuse of one passage.
 *
 * <p>Furniture, a scanner's dirt, quotation and template are ruled out first, since none of them is
 * a reprint. What is left is told apart by how the words differ: the classes are those of METER
 * (Gaizauskas et al. 2001) and of Clough and Stevenson (2011), refined. Thresholds were measured on
 * the latter.
 */
final class ReuseKinds {
  static final String VERBATIM = "verbatim";
  static final String CUT = "cut";
  static final String EDITED = "edited";
  static final String REWRITTEN = "rewritten";
  static final String PARTIAL = "partial";
  static final String QUOTE = "quote";
  static final String TEMPLATE = "template";
  static final String BOILERPLATE = "boilerplate";

  private static final double MOSTLY = 0.5;
  private static final double NEARLY_ALL = 0.9;
  private static final double LITERAL_RUN = 10;
  private static final double LITERAL_IDENTITY = 0.95;
  private static final double NOISY_IDENTITY = 0.75;
  private static final double SOME = 0.3;
  private static final double WHOLE = 0.8;

  /** Share of words of one or two letters above which a passage is dirt on both scans. */
  private static final double DIRT = 0.6;

  /** Share of misread words from which differences are put down to reading, not to writing. */
  private static final double NOISY = 0.06;

  /** Share of misread words below which a name that differs is another name. */
  private static final double CLEAN = 0.02;

  private static final int SLOT_SPACING = 20;
  private static final int NOISY_WORDS = 25;
  private static final int WIDE_SPACING = 40;
  private static final int PURE_SPACING = 60;
  private static final double LITTLE = 0.05;
  private static final int MANY = 3;
  private static final double FEW = 0.2;
  private static final double REWORDED = 0.7;

  private ReuseKinds() {}

  /** The kind of a passage; in a page of many stories, what it covers of the page tells nothing. */
  static String of(ReuseProfile profile, int leftWords, int rightWords, ReuseSettings settings) {
    if (profile.boilerplate() > MOSTLY || profile.specks() > DIRT) {
      return BOILERPLATE;
    }
    boolean noisy = isNoisy(profile);
    if (!noisy && isTemplate(profile)) {
      return TEMPLATE;
    }
    if (profile.quoted() > WHOLE && profile.cover() < MOSTLY) {
      return QUOTE;
    }
    if (noisy || isLiteral(profile)) {
      return literalKind(profile, noisy);
    }
    boolean page = Math.max(leftWords, rightWords) > settings.rewriteMaxWords();
    if (page || profile.cover() >= WHOLE) {
      return EDITED;
    }
    return profile.cover() >= SOME ? REWRITTEN : PARTIAL;
  }

  /** Whether a passage shows so many changes that its pair may be a rewrite. */
  static boolean isLoose(ReuseProfile profile, String kind) {
    return REWRITTEN.equals(kind) || PARTIAL.equals(kind) && !isLiteral(profile);
  }

  /**
   * Whether two articles of one outlet may be two fillings of one frame: names or numbers differ,
   * not far apart, or much was reworded. Furniture and quotations stay what they are.
   */
  static boolean isFilled(ReuseProfile profile, String kind) {
    if (BOILERPLATE.equals(kind) || QUOTE.equals(kind) || isNoisy(profile)) {
      return false;
    }
    return isLoose(profile, kind)
        || EDITED.equals(kind) && profile.identity() < REWORDED
        || profile.slotChanges() > 0 && profile.slotChanges() * WIDE_SPACING >= profile.matched();
  }

  private static boolean isNoisy(ReuseProfile profile) {
    return profile.noise() >= NOISY && profile.matched() >= NOISY_WORDS;
  }

  private static boolean isLiteral(ReuseProfile profile) {
    return profile.meanRun() >= LITERAL_RUN || profile.identity() >= LITERAL_IDENTITY;
  }

  private static String literalKind(ReuseProfile profile, boolean noisy) {
    double lesser = Math.min(profile.leftShare(), profile.rightShare());
    if (lesser >= NEARLY_ALL) {
      if (profile.identity() >= (noisy ? NOISY_IDENTITY : LITERAL_IDENTITY)) {
        return VERBATIM;
      }
      if (noisy) {
        return EDITED;
      }
    }
    return profile.cover() >= MOSTLY ? CUT : PARTIAL;
  }

  /**
   * Stock phrases around slots. Either the slots stand close together, or nearly every number
   * differs, or more names and numbers differ than agree, and little else was changed; or several
   * differ and nothing else was changed at all, as no editor works.
   */
  private static boolean isTemplate(ReuseProfile profile) {
    boolean clean = profile.noise() < CLEAN;
    int changes = profile.slotChanges() + (clean ? profile.edgeChanges() : 0);
    boolean dense = changes * SLOT_SPACING >= profile.matched();
    boolean disagree = changes * 3 >= profile.slotMatches();
    if (changes > 0 && dense && disagree && profile.plainChanged() < MOSTLY) {
      return true;
    }
    boolean spaced = changes * WIDE_SPACING >= profile.matched();
    boolean filled =
        profile.numberChanges() >= MANY && profile.numberChanges() >= 2 * profile.numberMatches();
    boolean renamed = changes >= 2 && changes > profile.numberMatches() + profile.nameMatches();
    if (clean && spaced && (filled || renamed) && profile.plainChanged() < FEW) {
      return true;
    }
    boolean nothingElse =
        profile.plainChanged() < LITTLE
            && profile.skipped() < LITTLE
            && changes * 2 >= profile.numberMatches() + profile.nameMatches();
    boolean many = changes >= MANY && changes * PURE_SPACING >= profile.matched();
    boolean near = changes >= 2 && changes * WIDE_SPACING >= profile.matched();
    return clean && nothingElse && (many || near);
  }
}
