package dev.headwater.reuse;

import static dev.headwater.reuse.Articles.HARBOUR;
import static dev.headwater.reuse.Articles.HARBOUR_REWRITTEN;
import static dev.headwater.reuse.Articles.ORCHARD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.model.Article;
import dev.headwater.model.Block;
import dev.headwater.model.Passage;
import dev.headwater.model.TestArticle;
import dev.headwater.model.TestPassage;
import dev.headwater.model.TextSpan;
import dev.headwater.text.CodePoints;
import dev.headwater.text.Words;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AlignerTest {
  private static final ReuseSettings SETTINGS = ReuseSettings.DEFAULTS;

  private static final String FORM =
      "Notice is given that the court has named %s keeper of the goods of %s, who died without a"
          + " will. All who hold a claim must bring it in writing to the office within ninety"
          + " days, or it will not be heard. All who owe a debt must settle it with the keeper"
          + " before the end of the term, at the counter and in coin. Given under the seal on"
          + " the date of %s.";

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
    assertThat(align(left, right)).extracting(Passage::reuseKind).containsExactly("boilerplate");
    assertThat(hashes(Grams.keys(left, Words.of(left.text()), SETTINGS)))
        .contains(hashes(Grams.inOrder(Words.of(HARBOUR), 5)))
        .doesNotContain(hashes(Grams.inOrder(Words.of(notice), 5)));
  }

  private static long[] hashes(long[] keys) {
    return Arrays.stream(keys).map(PostingKey::hash).toArray();
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
    assertThat(
            align(
                FORM.formatted("Asta Brill", "Jon Marrow", "4 June"),
                FORM.formatted("Odo Quist", "Hedda Lunt", "19 July")))
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
  void takesTextsWithoutWords() {
    assertThat(align("", "\u2014 \u2026")).isEmpty();
    assertThat(align("one", "one")).isEmpty();
  }

  /** Which text is the left one is decided by the ids, which an outlet could have otherwise. */
  @Property(tries = 200)
  void mirrorsWhenTheIdsAreExchanged(
      @ForAll @IntRange(max = 9999) int seed, @ForAll @IntRange(max = 3) int story) {
    String line = "Ten crowns, five pence and two boats. ";
    String herald =
        switch (story) {
          case 0 -> HARBOUR + "\n\n" + ORCHARD;
          case 1 -> line.repeat(3) + HARBOUR;
          case 2 -> HARBOUR;
          default -> FORM.formatted("Asta Brill", "Jon Marrow", "4 June");
        };
    String courier =
        switch (story) {
          case 0 -> ORCHARD + "\n\n" + HARBOUR + " As the Eastmere Herald said.";
          case 1 -> line.repeat(4) + HARBOUR;
          case 2 -> HARBOUR_REWRITTEN;
          default -> FORM.formatted("Odo Quist", "Hedda Lunt", "19 July");
        };
    String one = mangled(herald, seed);
    String other = mangled(courier, seed + 1);
    List<Passage> passages = align(herald("a", one), courier("b", other));
    // a rewrite or a form may be mangled beyond telling
    assertThat(passages.isEmpty() && story < 2).isFalse();
    assertThat(align(herald("b", one), courier("a", other))).isEqualTo(mirrored(passages));
  }

  @Test
  void saysWhichSideCreditsTheOtherWhicheverIsLeft() {
    String crediting = HARBOUR + " As the Eastmere Herald said.";
    assertThat(align(herald("a", HARBOUR), courier("b", crediting)))
        .extracting(Passage::credits)
        .containsExactly("right");
    assertThat(align(herald("b", HARBOUR), courier("a", crediting)))
        .extracting(Passage::credits)
        .containsExactly("left");
  }

  @Property(tries = 60)
  void givesBackTheWordsItClaims(@ForAll @IntRange(max = 9999) int seed) {
    String left = "\ud83d\udea2 " + mangled(HARBOUR, seed);
    String right = mangled(HARBOUR, seed + 7) + " \ud83c\udf10 " + ORCHARD;
    List<Passage> passages = align(left, right);
    assertThat(passages).isNotEmpty();
    for (Passage passage : passages) {
      Words ofLeft = slice(left, passage.leftBegin(), passage.leftEnd());
      Words ofRight = slice(right, passage.rightBegin(), passage.rightEnd());
      int longer = Math.max(ofLeft.size(), ofRight.size());
      assertThat(passage.identity()).isEqualTo(Math.min(1, (double) passage.words() / longer));
      assertThat(passage.leftShare()).isEqualTo((double) ofLeft.size() / Words.of(left).size());
      assertThat(passage.rightShare()).isEqualTo((double) ofRight.size() / Words.of(right).size());
      assertThat(wordsOfBlocks(passage, left, right)).isBetween(1, passage.words());
    }
  }

  /** Words in a passage's blocks: equal on both sides, in order and inside the passage. */
  private static int wordsOfBlocks(Passage passage, String left, String right) {
    int inBlocks = 0;
    int leftReached = passage.leftBegin();
    int rightReached = passage.rightBegin();
    for (Block block : passage.blocks()) {
      assertThat(block.leftBegin()).isGreaterThanOrEqualTo(leftReached);
      assertThat(block.rightBegin()).isGreaterThanOrEqualTo(rightReached);
      Words words = slice(left, block.leftBegin(), block.leftEnd());
      assertThat(hashes(words))
          .isEqualTo(hashes(slice(right, block.rightBegin(), block.rightEnd())));
      inBlocks += words.size();
      leftReached = block.leftEnd();
      rightReached = block.rightEnd();
    }
    assertThat(passage.leftEnd()).isGreaterThanOrEqualTo(leftReached);
    assertThat(passage.rightEnd()).isGreaterThanOrEqualTo(rightReached);
    return inBlocks;
  }

  /** The words of a slice, which must begin and end with one. */
  private static Words slice(String text, int begin, int end) {
    Words words = Words.of(CodePoints.of(text).slice(begin, end));
    assertThat(words.begin(0)).isZero();
    assertThat(words.end(words.size() - 1)).isEqualTo(end - begin);
    return words;
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
    return align(Articles.of("a", left), Articles.of("b", right));
  }

  private static List<Passage> align(Article one, Article other) {
    return Aligner.align(index(one), index(other), SETTINGS);
  }

  private static Article herald(String id, String text) {
    return TestArticle.of(id, text)
        .source("herald.example")
        .sourceName("Eastmere Herald")
        .article();
  }

  private static Article courier(String id, String text) {
    return TestArticle.of(id, text)
        .source("courier.example")
        .sourceName("Tamber Courier")
        .article();
  }

  /** The passages of a pair as they are where the right text is the left one. */
  private static List<Passage> mirrored(List<Passage> passages) {
    return passages.stream()
        .sorted(Comparator.comparingInt(Passage::rightBegin).thenComparingInt(Passage::leftBegin))
        .map(TestPassage::mirrored)
        .toList();
  }

  private static TextIndex index(Article article) {
    return TextIndex.of(article, SETTINGS);
  }

  private static TextSpan span(int begin, int length) {
    return new TextSpan(begin, begin + length, "notice");
  }

  private static List<Long> hashes(Words words) {
    return IntStream.range(0, words.size()).mapToObj(words::hash).toList();
  }

  /** Drops, repeats, moves, splits and misspells some words, and takes capitals away. */
  private static String mangled(String text, int seed) {
    Random random = new Random(seed);
    StringBuilder mangled = new StringBuilder();
    String moved = "";
    for (String word : text.split(" ")) {
      String printed =
          switch (random.nextInt(40)) {
            case 0 -> "";
            case 1 -> word + "x ";
            case 2 -> word + " " + word + " ";
            case 3 -> new StringBuilder(word).insert(word.length() / 2, ' ').append(' ').toString();
            case 4 -> word.toLowerCase(Locale.ROOT) + " ";
            case 5, 6 -> null;
            default -> word + " ";
          };
      if (printed == null) {
        mangled.append(moved);
        moved = word + " ";
        continue;
      }
      mangled.append(printed).append(moved);
      moved = "";
    }
    return mangled.append(moved).toString();
  }
}
