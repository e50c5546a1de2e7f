package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Block;
import dev.headwater.model.Claim;
import dev.headwater.model.ClaimLink;
import dev.headwater.model.Passage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PassageLinksTest {
  private static Claim left(String sentence, String value) {
    return Told.that(sentence).counting("crate").value(value).claim();
  }

  private static Claim right(String sentence, String value) {
    return Told.that(sentence).in("a2", "courier.example").counting("crate").value(value).claim();
  }

  /** A passage over both sentences whose blocks are their common begin and end. */
  private static Passage passage(Claim left, Claim right, String kind) {
    String a = left.sentence();
    String b = right.sentence();
    int head = 0;
    while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    int most = Math.min(a.length(), b.length()) - head;
    while (tail < most && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block(0, head, 0, head));
    blocks.add(new Block(a.length() - tail, a.length(), b.length() - tail, b.length()));
    return new Passage(
        "a1", "a2", 0, a.length(), 0, b.length(), 10, .9, .5, .5, kind, "unclear", blocks);
  }

  private static List<ClaimLink> link(Claim left, Claim right, String kind) {
    return PassageLinks.link(passage(left, right, kind), List.of(left), List.of(right));
  }

  @Test
  void linksTheNumberThatStandsAtTheSamePlace() {
    List<ClaimLink> links =
        link(
            left("Velda sent [6,400 crates] to Orland.", "6400"),
            right("Velda sent [6,400 crates] to Orland.", "6400"),
            "verbatim");
    assertThat(links).singleElement().extracting(ClaimLink::relation).isEqualTo("same");
    assertThat(links.get(0).via()).isEqualTo("passage");
  }

  @Test
  void linksANumberChangedBetweenAlignedNeighbours() {
    List<ClaimLink> links =
        link(
            left("Velda sent [6,400 crates] to Orland.", "6400"),
            right("Velda sent [9,100 crates] to Orland.", "9100"),
            "edited");
    assertThat(links).singleElement();
    assertThat(links.get(0).drift()).containsExactly("value");
    assertThat(links.get(0).reason()).contains("value changed");
  }

  @Test
  void linksNothingInTemplatesAndFurniture() {
    Claim left = left("Velda sent [6,400 crates] to Orland.", "6400");
    Claim right = right("Velda sent [6,400 crates] to Orland.", "6400");
    assertThat(link(left, right, "template")).isEmpty();
    assertThat(link(left, right, "boilerplate")).isEmpty();
  }

  @Test
  void keepsDifferentMeasuresApartInARewrite() {
    Claim sent =
        Told.that("Orland believes that Velda has sent [1.5 million shells].")
            .counting("shell")
            .value("1500000")
            .claim();
    Claim hold =
        Told.that("The Velda crates have room to hold [3 million shells].")
            .in("a2", "courier.example")
            .counting("shell")
            .value("3000000")
            .claim();
    Passage passage =
        new Passage("a1", "a2", 0, 52, 0, 52, 4, .3, .1, .1, "rewritten", "unclear", List.of());
    assertThat(PassageLinks.link(passage, List.of(sent), List.of(hold))).isEmpty();
  }

  @Test
  void pairsTwoNumbersOfOneGapByTheirValues() {
    Claim thirty =
        Told.that("Velda sent [30%] of the 1 million crates.").percent().value("30").claim();
    Claim million =
        Told.that("Velda sent 30% of the [1 million crates].")
            .counting("crate")
            .value("1000000")
            .claim();
    Told rewritten =
        Told.that("Of [1 million crates] that Velda owes, 30% came.").in("a2", "b.example");
    Claim owed = rewritten.counting("crate").value("1000000").claim();
    Claim came =
        Told.that("Of 1 million crates that Velda owes, [30%] came.")
            .in("a2", "b.example")
            .percent()
            .value("30")
            .claim();
    Passage passage =
        new Passage("a1", "a2", 0, 40, 0, 50, 4, .3, .1, .1, "rewritten", "unclear", List.of());
    List<ClaimLink> links =
        PassageLinks.link(passage, List.of(million, thirty), List.of(came, owed));
    assertThat(links).hasSize(2).allMatch(link -> link.relation().equals("same"));
  }

  @Test
  void doesNotDependOnWhichSideIsLeft() {
    Claim left = left("Velda sent [6,400 crates] to Orland.", "6400");
    Claim right = right("Velda sent [9,100 crates] to Orland.", "9100");
    Passage passage = passage(left, right, "edited");
    List<Block> mirrored = new ArrayList<>();
    for (Block block : passage.blocks()) {
      mirrored.add(
          new Block(block.rightBegin(), block.rightEnd(), block.leftBegin(), block.leftEnd()));
    }
    Passage mirror =
        new Passage("a2", "a1", 0, 36, 0, 36, 10, .9, .5, .5, "edited", "unclear", mirrored);
    assertThat(PassageLinks.link(mirror, List.of(right), List.of(left)))
        .isEqualTo(PassageLinks.link(passage, List.of(left), List.of(right)));
  }

  @Test
  void linksAcrossACutAndACharacterOutsideTheBasicPlane() {
    Claim left = left("🚢 Velda sent [6,400 crates] to Orland.", "6400");
    Claim right = right("🚢 Velda sent [6,400 crates] to Orland.", "6400");
    assertThat(link(left, right, "verbatim")).hasSize(1);
  }

  @Test
  void aSentenceWrittenAnewEachMonthLinksNoFiguresOfTwoMonths() {
    Claim april =
        Told.that("Velda sent [6,400 crates] to Orland.")
            .counting("crate")
            .value("6400")
            .during("in April", "2021-04-01T00:00:00Z", "2021-05-01T00:00:00Z")
            .claim();
    Told next =
        Told.that("Velda sent [9,100 crates] to Orland.")
            .in("a2", "courier.example")
            .counting("crate");
    Claim june =
        next.value("9100")
            .during("in June", "2021-06-01T00:00:00Z", "2021-07-01T00:00:00Z")
            .claim();
    assertThat(link(april, june, "edited")).isEmpty();
    Claim moved = next.value("6400").claim();
    assertThat(link(april, moved, "edited")).singleElement();
  }
}
