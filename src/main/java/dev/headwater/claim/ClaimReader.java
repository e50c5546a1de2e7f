package dev.headwater.claim;

import dev.headwater.model.Article;
import dev.headwater.model.Claim;
import dev.headwater.model.Ids;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Quotes;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the numeric claims of an article: every quantity of every sentence, with the context that
 * makes it a claim.
 *
 * <p>Which languages are read, and how much of them, is said by {@code languages.tsv}; another
 * language gives no claims and says so. Numbers inside boilerplate are counted as furniture. Time
 * is linear in the text; sentences without a number are only scanned once.
 */
public final class ClaimReader {
  private static final String CLAIM = "claim";
  private static final int LEAD = 2;

  private ClaimReader() {}

  /** Reads one article. */
  public static ClaimReading read(Article article) {
    Language language = Language.of(article.lang()).orElse(null);
    if (language == null) {
      return new ClaimReading(List.of(), List.of(), true);
    }
    String text = article.text();
    CodePoints points = CodePoints.of(text);
    // A claim holds its sentence: uncut, a page without full stops would take quadratic space.
    List<TextSpan> sentences = Pieces.cut(language.sentences(text, points), text, points);
    List<List<Quantity>> read = new ArrayList<>(sentences.size());
    List<NonClaim> nonClaims = new ArrayList<>();
    boolean any = false;
    for (TextSpan span : sentences) {
      List<Quantity> quantities = quantities(article, language.reader(), points, span, nonClaims);
      any |= !quantities.isEmpty();
      read.add(quantities);
    }
    if (!any) {
      return new ClaimReading(List.of(), List.copyOf(nonClaims), false);
    }
    Contexts contexts = contexts(language, article, points, sentences);
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < read.size(); i++) {
      List<Quantity> quantities = read.get(i);
      for (Quantity quantity : quantities) {
        if (!quantity.role().equals(CLAIM)) {
          nonClaims.add(new NonClaim(quantity.role(), quantity.begin(), quantity.end()));
          continue;
        }
        Context said = contexts.of(i, quantity);
        claims.add(claim(article, points, sentences.get(i), i, quantity, quantities, said));
      }
    }
    return new ClaimReading(List.copyOf(claims), List.copyOf(nonClaims), false);
  }

  /** The context of a quantity in the sentence with an index. */
  private interface Contexts {
    Context of(int sentence, Quantity quantity);
  }

  private static Contexts contexts(
      Language language, Article article, CodePoints points, List<TextSpan> sentences) {
    if (language.readsContext()) {
      ContextReader context =
          ContextReader.of(article.text(), points, sentences, article.publishedAt());
      return (i, quantity) -> context.at(i, quantity.numberBegin(), quantity.numberEnd());
    }
    List<TextSpan> quotes = Quotes.of(article.text(), points);
    return (i, quantity) ->
        language.context(
            points.slice(
                Math.max(sentences.get(i).begin(), quantity.begin() - Pieces.LONGEST),
                Math.min(sentences.get(i).end(), quantity.end() + Pieces.LONGEST)),
            isQuoted(quotes, quantity));
  }

  private static boolean isQuoted(List<TextSpan> quotes, Quantity quantity) {
    int low = 0;
    int high = quotes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quotes.get(middle).end() <= quantity.begin()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < quotes.size() && quotes.get(low).begin() <= quantity.begin();
  }

  /** Quantities of a sentence outside boilerplate and a scanner's noise. */
  private static List<Quantity> quantities(
      Article article,
      SentenceReader reader,
      CodePoints points,
      TextSpan span,
      List<NonClaim> nonClaims) {
    String sentence = points.slice(span.begin(), span.end());
    if (!reader.mayHoldNumber(sentence)) {
      return List.of();
    }
    QuantityReader.Reading reading = reader.read(article.text(), points, span.begin(), span.end());
    nonClaims.addAll(reading.nonClaims());
    if (reading.quantities().isEmpty()) {
      return List.of();
    }
    List<Quantity> kept = new ArrayList<>();
    ScanNoise noise = ScanNoise.in(sentence);
    for (Quantity quantity : reading.quantities()) {
      String unsaid = noise.kind(quantity);
      if (unsaid != null) {
        nonClaims.add(new NonClaim(unsaid, quantity.begin(), quantity.end()));
      } else if (isFurniture(article, quantity)) {
        nonClaims.add(new NonClaim("furniture", quantity.begin(), quantity.end()));
      } else {
        kept.add(quantity);
      }
    }
    // An index into the sentence's list would be off where a part of it is furniture.
    return kept.size() == reading.quantities().size() ? reading.quantities() : unlinked(kept);
  }

  private static List<Quantity> unlinked(List<Quantity> quantities) {
    return quantities.stream()
        .map(q -> q.conversionOf(-1, q.bound(), q.hedge(), q.change()))
        .toList();
  }

  private static boolean isFurniture(Article article, Quantity quantity) {
    if (article.boilerplate() == null) {
      return false;
    }
    for (TextSpan span : article.boilerplate()) {
      if (span.begin() < quantity.end() && quantity.begin() < span.end()) {
        return true;
      }
    }
    return false;
  }

  /** The row of one quantity; the one place where values meet their context. */
  private static Claim claim(
      Article article,
      CodePoints points,
      TextSpan sentence,
      int index,
      Quantity q,
      List<Quantity> quantities,
      Context said) {
    String conversionOf =
        q.conversionOf() < 0 ? null : id(article, quantities.get(q.conversionOf()));
    return new Claim(
        id(article, q),
        article.articleId(),
        article.source(),
        article.publishedAt(),
        q.begin(),
        q.end(),
        points.slice(q.begin(), q.end()),
        sentence.begin(),
        sentence.end(),
        points.slice(sentence.begin(), sentence.end()),
        q.low(),
        q.high(),
        q.value(),
        q.bound(),
        q.hedge(),
        q.precision(),
        q.unit(),
        q.unitKind(),
        q.baseLow(),
        q.baseHigh(),
        q.baseUnit(),
        q.countedNoun(),
        q.concept(),
        q.agent(),
        q.predicate(),
        q.change(),
        q.per(),
        q.scope(),
        q.place(),
        q.condition(),
        said.timeSaid(),
        said.timeBegin(),
        said.timeEnd(),
        said.modality(),
        said.hedges(),
        said.polarity(),
        said.attributedTo(),
        said.mentions(),
        said.attributionCue(),
        said.cueBegin(),
        said.cueEnd(),
        said.inQuote(),
        section(article, points, sentence, index),
        conversionOf,
        q.issues());
  }

  private static String id(Article article, Quantity quantity) {
    return Ids.of(article.articleId(), quantity.begin(), quantity.end());
  }

  private static String section(Article article, CodePoints points, TextSpan sentence, int index) {
    if (article.title() != null
        && article.title().strip().equals(points.slice(sentence.begin(), sentence.end()).strip())) {
      return "headline";
    }
    return index < LEAD ? "lead" : "body";
  }
}
