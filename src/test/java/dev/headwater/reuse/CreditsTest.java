package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.TestArticle;
import dev.headwater.source.OutletNames;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {
  private static final String STORY =
      "The ferry left Orlin at dawn with forty sacks of mail on board.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "There is no reason to close the ferry, the mayor said.",
        "Reason prevailed when the ferry stayed open.",
        "Reason said nothing to them.",
        "The Age of Reason reported every vote.",
        "He wrote in Common Reason about the ferry.",
        "Officials told reason from rumour.",
        "The ferry closed, for what Reason nobody knows.",
        "Readers of Reason like ferries."
      })
  void takesNoCommonWordForACredit(String sentence) {
    assertThat(credits(sentence, "Reason")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The ferry will close, the mayor told Reason.",
        "The mayor told Reason on Monday that the ferry will close.",
        "The mayor told Reason Monday that the ferry will close.",
        "The ferry will close, Reason reported.",
        "Reason first reported the end of the ferry.",
        "Reason has also reported on the ferry.",
        "The ferry will close, according to Reason.",
        "The ferry will close, according to a new Reason report.",
        "The plan was reported by Reason last week.",
        "The plan, first reported in Reason magazine, is a year old.",
        "The plan was seen by the website Reason.",
        "A new Reason poll shows that few use the ferry.",
        "Reason, which first reported the plan, named no date.",
        "ORLIN (Reason) — The ferry will close.",
        "The ferry will close. — Reason",
        "“The ferry will close.” Ann Lee, Reason"
      })
  void takesAWordWithACueForACredit(String sentence) {
    assertThat(credits(sentence, "Reason")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Children ran up the hill to look.,false",
    "The Hill was told of the ferry.,false",
    "Staff on the Hill said the ferry will close.,false",
    "A senator told The Hill that the ferry will close.,true",
    "The ferry will close (The Hill).,true",
    "The ferry will close TheHill.com reported.,true"
  })
  void tellsTheHillFromAHill(String sentence, boolean credit) {
    assertThat(credits(sentence, "The Hill")).isEqualTo(credit);
  }

  @ParameterizedTest
  @CsvSource({
    "The ferry will close the Vale Post said.,true",
    "The ferry will close a Vale Post investigation found.,true",
    "A poll by the Vale Post shows it.,true",
    "Vale Post's Ann Lee reported that the ferry will close.,true",
    "He told Vale Post's Ann Lee that the ferry will close.,true",
    "Vale Post reporter Ann Lee contributed to this story.,true",
    "Vale Post reporter Ann Lee owns a ferry.,false",
    "A former Vale Post editor owns the ferry.,false",
    "The Vale post said the ferry will close.,false",
    "The vale post office said the ferry will close.,false",
    "The North Vale Post said the ferry will close.,false",
    "At noon North Vale Post reported the ferry closed.,false"
  })
  void trustsANameOfTwoWordsWithMoreCues(String sentence, boolean credit) {
    assertThat(credits(sentence, "Vale Post")).isEqualTo(credit);
  }

  @ParameterizedTest
  @CsvSource({"VPR said the ferry will close.,true", "Vpr said the ferry will close.,false"})
  void trustsAWordInCapitalsAsAName(String sentence, boolean credit) {
    assertThat(credits(sentence, "VPR Online News")).isEqualTo(credit);
  }

  @Test
  void findsNamesBehindDeskSuffixes() {
    assertThat(credits("The mayor told the Vale Post.", "Vale Post - News")).isTrue();
    assertThat(credits("The mayor told VPN that.", "VPN (Web News)")).isTrue();
  }

  @Test
  void findsAnOutletThatOnlyItsAddressNames() {
    OutletNames post = OutletNames.of("eastriverpost.example", null);
    assertThat(of("The mayor told the East River Post.").give(post)).isTrue();
    assertThat(of("The mayor told the East River\nPost.").give(post)).isTrue();
    assertThat(of("The mayor told the East. River Post is a town.").give(post)).isFalse();
    assertThat(of("The east river post told the mayor.").give(post)).isFalse();
  }

  @Test
  void findsTheCommonNameOfALargeOutlet() {
    OutletNames times = OutletNames.of("nytimes.com", null);
    assertThat(of("The mayor told The New York Times.").give(times)).isTrue();
    assertThat(of("The mayor told the NYT.").give(times)).isTrue();
    assertThat(of("The mayor told the Times of New York.").give(times)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "THE MAYOR TOLD THE VALE POST THAT THE FERRY WILL CLOSE.",
        "the mayor told the vale post that the ferry will close."
      })
  void readsTextsWithoutCaseByTheirCues(String text) {
    assertThat(credits(text, "Vale Post")).isTrue();
    assertThat(credits(text.replaceAll("(?i)told", "left"), "Vale Post")).isFalse();
  }

  @Test
  void takesACueAcrossABrokenLineButNotAParagraph() {
    assertThat(credits(STORY + " The mayor\nsaid so when he told\nReason that.", "Reason"))
        .isTrue();
    assertThat(credits("Nobody was told\n\nReason is a word.", "Reason")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"By Reason", "By Ann Lee, Reason", "Source: Reason", "Reason", "Via Reason"})
  void readsACreditLineAtEitherEnd(String line) {
    assertThat(credits(line + "\n\n" + STORY, "Reason")).isTrue();
    assertThat(credits(STORY + "\n\n" + line, "Reason")).isTrue();
  }

  @Test
  void readsALineOfItsOwnAtTheEndsOnly() {
    String between = STORY + "\n\n" + STORY + "\n\n" + STORY + "\n\n";
    assertThat(credits(between + "Reason\n\n" + between, "Reason")).isFalse();
  }

  @Test
  void readsTheByline() {
    TestArticle article = TestArticle.of("a", STORY).byline("Ann Lee and Bo Oak, Reason");
    OutletNames reason = OutletNames.of("reason", "Reason");
    assertThat(Credits.of(article.article()).give(reason)).isTrue();
    article.byline("Ann Reason");
    assertThat(Credits.of(article.article()).give(reason)).isFalse();
  }

  @Test
  void leavesOutTheCreditOfAPicture() {
    assertThat(credits("The ferry at dawn. Photo: Ann Lee (Reason)\n\n" + STORY, "Reason"))
        .isFalse();
    assertThat(credits("Image copyright Reason\n\n" + STORY, "Reason")).isFalse();
  }

  @Test
  void readsCuesOfOtherLanguages() {
    assertThat(credits("Laut Tarner Bote fährt die Fähre.", "Tarner Bote")).isTrue();
    assertThat(credits("Der Minister sagte dem Tarner Bote das.", "Tarner Bote")).isTrue();
    assertThat(credits("Le bac ferme, selon Le Courrier.", "Le Courrier")).isTrue();
  }

  @Property(tries = 300)
  void readsAnyText(@ForAll String text, @ForAll String name) {
    Credits credits = Credits.of(TestArticle.of("a", text).byline(name).article());
    credits.give(OutletNames.of("vale post", name));
    of(text + "Told Vale Post" + text).give(OutletNames.of("vale post", "Vale Post"));
  }

  private static boolean credits(String text, String outlet) {
    return of(text).give(OutletNames.of("unknown:1", outlet));
  }

  private static Credits of(String text) {
    return Credits.of(TestArticle.of("a", text).article());
  }
}
