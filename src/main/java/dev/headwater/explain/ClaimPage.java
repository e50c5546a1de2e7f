package dev.headwater.explain;

import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.TraceMember;
import dev.headwater.text.CodePoints;
import java.util.List;

/**
 * How one claim was read.
 *
 * @param claim the claim
 * @param article its article
 * @param place its place in the family of its number; null where it has none
 */
public record ClaimPage(Claim claim, Article article, TraceMember place) {
  private static final int AROUND_CUE = 60;

  /** The page for a terminal of this many characters a line. */
  public String text(int width) {
    Sheet sheet = new Sheet(width);
    sheet.heading("Claim " + claim.claimId());
    sheet.field("article", article.articleId() + ", " + article.source());
    sheet.field("published", Printed.time(article.publishedAt()));
    sheet.field("title", Printed.orNull(article.title()));
    sheet.field(
        "stands",
        "code points " + claim.begin() + " to " + claim.end() + ", in the " + claim.section());
    sheet.heading("The sentence, with [[the number]] and [the words that attribute]");
    sheet.text(marked());
    number(sheet);
    about(sheet);
    word(sheet);
    doubts(sheet);
    trace(sheet);
    return sheet.toString();
  }

  /**
   * The sentence with the number in doubled brackets, and the cue in single ones if it is there.
   */
  private String marked() {
    CodePoints points = CodePoints.of(article.text());
    StringBuilder marked = new StringBuilder();
    int at = claim.sentenceBegin();
    boolean cue =
        claim.cueBegin() != null
            && claim.cueBegin() >= claim.sentenceBegin()
            && claim.cueEnd() <= claim.sentenceEnd()
            && (claim.cueEnd() <= claim.begin() || claim.cueBegin() >= claim.end());
    if (cue && claim.cueBegin() < claim.begin()) {
      at = put(marked, points, at, claim.cueBegin(), claim.cueEnd(), "[", "]");
    }
    at = put(marked, points, at, claim.begin(), claim.end(), "[[", "]]");
    if (cue && claim.cueBegin() >= claim.end()) {
      at = put(marked, points, at, claim.cueBegin(), claim.cueEnd(), "[", "]");
    }
    return marked.append(points.slice(at, Math.max(at, claim.sentenceEnd()))).toString();
  }

  private static int put(
      StringBuilder marked,
      CodePoints points,
      int at,
      int begin,
      int end,
      String opening,
      String closing) {
    marked.append(points.slice(at, Math.max(at, begin)));
    marked.append(opening).append(points.slice(begin, end)).append(closing);
    return end;
  }

  private void number(Sheet sheet) {
    sheet.heading("The number");
    sheet.field("value", Printed.range(claim.valueLow(), claim.valueHigh()));
    String hedge = claim.hedge() == null ? "" : ", \"" + claim.hedge() + "\"";
    sheet.field("bound", Meanings.of("bound", claim.bound()) + hedge);
    sheet.field(
        "precision",
        claim.precision() == null
            ? "cannot be told"
            : "stated to " + Printed.number(claim.precision()));
    sheet.field(
        "unit", (claim.unit() == null ? "none" : claim.unit()) + " (" + claim.unitKind() + ")");
    if (claim.baseUnit() != null && !claim.baseUnit().equals(claim.unit())) {
      sheet.field(
          "base unit", Printed.range(claim.baseLow(), claim.baseHigh()) + " " + claim.baseUnit());
    }
    sheet.field(
        "conversion", claim.conversionOf() == null ? null : "of claim " + claim.conversionOf());
  }

  private void about(Sheet sheet) {
    sheet.heading("What it is about");
    sheet.field("counted", claim.countedNoun());
    sheet.field("concept", claim.concept().isEmpty() ? null : String.join(", ", claim.concept()));
    sheet.field("agent", claim.agent());
    sheet.field("predicate", claim.predicate());
    sheet.field("change", claim.change() == null ? null : Meanings.of("change", claim.change()));
    sheet.field("per", claim.per());
    sheet.field(
        "scope",
        claim.scope() == null ? "the sentence does not say" : Meanings.of("scope", claim.scope()));
    sheet.field("place", claim.place());
    sheet.field("condition", claim.condition());
    if (claim.timeSaid() != null) {
      String span =
          claim.timeBegin() == null
              ? ", not resolved"
              : ", that is "
                  + Printed.time(claim.timeBegin())
                  + " until "
                  + Printed.time(claim.timeEnd());
      sheet.field("time", "\"" + claim.timeSaid() + "\"" + span);
    }
  }

  private void word(Sheet sheet) {
    sheet.heading("On whose word");
    String indent = "  ";
    sheet.paragraph(indent, indent, article.source() + " (the article)");
    List<String> chain = claim.attributedTo();
    for (int i = 0; i < chain.size(); i++) {
      String as = i < claim.attributedAs().size() ? claim.attributedAs().get(i) : null;
      String mention = as == null || as.equals(chain.get(i)) ? "" : ", in the words \"" + as + "\"";
      sheet.paragraph(indent + "└ ", indent + "  ", chain.get(i) + mention);
      indent = indent + "  ";
    }
    if (chain.isEmpty()) {
      sheet.text("No source is named: the article's own voice.");
    }
    if (claim.attributionCue() != null) {
      sheet.field("cue", "\"" + claim.attributionCue() + "\"" + cuePlace());
    }
    sheet.field("modality", claim.modality());
    sheet.field("doubt", claim.hedges().isEmpty() ? null : String.join(", ", claim.hedges()));
    sheet.field("polarity", claim.polarity());
    sheet.field("quote", claim.inQuote() ? "inside quotation marks" : "outside quotation marks");
  }

  /** Where the cue stands; with the words around it where that is in another sentence. */
  private String cuePlace() {
    if (claim.cueBegin() == null) {
      return "";
    }
    String place = " at code points " + claim.cueBegin() + " to " + claim.cueEnd();
    if (claim.cueBegin() >= claim.sentenceBegin() && claim.cueEnd() <= claim.sentenceEnd()) {
      return place;
    }
    CodePoints points = CodePoints.of(article.text());
    int from = Math.max(0, claim.cueBegin() - AROUND_CUE);
    int to = Math.min(points.length(), claim.cueEnd() + AROUND_CUE);
    return place
        + ", in another sentence: … "
        + points.slice(from, claim.cueBegin())
        + "["
        + points.slice(claim.cueBegin(), claim.cueEnd())
        + "]"
        + points.slice(claim.cueEnd(), to)
        + " …";
  }

  private void doubts(Sheet sheet) {
    sheet.heading("Doubts about the reading");
    String issues = Meanings.all("issue", claim.issues());
    sheet.text(issues == null ? "none" : issues);
  }

  private void trace(Sheet sheet) {
    if (place == null) {
      return;
    }
    sheet.heading("Its place in the family of the number");
    sheet.field("trace", place.traceId() + " (explain --trace shows it)");
    sheet.field("relation", Hop.words(place));
    sheet.field("from", place.parentClaimId() == null ? null : "claim " + place.parentClaimId());
    sheet.field("hops", place.hops() + " from the origin, claim " + place.originClaimId());
    sheet.field("root", place.root());
  }
}
