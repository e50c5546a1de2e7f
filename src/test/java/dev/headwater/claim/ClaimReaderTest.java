package dev.headwater.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Claim;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Claims of invented articles. */
class ClaimReaderTest {
  private static final String STORY =
      "🚢 The harbour office said that about 4,200 crates of figs had left the port since May.\n\n"
          + "Each of the crates holds an estimated 90 boxes. The island is 60 kilometers (37 miles) away.\n\n"
          + "Prices rose 12 percent to $3.5 million.";

  @Test
  void surfaceIsTheTextBetweenBeginAndEnd() {
    CodePoints points = CodePoints.of(STORY);
    List<Claim> claims = read(STORY, "en", List.of()).claims();
    assertThat(claims).isNotEmpty();
    for (Claim claim : claims) {
      assertThat(points.slice(claim.begin(), claim.end())).isEqualTo(claim.surface());
      assertThat(points.slice(claim.sentenceBegin(), claim.sentenceEnd()))
          .isEqualTo(claim.sentence());
      assertThat(claim.sentence()).contains(claim.surface());
    }
  }

  @Test
  void keepsTheHedgeInTheSurface() {
    assertThat(read(STORY, "en", List.of()).claims())
        .extracting(Claim::surface)
        .contains("about 4,200 crates", "an estimated 90 boxes", "60 kilometers", "37 miles");
  }

  @Test
  void saysThatEachCrateIsMeant() {
    Claim boxes = claim("an estimated 90 boxes");
    assertThat(boxes.scope()).isEqualTo("each");
    assertThat(boxes.per()).isEqualTo("crate");
    assertThat(boxes.bound()).isEqualTo("~");
  }

  @Test
  void joinsAConversionToTheValueBeforeIt() {
    Claim kilometres = claim("60 kilometers");
    Claim miles = claim("37 miles");
    assertThat(miles.conversionOf()).isEqualTo(kilometres.claimId());
    assertThat(kilometres.conversionOf()).isNull();
    assertThat(kilometres.baseUnit()).isEqualTo(miles.baseUnit());
    assertThat(miles.baseLow().doubleValue()).isBetween(59_000.0, 61_000.0);
  }

  @Test
  void tellsAChangeByFromTheLevelReached() {
    assertThat(claim("12 percent").change()).isEqualTo("up");
    assertThat(claim("$3.5 million").change()).isEqualTo("up_to");
  }

  @Test
  void keepsADurationThatIsAgo() {
    ClaimReading read = read("Three weeks ago 40 boats sank.", "en", List.of());
    assertThat(read.claims()).extracting(Claim::surface).containsExactly("Three weeks", "40 boats");
  }

  @Test
  void claimsDoNotChangeWithAnUnrelatedParagraph() {
    String longer = STORY + "\n\nThe weather stayed mild and the market opened late.";
    assertThat(read(longer, "en", List.of()).claims())
        .isEqualTo(read(STORY, "en", List.of()).claims());
  }

  @Test
  void readsNoClaimInALanguageThatIsNotSupported() {
    ClaimReading reading = read("Le port a perdu 300 caisses.", "fr", List.of());
    assertThat(reading.unsupportedLanguage()).isTrue();
    assertThat(reading.claims()).isEmpty();
  }

  @Test
  void readsValuesOfAGermanArticleAndSaysThatItsContextIsNotRead() {
    String text =
        "Am 3. Mai kamen etwa 1.250 Ziegen an.\n\n„Wir könnten 2,4 Mio. Euro brauchen“, hieß es.";
    List<Claim> claims = read(text, "de-AT", List.of()).claims();
    assertThat(claims)
        .extracting(Claim::surface)
        .containsExactly("etwa 1.250 Ziegen", "2,4 Mio. Euro");
    assertThat(claims).allMatch(claim -> claim.issues().contains("context_not_read"));
    assertThat(claims.get(0).bound()).isEqualTo("~");
    assertThat(claims.get(0).sentence()).isEqualTo("Am 3. Mai kamen etwa 1.250 Ziegen an.");
    assertThat(claims.get(1).modality()).isEqualTo("could");
    assertThat(claims.get(1).inQuote()).isTrue();
    assertThat(claims.get(1).value()).isEqualByComparingTo("2400000");
  }

  @Test
  void leavesNoNumberOutWithoutATrace() {
    ClaimReading reading =
        read(
            "They counted 400,000,000,000,000,000,000,000 grains and 12,3456 more.",
            "en",
            List.of());
    assertThat(reading.claims()).isEmpty();
    assertThat(reading.nonClaims())
        .extracting(NonClaim::kind)
        .containsExactlyInAnyOrder("too_large", "unread");
  }

  @Test
  void countsNumbersInBoilerplateAsFurniture() {
    String text = "Readers gave 80% of our budget.";
    ClaimReading reading = read(text, "en", List.of(new TextSpan(0, text.length(), "notice")));
    assertThat(reading.claims()).isEmpty();
    assertThat(reading.nonClaims()).extracting(NonClaim::kind).contains("furniture");
  }

  @Test
  void countsTrivialNumbersWithoutClaimingThem() {
    ClaimReading reading = read("The two nations signed one of the treaties.", "en", List.of());
    assertThat(reading.claims()).isEmpty();
    assertThat(reading.nonClaims()).extracting(NonClaim::kind).containsOnly("trivial_count");
  }

  @Test
  void takesWhatAScannerMadeOfDirtForNoClaim() {
    for (String dirt :
        List.of(
            "'.j.'.-' Hjj'jjH j:j v;! jj,l:ll:lTy.j:,!:jl-.!l;lj 1 j.r.j.Jj!'",
            "t;iii ,,i 1 ii.Lj;:i l'l!l,i.!i1 iiii")) {
      ClaimReading reading = read(dirt, "en", List.of());
      assertThat(reading.claims()).as(dirt).isEmpty();
      assertThat(reading.nonClaims()).extracting(NonClaim::kind).as(dirt).contains("scan_noise");
    }
    ClaimReading bare = read("1 I . 4", "en", List.of());
    assertThat(bare.claims()).isEmpty();
    assertThat(bare.nonClaims()).extracting(NonClaim::kind).contains("bare_figure");
  }

  @Test
  void readsNumbersOfPoorScansAndShortLines() {
    for (String line :
        List.of(
            "Tho mlll lost 40 saclcs of flonr and tbe owncr wept.",
            "GDP: 5.2 pct",
            "8 km, 3 kg, 2 h, 5 mm",
            "$5m",
            "Q3 EPS $1.20 vs. $1.10 y/y")) {
      assertThat(read(line, "en", List.of()).claims()).as(line).isNotEmpty();
    }
  }

  private static Claim claim(String surface) {
    return read(STORY, "en", List.of()).claims().stream()
        .filter(claim -> claim.surface().equals(surface))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no claim with the surface " + surface));
  }

  private static ClaimReading read(String text, String lang, List<TextSpan> boilerplate) {
    return ClaimReader.read(
        TestArticle.of("a1", text)
            .source("harbour.example")
            .lang(lang)
            .on("2024-05-20")
            .boilerplate(boilerplate)
            .article());
  }

  @Test
  void aSentenceThatComesAgainIsTaggedAlikeWhereverItStands() {
    String sentence = "The harbour master counted 312 passengers on the last ferry of the week.";
    String text = sentence + " " + sentence;
    CodePoints points = CodePoints.of(text);
    TaggedSentence first = Tagger.english().tag(text, points, 0, sentence.length());
    TaggedSentence again = Tagger.english().tag(text, points, sentence.length() + 1, text.length());
    assertThat(again.tokens()).hasSameSizeAs(first.tokens()).isNotEmpty();
    for (int t = 0; t < first.tokens().size(); t++) {
      Token one = first.tokens().get(t);
      Token other = again.tokens().get(t);
      assertThat(other.begin() - one.begin()).isEqualTo(sentence.length() + 1);
      assertThat(List.of(other.text(), other.tag(), other.lemma()))
          .isEqualTo(List.of(one.text(), one.tag(), one.lemma()));
    }
  }
}
