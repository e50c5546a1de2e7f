package dev.headwater.reuse;

import static dev.headwater.reuse.Articles.HARBOUR;
import static dev.headwater.reuse.Articles.HARBOUR_REWRITTEN;
import static dev.headwater.reuse.Articles.ORCHARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.Block;
import dev.headwater.model.Passage;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlignerTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  @Test
  void callsAnEqualTextVerbatim() {
    List<Passage> passages = align(HARBOUR, HARBOUR.replace("\n", "  "));
    assertThat(passages).hasSize(1);
    assertThat(passages.get(0).reuseKind()).isEqualTo("verbatim");
    assertThat(passages.get(0).identity()).isEqualTo(1.0);
    assertThat(passages.get(0).leftShare()).isEqualTo(1.0);
  }

  @Test
  void callsTheFirstHalfOfATextCut() {
    String half = HARBOUR.substring(0, HARBOUR.indexOf("A biologist"));
    assertThat(align(HARBOUR, half)).extracting(Passage::reuseKind).containsExactly("cut");
  }

  @Test
  void alignsARewriteSentenceBySentence() {
    List<Passage> passages = align(HARBOUR, HARBOUR_REWRITTEN);
    assertThat(passages).hasSizeGreaterThanOrEqualTo(4);
    assertThat(passages).extracting(Passage::reuseKind).containsOnly("rewritten");
    assertThat(passages).allMatch(p -> p.identity() < 0.8);
  }

  @Test
  void findsNothingBetweenUnrelatedTexts() {
    assertThat(align(HARBOUR, ORCHARD)).isEmpty();
  }

  @Test
  void callsATextThatDiffersOnlyInItsNumbersATemplate() {
    String monday =
        "Wheat closed at 211.50 crowns a tonne, up 1.25. Barley closed at 184.00 crowns a tonne,"
            + " down 0.75. Rye closed at 173.25 crowns a tonne, unchanged from Friday.";
    String tuesday =
        "Wheat closed at 209.75 crowns a tonne, up 3.50. Barley closed at 186.25 crowns a tonne,"
            + " down 2.25. Rye closed at 170.50 crowns a tonne, unchanged from Monday.";
    assertThat(align(monday, tuesday)).extracting(Passage::reuseKind).containsOnly("template");
  }

  @Test
  void callsSharedFurnitureBoilerplate() {
    String notice =
        "Readers who wish to write to the editor may send letters to the office on Quay Street,"
            + " where they are kept for thirty days and never handed to anyone else.";
    Article left =
        Articles.of(
            "a", HARBOUR + "\n\n" + notice, List.of(span(HARBOUR.length() + 2, notice.length())));
    Article right =
        Articles.of(
            "b", ORCHARD + "\n\n" + notice, List.of(span(ORCHARD.length() + 2, notice.length())));
    assertThat(Aligner.align(index(left), index(right), SETTINGS))
        .extracting(Passage::reuseKind)
        .containsExactly("boilerplate");
    assertThat(Grams.keys(left, Words.of(left.text()), SETTINGS))
        .doesNotContain(Grams.inOrder(Words.of(notice), 5));
  }

  @Test
  void callsANoticeThatBothEndWithBoilerplate() {
    String notice =
        "\n\nThis newspaper belongs to its readers, who pay for every page of it. Send two crowns a"
            + " week and we shall go on asking questions at the harbour office on your behalf.";
    assertThat(align(HARBOUR + notice, ORCHARD + notice))
        .extracting(Passage::reuseKind)
        .containsExactly("boilerplate");
  }

  @Test
  void callsWhatTwoScansMadeOfDirtBoilerplate() {
    String dirt = "i' .l i ;l 1 i. li j i-i l. 'j i i l; ,l i 1. t i j' l i .i l f. i :i l j i i.";
    assertThat(align(HARBOUR + "\n\n" + dirt, ORCHARD + "\n\n" + dirt))
        .extracting(Passage::reuseKind)
        .containsExactly("boilerplate");
  }

  @Test
  void callsALongFormWithOtherNamesATemplate() {
    String form =
        "Notice is given that the court has named %s keeper of the goods of %s, who died without a"
            + " will. All who hold a claim must bring it in writing to the office within ninety"
            + " days, or it will not be heard. All who owe a debt must settle it with the keeper"
            + " before the end of the term, at the counter and in coin. Given under the seal on"
            + " the date of %s.";
    assertThat(
            align(
                form.formatted("Asta Brill", "Jon Marrow", "4 June"),
                form.formatted("Odo Quist", "Hedda Lunt", "19 July")))
        .extracting(Passage::reuseKind)
        .containsOnly("template");
  }

  @Test
  void keepsACorrectedFigureInACopyApartFromATemplate() {
    assertThat(align(HARBOUR, HARBOUR.replace("41 million", "43 million")))
        .extracting(Passage::reuseKind)
        .containsExactly("verbatim");
  }

  @Test
  void callsASharedQuotationAQuote() {
    String quote =
        " \"We shall keep the lamps burning on the breakwater all winter long, and nobody who comes"
            + " home late from the sea will have to guess where the stones are,\" the mayor said.";
    assertThat(align(HARBOUR + quote, ORCHARD + quote))
        .extracting(Passage::reuseKind)
        .containsExactly("quote");
  }

  @Test
  void keepsTwoStoriesOfAPageAsTwoPassages() {
    List<Passage> passages = align(HARBOUR + "\n\n" + ORCHARD, ORCHARD + "\n\n" + HARBOUR);
    assertThat(passages).hasSize(2);
    assertThat(passages).allMatch(p -> p.identity() == 1.0);
  }

  @Test
  void goesOnThroughReadingErrorsAndSplitWords() {
    String misread =
        HARBOUR
            .replace("harbour", "barbour")
            .replace("engineers", "engin eers")
            .replace("channel", "chaunel")
            .replace("sandbanks", "sandhanks");
    List<Passage> passages = align(HARBOUR, misread);
    assertThat(passages).hasSize(1);
    assertThat(passages.get(0).identity()).isGreaterThan(0.95);
  }

  @Test
  void neverTakesAMisreadNumberForTheSameNumber() {
    List<Passage> passages = align(HARBOUR, HARBOUR.replace("260,000", "269,000"));
    assertThat(passages).hasSize(1);
    assertThat(passages.get(0).words()).isEqualTo(Words.of(HARBOUR).size() - 1);
  }

  @Test
  void settlesLongRepetitiveTextsInBoundedTime() {
    String left = "the quick brown fox jumps over the lazy dog again and ".repeat(4000);
    String right = "the quick brown fox jumps over the lazy dog once more and ".repeat(4000);
    TextIndex one = Articles.index("a", left);
    TextIndex other = Articles.index("b", right);
    long begin = System.nanoTime();
    Aligner.align(one, other, SETTINGS);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void takesTextsWithoutWords() {
    assertThat(align("", "\u2014 \u2026")).isEmpty();
    assertThat(align("one", "one")).isEmpty();
  }

  @Property(tries = 60)
  void mirrorsWhenTheArgumentsAreSwapped(@ForAll @IntRange(max = 9999) int seed) {
    TextIndex one = Articles.index("a", mangled(HARBOUR + " " + ORCHARD, seed));
    TextIndex other = Articles.index("b", mangled(ORCHARD + " " + HARBOUR, seed + 1));
    assertThat(Aligner.align(one, other, SETTINGS)).isEqualTo(Aligner.align(other, one, SETTINGS));
  }

  @Property(tries = 60)
  void givesBackTheWordsItClaims(@ForAll @IntRange(max = 9999) int seed) {
    String left = "\ud83d\udea2 " + mangled(HARBOUR, seed);
    String right = mangled(HARBOUR, seed + 7) + " \ud83c\udf10 " + ORCHARD;
    CodePoints inLeft = CodePoints.of(left);
    CodePoints inRight = CodePoints.of(right);
    for (Passage passage : align(left, right)) {
      int reached = passage.leftBegin();
      for (Block block : passage.blocks()) {
        assertThat(block.leftBegin()).isGreaterThanOrEqualTo(reached);
        assertThat(words(inLeft.slice(block.leftBegin(), block.leftEnd())))
            .isEqualTo(words(inRight.slice(block.rightBegin(), block.rightEnd())));
        reached = block.leftEnd();
      }
      assertThat(passage.leftEnd()).isGreaterThanOrEqualTo(reached);
      assertThat(passage.identity()).isBetween(0.0, 1.0);
      assertThat(passage.rightShare()).isBetween(0.0, 1.0);
    }
  }

  @Property(tries = 40)
  void alignsBothPartsOfAnArticleCutInTwo(@ForAll @IntRange(min = 25, max = 85) int word) {
    Words words = Words.of(HARBOUR);
    int at = words.begin(word);
    for (String part : List.of(HARBOUR.substring(0, at), HARBOUR.substring(at))) {
      List<Passage> passages = align(HARBOUR, part);
      assertThat(passages).hasSize(1);
      assertThat(passages.get(0).rightShare()).isEqualTo(1.0);
    }
  }

  private static List<Passage> align(String left, String right) {
    return Aligner.align(Articles.index("a", left), Articles.index("b", right), SETTINGS);
  }

  private static TextIndex index(Article article) {
    return TextIndex.of(article, SETTINGS);
  }

  private static TextSpan span(int begin, int length) {
    return new TextSpan(begin, begin + length, "notice");
  }

  private static List<Long> words(String text) {
    Words words = Words.of(text);
    return java.util.stream.IntStream.range(0, words.size()).mapToObj(words::hash).toList();
  }

  /** Drops, repeats and misspells some words. */
  private static String mangled(String text, int seed) {
    Random random = new Random(seed);
    StringBuilder mangled = new StringBuilder();
    for (String word : text.split(" ")) {
      int fate = random.nextInt(20);
      if (fate == 0) {
        continue;
      }
      mangled.append(fate == 1 ? word + "x" : word).append(' ');
      if (fate == 2) {
        mangled.append(word).append(' ');
      }
    }
    return mangled.toString();
  }
}
