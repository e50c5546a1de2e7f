package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Passage;
import dev.headwater.model.TestArticle;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginClassTest {
  private static final String STORY =
      "Engineers of the Tessin water board counted 4,318 leaking joints along the old pipeline"
          + " between Marlow and the coast last week. The board said repairs would begin before the"
          + " first frost, and that villages east of the river should expect low pressure on some"
          + " mornings. Two pumping stations were closed for a day while divers looked at the"
          + " foundations of the bridge that carries the main.";

  @Test
  void saysWhichSideCreditsTheOther() {
    TestArticle hill = outlet("a", STORY, "thehill.example", "The Hill");
    TestArticle post =
        outlet("b", STORY + " The board told The Hill so.", "post.example", "Vale Post");
    assertThat(credits(hill, post)).isEqualTo("right");
    assertThat(credits(post, hill)).isEqualTo("left");
    TestArticle back =
        outlet("a", STORY + " The Vale Post said so.", "thehill.example", "The Hill");
    assertThat(credits(back, post)).isEqualTo("both");
    assertThat(credits(hill, outlet("b", STORY, "post.example", "Vale Post"))).isNull();
  }

  @Test
  void givesNoCreditWithinOneOutlet() {
    String told = STORY + " The board told The Hill so.";
    assertThat(
            credits(
                outlet("a", STORY, "thehill.example", "The Hill"),
                outlet("b", told, "thehill.example", "The Hill")))
        .isNull();
  }

  @Test
  void givesNoCreditForACommonWord() {
    TestArticle hill = outlet("a", STORY, "thehill.example", "The Hill");
    TestArticle post =
        outlet("b", STORY + " Water no longer runs up the hill.", "post.example", "Vale Post");
    Passage passage = only(hill, post);
    assertThat(passage.credits()).isNull();
    assertThat(passage.originClass()).isEqualTo("unclear");
  }

  @Test
  void classesACreditedTextAsTheOutlets() {
    TestArticle sundial = outlet("a", STORY, "sundial.example", "Sundial - News");
    TestArticle post =
        outlet(
            "b", STORY + " The joints were first reported by the Sundial.", "post.example", null);
    Passage passage = only(sundial, post);
    assertThat(passage.credits()).isEqualTo("right");
    assertThat(passage.originClass()).isEqualTo("outlet");
  }

  @Test
  void classesAReleaseByItsOwnMarksOnly() {
    TestArticle board =
        outlet("a", "FOR IMMEDIATE RELEASE\n\n" + STORY, "board.example", "Tessin Water Board");
    TestArticle post = outlet("b", STORY, "post.example", "Vale Post");
    assertThat(only(board, post).originClass()).isEqualTo("press_release");
    TestArticle told =
        outlet("a", STORY + " It said so in a press release.", "sun.example", "Vale Sun");
    assertThat(only(told, post).originClass()).isEqualTo("unclear");
  }

  @Test
  void putsAnAgencyBeforeReleaseAndCredit() {
    TestArticle post = outlet("a", STORY, "post.example", "Vale Post").agency("AP", "byline");
    TestArticle sun =
        outlet("b", "FOR IMMEDIATE RELEASE\n\n" + STORY + " The Vale Post said so.", "sun", null);
    assertThat(only(post, sun).originClass()).isEqualTo("wire");
    assertThat(only(post, sun).credits()).isEqualTo("right");
  }

  @Test
  void givesAQuotationWithoutCreditToThePersonQuoted() {
    assertThat(OriginClass.of(OriginClass.UNCLEAR, "quote")).isEqualTo("common");
    assertThat(OriginClass.of(OriginClass.OUTLET, "quote")).isEqualTo("outlet");
    assertThat(OriginClass.of(OriginClass.UNCLEAR, "edited")).isEqualTo("unclear");
  }

  private static TestArticle outlet(String id, String text, String source, String name) {
    return TestArticle.of(id, text).source(source).sourceName(name);
  }

  private static String credits(TestArticle left, TestArticle right) {
    return OriginClass.credits(index(left), index(right));
  }

  private static Passage only(TestArticle left, TestArticle right) {
    List<Passage> passages = Aligner.align(index(left), index(right), ReuseSettings.DEFAULTS);
    assertThat(passages).hasSize(1);
    return passages.get(0);
  }

  private static TextIndex index(TestArticle article) {
    return TextIndex.of(article.article(), ReuseSettings.DEFAULTS);
  }
}
