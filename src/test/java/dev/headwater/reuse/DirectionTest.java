package dev.headwater.reuse;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DirectionTest {

  @Test
  void namesTheEarlierPrintingAsParent() {
    List<Parentage> found =
        Direction.of(
            List.of(
                copy("a", "2031-03-02T10:00:00Z", "minute", null, 200),
                copy("b", "2031-03-02T08:30:00Z", "minute", null, 200)),
            List.of(link(0, 1)));
    assertThat(found.get(1).role()).isEqualTo("original");
    assertThat(found.get(1).representative()).isTrue();
    assertThat(found.get(0).role()).isEqualTo("copy");
    assertThat(found.get(0).parent()).isEqualTo(1);
    assertThat(found.get(0).basis()).containsExactly("date", "containment");
    assertThat(found.get(0).lagMinutes()).isEqualTo(90);
  }

  @Test
  void givesNoOrderToOneDayWithoutHours() {
    List<Parentage> found =
        Direction.of(
            List.of(
                copy("a", "2031-03-02T00:00:00Z", "day", null, 200),
                copy("b", "2031-03-02T00:00:00Z", "day", null, 200)),
            List.of(link(0, 1)));
    assertThat(found).extracting(Parentage::role).containsExactly("unclear", "unclear");
    assertThat(found).extracting(Parentage::parent).containsExactly(-1, -1);
    assertThat(found).extracting(Parentage::representative).containsExactly(true, false);
  }

  @Test
  void letsACreditDecideWhereDatesDoNot() {
    List<Parentage> found =
        Direction.of(
            List.of(
                copy("a", "2031-03-02T00:00:00Z", "day", null, 300),
                copy("b", "2031-03-02T00:00:00Z", "day", null, 200)),
            List.of(new CopyLink(0, 1, 200, true, false)));
    assertThat(found.get(0).parent()).isEqualTo(1);
    assertThat(found.get(0).basis()).contains("credit").doesNotContain("date");
    assertThat(found.get(0).lagMinutes()).isNull();
    assertThat(found.get(1).role()).isEqualTo("original");
  }

  @Test
  void doubtsParentsAmongPrintingsOfOneWire() {
    Copy first = copy("a", "2031-03-01T00:00:00Z", "day", "AP", 200);
    Copy second = copy("b", "2031-03-03T00:00:00Z", "day", null, 200);
    Parentage wire = Direction.of(List.of(first, second), List.of(link(0, 1))).get(1);
    assertThat(wire.basis()).contains("wire");
    assertThat(wire.confidence()).isLessThan(0.5);
    assertThat(wire.lagMinutes()).isNull();
  }

  @Test
  void callsNoCopyOfAnAgencysTextTheOriginal() {
    Copy first = copyOf("dailybell.example", "2031-03-02T07:00:00Z", "Yonhap");
    Copy second = copyOf("gazette.example", "2031-03-02T08:00:00Z", null);
    List<Parentage> found = Direction.of(List.of(first, second), List.of(link(0, 1)));
    assertThat(found).extracting(Parentage::role).containsExactly("unclear", "copy");
    assertThat(found.get(0).representative()).isTrue();
  }

  @Test
  void callsAnAgencysOwnFirstPrintingTheOriginal() {
    Copy agency = copyOf("yna.co.kr", "2031-03-02T06:00:00Z", "Yonhap");
    Copy second = copyOf("gazette.example", "2031-03-02T08:00:00Z", "Yonhap");
    List<Parentage> found = Direction.of(List.of(agency, second), List.of(link(0, 1)));
    assertThat(found).extracting(Parentage::role).containsExactly("original", "copy");
  }

  @Test
  void prefersTheCreditedAgencyToTheNearestCopy() {
    Copy agency = copyOf("harrow.example", "2031-03-02T06:00:00Z", "Harrow");
    Copy near = copyOf("dailybell.example", "2031-03-02T07:00:00Z", null);
    Copy last = copyOf("gazette.example", "2031-03-02T07:30:00Z", "Harrow");
    Parentage found =
        Direction.of(
                List.of(agency, near, last),
                List.of(link(0, 1), link(1, 2), new CopyLink(0, 2, 180, false, false)))
            .get(2);
    assertThat(found.parent()).isEqualTo(0);
    assertThat(found.basis()).contains("credit", "date");
    assertThat(found.lagMinutes()).isEqualTo(90);
  }

  @Test
  void countsAPairWithTwoLinksOnce() {
    List<Copy> copies =
        List.of(
            copy("a", "2031-03-01T00:00:00Z", "day", null, 200),
            copy("b", "2031-03-02T00:00:00Z", "day", null, 200));
    CopyLink part = new CopyLink(1, 0, 40, false, false);
    Parentage dated = Direction.of(copies, List.of(link(0, 1), part)).get(1);
    assertThat(dated.confidence()).isEqualTo(0.85);
    assertThat(dated.basis()).containsExactly("date", "containment");
    CopyLink credit = new CopyLink(1, 0, 40, true, false);
    Parentage credited = Direction.of(copies, List.of(link(0, 1), credit)).get(1);
    assertThat(credited.confidence()).isEqualTo(0.95);
    assertThat(credited.basis()).containsExactly("date", "credit", "containment");
  }

  @Test
  void aParentDoesNotGainByHavingTwoLinks() {
    List<Copy> copies =
        List.of(
            copy("a", "2031-03-01T00:00:00Z", "day", null, 200),
            copy("b", "2031-03-01T00:00:00Z", "day", null, 200),
            copy("c", "2031-03-02T00:00:00Z", "day", null, 200));
    Parentage once = Direction.of(copies, List.of(link(0, 2), link(1, 2))).get(2);
    Parentage twice = Direction.of(copies, List.of(link(0, 2), link(1, 2), link(2, 1))).get(2);
    assertThat(once.confidence()).isEqualTo(0.85 / 2);
    assertThat(twice).isEqualTo(once);
  }

  @Test
  void leavesUndatedCopiesUnclear() {
    List<Parentage> found =
        Direction.of(
            List.of(copy("a", null, null, null, 150), copy("b", null, null, null, 200)),
            List.of(link(0, 1)));
    assertThat(found).extracting(Parentage::role).containsOnly("unclear");
    assertThat(found.get(1).representative()).isTrue();
  }

  @Property(tries = 50)
  void neverMakesACycle(@ForAll @IntRange(max = 9999) int seed) {
    Random random = new Random(seed);
    List<Copy> copies = new ArrayList<>();
    List<CopyLink> links = new ArrayList<>();
    for (int c = 0; c < 25; c++) {
      int hour = random.nextInt(48);
      String at =
          "2031-03-0" + (1 + hour / 24) + "T" + String.format("%02d", hour % 24) + ":00:00Z";
      String precision = random.nextBoolean() ? "day" : "minute";
      copies.add(copy("c" + c, random.nextInt(5) == 0 ? null : at, precision, null, 200));
      for (int other = 0; other < c; other++) {
        if (random.nextInt(3) == 0) {
          links.add(new CopyLink(c, other, 100, random.nextInt(6) == 0, random.nextInt(6) == 0));
        }
      }
    }
    List<Parentage> found = Direction.of(copies, links);
    for (int c = 0; c < found.size(); c++) {
      int at = c;
      int steps = 0;
      while (found.get(at).parent() >= 0) {
        at = found.get(at).parent();
        assertThat(++steps).isLessThan(found.size());
      }
      assertThat(found.get(c).role().equals("copy")).isEqualTo(found.get(c).parent() >= 0);
    }
    assertThat(found).filteredOn(Parentage::representative).hasSize(1);
  }

  private static Copy copy(String id, String at, String precision, String agency, int words) {
    Instant instant = at == null ? null : Instant.parse(at);
    return new Copy(id, 0, id + ".example", instant, precision, agency, words, 1.0);
  }

  private static Copy copyOf(String source, String at, String agency) {
    return new Copy(source, 0, source, Instant.parse(at), "minute", agency, 200, 1.0);
  }

  private static CopyLink link(int one, int other) {
    return new CopyLink(one, other, 200, false, false);
  }
}
