package dev.headwater.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headwater.bench.Told;
import dev.headwater.model.Root;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class IndependentRootsTest {
  private static ClaimFacts facts(
      String article, String source, String owner, String agency, String cluster, String... chain) {
    return facts(0, article, source, owner, agency, cluster, chain);
  }

  private static ClaimFacts facts(
      int begin,
      String article,
      String source,
      String owner,
      String agency,
      String cluster,
      String... chain) {
    return new ClaimFacts(
        Told.that("Velda sent [6,400 crates] north.")
            .in(article, source)
            .counting("crate")
            .value("6400")
            .saidBy(chain)
            .from(begin)
            .claim(),
        article,
        null,
        owner,
        agency,
        cluster,
        null,
        null);
  }

  @Test
  void countsAnArticleWhoseOnlySourceIsAnUnnamedPaper() {
    List<Root> roots =
        IndependentRoots.of(
            List.of(
                facts("a1", "one.example", null, null, null, "a local newspaper"),
                facts("a2", "two.example", null, null, null)));
    assertThat(roots).hasSize(2);
  }

  @Test
  void countsFiftyPrintsOfOneWireStoryOnce() {
    List<ClaimFacts> members = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      members.add(facts("a" + i, "s" + i + ".example", null, "NorthWire", "c1"));
    }
    List<Root> roots = IndependentRoots.of(members);
    assertThat(roots).singleElement();
    assertThat(roots.get(0).root()).isEqualTo("NorthWire");
    assertThat(roots.get(0).basis()).isEqualTo("wire");
    assertThat(roots.get(0).articleIds()).hasSize(50);
  }

  @Test
  void joinsOutletsThatNameOneMinister() {
    List<Root> roots =
        IndependentRoots.of(
            List.of(
                facts("a1", "s1", null, null, null, "NorthWire", "Lena Mora"),
                facts("a2", "s2", null, null, null, "Mora"),
                facts("a3", "s3", null, null, null, "Health Minister Lena Mora"),
                facts("a4", "s4", null, null, null, "Otto Brand")));
    assertThat(roots).extracting(Root::root).containsExactly("Lena Mora", "Otto Brand");
    assertThat(roots.get(0).basis()).isEqualTo("named_origin");
  }

  @Test
  void findsOneNameAmongHundredsOfOneOffice() {
    List<ClaimFacts> members = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      String name = "Q" + (char) ('a' + i / 15) + "w" + (char) ('a' + i % 15) + "lo";
      members.add(facts("a" + i, "s" + i, null, null, null, "Orland Mayor " + name));
    }
    members.add(facts("b1", "t1", null, null, null, "Orland Mayor Lena Mora"));
    members.add(facts("b2", "t2", null, null, null, "Mora"));
    List<Root> roots = IndependentRoots.of(members);
    assertThat(roots).hasSize(151);
    assertThat(roots).contains(new Root("Lena Mora", "named_origin", List.of("b1", "b2")));
  }

  @Test
  void keepsUnnamedOfficialsApart() {
    List<Root> roots =
        IndependentRoots.of(
            List.of(
                facts("a1", "s1", null, null, null, "a senior Veldan official"),
                facts("a2", "s2", null, null, null, "a senior Veldan official")));
    assertThat(roots).hasSize(2).allMatch(root -> root.basis().equals("article"));
  }

  @Test
  void joinsAnUnnamedOfficialThroughTheCluster() {
    List<Root> roots =
        IndependentRoots.of(
            List.of(
                facts("a1", "s1", null, null, "c1", "a senior Veldan official"),
                facts("a2", "s2", null, null, "c1", "Lena Mora")));
    assertThat(roots).singleElement();
    assertThat(roots.get(0)).isEqualTo(new Root("Lena Mora", "cluster", List.of("a1", "a2")));
  }

  @Test
  void joinsAnOutletToTheOneItQuotes() {
    ClaimFacts own =
        new ClaimFacts(
            facts("a1", "harborpress.example", null, null, null).claim(),
            "a1",
            "Harbor Press",
            null,
            null,
            null,
            null,
            null);
    ClaimFacts quoting = facts("a2", "s2", null, null, null, "the Harbor Press");
    assertThat(IndependentRoots.of(List.of(own, quoting))).singleElement();
    ClaimFacts wire = facts("a3", "s3", null, "HP", null);
    assertThat(IndependentRoots.of(List.of(wire, quoting))).singleElement();
  }

  @Test
  void joinsOutletsOfOneOwner() {
    List<Root> roots =
        IndependentRoots.of(
            List.of(
                facts("a1", "s1", "Lenna Media", null, null),
                facts("a2", "s2", "Lenna Media", null, null)));
    assertThat(roots).containsExactly(new Root("Lenna Media", "owner", List.of("a1", "a2")));
  }

  @Test
  void doesNotJoinTwoPeopleThroughASurname() {
    List<Root> roots =
        IndependentRoots.of(
            List.of(
                facts("a1", "s1", null, null, null, "Lena Mora"),
                facts("a2", "s2", null, null, null, "Mora"),
                facts("a3", "s3", null, null, null, "Paul Mora")));
    assertThat(roots).hasSize(3);
  }

  @Property(tries = 300)
  void neverCountsMoreRootsThanSourcesNorMoreSourcesThanArticles(
      @ForAll @IntRange(min = 1, max = 30) int size, @ForAll long seed) {
    Random random = new Random(seed);
    String[] names = {"Lena Mora", "Mora", "Paul Mora", "Velda", "officials", "NorthWire"};
    List<ClaimFacts> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int article = random.nextInt(size);
      String[] chain =
          random.nextBoolean() ? new String[0] : new String[] {names[random.nextInt(6)]};
      members.add(
          facts(
              i * 50,
              "a" + article,
              "s" + article % 7,
              random.nextInt(4) == 0 ? "o" + random.nextInt(3) : null,
              random.nextInt(4) == 0 ? "NorthWire" : null,
              random.nextInt(3) == 0 ? "c" + random.nextInt(4) : null,
              chain));
    }
    List<Root> roots = IndependentRoots.of(members);
    Set<String> articles = members.stream().map(ClaimFacts::articleId).collect(Collectors.toSet());
    Set<String> sources =
        members.stream().map(facts -> facts.claim().source()).collect(Collectors.toSet());
    List<String> listed = roots.stream().flatMap(root -> root.articleIds().stream()).toList();
    assertThat(roots.size()).isLessThanOrEqualTo(sources.size());
    assertThat(sources.size()).isLessThanOrEqualTo(articles.size());
    assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(articles);
    assertThat(roots).extracting(Root::root).doesNotHaveDuplicates();
    Collections.shuffle(members, random);
    assertThat(IndependentRoots.of(members)).isEqualTo(roots);
  }
}
