package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintingsTest {
  private static final int WORDS = 200;

  /** Printings of one text on three days, and another text that is later than two of them. */
  private static final int THIRD = 3;

  @Test
  void anExactCopyOfOneEarlierPrintingIsAsSureAsTheEvidenceOfItsOrder() {
    List<Copy> copies = List.of(copy("a", "first", 1), copy("b", "second", 2));
    List<String> hashes = List.of("story", "story");
    Parentage dated = parents(copies, hashes, List.of(aligned(0, 1))).get(1);
    assertThat(dated.parent()).isZero();
    assertThat(dated.confidence()).isEqualTo(0.85);
    assertThat(dated.basis()).containsExactly("date", "containment");
    CopyLink credit = new CopyLink(0, 1, WORDS, false, true);
    Parentage credited = parents(copies, hashes, List.of(credit)).get(1);
    assertThat(credited.confidence()).isEqualTo(0.95);
    assertThat(credited.basis()).containsExactly("date", "credit", "containment");
  }

  @Test
  void theParentOfAThirdTextIsTheSameWhicheverCopyWasAlignedAndWhateverTheIds() {
    List<String> hashes = List.of("story", "story", "story", "other");
    List<Parentage> found = new ArrayList<>();
    for (List<String> ids : List.of(List.of("a", "b", "c", "d"), List.of("c", "d", "b", "a"))) {
      List<Copy> copies =
          List.of(
              copy(ids.get(0), "first", 1),
              copy(ids.get(1), "second", 2),
              copy(ids.get(2), "last", 9),
              copy(ids.get(3), "third", 3));
      for (int aligned = 0; aligned < THIRD; aligned++) {
        List<CopyLink> links = new ArrayList<>(List.of(aligned(aligned, THIRD)));
        for (int other = 0; other < THIRD; other++) {
          if (other != aligned) {
            links.add(aligned(other, aligned));
          }
        }
        found.add(parents(copies, hashes, links).get(THIRD));
      }
    }
    assertThat(found).hasSize(6).containsOnly(found.get(0));
    assertThat(found.get(0).parent()).isEqualTo(1);
    assertThat(found.get(0).confidence()).isCloseTo(0.85 / 2, within(0.02));
  }

  @Test
  void ofPrintingsOfOneDayTheOutletDecidesAndNotTheId() {
    for (List<String> ids : List.of(List.of("a", "b", "c"), List.of("c", "b", "a"))) {
      List<Copy> copies =
          List.of(
              copy(ids.get(0), "herald", 1),
              copy(ids.get(1), "courier", 1),
              copy(ids.get(2), "beacon", 2));
      Parentage found =
          parents(copies, List.of("story", "story", "other"), List.of(aligned(0, 1), aligned(0, 2)))
              .get(2);
      assertThat(copies.get(found.parent()).source()).isEqualTo("courier.example");
    }
  }

  @Test
  void allPrintingsOfATextHaveTheSamePossibleParents() {
    List<Copy> copies =
        List.of(
            copy("a", "first", 1),
            copy("b", "second", 2),
            copy("c", "third", 3),
            copy("d", "fourth", 3));
    Printings printings = Printings.of(copies, List.of("story", "story", "other", "other"));
    List<CopyLink> links = printings.links(List.of(aligned(0, 1), aligned(0, 2), aligned(2, 3)));
    assertThat(links)
        .filteredOn(link -> link.one() == 2)
        .extracting(CopyLink::other)
        .contains(0, 1);
    assertThat(links)
        .filteredOn(link -> link.one() == 3)
        .extracting(CopyLink::other)
        .contains(0, 1);
  }

  @Test
  void anOutletThatATextNamesIsCreditedByAllOfItsPrintings() {
    List<Copy> copies =
        List.of(
            copy("a", "first", 1),
            copy("b", "guardian", 1),
            copy("c", "third", 2),
            copy("d", "fourth", 3),
            copy("e", "fifth", 4));
    // Only the first copy of the later text was aligned with the outlet that it names.
    List<String> hashes = List.of("story", "story", "other", "other", "other");
    CopyLink naming = new CopyLink(1, 2, WORDS, false, true);
    List<Parentage> found =
        parents(
            copies,
            hashes,
            List.of(aligned(0, 1), aligned(0, 2), naming, aligned(2, 3), aligned(2, 4)));
    assertThat(found.subList(2, 5)).extracting(Parentage::parent).containsOnly(1);
    assertThat(found.subList(2, 5)).allMatch(parentage -> parentage.basis().contains("credit"));
  }

  @Test
  void anAgencysOwnPrintingIsAPossibleParentWhereverItStandsAmongTheOthers() {
    List<Copy> copies =
        List.of(
            copy("a", "first", 1),
            copy("b", "northwire", 2),
            copy("c", "third", 3),
            copyOf("d", "fourth", 4, "Northwire"));
    List<Parentage> found =
        parents(
            copies,
            List.of("story", "story", "story", "other"),
            List.of(aligned(0, 1), aligned(0, 2), aligned(0, 3)));
    assertThat(found.get(3).parent()).isEqualTo(1);
    assertThat(found.get(3).basis()).contains("credit");
  }

  @Test
  void aTextPrintedOftenIsOneNodeOfAClusterAndHasFewLinks() {
    List<Copy> copies = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    List<CopyLink> links = new ArrayList<>();
    for (int c = 0; c < 500; c++) {
      copies.add(copy("a" + c, "outlet" + c, 1 + c % 20));
      hashes.add("story");
      if (c > 0) {
        links.add(aligned(0, c));
      }
    }
    Printings printings = Printings.of(copies, hashes);
    List<Clusters.Cluster> clusters = printings.clusters(links, ReuseSettings.DEFAULTS);
    assertThat(clusters).hasSize(1);
    assertThat(clusters.get(0).members()).hasSize(500);
    assertThat(clusters.get(0).density()).isEqualTo(1);
    assertThat(printings.links(links)).hasSize(499 + 498);
  }

  private static List<Parentage> parents(
      List<Copy> copies, List<String> hashes, List<CopyLink> aligned) {
    return Direction.of(copies, Printings.of(copies, hashes).links(aligned));
  }

  private static Copy copy(String id, String outlet, int day) {
    return copyOf(id, outlet, day, null);
  }

  private static Copy copyOf(String id, String outlet, int day, String agency) {
    Instant at = Instant.parse("2031-03-%02dT00:00:00Z".formatted(day));
    return new Copy(id, 0, outlet + ".example", at, "day", agency, WORDS, 1.0);
  }

  private static CopyLink aligned(int one, int other) {
    return new CopyLink(one, other, WORDS, false, false);
  }
}
